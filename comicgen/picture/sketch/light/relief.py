"""Ink that runs over solid black into lines of bare paper, so that folds, seams and sleeves show on a black coat.

What lies under a line is read off a small map of the figure: its areas are filled in paint order, black or not, and
each line looks at the map on both its sides before the next area is laid over it.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from ..marks import Area, Array, Mark, Stroke
from .topmost import Shapes, Topmost

FINE = 4.0
"""Pixels of the map in a frame unit."""
APART = 1.1
"""Frame units between the places where a line looks."""
ASIDE = 0.22
"""Frame units off its edge."""
THINNER = 0.8
"""A line of paper looks wider than one of ink."""


def relieved(marks: Sequence[Mark], width: float) -> list[Mark]:
    """Return the marks of a figure with its lines over black areas in relief; ``width`` is the frame's."""
    areas = [m for m in marks if isinstance(m, Area)]
    solid = [a.paint.black and a.fade is None for a in areas]
    if not any(solid):
        return list(marks)
    below, shapes = Topmost(width, FINE), Shapes(areas, FINE)
    low, high = shapes.boxes()
    box = (low[solid], high[solid])
    laid = _meet(low, high, box).tolist()  # else it can cover nothing black
    looks = iter(_looks([m for m in marks if isinstance(m, Stroke)], below, box))
    out: list[Mark] = []
    k, begun = 0, False
    for mark in marks:
        if isinstance(mark, Area):
            begun = begun or solid[k]
            if begun and laid[k]:
                below.lay(shapes, k, int(solid[k]))
            out.append(mark)
            k += 1
        elif (look := next(looks)) is None or not begun:
            out.append(mark)
        else:
            index, one, other = look
            out += _split(mark, index, (below.seen[one] & below.seen[other]).tolist())
    return out


_Look = tuple[Any, Any, Any]
"""Where a stroke looks: numbers of its points, and for each the pixels on both sides of it."""


def _meet(low: Array, high: Array, boxes: tuple[Array, Array]) -> Any:
    """Tell which boxes between corners (n, 2) meet any of others."""
    both = (low[:, None] < boxes[1]) & (high[:, None] > boxes[0])
    return np.logical_and(both[..., 0], both[..., 1]).any(axis=1)


def _looks(strokes: Sequence[Stroke], below: Topmost, boxes: tuple[Array, Array]) -> list[_Look | None]:
    """Return where each stroke looks, None for those of paper and outside of all boxes."""
    counts = np.array([len(s.points) for s in strokes], dtype=int)
    points = np.concatenate([*(s.points for s in strokes), np.zeros((1, 2))])
    starts, ends = np.cumsum(counts) - counts, np.cumsum(counts) - 1
    inside = _meet(np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts), boxes)
    inked = np.array([not s.white for s in strokes], dtype=bool)
    chosen = np.flatnonzero(inside & (counts > 1) & inked)
    first, last = starts[chosen], ends[chosen]
    index, many = _places(points, first, last)
    way = points[np.minimum(index + 1, np.repeat(last, many))] - points[np.maximum(index - 1, np.repeat(first, many))]
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    widths = [strokes[i].width for i in chosen.tolist()]
    reach = [(w.max() if isinstance(w, np.ndarray) else w) / 2 + ASIDE for w in widths]
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1) * np.repeat(reach, many)[:, None]
    here = points[index]
    one, other = below.pixels(here + aside), below.pixels(here - aside)
    numbers, at = index - np.repeat(first, many), 0
    found: list[_Look | None] = [None] * len(strokes)
    for i, n in zip(chosen.tolist(), many.tolist(), strict=True):
        found[i] = numbers[at : at + n], one[at : at + n], other[at : at + n]
        at += n
    return found


def _places(points: Array, first: Any, last: Any) -> tuple[Any, Any]:
    """Return the numbers of the points where strokes look that run from ``first`` to ``last``, and how many each has.

    A stroke looks at its ends and between them, more often where it is long.
    """
    along = np.concatenate([[0.0], np.cumsum(np.abs(points[1:] - points[:-1]).sum(axis=1))])
    looks = np.clip((along[last] - along[first]) / APART, 2.0, 80.0)
    step = np.maximum(1.0, (last - first) / looks)
    many = np.ceil((last - first - 0.5) / step).astype(int) + 1
    part = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    index = np.repeat(first, many) + (part * np.repeat(step, many)).astype(int)
    index[np.cumsum(many) - 1] = last
    return index, many


def _split(stroke: Stroke, index: Any, black: Sequence[int]) -> list[Mark]:
    """Return a stroke in pieces, those over black in relief; it looked at its points ``index``."""
    if not any(black):
        return [stroke]
    if all(black):
        return [replace(stroke, width=THINNER * stroke.width, relief=True)]
    points, width = stroke.points, stroke.width + np.zeros(len(stroke.points))
    if stroke.closed:
        points, width = np.concatenate([points, points[:1]]), np.concatenate([width, width[:1]])
    last = len(points) - 1
    halves = ((index[1:] + index[:-1]) // 2).tolist()
    cuts = [0, *(half for half, (a, b) in zip(halves, pairwise(black), strict=True) if a != b), last]
    pieces: list[Mark] = []
    over = bool(black[0])
    for a, b in pairwise(cuts):
        if b > a:
            pieces.append(stroke.piece(points[a : b + 1], (THINNER if over else 1.0) * width[a : b + 1], over))
        over = not over
    return pieces
