"""Strokes into filled ribbons, all strokes of a picture at once: tapered, slightly uneven, as a pen draws them.

All strokes lie end to end in one long array with their arc lengths, so that resampling, wobble, pressure and
normals are a few array operations for the whole picture.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...drawing import Contour
from .marks import Array, Stroke

STEP = 2.2
"""Frame units between points of a straight line, so that it can waver."""
DENSE = 0.16
"""Points nearer to each other than this are merged."""
TIP = 0.36
"""Share of a line's weight left at its tip."""
RUN = 0.13
"""Share of a line's length after which it has its full weight."""
PRESSURE = 0.11
"""Unevenness of the weight."""
LONG, SHORT = 42.0, 15.0
"""Wavelengths of the wobble in frame units."""
THIN = 0.05
"""Frame units: no line is thinner."""
FLAT = 0.009
"""Frame units: a point this near to the line between its neighbours is left out: a fifteenth of a pixel."""

BEYOND = 2.0
"""Frame units outside the frame from which a stroke is left out."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How a hand draws: multiples of a stroke's own weight and wobble, unevenness of pressure, thinnest line."""

    weight: float = 1.0
    wobble: float = 1.0
    pressure: float = PRESSURE
    thinnest: float = THIN
    shake: float = 0.0
    """Frame units of wobble added to every stroke."""


@dataclass(slots=True, eq=False)
class _Lines:
    """Points of all strokes: which stroke, how far along it in frame units, weight."""

    points: Array
    owner: Any
    along: Array
    width: Array
    length: Array
    """Of each stroke."""
    first: Any
    """Index of the first point of each stroke that has any, and of the last one."""
    last: Any
    closed: Any
    """Of each stroke."""


def ribbons(strokes: Sequence[Stroke], seed: int, pen: Pen, width: float = math.inf) -> list[tuple[Contour, ...]]:
    """Return the filled contours of each stroke, in order; a closed stroke is a band of two contours.

    ``pen`` scales weight and wobble. Empty for a stroke without length or beyond a frame of ``width``.
    """
    if not strokes:
        return []
    lines = _resampled(_joined(strokes, width))
    dice = np.random.default_rng(seed).random((len(strokes), 4))
    x, y = _tangents(lines)
    normal = np.array((-y, x))
    middle = lines.points.T + normal * _waver(lines, strokes, (dice, pen))
    half = normal * (_pressure(lines, strokes, (dice, pen)) / 2)
    return _bands(*_thinned(lines.owner, np.concatenate([middle + half, middle - half])), lines.length, strokes)


def _joined(strokes: Sequence[Stroke], frame: float) -> _Lines:
    """Return the strokes that the frame may show end to end; a closed one comes back to its first point."""
    counts, closed = np.array([len(s.points) for s in strokes]), np.array([s.closed for s in strokes])
    weights = [s.width for s in strokes]
    own = [k for k, w in enumerate(weights) if isinstance(w, np.ndarray) and w.ndim]
    parts = [weights[k] for k in own]
    for k in own:
        weights[k] = 0.0
    width = np.repeat(np.array(weights, dtype=float), counts)
    if own:
        varied = np.zeros(len(strokes), dtype=bool)
        varied[own] = True
        width[np.repeat(varied, counts)] = np.concatenate(parts)
    points = np.concatenate([s.points for s in strokes]).astype(float)
    whole = (counts + closed) * _inside(points, counts, frame)
    owner = np.repeat(np.arange(len(strokes)), whole)
    index = np.arange(len(owner)) - np.repeat(np.cumsum(whole) - whole, whole)
    index[index == counts[owner]] = 0
    index += np.repeat(np.cumsum(counts) - counts, whole)
    return _measured(points[index], owner, width[index], closed)


def _inside(points: Array, counts: Any, width: float) -> Any:
    """Tell which strokes of so many points may touch the frame."""
    starts, inside = np.cumsum(counts) - counts, counts > 0
    low, high = (f.reduceat(points, starts[inside]) for f in (np.minimum, np.maximum))
    inside[inside] = ((high > -BEYOND) & (low < (width + BEYOND, 100 + BEYOND))).all(axis=1)
    return inside


def _measured(points: Array, owner: Any, width: Array, closed: Any) -> _Lines:
    new = np.flatnonzero(owner[1:] != owner[:-1])
    first, last = np.concatenate([[0], new + 1])[: len(owner)], np.concatenate([new, [len(owner) - 1]])[: len(owner)]
    step = np.zeros(len(points))
    x, y = (points[1:] - points[:-1]).T
    step[1:] = np.sqrt(x * x + y * y)
    step[first] = 0.0
    along, length = np.cumsum(step), np.zeros(len(closed))
    along -= np.repeat(along[first], last - first + 1)
    length[owner[last]] = along[last]
    return _Lines(points, owner, along, width, length, first, last, closed)


def _resampled(lines: _Lines) -> _Lines:
    """Merge points that crowd and put new ones into long straight pieces; corners stay."""
    cell = np.floor(lines.along / DENSE)
    keep = np.ones(len(cell), dtype=bool)
    keep[1:] = cell[1:] != cell[:-1]
    keep[lines.first], keep[lines.last] = True, True
    points, owner, along, width = lines.points[keep], lines.owner[keep], lines.along[keep], lines.width[keep]
    pieces = np.ones(len(points), dtype=int)
    pieces[:-1] = np.where(owner[1:] == owner[:-1], np.maximum(1, np.ceil((along[1:] - along[:-1]) / STEP)), 1)
    index = np.repeat(np.arange(len(points)), pieces)
    part = np.arange(len(index)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    t = part / pieces[index]
    after = np.minimum(index + 1, len(points) - 1)
    fine = points[index] + (points[after] - points[index]) * t[:, None]
    weight = width[index] + (width[after] - width[index]) * t
    return _measured(fine, owner[index], weight, lines.closed)


def _tangents(lines: _Lines) -> Array:
    """Return the ways of the strokes (2, n) at each point, of length one."""
    p, first, last = lines.points.T, lines.first, lines.last
    way = np.empty((2, len(lines.owner)))
    way[:, 1:-1] = p[:, 2:] - p[:, :-2]
    loop = lines.closed[lines.owner[first]] & (last - first > 2)
    way[:, first] = p[:, np.minimum(first + 1, last)] - p[:, np.where(loop, last - 1, first)]
    way[:, last] = p[:, np.where(loop, first + 1, last)] - p[:, np.maximum(last - 1, first)]
    way /= np.maximum(np.sqrt(way[0] * way[0] + way[1] * way[1]), 1e-9)
    return way


def _waver(lines: _Lines, strokes: Sequence[Stroke], hand: tuple[Array, Pen]) -> Array | float:
    """Return how far aside of its stroke each point lies."""
    dice, pen = hand
    size = np.array([s.wobble for s in strokes]) * pen.wobble + pen.shake
    if not size.any():
        return 0.0
    size = size * np.minimum(1.0, lines.length / 30.0)
    turn = 2 * np.pi
    wave = 0.65 * np.sin(turn * (lines.along / LONG + dice[lines.owner, 0]))
    wave += 0.35 * np.sin(turn * (lines.along / SHORT + dice[lines.owner, 1]))
    edge = np.minimum(lines.along, lines.length[lines.owner] - lines.along)
    wave = np.where(lines.closed[lines.owner], wave * np.minimum(np.maximum(edge / 4.0, 0.0), 1.0), wave)
    aside: Array = wave * size[lines.owner]
    return aside


def _pressure(lines: _Lines, strokes: Sequence[Stroke], hand: tuple[Array, Pen]) -> Array:
    """Return the weight of each point."""
    dice, pen = hand
    q = lines.along / np.maximum(lines.length, 1e-9)[lines.owner]
    tip = TIP + (1 - TIP) * np.minimum(np.maximum(np.minimum(q, 1 - q) / RUN, 0.0), 1.0) ** 0.7
    taper = (np.array([s.taper for s in strokes]) & ~lines.closed)[lines.owner]
    wave = 1 + pen.pressure * np.sin(2 * np.pi * (lines.along / 24.0 + dice[lines.owner, 2]))
    weight: Array = lines.width * pen.weight * np.where(taper, tip, 1.0)
    weight *= np.where(lines.closed[lines.owner], 1.0, wave)
    floor = np.where(taper, pen.thinnest * 0.7, pen.thinnest)
    return np.maximum(weight, np.where(lines.width > 0, floor, 0.0))


def _thinned(owner: Any, edges: Array) -> tuple[Any, Array]:
    """Return the points of both edges (4, n), and whose they are, without every second one that says nothing."""
    for _ in range(2):
        inner = np.flatnonzero((owner[2:] == owner[:-2]) & (_within(owner)[1:-1] % 2 == 1)) + 1
        before = edges[:, inner - 1]
        (ax, ay, bx, by), (px, py, qx, qy) = edges[:, inner + 1] - before, edges[:, inner] - before
        off, too = ax * py - ay * px, bx * qy - by * qx
        least = FLAT * FLAT
        flat = (off * off < least * (ax * ax + ay * ay)) & (too * too < least * (bx * bx + by * by))
        keep = np.ones(len(owner), dtype=bool)
        keep[inner[flat]] = False
        owner, edges = owner[keep], edges[:, keep]
    return owner, edges


def _within(owner: Any) -> Any:
    """Return the number of each point within its stroke."""
    number = np.arange(len(owner))
    first = np.where(owner[1:] != owner[:-1], number[1:], 0)
    number[1:] -= np.maximum.accumulate(first)
    return number


def _bands(owner: Any, edges: Array, length: Array, strokes: Sequence[Stroke]) -> list[tuple[Contour, ...]]:
    """Return the contours of each stroke: along one edge and back along the other, or round both of a closed one."""
    ends = np.searchsorted(owner, np.arange(len(strokes) + 1))
    there, back = np.arange(len(owner)) + ends[owner], 2 * ends[owner + 1] - 1 - np.arange(len(owner)) + ends[owner]
    round_trip = np.empty((2 * len(owner), 2))
    round_trip[there], round_trip[back] = edges[:2].T, edges[2:].T
    out: list[tuple[Contour, ...]] = []
    stops = (2 * ends).tolist()
    for stroke, start, end, long in zip(strokes, stops, stops[1:], length.tolist(), strict=False):
        half = (start + end) // 2
        if half - start < 2 or long < 1e-6:
            out.append(())
        elif stroke.closed:
            out.append((Contour(round_trip[start : half - 1]), Contour(round_trip[half + 1 : end])))
        else:
            out.append((Contour(round_trip[start:end]),))
    return out
