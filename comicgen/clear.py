"""A frame into its panel's staging, with no head where a frame set into it or the fold of a spread would take it.

The staging knows nothing of frames; whoever stands ill is moved aside in the panel and it is staged anew.
"""

from collections.abc import Sequence
from dataclasses import replace

from .geometry import Rect, bounds
from .layout import Frame
from .script import Panel, Script
from .staging import Anchor, Staging, anchors, stage

TRIES = 4
MARGIN, EDGE = 0.012, 0.02
"""Clear of a hole, and of the frame's sides, in fractions of its width."""


def staged(frame: Frame, script: Script) -> Staging:
    """Return a frame's staging: of a few tries, the one with the least of any head in a hole of the frame."""
    panel, aspect = frame.panel, frame.box.w / frame.box.h
    best = stage(panel, aspect, script)
    holes = [_part(bounds(hole), frame.box) for hole in frame.holes]
    if not holes:
        return best
    found, least = best, _taken(anchors(best), holes)
    for _ in range(TRIES):
        if not least:
            break
        panel = _aside(panel, anchors(found), holes)
        found = stage(panel, aspect, script)
        taken = _taken(anchors(found), holes)
        best, least = (found, taken) if taken < least else (best, least)
    return best


def _part(hole: Rect, box: Rect) -> Rect:
    return Rect((hole.x - box.x) / box.w, (hole.y - box.y) / box.h, hole.w / box.w, hole.h / box.h)


def _taken(people: Sequence[Anchor], holes: Sequence[Rect]) -> float:
    """Return how much of all heads lies in holes, in whole heads."""
    return sum(a.head.overlap(hole) / max(a.head.w * a.head.h, 1e-9) for a in people for hole in holes)


def _aside(panel: Panel, people: Sequence[Anchor], holes: Sequence[Rect]) -> Panel:
    """Return the panel with everyone whose head lies in a hole moved beside it, the shorter way."""
    moved = {a.character: a.head.centre[0] + _way(a.head, holes) for a in people if _way(a.head, holes)}
    cast = tuple(
        replace(c, at=min(max(moved[c.character.id], 0.0), 1.0)) if c.character.id in moved else c for c in panel.cast
    )
    return replace(panel, cast=cast)


def _way(head: Rect, holes: Sequence[Rect]) -> float:
    """Return how far a head must go to the left (negative) or right to leave the holes; 0 where it is in none."""
    for hole in holes:
        if head.overlap(hole) > 0:
            left, right = hole.x - MARGIN - head.right, hole.right + MARGIN - head.x
            ways = [w for w in (left, right) if head.x + w > EDGE and head.right + w < 1 - EDGE]
            return min(ways, key=abs, default=0.0)
    return 0.0
