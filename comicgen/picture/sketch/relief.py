"""Ink that runs over solid black into lines of bare paper, so that folds, seams and sleeves show on a black coat.

What lies under a line is read off a small map of the figure: its areas are filled in paint order, black or not, and
each line looks at the map on both its sides before the next area is laid over it.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from .marks import Area, Array, Mark, Stroke
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
    if not any(isinstance(m, Area) and m.paint.black for m in marks):
        return list(marks)
    below, begun = Topmost(width, FINE), False
    out: list[Mark] = []
    for mark, places in zip(marks, _spots(marks, below), strict=True):
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


def _spots(marks: Sequence[Mark], below: Topmost) -> list[Any]:
    """Return for each stroke the pixels (k, 2 sides, 2) where it looks, None for all else."""
    strokes = [(i, m) for i, m in enumerate(marks) if isinstance(m, Stroke) and not m.white and len(m.points) > 1]
    out: list[Any] = [None] * len(marks)
    if not strokes:
        return out
    index = [_places(m) for _, m in strokes]
    here = np.concatenate([m.points[k] for (_, m), k in zip(strokes, index, strict=True)])
    way = np.concatenate([_ahead(m, k) for (_, m), k in zip(strokes, index, strict=True)])
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    reach = np.concatenate([np.full(len(k), np.max(m.width) / 2 + ASIDE) for (_, m), k in zip(strokes, index, strict=True)])
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1) * reach[:, None]
    pixels = below.pixels(np.stack([here + aside, here - aside], axis=1))
    ends = np.cumsum([len(k) for k in index])
    for (i, _), part in zip(strokes, np.split(pixels, ends[:-1]), strict=True):
        out[i] = part
    return out


def _places(stroke: Stroke) -> Any:
    """Return the points of a stroke at which it looks, more of a long one."""
    points = stroke.points
    span = float(np.abs(np.diff(points, axis=0)).sum())
    return np.unique(np.linspace(0, len(points) - 1, int(np.clip(span / APART, 3, 80))).round().astype(int))


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
