"""What is drawn on the faces of things: boards, drawers, books, screens, goods; each by its drawn size."""

from collections.abc import Callable
from math import cos, pi, sin

from ..marks import Mark
from .facades import FACADES
from .hand import Hand, Surface, grid
from .vehicles import VEHICLES

Detail = Callable[[Hand, Surface, float], list[Mark]]
"""(hand, surface, the face's shade) -> marks."""


def _planks(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0, 0.13), 0.85)


def _boards(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0, 0.19), 0.7)


def _upright_boards(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0.19, 0), 0.7)


def _tiles(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0.4, 0.4), 0.75)


def _big_tiles(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (1.0, 1.0), 0.8)


def _small_tiles(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0.15, 0.15), 0.8)


def _panels(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0.9, 0), 0.95, "detail")


def _slats(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0, 0.08), 0.9)


def _stripes(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    count = max(2, int(s.w / 0.35))
    step = s.w / count
    rects = [(k * step, 0, (k + 1) * step, s.h) for k in range(1, count, 2)]
    return hand.rects(s, rects, hand.light.paint("white"), shade) + hand.segments(
        s, [(r[0], 0, r[0], s.h) for r in rects], "hair"
    )


def _panel(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    m = min(s.w, s.h) * 0.15
    return hand.segments(s, _frame(m, m, s.w - m, s.h - m), "detail")


def _frame(u0: float, v0: float, u1: float, v1: float) -> list[tuple[float, float, float, float]]:
    return [(u0, v0, u1, v0), (u1, v0, u1, v1), (u1, v1, u0, v1), (u0, v1, u0, v0)]


def _drawers(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    count = max(1, round(s.h / 0.28))
    lines, grips = [], []
    for k in range(count):
        v0, v1 = k * s.h / count + 0.03, (k + 1) * s.h / count - 0.02
        lines += _frame(0.03, v0, s.w - 0.03, v1)
        grips.append((s.w * 0.38, (v0 + v1) / 2, s.w * 0.62, (v0 + v1) / 2))
    return hand.segments(s, lines, "detail") + hand.segments(s, grips, "edge")


def _cupboards(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    count, tall = max(1, round(s.w / 0.6)), s.h > 0.8
    lines, grips = [], []
    for k in range(count):
        u0, u1 = k * s.w / count + 0.03, (k + 1) * s.w / count - 0.02
        top = s.h - (0.19 if tall else 0.03)
        lines += _frame(u0, 0.1 if tall else 0.03, u1, top)
        grips.append((u1 - 0.06, s.h * 0.5, u1 - 0.06, s.h * 0.62))
        if tall:
            lines += _frame(u0, s.h - 0.16, u1, s.h - 0.03)
            grips.append(((u0 + u1) / 2 - 0.07, s.h - 0.095, (u0 + u1) / 2 + 0.07, s.h - 0.095))
    return hand.segments(s, lines, "detail") + hand.segments(s, grips, "edge")


def doors(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return two panelled doors."""
    half = s.w / 2
    lines = [
        (half, 0.05, half, s.h - 0.03),
        *_frame(0.1, 0.15, half - 0.08, s.h - 0.12),
        *_frame(half + 0.08, 0.15, s.w - 0.1, s.h - 0.12),
    ]
    grips = [(half - 0.04, s.h * 0.45, half - 0.04, s.h * 0.53), (half + 0.04, s.h * 0.45, half + 0.04, s.h * 0.53)]
    return hand.segments(s, lines, "detail") + hand.segments(s, grips, "edge")


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


def _screen(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    m = min(s.w, s.h) * 0.07
    paint = hand.light.bright() if hand.light.dark else hand.light.paint("screen")
    marks = hand.rects(s, [(m, m, s.w - m, s.h - m)], paint)
    if hand.light.dark:
        return marks
    glint = [(s.w * 0.1, s.h * 0.5), (s.w * 0.1, s.h * 0.62), (s.w * 0.36, s.h * 0.93), (s.w * 0.45, s.h * 0.93)]
    return marks + hand.shape(s, glint, hand.light.paint("white"))


def scribble(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return lines of writing that cannot be read."""
    rng = s.rng
    rows = max(1, min(4, int(s.h / 0.16)))
    lines = []
    for k in range(rows):
        v = s.h * (0.82 - 0.68 * k / max(rows - 1, 1)) if rows > 1 else s.h / 2
        lines.append((s.w * 0.12, v, s.w * rng.uniform(0.5, 0.88), v + rng.uniform(-0.01, 0.01)))
    return hand.segments(s, lines, "detail")


def _quilt(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0.28, 0.28), 0.9)


def _folds(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    rng = s.rng
    lines = [
        (u, s.h, u + rng.uniform(-0.1, 0.1), s.h * rng.uniform(0.2, 0.6))
        for u in (s.w * (0.15 + 0.7 * rng.random()) for _ in range(3))
    ]
    return hand.segments(s, lines, "hair")


def _pleats(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0.12, 0), 0.8)


def _cushions(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    count = max(1, round(s.w / 0.62))
    return hand.segments(
        s, [(k * s.w / count, s.h * 0.08, k * s.w / count, s.h * 0.95) for k in range(1, count)], "edge"
    )


def _crate(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    m = 0.07
    lines = [*_frame(m, m, s.w - m, s.h - m), (m, m, s.w - m, s.h - m), (m + 0.07, m, s.w - m, s.h - m - 0.07)]
    return hand.segments(s, lines, "detail")


def _chest(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    lock = [(s.w / 2 - 0.06, s.h - 0.16, s.w / 2 + 0.06, s.h)]
    bands = [(0.05, 0, 0.12, s.h), (s.w - 0.12, 0, s.w - 0.05, s.h)]
    return hand.rects(s, bands, hand.light.paint("metal"), shade, "detail") + hand.rects(
        s, lock, hand.light.paint("yellow"), shade, "detail"
    )


def _carton(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(s.w * 0.42, 0, s.w * 0.58, s.h)], hand.light.paint("paper"), shade, "hair")


def _ribs(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (s.w / 4, 0), 1.0, "detail")


def _slot(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    mouth = hand.rects(s, [(s.w * 0.2, s.h * 0.68, s.w * 0.8, s.h * 0.78)], hand.light.paint("black"))
    return mouth + hand.rects(s, [(s.w * 0.3, s.h * 0.2, s.w * 0.7, s.h * 0.5)], hand.light.paint("white"), 0, "detail")


def _signals(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    names = ("light", "yellow", "red")
    marks: list[Mark] = []
    for k, name in enumerate(names):
        v = s.h * (0.06 + 0.31 * k)
        marks += hand.rects(s, [(s.w * 0.2, v, s.w * 0.8, v + s.h * 0.26)], hand.light.paint(name), 0, "hair")
    return marks


def _phone_box(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    panes = [(0.1 + 0.24 * i, 0.35 + 0.3 * j, 0.3 + 0.24 * i, 0.6 + 0.3 * j) for i in range(3) for j in range(5)]
    paint = hand.light.bright() if hand.light.dark else hand.light.paint("glass")
    return hand.rects(s, panes, paint, 0, "hair") + hand.rects(
        s, [(0.12, s.h - 0.32, s.w - 0.12, s.h - 0.16)], hand.light.paint("white"), 0, "hair"
    )


def _vending(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    bright = hand.light.bright() if hand.light.dark else hand.light.paint("white")
    marks = hand.rects(s, [(0.08, 0.75, s.w - 0.2, 1.7)], bright, 0, "detail")
    if hand.pitch(s)[1] * 0.2 * hand.detail > 0.9:
        rng = s.rng
        for j in range(3):
            for name in ("red", "black", "blue cloth", "yellow"):
                cans = [
                    (0.13 + 0.095 * i, 0.83 + 0.29 * j, 0.2 + 0.095 * i, 1.03 + 0.29 * j)
                    for i in range(7)
                    if rng.random() < 0.25
                ]
                marks += hand.rects(s, cans, hand.light.paint(name), 0, "hair")
    marks += hand.rects(s, [(0.2, 0.2, s.w - 0.3, 0.42)], hand.light.paint("black"))
    return marks + hand.segments(s, [(s.w - 0.12, 1.0, s.w - 0.12, 1.2), (s.w - 0.16, 0.9, s.w - 0.08, 0.9)], "edge")


def _rack(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    rng, rows = s.rng, 11
    lines = [(0.06, s.h * (0.05 + 0.085 * k), s.w - 0.06, s.h * (0.05 + 0.085 * k)) for k in range(rows)]
    dots = [
        (u, s.h * (0.085 + 0.085 * k), u + 0.03, s.h * (0.11 + 0.085 * k))
        for k in range(rows)
        for u in (0.1, 0.17, 0.24)
        if rng.random() < 0.6
    ]
    return hand.segments(s, lines, "detail", white=True) + hand.rects(s, dots, hand.light.bright())


def _buttons(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    rng = s.rng
    cells = [
        (0.1 + 0.11 * i, s.h * (0.12 + 0.3 * j))
        for i in range(int((s.w - 0.2) / 0.11))
        for j in range(3)
        if rng.random() < 0.7
    ]
    marks: list[Mark] = []
    for name, part in (("light", cells[::3]), ("red", cells[1::3]), ("white", cells[2::3])):
        marks += hand.rects(s, [(u, v, u + 0.065, v + s.h * 0.17) for u, v in part], hand.light.bright(name), 0, "hair")
    return marks


def screens(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return lit screens with a curve each."""
    count = max(1, round(s.w / 0.6))
    rects = [(k * s.w / count + 0.05, s.h * 0.12, (k + 1) * s.w / count - 0.05, s.h * 0.88) for k in range(count)]
    marks = hand.rects(s, rects, hand.light.bright("glass"), 0, "detail")
    rng, lines = s.rng, []
    for u0, v0, u1, v1 in rects:
        u, v = u0 + 0.03, (v0 + v1) / 2
        while u < u1 - 0.08:
            w = v0 + (v1 - v0) * rng.uniform(0.2, 0.8)
            lines.append((u, v, u + 0.07, w))
            u, v = u + 0.07, w
    return marks + hand.segments(s, lines, "detail")


def _keys(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    white = hand.rects(s, [(0.06, 0.03, s.w - 0.06, s.h - 0.16)], hand.light.paint("white"), 0, "detail")
    black = [
        (0.1 + 0.05 * k, s.h * 0.3, 0.125 + 0.05 * k, s.h - 0.16)
        for k in range(int((s.w - 0.2) / 0.05))
        if k % 7 not in (2, 6)
    ]
    return white + hand.rects(s, black, hand.light.paint("black"))


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


def _lantern(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    paint = hand.light.bright() if hand.light.dark else hand.light.paint("black")
    return hand.rects(s, [(s.w * 0.25, s.h * 0.2, s.w * 0.75, s.h * 0.8)], paint, 0, "detail")


def _fan(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    r, c = s.h * 0.38, (s.w * 0.4, s.h / 2)
    ring = [(c[0] + r * cos(2 * pi * k / 14), c[1] + r * sin(2 * pi * k / 14)) for k in range(14)]
    spokes = [(*c, *ring[k]) for k in range(0, 14, 2)]
    return hand.shape(s, ring, hand.light.paint("dark metal"), shade, "detail") + hand.segments(s, spokes, "hair")


def _hut_door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    door = hand.rects(s, [(0.8, 0, 1.75, 2.05)], hand.light.paint("door"), shade, "edge")
    return door + hand.segments(s, [(1.62, 0.95, 1.62, 1.1), (0.7, 2.2, 1.85, 2.2)], "edge")


def _planks_across(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0, 0.5), 0.8)


def _floor_tiles(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (0.3, 0.3), 0.75)


def _half_tiles(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    part = Surface(s.origin, s.along, s.up, s.w, min(s.h, 1.5), s.seed, s.outline * (1, min(s.h, 1.5) / s.h))
    return grid(hand, part, (0.2, 0.2), 0.7) + hand.segments(s, [(0, 1.5, s.w, 1.5)], "edge")


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


def _lattice(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    doors_ = [(0.3 + k * (s.w - 0.6) / 4, 0.1, 0.3 + (k + 1) * (s.w - 0.6) / 4, s.h - 0.5) for k in range(4)]
    marks = hand.rects(
        s, doors_, hand.light.bright("paper") if hand.light.dark else hand.light.paint("paper"), 0, "edge"
    )
    bars = [
        (u0 + (u1 - u0) * k / 5, v0 + 0.7, u0 + (u1 - u0) * k / 5, v1) for u0, v0, u1, v1 in doors_ for k in range(1, 5)
    ]
    cross = [
        (u0, v0 + 0.7 + (v1 - v0 - 0.7) * k / 4, u1, v0 + 0.7 + (v1 - v0 - 0.7) * k / 4)
        for u0, v0, u1, v1 in doors_
        for k in range(4)
    ]
    return marks + hand.segments(s, bars + cross, "hair" if hand.pitch(s)[0] < 8 else "detail")


def _gate(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    half = [(s.w * (0.24 + 0.13 * (1 - cos(pi / 2 * k / 6)) * 2), 2.6 + 1.4 * sin(pi / 2 * k / 6)) for k in range(7)]
    ring = [(s.w * 0.24, 0), (s.w * 0.76, 0), *[(s.w - u, v) for u, v in half], *half[::-1]]
    bars = [(s.w * (0.24 + 0.052 * k), 1.6, s.w * (0.24 + 0.052 * k), 3.0) for k in range(1, 10)]
    cross = [(s.w * 0.25, v, s.w * 0.75, v) for v in (2.1, 2.8)]
    return hand.shape(s, ring, hand.light.paint("black"), 0, "silhouette") + hand.segments(
        s, bars + cross, "edge", white=True
    )


def _boat_inside(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    inner = [(s.w * 0.1, s.h * 0.06), (s.w * 0.9, s.h * 0.06), (s.w * 0.9, s.h * 0.94), (s.w * 0.1, s.h * 0.94)]
    seats = [(s.w * 0.1, s.h * v, s.w * 0.9, s.h * (v + 0.1)) for v in (0.25, 0.6)]
    return hand.shape(s, inner, hand.light.paint("dark wood"), 0, "edge") + hand.rects(
        s, seats, hand.light.paint("wood"), 0, "detail"
    )


def _target(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.segments(
        s, [*_frame(0.08, 0.06, s.w - 0.08, s.h - 0.06), *_frame(s.w * 0.36, 0.15, s.w * 0.64, 0.55)], "edge"
    )


def _ceiling_panels(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return grid(hand, s, (1.2, 1.2), 0.93)


def _wood_beams(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks: list[Mark] = []
    for k in range(1, int(s.h / 1.6) + 1):
        v = 1.6 * k
        marks += hand.rects(s, [(0, v - 0.1, s.w, v + 0.1)], hand.light.paint("dark wood", tone=0.3), 0, "edge")
    return marks


def _vault(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return the crossing ribs of a stone vault."""
    bays = [(0.0, 3.6 * k, s.w, 3.6 * k) for k in range(int(s.h / 3.6) + 1)]
    cross = [(a, v, b, v + 3.6) for _, v, _, _ in bays for a, b in ((0.0, s.w), (s.w, 0.0))]
    return hand.segments(s, bays, "edge") + hand.segments(s, cross, "detail")


def _tent_door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.shape(s, [(s.w * 0.4, 0.02), (s.w * 0.62, 0.02), (s.w * 0.5, s.h * 0.8)], hand.light.paint("black"))


DETAILS: dict[str, Detail] = {
    "planks": _planks,
    "boards": _boards,
    "upright boards": _upright_boards,
    "tiles": _tiles,
    "big tiles": _big_tiles,
    "small tiles": _small_tiles,
    "panels": _panels,
    "panel": _panel,
    "slats": _slats,
    "stripes": _stripes,
    "drawers": _drawers,
    "cupboards": _cupboards,
    "doors": doors,
    "fridge": _fridge,
    "oven": _oven,
    "books": books,
    "goods": _goods,
    "lockers": _lockers,
    "screen": _screen,
    "scribble": scribble,
    "quilt": _quilt,
    "folds": _folds,
    "pleats": _pleats,
    "cushions": _cushions,
    "crate": _crate,
    "chest": _chest,
    "carton": _carton,
    "ribs": _ribs,
    "slot": _slot,
    "signals": _signals,
    "phone box": _phone_box,
    "vending": _vending,
    "rack": _rack,
    "buttons": _buttons,
    "screens": screens,
    "keys": _keys,
    "throne": _throne,
    "glass": _glass,
    "water": _water,
    "lantern": _lantern,
    "fan": _fan,
    "tent door": _tent_door,
    "ceiling panels": _ceiling_panels,
    "wood beams": _wood_beams,
    "vault": _vault,
    "boat inside": _boat_inside,
    "hut door": _hut_door,
    "planks across": _planks_across,
    "small floor tiles": _floor_tiles,
    "half tiles": _half_tiles,
    "fridge goods": _fridge_goods,
    "lattice": _lattice,
    "gate": _gate,
    "target": _target,
    **FACADES,
    **VEHICLES,
}
