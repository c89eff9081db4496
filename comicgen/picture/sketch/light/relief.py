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
from .topmost import Topmost

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
    solid = [r for m in marks if isinstance(m, Area) and m.paint.black for r in m.rings]
    if not solid:
        return list(marks)
    below, begun, corners = Topmost(width, FINE), False, np.concatenate(solid)
    box = (corners.min(axis=0), corners.max(axis=0))
    out: list[Mark] = []
    for mark, places in zip(marks, _spots(marks, below, box), strict=True):
        if isinstance(mark, Area):
            black = mark.paint.black and mark.fade is None
            begun = begun or black
            if begun:
                below.lay(mark, int(black))
            out.append(mark)
        elif places is None or not begun:
            out.append(mark)
        else:
            out += _split(mark, [bool(below.seen[a, b] and below.seen[c, d]) for (a, b), (c, d) in places.tolist()])
    return out


def _spots(marks: Sequence[Mark], below: Topmost, box: tuple[Array, Array]) -> list[Any]:
    """Return for each stroke the pixels (k, 2 sides, 2) where it looks, None for all else and outside of the box."""
    strokes = [(i, m) for i, m in enumerate(marks) if isinstance(m, Stroke) and not m.white and _touches(m, box)]
    out: list[Any] = [None] * len(marks)
    if not strokes:
        return out
    index = [_places(m) for _, m in strokes]
    here = np.concatenate([m.points[k] for (_, m), k in zip(strokes, index, strict=True)])
    way = np.concatenate([_ahead(m, k) for (_, m), k in zip(strokes, index, strict=True)])
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    wide = [float(np.max(m.width)) / 2 + ASIDE for _, m in strokes]
    reach = np.repeat(wide, [len(k) for k in index])
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1) * reach[:, None]
    pixels = below.pixels(np.stack([here + aside, here - aside], axis=1))
    ends = np.cumsum([len(k) for k in index])
    for (i, _), part in zip(strokes, np.split(pixels, ends[:-1]), strict=True):
        out[i] = part
    return out


def _touches(stroke: Stroke, box: tuple[Array, Array]) -> bool:
    points = stroke.points
    if len(points) < 2:
        return False
    low, high = points.min(axis=0), points.max(axis=0)
    return bool((low < box[1]).all() and (high > box[0]).all())


def _places(stroke: Stroke) -> Any:
    """Return the points of a stroke at which it looks, more of a long one."""
    points, last = stroke.points, len(stroke.points) - 1
    span = float(np.abs(points[1:] - points[:-1]).sum())
    step = max(1.0, last / min(max(span / APART, 2.0), 80.0))
    return np.append(np.arange(0.0, last - 0.5, step).astype(int), last)


def _ahead(stroke: Stroke, index: Any) -> Array:
    last = len(stroke.points) - 1
    way: Array = stroke.points[np.minimum(index + 1, last)] - stroke.points[np.maximum(index - 1, 0)]
    return way


def _split(stroke: Stroke, black: Sequence[bool]) -> list[Mark]:
    """Return a stroke in pieces, those over black in relief."""
    if not any(black):
        return [stroke]
    if all(black):
        return [_raised(stroke)]
    points, width = stroke.points, np.broadcast_to(np.asarray(stroke.width, dtype=float), len(stroke.points))
    if stroke.closed:
        points, width = np.concatenate([points, points[:1]]), np.concatenate([width, width[:1]])
    index, last = _places(stroke), len(points) - 1
    cuts = [0, *((index[k] + index[k + 1]) // 2 for k in range(len(index) - 1) if black[k] != black[k + 1]), last]
    pieces: list[Mark] = []
    over = black[0]
    for a, b in pairwise(cuts):
        if b > a:
            piece = replace(stroke, points=points[a : b + 1], width=width[a : b + 1], closed=False, taper=False)
            pieces.append(_raised(piece) if over else piece)
        over = not over
    return pieces


def _raised(stroke: Stroke) -> Stroke:
    return replace(stroke, width=THINNER * np.asarray(stroke.width), relief=True)
