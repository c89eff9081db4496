"""What hangs flat on walls: windows with a view, doors, boards, pictures, shelves, clocks."""

from collections.abc import Callable
from math import cos, pi, sin

from ..marks import Mark
from .boards import BOARDS
from .facades import lettering
from .furnishings import books as book_rows
from .furnishings import doors as door_pair
from .furnishings import scribble
from .gear import screens
from .hand import Hand, grid
from .hangings import HANGINGS
from .surfaces import Surface
from .windows import window


def _door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(s, [(-0.06, 0, s.w + 0.06, s.h + 0.06)], hand.light.paint("white"), shade, "edge")
    marks += hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("door"), shade, "edge")
    if s.w > 1.3:
        marks += door_pair(hand, s, shade)
        panes = [(s.w * a, s.h * 0.6, s.w * b, s.h * 0.85) for a, b in ((0.14, 0.4), (0.6, 0.86))]
        return marks + hand.rects(s, panes, hand.light.paint("glass", tone=0.08), 0, "detail")
    panels = [(s.w * 0.18, s.h * a, s.w * 0.82, s.h * b) for a, b in ((0.1, 0.42), (0.5, 0.88))]
    marks += hand.rects(s, panels, hand.light.paint("door"), shade, "detail")
    return marks + hand.segments(s, [(s.w * 0.88, s.h * 0.45, s.w * 0.88, s.h * 0.5)], "silhouette")


def board(material: str) -> Callable[[Hand, Surface, float], list[Mark]]:
    """Return the drawing of a board with writing on it, white on a dark one."""

    def draw(hand: Hand, s: Surface, shade: float) -> list[Mark]:
        marks = hand.rects(s, [(-0.06, -0.06, s.w + 0.06, s.h + 0.06)], hand.light.paint("wood"), 0, "edge")
        marks += hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint(material), 0, "edge")
        rng = s.rng
        lines = [
            (s.w * 0.08, s.h * (0.82 - 0.16 * k), s.w * rng.uniform(0.25, 0.5), s.h * (0.82 - 0.16 * k))
            for k in range(4)
        ]
        lines += [
            (s.w * 0.62, s.h * (0.75 - 0.2 * k), s.w * rng.uniform(0.7, 0.92), s.h * (0.75 - 0.2 * k)) for k in range(3)
        ]
        marks += hand.segments(s, lines, "edge", white=material == "board")
        return marks + hand.rects(s, [(0, -0.12, s.w, -0.06)], hand.light.paint("wood"), 0, "detail")

    return draw


def _notice_board(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("card", tone=0.15), 0, "edge")
    rng, u, notes = s.rng, 0.12, []
    while u < s.w - 0.45:
        w, h = rng.uniform(0.22, 0.4), rng.uniform(0.3, min(0.6, s.h * 0.7))
        v = rng.uniform(0.1, max(s.h - h - 0.08, 0.12))
        notes.append((u, v, u + w, v + h))
        u += w + rng.uniform(0.06, 0.3)
    marks += hand.rects(s, notes, hand.light.paint("paper"), 0, "detail")
    if hand.pitch(s)[1] * 0.08 * hand.detail < 0.5:
        return marks
    text = [
        (a + 0.04, d - 0.08 * k, c - 0.05, d - 0.08 * k)
        for a, b, c, d in notes
        for k in range(1, 4)
        if d - 0.08 * k > b
    ]
    return marks + hand.segments(s, text, "hair")


def _paper(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("paper"), 0, "detail") + scribble(hand, s, shade)


def _picture(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    m = 0.09
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("wood"), 0, "edge")
    marks += hand.rects(s, [(m, m, s.w - m, s.h - m)], hand.light.paint("paper"), 0, "detail")
    hill = [
        (m, m),
        (s.w - m, m),
        (s.w - m, s.h * 0.35),
        (s.w * 0.6, s.h * 0.62),
        (s.w * 0.4, s.h * 0.4),
        (m, s.h * 0.5),
    ]
    return marks + hand.shape(s, hill, hand.light.paint("leaf", tone=0.3), 0, "hair")


def _poster(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    name = s.rng.choice(("red", "blue cloth", "yellow"))
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("paper"), 0, "detail")
    marks += hand.rects(s, [(s.w * 0.1, s.h * 0.4, s.w * 0.9, s.h * 0.92)], hand.light.paint(name), 0, "hair")
    lines = [(s.w * 0.15, s.h * v, s.w * 0.8, s.h * v) for v in (0.3, 0.2, 0.1)]
    return marks + hand.segments(s, lines, "detail")


def _clock(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    r, c = s.w / 2, (s.w / 2, s.h / 2)
    ring = [(c[0] + r * cos(2 * pi * k / 32), c[1] + r * sin(2 * pi * k / 32)) for k in range(32)]
    hands = [(*c, c[0], c[1] + r * 0.7), (*c, c[0] + r * 0.5, c[1] + r * 0.1)]
    return hand.shape(s, ring, hand.light.paint("white"), 0, "edge") + hand.segments(s, hands, "detail")


def _speaker(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("wood"), 0, "edge")
    return marks + hand.segments(
        s, [(s.w * 0.15, s.h * v, s.w * 0.85, s.h * v) for v in (0.25, 0.4, 0.55, 0.7)], "hair"
    )


def _shelf(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("wood"), 0, "edge") + book_rows(hand, s, shade)


def _curtains(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    w = s.w * 0.2
    marks: list[Mark] = []
    for u, flare in ((0.0, -1), (s.w - w, 1)):
        outer = [(u + (0 if flare > 0 else -0.04), 0), (u + w + (0.04 if flare > 0 else 0), 0), (u + w, s.h), (u, s.h)]
        marks += hand.shape(s, outer, hand.light.paint("cloth"), 0, "edge")
        marks += hand.segments(
            s, [(u + w * k / 5, s.h, u + w * k / 5 + 0.02 * flare, 0.03) for k in range(1, 5)], "hair"
        )
    return marks + hand.segments(s, [(-0.15, s.h, s.w + 0.15, s.h)], "silhouette")


def _wardrobe_doors(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("wood"), shade, "edge") + door_pair(hand, s, shade)


def _high_window(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    paint = hand.light.paint("black") if hand.light.dark else hand.light.paint("glass", tone=0.08)
    return hand.rects(s, [(0, 0, s.w, s.h)], paint, 0, "edge") + hand.segments(
        s, [(s.w / 2, 0, s.w / 2, s.h)], "detail"
    )


def _hatch(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a ship's door: eight-cornered, with a seam and two stripes."""
    c = min(s.w, s.h) * 0.18
    ring = [(c, 0), (s.w - c, 0), (s.w, c), (s.w, s.h - c), (s.w - c, s.h), (c, s.h), (0, s.h - c), (0, c)]
    marks = hand.shape(s, ring, hand.light.paint("dark metal", tone=0.3), shade, "silhouette")
    stripes = [(0.06, s.h * 0.5, s.w - 0.06, s.h * 0.56)]
    return (
        marks
        + hand.segments(s, [(s.w / 2, 0, s.w / 2, s.h)], "edge")
        + hand.rects(s, stripes, hand.light.bright("yellow"), 0, "detail")
    )


def _screen_wall(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("dark metal"), 0, "edge") + screens(hand, s, shade)


def _banner(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    ring = [(0, s.h * 0.12), (s.w / 2, 0), (s.w, s.h * 0.12), (s.w, s.h), (0, s.h)]
    mark = [(s.w * 0.5, s.h * 0.35), (s.w * 0.75, s.h * 0.58), (s.w * 0.5, s.h * 0.8), (s.w * 0.25, s.h * 0.58)]
    return hand.shape(s, ring, hand.light.paint("red"), shade, "edge") + hand.shape(
        s, mark, hand.light.paint("white"), 0, "detail"
    )


def _arch(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a pointed opening into the dark, or into daylight when it is high up."""
    half = [(s.w * (1 - cos(pi / 2 * k / 6)) / 2, s.h * (0.6 + 0.4 * sin(pi / 2 * k / 6))) for k in range(7)]
    ring = [(0, 0), (s.w, 0), *[(s.w - u, v) for u, v in half], *half[::-1]]
    lit = float(s.origin[1]) > 0.6 and not hand.light.dark
    paint = hand.light.paint("paper") if lit else hand.light.paint("black")
    marks = hand.shape(s, ring, paint, 0, "silhouette")
    bars = [(s.w * k / 3, 0.02, s.w * k / 3, s.h * 0.85) for k in (1, 2)]
    return marks + (hand.segments(s, bars, "detail") if lit else [])


def _chains(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    links = [(u, s.h * k / 9, u, s.h * (k + 0.7) / 9) for u in (s.w * 0.2, s.w * 0.8) for k in range(9)]
    return hand.segments(s, links, "edge")


def _mirror_wall(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    glint = [(s.w * 0.1, s.h * 0.3), (s.w * 0.1, s.h * 0.5), (s.w * 0.4, s.h * 0.9), (s.w * 0.52, s.h * 0.9)]
    return hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("glass"), 0, "edge") + hand.shape(
        s, glint, hand.light.paint("white")
    )


def _tiles(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("tile", tone=0.08), 0, "detail") + grid(
        hand, s, (0.15, 0.15), 0.8
    )


def _panel_strip(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("metal"), 0, "edge")
    knobs = [(u, s.h * 0.3, u + 0.1, s.h * 0.7) for u in (s.w * 0.15, s.w * 0.3, s.w * 0.6, s.w * 0.75)]
    return marks + hand.rects(s, knobs, hand.light.paint("white"), 0, "detail")


def _blinds(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("white"), 0, "detail")
    return marks + hand.segments(s, [(0, s.h * k / 5, s.w, s.h * k / 5) for k in range(1, 5)], "hair")


def _name_plate(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("white"), 0, "edge") + lettering(
        hand, s, (0.06, 0.05, s.w, s.h - 0.04)
    )


def _train_door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    half, dark = s.w / 2, hand.light.paint("black") if hand.light.dark else hand.light.paint("glass", tone=0.08)
    marks = hand.rects(s, [(0, 0, half, s.h), (half, 0, s.w, s.h)], hand.light.paint("metal"), shade, "edge")
    panes = [(0.1, s.h * 0.42, half - 0.08, s.h * 0.88), (half + 0.08, s.h * 0.42, s.w - 0.1, s.h * 0.88)]
    return marks + hand.rects(s, panes, dark, 0, "detail") + hand.segments(s, [(half, 0, half, s.h)], "edge")


def _end_door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("metal"), shade, "edge")
    pane = [(s.w * 0.2, s.h * 0.5, s.w * 0.8, s.h * 0.9)]
    marks += hand.rects(s, pane, hand.light.paint("glass", tone=0.15), 0, "detail")
    return marks + hand.segments(s, [(s.w * 0.86, s.h * 0.42, s.w * 0.86, s.h * 0.5)], "silhouette")


def _shutter_door(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    return hand.rects(s, [(0, 0, s.w, s.h)], hand.light.paint("metal", tone=0.08), shade, "edge") + grid(
        hand, s, (0, 0.16), 0.9
    )


def _wall_bars(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    posts = [(s.w * k / 2 - 0.04, 0, s.w * k / 2 + 0.04, s.h) for k in range(3)]
    rungs = [(0, v, s.w, v) for v in (0.2 + 0.2 * k for k in range(int(s.h / 0.2) - 1))]
    return hand.segments(s, rungs, "detail") + hand.rects(s, posts, hand.light.paint("wood"), shade, "detail")


FIXTURES: dict[str, Callable[[Hand, Surface, float], list[Mark]]] = {
    "window trees": window("trees"),
    "window city": window("city"),
    "window street": window("street"),
    "window sea": window("sea"),
    "window space": window("space"),
    "window sky": window("sky"),
    "door": _door,
    "blackboard": board("board"),
    "menu board": board("board"),
    "white board": board("white"),
    "notice board": _notice_board,
    "paper": _paper,
    "picture": _picture,
    "poster": _poster,
    "clock": _clock,
    "speaker": _speaker,
    "shelf": _shelf,
    "curtains": _curtains,
    "wardrobe doors": _wardrobe_doors,
    "high window": _high_window,
    "hatch": _hatch,
    "screens": _screen_wall,
    "banner": _banner,
    "arch": _arch,
    "chains": _chains,
    "mirror": _mirror_wall,
    "tiles panel": _tiles,
    "rail panel": _panel_strip,
    "blinds": _blinds,
    "name plate": _name_plate,
    "train door": _train_door,
    "train end door": _end_door,
    "shutter door": _shutter_door,
    "wall bars": _wall_bars,
    **BOARDS,
    **HANGINGS,
}
