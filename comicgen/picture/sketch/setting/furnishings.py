"""Faces of furniture into marks: drawers, books, goods, cushions."""

from ..marks import Mark
from .hand import Hand
from .patterns import Detail, framed
from .surfaces import Surface


def _drawers(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    count = max(1, round(s.h / 0.28))
    fronts = [(0.03, k * s.h / count + 0.03, s.w - 0.03, (k + 1) * s.h / count - 0.02) for k in range(count)]
    marks = hand.rects(s, fronts, hand.light.paint("wood", tone=0.22), shade, "detail")
    grips = [(s.w * 0.4, (v0 + v1) / 2 - 0.012, s.w * 0.6, (v0 + v1) / 2 + 0.012) for _, v0, _, v1 in fronts]
    return marks + hand.rects(s, grips, hand.light.paint("black"))


def _cupboards(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    count, tall = max(1, round(s.w / 0.6)), s.h > 0.8
    lines, grips = [], []
    for k in range(count):
        u0, u1 = k * s.w / count + 0.03, (k + 1) * s.w / count - 0.02
        top = s.h - (0.19 if tall else 0.03)
        lines += framed(u0, 0.1 if tall else 0.03, u1, top)
        grips.append((u1 - 0.06, s.h * 0.5, u1 - 0.06, s.h * 0.62))
        if tall:
            lines += framed(u0, s.h - 0.16, u1, s.h - 0.03)
            grips.append(((u0 + u1) / 2 - 0.07, s.h - 0.095, (u0 + u1) / 2 + 0.07, s.h - 0.095))
    return hand.segments(s, lines, "detail") + hand.segments(s, grips, "edge")


def doors(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return two panelled doors."""
    half = s.w / 2
    lines = [
        (half, 0.05, half, s.h - 0.03),
        *framed(0.1, 0.15, half - 0.08, s.h - 0.12),
        *framed(half + 0.08, 0.15, s.w - 0.1, s.h - 0.12),
    ]
    grips = [(half - 0.055, s.h * 0.45, half - 0.03, s.h * 0.54), (half + 0.03, s.h * 0.45, half + 0.055, s.h * 0.54)]
    return hand.segments(s, lines, "detail") + hand.rects(s, grips, hand.light.paint("black"))


def _fridge(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    grips = [(0.07, s.h * 0.7, 0.07, s.h * 0.84), (0.07, s.h * 0.36, 0.07, s.h * 0.6)]
    notes = [(0.3, s.h * 0.75, 0.45, s.h * 0.85), (0.5, s.h * 0.72, 0.6, s.h * 0.79)]
    marks = hand.segments(s, [(0, s.h * 0.66, s.w, s.h * 0.66)], "edge") + hand.segments(s, grips, "silhouette")
    return (
        marks
        + hand.rects(s, notes[:1], hand.light.paint("paper"), 0, "hair")
        + hand.rects(s, notes[1:], hand.light.paint("yellow"), 0, "hair")
    )


def _oven(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(
        s, [(s.w * 0.12, s.h * 0.15, s.w * 0.88, s.h * 0.68)], hand.light.paint("screen"), shade, "detail"
    )
    knobs = [(s.w * (0.2 + 0.2 * k), s.h * 0.84, s.w * (0.26 + 0.2 * k), s.h * 0.84) for k in range(4)]
    return marks + hand.segments(s, [(s.w * 0.2, s.h * 0.74, s.w * 0.8, s.h * 0.74), *knobs], "edge")


def books(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Single spines where they can be seen, else pale blocks with ticks."""
    rng, count = s.rng, max(1, round(s.h / 0.36))
    shelf = s.h / count
    back = [(0.03, k * shelf + 0.03, s.w - 0.03, (k + 1) * shelf - 0.02) for k in range(count)]
    marks = hand.rects(s, back, hand.light.paint("dark wood", tone=0.5), shade, "detail")
    near = hand.pitch(s)[0] * 0.05 * hand.detail > 0.35
    spines: dict[str, list[tuple[float, float, float, float]]] = {}
    for k in range(count):
        u, v = 0.05, k * shelf + 0.03
        while u < s.w - 0.12:
            w = rng.uniform(0.032, 0.078) if near else rng.uniform(0.2, 0.5)
            h, name = (
                shelf * rng.uniform(0.55, 0.84),
                rng.choice(("paper", "paper", "white", "card", "blue cloth", "black", "red")),
            )
            if rng.random() < 0.1 or u + w > s.w - 0.05:
                u += rng.uniform(0.05, 0.15)
                continue
            spines.setdefault(name if near else "paper", []).append((u, v, u + w, v + h))
            u += w
    for name, rects in spines.items():
        marks += hand.rects(s, rects, hand.light.paint(name), shade if near else 0, "hair" if near else "")
    return marks


def _goods(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    rng, count = s.rng, max(2, round(s.h / 0.42))
    shelf = s.h / count
    marks = hand.rects(s, [(0.03, 0.06, s.w - 0.03, s.h - 0.04)], hand.light.paint("metal", tone=0.22), shade)
    things: dict[str, list[tuple[float, float, float, float]]] = {}
    for k in range(count):
        u, v = 0.06, k * shelf + 0.08
        while u < s.w - 0.16:
            w, h = rng.uniform(0.09, 0.2), shelf * rng.uniform(0.35, 0.62)
            things.setdefault(rng.choice(("white", "paper", "red", "yellow", "blue cloth")), []).append(
                (u, v, u + w - 0.02, v + h)
            )
            u += w
    if hand.pitch(s)[0] * 0.12 * hand.detail > 0.5:
        for name, rects in things.items():
            marks += hand.rects(s, rects, hand.light.paint(name), shade, "hair")
    boards_ = [(0.0, k * shelf + 0.06, s.w, k * shelf + 0.06) for k in range(count)]
    return marks + hand.segments(s, boards_, "edge")


def _lockers(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    count = max(1, round(s.w / 0.4))
    w, h = s.w / count, s.h / 2
    seen = hand.pitch(s)[0] * w * hand.detail
    if seen < 0.8:
        return []
    lines = [(k * w, 0, k * w, s.h) for k in range(1, count)] + [(0, h, s.w, h)]
    marks = hand.segments(s, lines, "detail")
    if seen > 2.5:
        cells = [(k * w, j * h) for k in range(count) for j in (0, 1)]
        slots = [
            (u + 0.12, v + h - 0.1 - 0.05 * n, u + 0.28, v + h - 0.1 - 0.05 * n) for u, v in cells for n in range(3)
        ]
        marks += hand.segments(s, slots, "hair")
        marks += hand.segments(s, [(u + w - 0.07, v + 0.35, u + w - 0.07, v + 0.47) for u, v in cells], "edge")
    return marks


def scribble(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return lines of writing that cannot be read."""
    rng = s.rng
    rows = max(1, min(4, int(s.h / 0.16)))
    lines = []
    for k in range(rows):
        v = s.h * (0.82 - 0.68 * k / max(rows - 1, 1)) if rows > 1 else s.h / 2
        lines.append((s.w * 0.12, v, s.w * rng.uniform(0.5, 0.88), v + rng.uniform(-0.01, 0.01)))
    return hand.segments(s, lines, "detail")


def _folds(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    rng = s.rng
    lines = [
        (u, s.h, u + rng.uniform(-0.1, 0.1), s.h * rng.uniform(0.2, 0.6))
        for u in (s.w * (0.15 + 0.7 * rng.random()) for _ in range(3))
    ]
    return hand.segments(s, lines, "hair")


def _cushions(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    count = max(1, round(s.w / 0.62))
    return hand.segments(
        s, [(k * s.w / count, s.h * 0.08, k * s.w / count, s.h * 0.95) for k in range(1, count)], "edge"
    )


def _crate(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return planks deep in a frame of boards, a brace across them, nails."""
    m = 0.08
    marks = hand.rects(s, [(m, m, s.w - m, s.h - m)], hand.light.paint("wood", tone=0.3), shade, "edge")
    planks = [(m, v, s.w - m, v) for v in (m + (s.h - 2 * m) * k / 4 for k in (1, 2, 3))]
    marks += hand.segments(s, planks, "hair")
    brace = [
        (m, m),
        (m + 0.09, m),
        (s.w - m, s.h - m - 0.09),
        (s.w - m, s.h - m),
        (s.w - m - 0.09, s.h - m),
        (m, m + 0.09),
    ]
    marks += hand.shape(s, brace, hand.light.paint("wood"), shade, "detail")
    nails = [
        (u - 0.012, v - 0.012, u + 0.012, v + 0.012)
        for u in (m / 2, s.w - m / 2)
        for v in (m / 2, s.h / 2, s.h - m / 2)
    ]
    return marks + hand.rects(s, nails, hand.light.paint("black"))


def _chest(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    lock = [(s.w / 2 - 0.06, s.h - 0.16, s.w / 2 + 0.06, s.h)]
    bands = [(0.05, 0, 0.12, s.h), (s.w - 0.12, 0, s.w - 0.05, s.h)]
    return hand.rects(s, bands, hand.light.paint("metal"), shade, "detail") + hand.rects(
        s, lock, hand.light.paint("yellow"), shade, "detail"
    )


def _carton(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(s.w * 0.42, 0, s.w * 0.58, s.h)], hand.light.paint("paper"), shade, "hair")


def _ribbon(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return the ribbon of a parcel: upright on its sides, a cross on its square top."""
    across = [(0.0, s.h * 0.42, s.w, s.h * 0.58)] if s.h > 0.9 * s.w else []
    return hand.rects(s, [(s.w * 0.42, 0.0, s.w * 0.58, s.h), *across], hand.light.paint("yellow"), shade, "hair")


def _throne(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    cloth = [(0.14, 0.4), (s.w - 0.14, 0.4), (s.w - 0.14, s.h - 0.35), (s.w / 2, s.h - 0.12), (0.14, s.h - 0.35)]
    return hand.shape(s, cloth, hand.light.paint("red"), shade, "detail")


def _glass(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    m = min(s.w, s.h) * 0.1
    glint = [(s.w * 0.2, s.h * 0.4), (s.w * 0.2, s.h * 0.55), (s.w * 0.75, s.h * 0.85), (s.w * 0.75, s.h * 0.72)]
    return hand.rects(s, [(m, m, s.w - m, s.h - m)], hand.light.paint("glass"), shade, "detail") + hand.shape(
        s, glint, hand.light.paint("white")
    )


def _water(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(0.07, 0.07, s.w - 0.07, s.h - 0.07)], hand.light.paint("water"), 0, "detail")


def _fridge_goods(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    inner = _inset(s, 0.07)
    glass = hand.segments(s, [(0.06, 0.25, 0.06, s.h - 0.1), (s.w - 0.06, 0.25, s.w - 0.06, s.h - 0.1)], "edge")
    return (
        _goods(hand, inner, shade)
        + glass
        + hand.segments(s, [(s.w - 0.1, s.h * 0.4, s.w - 0.1, s.h * 0.6)], "silhouette")
    )


def _inset(s: Surface, m: float) -> Surface:
    w, h = s.w - 2 * m, s.h - 0.3
    corner = s.origin + m * s.along + 0.2 * s.up
    return Surface(corner, s.along, s.up, w, h, s.seed, s.outline * (w / s.w, h / s.h))


def _timetable(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a ruled table under a dark head."""
    marks = hand.rects(s, [(0.03, s.h * 0.84, s.w - 0.03, s.h - 0.03)], hand.light.paint("navy"), 0, "hair")
    rows = [(0.05, s.h * v, s.w - 0.05, s.h * v) for v in (0.1, 0.22, 0.34, 0.46, 0.58, 0.7)]
    columns = [(s.w * u, 0.04, s.w * u, s.h * 0.8) for u in (0.3, 0.52, 0.74)]
    return marks + hand.segments(s, rows + columns, "hair")


FURNISHINGS: dict[str, Detail] = {
    "drawers": _drawers,
    "cupboards": _cupboards,
    "doors": doors,
    "fridge": _fridge,
    "oven": _oven,
    "books": books,
    "goods": _goods,
    "lockers": _lockers,
    "scribble": scribble,
    "timetable": _timetable,
    "folds": _folds,
    "cushions": _cushions,
    "crate": _crate,
    "chest": _chest,
    "carton": _carton,
    "ribbon": _ribbon,
    "throne": _throne,
    "glass": _glass,
    "water": _water,
    "fridge goods": _fridge_goods,
}
