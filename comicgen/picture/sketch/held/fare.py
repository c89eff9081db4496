"""Food and drink in one hand into parts: a wine glass, an apple, bread, an ice cream."""

from ....drawing import Colour
from ..hulls import outline
from ..loft import unit
from ..tubes import tube
from .hold import Hold, upright

WINE: Colour = (150, 44, 60)
CONE: Colour = (214, 160, 96)
STALK: Colour = (96, 70, 48)
AHEAD = 0.05
"""Metres: what is bitten into is so far before the palm."""


def glass(hold: Hold) -> None:
    """Add a glass held by its stem, some wine in it."""
    h = upright(hold)
    h.rod(h.point(up=-0.1), h.point(up=0.03), 0.005, h.colour)
    _turned(h, ((-0.104, 0.034), (-0.098, 0.032)), h.colour)
    _turned(h, ((0.02, 0.008), (0.045, 0.036), (0.09, 0.042), (0.13, 0.036)), h.colour)
    _turned(h, ((0.022, 0.007), (0.045, 0.032), (0.078, 0.038)), WINE, 0.002)


def apple(hold: Hold) -> None:
    """Add an apple with its stalk."""
    h = upright(hold)
    middle = h.point(out=AHEAD)
    h.ball(middle, 0.054, h.colour, 0.004)
    h.rod(middle + h.up * 0.046 * h.scale, middle + h.up * 0.074 * h.scale, 0.004, STALK, 0.005)


def bread(hold: Hold) -> None:
    """Add a roll, cut across its crust."""
    h = upright(hold)
    middle, way = h.point(out=AHEAD), unit(h.palm + h.out * 0.4)
    keys = ((0.0, 0.012, 0.012), (0.15, 0.036, 0.036), (0.5, 0.046, 0.046), (0.85, 0.036, 0.036), (1.0, 0.012, 0.012))
    body = tube(middle - way * 0.075 * h.scale, middle + way * 0.075 * h.scale, h.up, keys, scale=h.scale, rows=9)
    part = h.part(outline(body, h.sitter.pen.camera), h.colour, 0.004)
    for step in (-0.03, 0.0, 0.03):
        slit = middle + (way * step + h.up * 0.03) * h.scale
        part.after += h.line(slit - way * 0.012 * h.scale, slit + (way * 0.012 + h.up * 0.012) * h.scale, weight=0.5)


def ice_cream(hold: Hold) -> None:
    """Add a cone in the fist with a ball on it."""
    h = upright(hold)
    _turned(h, ((-0.07, 0.004), (0.07, 0.034)), CONE, 0.001)
    h.ball(h.point(up=0.088), 0.042, h.colour, 0.003)


def _turned(h: Hold, keys: tuple[tuple[float, float], ...], colour: Colour, near: float = 0.0) -> None:
    """Add a body turned about the hold's upright axis: (up, radius) from its foot."""
    low, high = keys[0][0], keys[-1][0]
    table = tuple(((u - low) / (high - low), r, r) for u, r in keys)
    body = tube(h.point(up=low), h.point(up=high), h.out, table, scale=h.scale, rows=max(9, 2 * len(keys)))
    h.part(outline(body, h.sitter.pen.camera), colour, near)
