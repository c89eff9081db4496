"""Ink that runs over solid black into lines of bare paper, so that folds, seams and sleeves show on a black coat.

What lies under a line is read off a small map of the figure: its areas are filled in paint order, black or not, and
each line looks at the map on both its sides before the next area is laid over it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
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
    laid = _meet(low, high, box)  # else it can cover nothing black
    laid[: solid.index(True)] = False
    looks = _looks([m for m in marks if isinstance(m, Stroke)], below, box)
    k = stroke = done = 0
    black = np.zeros(looks.ends[-1], dtype=bool)
    for mark in marks:
        if isinstance(mark, Stroke):
            stroke += 1
            continue
        if laid[k] and done < len(black):
            # All lines since the last area look at once, before this one is laid.
            looks.read(below, black, done, looks.ends[stroke])
            done = looks.ends[stroke]
            below.lay(shapes, shapes.rings(k), int(solid[k]))
        k += 1
    looks.read(below, black, done, looks.ends[-1])
    return _parted(marks, looks, black)


@dataclass(frozen=True, slots=True, eq=False)
class _Looks:
    """Where the strokes of a figure look, those of one after those of the other."""

    ends: Sequence[int]
    """Where those of each stroke begin, and the end of all."""
    index: Any
    """The points of its stroke that look."""
    one: Any
    """The pixels on one side."""
    other: Any

    def read(self, below: Topmost, black: Any, start: int, stop: int) -> None:
        """Tell which looks of a stretch have black on both sides now."""
        if start < stop:
            black[start:stop] = below.seen[self.one[start:stop]] & below.seen[self.other[start:stop]]


def _parted(marks: Sequence[Mark], looks: _Looks, black: Any) -> list[Mark]:
    """Return the marks with their strokes in pieces, those over black in relief."""
    ends = np.array(looks.ends)
    counted = np.concatenate([[0], np.cumsum(black)])[ends]
    over = (counted[1:] - counted[:-1]).tolist()
    turns = np.flatnonzero(black[1:] != black[:-1])  # from one stroke to the next too, but there nobody cuts
    halves = ((looks.index[turns] + looks.index[turns + 1]) // 2).tolist()
    firsts, lasts = (np.searchsorted(turns, e).tolist() for e in (ends[:-1], ends[1:] - 1))
    out: list[Mark] = []
    k = 0
    for mark in marks:
        if isinstance(mark, Area):
            out.append(mark)
            continue
        if not over[k]:
            out.append(mark)
        elif over[k] == looks.ends[k + 1] - looks.ends[k]:
            out.append(mark.relieved(THINNER * mark.width))
        else:
            out += _split(mark, halves[firsts[k] : lasts[k]], bool(black[looks.ends[k]]))
        k += 1
    return out


def _meet(low: Array, high: Array, boxes: tuple[Array, Array]) -> Any:
    """Tell which boxes between corners (n, 2) meet any of others."""
    both = (low[:, None] < boxes[1]) & (high[:, None] > boxes[0])
    return np.logical_and(both[..., 0], both[..., 1]).any(axis=1)


def _looks(strokes: Sequence[Stroke], below: Topmost, boxes: tuple[Array, Array]) -> _Looks:
    """Return where strokes look; those of paper and outside of all boxes do not."""
    counts = np.array([len(s.points) for s in strokes], dtype=int)
    points = np.concatenate([*(s.points for s in strokes), np.zeros((1, 2))])
    starts, ends = np.cumsum(counts) - counts, np.cumsum(counts) - 1
    inside = _meet(np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts), boxes)
    inked = np.array([not s.white for s in strokes], dtype=bool)
    chosen = np.flatnonzero(inside & (counts > 1) & inked)
    first, last = starts[chosen], ends[chosen]
    index, many = _places(points, first, last)
    way = points[np.minimum(index + 1, np.repeat(last, many))] - points[np.maximum(index - 1, np.repeat(first, many))]
    widths = [w if isinstance(w := strokes[i].width, np.ndarray) else (w,) for i in chosen.tolist()]
    sizes = np.array([len(w) for w in widths], dtype=int)
    widest = np.maximum.reduceat(np.concatenate([*widths, (0.0,)]), np.cumsum(sizes) - sizes)
    way *= (np.repeat(widest / 2 + ASIDE, many) / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9))[:, None]
    aside, here = np.stack([-way[:, 1], way[:, 0]], axis=1), points[index]
    each = np.zeros(len(strokes) + 1, dtype=int)
    each[chosen + 1] = many
    return _Looks(
        np.cumsum(each).tolist(), index - np.repeat(first, many), below.pixels(here + aside), below.pixels(here - aside)
    )


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


def _split(stroke: Stroke, cuts: Sequence[int], over: bool) -> list[Mark]:
    """Return a stroke in pieces between points, those over black in relief; ``over`` tells that the first is."""
    points, width = stroke.points, stroke.width + np.zeros(len(stroke.points))
    if stroke.closed:
        points, width = np.concatenate([points, points[:1]]), np.concatenate([width, width[:1]])
    thin = THINNER * width
    pieces: list[Mark] = []
    for a, b in pairwise((0, *cuts, len(points) - 1)):
        if b > a:
            pieces.append(stroke.piece(points[a : b + 1], (thin if over else width)[a : b + 1], over))
        over = not over
    return pieces
