"""Backs of houses along an alley into marks: doors, meters, bills and vents at the foot, windows high up."""

from collections.abc import Callable

import numpy as np

from ..marks import Mark
from .boards import BOARDS, part
from .facades import FACADES, bricks, lettering
from .hand import AROUND, Hand
from .hangings import HANGINGS
from .surfaces import Surface

ALLEY: tuple[tuple[str, float, float, float], ...] = (
    ("meter", 0.36, 0.3, 1.5),
    ("vent", 0.6, 0.4, 0.5),
    ("poster", 0.7, 0.9, 1.0),
    ("back door", 0.95, 0.0, 2.05),
    ("scrawl", 1.7, 0.7, 0.6),
    ("high pane", 0.9, 1.5, 0.7),
    ("shutter", 1.6, 0.0, 2.1),
)
"""What the foot of a back wall holds in turn: what draws it, width, height of its foot, height."""
BAYS = 15
"""Parts of a back wall's foot, each with bricks of its own: none of them is bare to one who stands before it."""


def alley_wall(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return the back of houses: bricks in patches, doors, meters and vents at its foot, pipes over them, windows."""
    bays = np.array([(k / BAYS, v, (k + 1) / BAYS, v + 0.15) for k in range(BAYS) for v in (0.0, 0.13, 0.26)])
    corners = s.points(bays[:, AROUND].reshape(-1, 4, 2) * (s.w, s.h))
    low = [part(s, *bay) for bay in bays[hand.in_sight(hand.view(corners))].tolist()]
    marks = [m for p in (s, *low) for m in bricks(hand, p, shade)] + _upper_windows(hand, s, shade)
    u, k = 0.5, 0
    while u < s.w - 2.0:
        name, w, v, h = ALLEY[k % len(ALLEY)]
        place = part(s, u / s.w, v / s.h, (u + w) / s.w, (v + h) / s.h)
        if hand.pitch(place)[1] * h * hand.detail > 1.5:
            marks += FOOT[name](hand, place, shade)
        u, k = u + w + 0.75, k + 1
    line = part(s, 0.0, 2.55 / s.h, 1.0, 2.75 / s.h)
    return marks + BOARDS["pipes"](hand, line, shade)


def _upper_windows(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    over = part(s, 0.0, 3.2 / s.h, 1.0, 1.0)
    return FACADES["side windows"](hand, over, shade)


def _high_pane(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    paint = hand.light.bright() if hand.light.dark else hand.light.paint("glass", tone=0.4)
    marks = hand.rects(s, [(0, 0, s.w, s.h)], paint, 0, "edge")
    return marks + hand.segments(s, [(s.w * k / 5, -0.05, s.w * k / 5, s.h + 0.05) for k in range(1, 5)], "detail")


def _bill(hand: Hand, s: Surface, shade: float) -> list[Mark]:
    """Return a torn bill over another."""
    under = hand.rects(s, [(-0.12, 0.1, s.w * 0.7, s.h + 0.08)], hand.light.paint("card"), 0, "hair")
    torn = [(0, 0.06), (s.w * 0.3, 0), (s.w, 0.05), (s.w, s.h * 0.8), (s.w * 0.8, s.h), (0, s.h)]
    return (
        under
        + hand.shape(s, torn, hand.light.paint("paper"), 0, "detail")
        + lettering(hand, s, (s.w * 0.14, s.h * 0.5, s.w * 0.9, s.h * 0.72))
    )


FOOT: dict[str, Callable[[Hand, Surface, float], list[Mark]]] = {
    "meter": HANGINGS["meter"],
    "vent": HANGINGS["vent"],
    "poster": _bill,
    "back door": BOARDS["office door"],
    "scrawl": HANGINGS["scrawl"],
    "high pane": _high_pane,
    "shutter": BOARDS["kiosk shutter"],
}
"""What draws each of them."""
