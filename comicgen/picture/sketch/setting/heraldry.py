"""What hangs in halls of old: tapestries, shields, leaded windows, scrolls."""

from collections.abc import Callable
from math import cos, pi, sin

from ..marks import Mark
from .facades import lettering
from .hand import Hand
from .surfaces import Surface


def _tapestry(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a woven picture: a border, a beast rampant as a shape, a fringe."""
    marks = hand.segments(s, [(-0.15, s.h, s.w + 0.15, s.h)], "silhouette")
    marks += hand.rects(s, [(0, 0.1, s.w, s.h)], hand.light.paint("red"), shade, "edge")
    marks += hand.rects(
        s, [(s.w * 0.1, 0.1 + s.w * 0.1, s.w * 0.9, s.h - s.w * 0.1)], hand.light.paint("canvas"), shade, "detail"
    )
    beast = (
        (0.3, 0.2),
        (0.42, 0.2),
        (0.4, 0.36),
        (0.55, 0.42),
        (0.66, 0.22),
        (0.76, 0.24),
        (0.68, 0.46),
        (0.7, 0.62),
        (0.84, 0.72),
        (0.68, 0.74),
        (0.62, 0.86),
        (0.5, 0.8),
        (0.46, 0.68),
        (0.26, 0.72),
        (0.4, 0.58),
        (0.3, 0.42),
    )
    marks += hand.shape(s, [(u * s.w, v * s.h) for u, v in beast], hand.light.paint("navy"), 0, "detail")
    return marks + hand.segments(s, [(s.w * k / 14, 0, s.w * k / 14, 0.1) for k in range(15)], "detail")


def _shield(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a shield before two crossed swords."""
    c = s.w / 2
    marks: list[Mark] = []
    for d in (-1, 1):
        a, b = (c - d * s.w * 0.5, 0.0), (c + d * s.w * 0.5, s.h)
        side = 0.03 * s.w
        marks += hand.shape(
            s,
            [(a[0] - side, a[1]), (a[0] + side, a[1]), (b[0] + side, b[1]), (b[0] - side, b[1])],
            hand.light.paint("metal"),
            0,
            "detail",
        )
        grip = (a[0] + (b[0] - a[0]) * 0.14, s.h * 0.14)
        marks += hand.segments(
            s,
            [(grip[0] - 0.09 * s.w, grip[1] + 0.05 * s.h * d, grip[0] + 0.09 * s.w, grip[1] - 0.05 * s.h * d)],
            "silhouette",
        )
    ring = [
        (c, s.h * 0.1),
        (c + s.w * 0.3, s.h * 0.36),
        (c + s.w * 0.32, s.h * 0.8),
        (c, s.h * 0.86),
        (c - s.w * 0.32, s.h * 0.8),
        (c - s.w * 0.3, s.h * 0.36),
    ]
    half = [ring[0], ring[1], ring[2], ring[3]]
    return (
        marks
        + hand.shape(s, ring, hand.light.paint("white"), 0, "edge")
        + hand.shape(s, half, hand.light.paint("red"), shade, "detail")
    )


def _glazed(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a pointed window of leaded panes in a stone frame."""
    half = [(s.w * (1 - cos(pi / 2 * k / 6)) / 2, s.h * (0.62 + 0.38 * sin(pi / 2 * k / 6))) for k in range(7)]
    ring = [(0.0, 0.0), (s.w, 0.0), *[(s.w - u, v) for u, v in half], *half[::-1]]
    middle, wide = (s.w / 2, s.h * 0.45), 1.12
    outer = [(middle[0] + (u - middle[0]) * wide, middle[1] + (v - middle[1]) * 1.06) for u, v in ring]
    marks = hand.shape(s, outer, hand.light.paint("stone"), 0, "edge")
    glass = hand.light.paint("black") if hand.light.dark else hand.light.paint("pale glass", tone=0.0)
    marks += hand.shape(s, ring, glass, 0, "edge")
    n = max(3, round(s.h / 0.4))
    cross = [
        (s.w * a, s.h * 0.9 * k / n, s.w * b, s.h * 0.9 * (k + 1) / n)
        for k in range(n)
        for a, b in ((0.02, 0.5), (0.5, 0.02), (0.5, 0.98), (0.98, 0.5))
    ]
    marks += hand.segments(s, cross, "hair", white=hand.light.dark)
    marks += hand.segments(s, [(s.w / 2, 0, s.w / 2, s.h * 0.97), (0, s.h * 0.6, s.w, s.h * 0.6)], "edge")
    return marks + hand.segments(s, [(-0.2, -0.06, s.w + 0.2, -0.06)], "silhouette")


def _scroll(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    marks = hand.rects(s, [(0, 0.05, s.w, s.h - 0.05)], hand.light.paint("paper"), 0, "detail")
    marks += hand.rects(
        s,
        [(-0.06, 0, s.w + 0.06, 0.06), (-0.06, s.h - 0.06, s.w + 0.06, s.h)],
        hand.light.paint("dark wood"),
        0,
        "detail",
    )
    return marks + lettering(hand, s, (s.w * 0.25, s.h * 0.12, s.w * 0.75, s.h * 0.88), upright=True)


HERALDRY: dict[str, Callable[[Hand, Surface, float], list[Mark]]] = {
    "tapestry": _tapestry,
    "shield": _shield,
    "glazed arch": _glazed,
    "scroll": _scroll,
}
