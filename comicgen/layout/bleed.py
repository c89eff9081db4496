"""Weighty frames at the edge of a page out over its trim."""

from collections.abc import Sequence

from ..geometry import Rect
from . import Template
from .tree import Box
from .wish import Wish

WEIGHTY = 1.8
"""A panel of this weight may bleed, if no other on its page comes near it."""
AHEAD = 1.35
TOUCHES = 0.01


def bleeding(wishes: Sequence[Wish], boxes: Sequence[Box], preset: Template, spine: str) -> dict[int, Rect]:
    """Return the start boxes of frames that bleed: a splash on all sides, else one frame away from the spine.

    ``spine`` is the side, left or right, where the page is bound: a bleed into it would be lost there.
    """
    if preset.bleed <= 0 or not wishes:
        return {}
    over = preset.trim.inset(-preset.bleed)
    if len(wishes) == 1:
        return {0: over} if wishes[0].weight >= 1 else {}
    ranked = sorted(range(len(wishes)), key=lambda k: (-wishes[k].weight, k))
    first, second = wishes[ranked[0]].weight, wishes[ranked[1]].weight
    if first < WEIGHTY or first < AHEAD * second:
        return {}
    start = _start(boxes[ranked[0]], preset.frame, over, spine)
    return {ranked[0]: start} if start != preset.frame else {}


def _start(box: Box, frame: Rect, over: Rect, spine: str) -> Rect:
    """Return the frame area, opened to the bleed on the free sides that the box touches."""
    x, y, w, h = box
    left = over.x if x < frame.x + TOUCHES and spine != "left" else frame.x
    right = over.right if x + w > frame.right - TOUCHES and spine != "right" else frame.right
    top = over.y if y < frame.y + TOUCHES else frame.y
    bottom = over.bottom if y + h > frame.bottom - TOUCHES else frame.bottom
    return Rect(left, top, right - left, bottom - top)
