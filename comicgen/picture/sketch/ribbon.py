"""Strokes into filled ribbons, all strokes of a picture at once: tapered, slightly uneven, as a pen draws them.

All strokes lie end to end in one long array with their arc lengths, so that resampling, wobble, pressure and
normals are a few array operations for the whole picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
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
FLAT = 0.006
"""Frame units: a point this near to the line between its neighbours is left out: a twentieth of a pixel."""


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
    starts: Any
    """Index of each stroke's first point."""
    counts: Any


def ribbons(strokes: Sequence[Stroke], seed: int, pen: Pen) -> list[tuple[Contour, ...]]:
    """Return the filled contours of each stroke, in order; a closed stroke is a band of two contours.

    ``pen`` scales weight and wobble. Empty for a stroke without length.
    """
    if not strokes:
        return []
    lines = _resampled(_joined(strokes))
    dice = np.random.default_rng(seed).random((len(strokes), 4))
    tangent = _tangents(lines, np.array([s.closed for s in strokes]))
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1)
    _waver(lines, normal, strokes, (dice, pen))
    half = _pressure(lines, strokes, (dice, pen))[:, None] / 2 * normal
    edges = np.concatenate([lines.points + half, lines.points - half], axis=1)
    return _bands(*_thinned(lines.owner, edges), lines.length.tolist(), strokes)


def _joined(strokes: Sequence[Stroke]) -> _Lines:
    """Return the strokes end to end; a closed one comes back to its first point."""
    parts = [part for s in strokes for part in ((s.points, s.points[:1]) if s.closed else (s.points,))]
    counts = np.array([len(s.points) + (s.closed and len(s.points) > 0) for s in strokes])
    points = np.concatenate(parts).astype(float)
    varied = np.array([isinstance(s.width, np.ndarray) and s.width.ndim > 0 for s in strokes])
    width = np.repeat([0.0 if v else float(s.width) for s, v in zip(strokes, varied.tolist(), strict=True)], counts)
    own = [w for s, v in zip(strokes, varied.tolist(), strict=True) if v for w in _weights(s)]
    if own:
        width[np.repeat(varied, counts)] = np.concatenate(own)
    return _measured(points, np.repeat(np.arange(len(strokes)), counts), width, len(strokes))


def _weights(stroke: Stroke) -> tuple[Array, ...]:
    width = np.asarray(stroke.width)
    return (width, width[:1]) if stroke.closed else (width,)


def _measured(points: Array, owner: Any, width: Array, count: int) -> _Lines:
    counts = np.bincount(owner, minlength=count)
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    step = np.zeros(len(points))
    step[1:] = np.hypot(*np.diff(points, axis=0).T)
    step[starts[counts > 0]] = 0.0
    total = np.cumsum(step)
    along = total - total[np.minimum(starts, len(points) - 1)][owner]
    length = np.zeros(count)
    np.maximum.at(length, owner, along)
    return _Lines(points, owner, along, width, length, starts, counts)


def _resampled(lines: _Lines) -> _Lines:
    """Merge points that crowd and put new ones into long straight pieces; corners stay."""
    last = np.zeros(len(lines.points), dtype=bool)
    last[np.cumsum(lines.counts) - 1] = True
    cell = np.floor(lines.along / DENSE)
    new = np.ones(len(cell), dtype=bool)
    new[1:] = cell[1:] != cell[:-1]
    new[lines.starts] = True
    keep = new | last
    points, owner, along, width = lines.points[keep], lines.owner[keep], lines.along[keep], lines.width[keep]
    inside = owner[1:] == owner[:-1]
    pieces = np.where(inside, np.maximum(1, np.ceil((along[1:] - along[:-1]) / STEP)), 1).astype(int)
    pieces = np.append(pieces, 1)
    index = np.repeat(np.arange(len(points)), pieces)
    part = np.arange(len(index)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    t = (part / pieces[index])[:, None]
    after = np.minimum(index + 1, len(points) - 1)
    fine = points[index] * (1 - t) + points[after] * t
    weight = width[index] * (1 - t[:, 0]) + width[after] * t[:, 0]
    return _measured(fine, owner[index], weight, len(lines.length))


def _tangents(lines: _Lines, closed: Any) -> Array:
    p, n = lines.points, len(lines.points)
    before, after = np.arange(n) - 1, np.arange(n) + 1
    first = lines.starts[lines.counts > 0]
    end = (lines.starts + lines.counts - 1)[lines.counts > 0]
    loop = closed[lines.counts > 0] & (lines.counts[lines.counts > 0] > 3)
    before[first] = np.where(loop, end - 1, first)
    after[end] = np.where(loop, first + 1, end)
    way = p[after] - p[before]
    tangent: Array = way / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    return tangent


def _waver(lines: _Lines, normal: Array, strokes: Sequence[Stroke], hand: tuple[Array, Pen]) -> None:
    dice, pen = hand
    size = np.array([s.wobble for s in strokes]) * pen.wobble + pen.shake
    if not size.any():
        return
    size = size * np.minimum(1.0, lines.length / 30.0)
    turn = 2 * np.pi
    wave = 0.65 * np.sin(turn * (lines.along / LONG + dice[lines.owner, 0]))
    wave += 0.35 * np.sin(turn * (lines.along / SHORT + dice[lines.owner, 1]))
    closed = np.array([s.closed for s in strokes])[lines.owner]
    edge = np.minimum(lines.along, lines.length[lines.owner] - lines.along)
    wave = np.where(closed, wave * np.clip(edge / 4.0, 0, 1), wave)
    lines.points += normal * (wave * size[lines.owner])[:, None]


def _pressure(lines: _Lines, strokes: Sequence[Stroke], hand: tuple[Array, Pen]) -> Array:
    dice, pen = hand
    q = lines.along / np.maximum(lines.length, 1e-9)[lines.owner]
    tip = TIP + (1 - TIP) * np.clip(np.minimum(q, 1 - q) / RUN, 0, 1) ** 0.7
    taper = np.array([s.taper and not s.closed for s in strokes])[lines.owner]
    wave = 1 + pen.pressure * np.sin(2 * np.pi * (lines.along / 24.0 + dice[lines.owner, 2]))
    closed = np.array([s.closed for s in strokes])[lines.owner]
    weight: Array = lines.width * pen.weight * np.where(taper, tip, 1.0) * np.where(closed, 1.0, wave)
    floor = np.where(taper, pen.thinnest * 0.7, pen.thinnest)
    return np.maximum(weight, np.where(lines.width > 0, floor, 0.0))


def _thinned(owner: Any, edges: Array) -> tuple[Any, Array]:
    """Return the points of both edges (n, 4), and whose they are, without every second one that says nothing."""
    for _ in range(2):
        inner = np.flatnonzero((owner[2:] == owner[:-2]) & (_within(owner)[1:-1] % 2 == 1)) + 1
        before, here, after = edges[inner - 1], edges[inner], edges[inner + 1]
        (ax, ay, bx, by), (px, py, qx, qy) = (after - before).T, (here - before).T
        off = np.maximum(np.abs(ax * py - ay * px) / _size(ax, ay), np.abs(bx * qy - by * qx) / _size(bx, by))
        keep = np.ones(len(owner), dtype=bool)
        keep[inner[off < FLAT]] = False
        owner, edges = owner[keep], edges[keep]
    return owner, edges


def _within(owner: Any) -> Any:
    """Return the number of each point within its stroke."""
    return np.arange(len(owner)) - np.searchsorted(owner, owner)


def _size(x: Array, y: Array) -> Array:
    size: Array = np.maximum(np.hypot(x, y), 1e-9)
    return size


def _bands(owner: Any, edges: Array, length: list[float], strokes: Sequence[Stroke]) -> list[tuple[Contour, ...]]:
    """Return the contours of each stroke: along one edge and back along the other, or round both of a closed one."""
    ends = np.searchsorted(owner, np.arange(len(strokes) + 1))
    back = (ends[owner] + ends[owner + 1] - 1) - np.arange(len(owner))
    round_trip = np.empty((2 * len(owner), 2))
    there = np.arange(len(owner)) + ends[owner]
    round_trip[there] = edges[:, :2]
    round_trip[there + np.diff(ends)[owner]] = edges[back, 2:]
    out: list[tuple[Contour, ...]] = []
    for stroke, (start, end), long in zip(strokes, pairwise((2 * ends).tolist()), length, strict=True):
        half = (start + end) // 2
        if half - start < 2 or long < 1e-6:
            out.append(())
        elif stroke.closed:
            out.append((Contour(round_trip[start : half - 1]), Contour(round_trip[half + 1 : end])))
        else:
            out.append((Contour(round_trip[start:end]),))
    return out
