"""Fits into the centres where they may stand in a room: clear of the frame lines, or joined to one on purpose."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..geometry import bounds
from .block import Fit
from .bodies import Kind
from .room import Room, Saying, half_planes

Array = np.ndarray[Any, np.dtype[np.float64]]

STEP, MOST = 1.4, (22, 18)
"""Of the grid of centres in type sizes, and the most steps across and down."""
CUT = 0.12
"""Share of an oval's half axis that lies beyond the frame line that it is joined to."""
AT_WALL = 0.42
"""Em between letters and the frame line."""
JOINED, AT_FOOT = 0.6, 0.5
"""What it costs an oval to be joined to a frame line, and what more at the foot of the frame."""
CROSSING, LEAST_CROSSING = 0.4, 1.6
"""Share of its half axis by which a balloon crosses a border on purpose, and mm under which it would look a slip."""
LOOSE_BOX = 0.3
"""What it costs a caption to stand away from the frame lines."""


def positions(room: Room, choice: Sequence[Fit], saying: Saying, size: float) -> list[Array]:
    """Return for each fit (n, 3): centres on a grid at which it lies in the room, and what joining the frame costs."""
    box, look, (left, top, right, foot) = bounds(room.polygon), saying.look, room.walls
    across = _Axis(room, (box.x, box.right), (left, right), (0.0, 0.0), look, size, MOST[0])
    down = _Axis(room, (box.y, box.bottom), (top, foot), (0.0, AT_FOOT), look, size, MOST[1])
    leaning = np.array([p for p in half_planes(room.polygon) if min(abs(p[0]), abs(p[1])) > 1e-9])
    found = []
    for fit in choice:
        xs, ys = across.places(fit.a, fit.extent[0]), down.places(fit.b, fit.extent[1])
        spots = _grid(xs, ys)
        if saying.breakout:
            over = across.crossing(fit.a, room.beyond[::2]), down.crossing(fit.b, room.beyond[1::2])
            crossing = np.concatenate([_grid(over[0], ys), _grid(xs, over[1])])
            spots = crossing if len(crossing) else spots
        found.append(spots[_inside(room, fit, (size, look.rim), leaning, spots)] if len(leaning) else spots)
    return found


def _grid(xs: Array, ys: Array) -> Array:
    grid = np.empty((len(ys), len(xs), 3))
    grid[:, :, 0], grid[:, :, 1] = xs[:, 0], ys[:, :1]
    grid[:, :, 2] = xs[:, 1] + ys[:, 1:]
    return grid.reshape(-1, 3)


@dataclass(frozen=True, slots=True)
class _Axis:
    """One axis of a room: its ends in mm, which of them are frame lines, and what joining each costs more."""

    room: Room
    ends: tuple[float, float]
    walls: tuple[bool, bool]
    extra: tuple[float, float]
    look: Kind
    size: float
    most: int

    def places(self, body: float, letters: float) -> Array:
        """Return (n, 2): places of a body's middle and their costs; half the body and half its letters in em."""
        half = (body + self.look.rim) * self.size
        (low, high), box = self.ends, self.look.box
        margins = [self.room.clear if wall else self.room.gap for wall in self.walls]
        first, last = low + margins[0] + half, high - margins[1] - half
        free = LOOSE_BOX / 2 if box and self.look.joins and any(self.walls) else 0.0
        found = [(at, free) for at in self._steps(first, last)] if last >= first else []
        joined = half + self.room.border / 2 if box else half * (1 - CUT)
        seemly = box or joined - letters * self.size >= AT_WALL * self.size + self.room.border / 2
        if self.look.joins and seemly and low + joined + half <= high - min(margins):
            ways = zip(self.walls, (low + joined, high - joined), self.extra, strict=True)
            found += [(at, 0.0 if box else JOINED + more) for wall, at, more in ways if wall]
        return np.array(found).reshape(-1, 2)

    def crossing(self, body: float, beyond: tuple[float, ...]) -> Array:
        """Return (n, 2): places at which a body lies across one of the frame lines, as far as the paper allows."""
        half = (body + self.look.rim) * self.size
        ends = zip(self.ends, (1.0, -1.0), self.walls, beyond, self.extra, strict=True)
        found = [
            (end + inward * (half - min(CROSSING * half, free)), more)
            for end, inward, wall, free, more in ends
            if wall and min(CROSSING * half, free) > LEAST_CROSSING
        ]
        return np.array(found).reshape(-1, 2)

    def _steps(self, first: float, last: float) -> list[float]:
        count = min(self.most, max(2, math.ceil((last - first) / (STEP * self.room.type_size)) + 1))
        return [first + (last - first) / (count - 1) * k for k in range(count)]


def _inside(room: Room, fit: Fit, size: tuple[float, float], planes: Array, spots: Array) -> Any:
    """Tell which centres keep a body off the room's leaning sides; the grid itself keeps off the others."""
    power = 1.0 if math.isinf(fit.exponent) else fit.exponent / (fit.exponent - 1)
    half = (np.array((fit.a, fit.b)) + size[1]) * size[0]
    reach = (np.abs(half * planes[:, :2]) ** power).sum(axis=1) ** (1 / power)
    return (spots[:, :2] @ planes[:, :2].T <= planes[:, 2] - room.clear - reach + 1e-9).all(axis=1)
