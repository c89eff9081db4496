"""A saying into the places it could take: every fit on a grid, kept inside the room and graded, the best kept."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..geometry import Rect, bounds
from .beam import Effort
from .block import Fit
from .room import Head, Room, Saying
from .setting import fits
from .standing import positions

Array = np.ndarray[Any, np.dtype[np.float64]]

TAIL = 0.55
"""How far a tail goes from the balloon to the mouth."""
HARD = 100.0
"""A cost that marks a place nobody should take while another is free."""
OVER_OWN = 5.0
"""Cost of a tail that lies on its own speaker's head for the head's whole height: hair, cap and brow stay clear."""
SAMPLES = np.array([0.1, 0.4, 0.7, 1.0])
KEEP = {1: 40, 2: 180, 3: 180, 4: 160, 5: 150, 6: 140}
"""Places kept of each saying by how many there are."""
SHAPES = 4
"""Fits of each kind of body tried for one saying in one room."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Places for one saying, (k,) arrays: centre, outer half axes, cost; tail samples (k, 4, 2) or None."""

    saying: Saying
    fits: tuple[Fit, ...]
    chosen: np.ndarray[Any, np.dtype[np.intp]]
    size: float
    x: Array
    y: Array
    a: Array
    b: Array
    power: Array
    """Exponents of the bodies."""
    cost: Array
    tails: Array | None


def candidates(room: Room, saying: Saying, scale: float, effort: Effort) -> Candidates | None:
    """Return the best places for a saying, those alone that cost less than the ceiling; None where there is none."""
    loose = effort.loose
    size = room.size(saying, scale)
    choice = _roomy(room, saying, size, loose)
    spread = positions(room, choice, saying, size)
    counts = [len(s) for s in spread]
    if not sum(counts):
        return None
    which = np.repeat(np.arange(len(choice)), counts)
    points = np.concatenate(spread)
    rim = saying.look.rim
    a = (np.array([f.a for f in choice])[which] + rim) * size
    b = (np.array([f.b for f in choice])[which] + rim) * size
    power = np.array([f.exponent for f in choice])[which]
    place = _Place(points[:, 0], points[:, 1], a, b, power)
    cost = np.array([f.cost for f in choice])[which] * 0.55 + points[:, 2]
    cost += _faces(place, room) + _wish(place, room, saying)
    tails = None
    if saying.head >= 0 and not saying.silent:
        extra, tails = _tails(place, room, saying)
        cost = cost + extra
    able = np.flatnonzero(cost < effort.ceiling)
    if not len(able):
        return None
    keep = round(KEEP.get(len(room.sayings), 100) * effort.keep)
    best = able[_best(place.of(able), which[able], cost[able], keep, _cell(room))]
    return Candidates(
        saying,
        choice,
        which[best],
        size,
        place.x[best],
        place.y[best],
        a[best],
        b[best],
        power[best],
        cost[best],
        None if tails is None else tails[best],
    )


@dataclass(frozen=True, slots=True)
class _Place:
    x: Array
    y: Array
    a: Array
    b: Array
    power: Array

    def of(self, chosen: Any) -> "_Place":
        """Return some of the places."""
        return _Place(*(v[chosen] for v in (self.x, self.y, self.a, self.b, self.power)))

    def touches(self, rect: Rect) -> Any:
        """Tell which bodies reach into a box."""
        px = np.maximum(np.maximum(rect.x - self.x, self.x - rect.right), 0) / self.a
        py = np.maximum(np.maximum(rect.y - self.y, self.y - rect.bottom), 0) / self.b
        return px**self.power + py**self.power < 1

    def depth(self, rect: Rect) -> Array:
        """Return how deep each centre lies in a box's ellipse: 1 in its middle, 0 from its rim on."""
        x, y = rect.centre
        deep: Array = 1 - ((self.x - x) / (rect.w / 2)) ** 2 - ((self.y - y) / (rect.h / 2)) ** 2
        return np.maximum(deep, 0.0)

    def cover(self, rect: Rect) -> Array:
        """Return the share of a box under each body's bounds."""
        w = np.minimum(self.x + self.a, rect.right) - np.maximum(self.x - self.a, rect.x)
        h = np.minimum(self.y + self.b, rect.bottom) - np.maximum(self.y - self.b, rect.y)
        share: Array = np.maximum(w, 0) * np.maximum(h, 0) / max(rect.w * rect.h, 1e-6)
        return share


def _roomy(room: Room, saying: Saying, size: float, loose: bool) -> tuple[Fit, ...]:
    """Return the fits to try: of each kind of body the best that the room can hold, unlike in their lines."""
    box = bounds(room.polygon)
    rim = saying.look.rim
    held: dict[tuple[float, float], dict[int, Fit]] = {}
    for fit in fits(saying.text, room.hand(saying, loose)):
        if 2 * (fit.a + rim) * size <= box.w and 2 * (fit.b + rim) * size <= box.h:
            held.setdefault((fit.exponent, fit.air), {}).setdefault(len(fit.cuts), fit)
    most = SHAPES if len(held) > 1 else 2 * SHAPES
    return tuple(fit for alike in held.values() for fit in list(alike.values())[:most])


def _faces(place: _Place, room: Room) -> Array:
    cost = np.zeros_like(place.x)
    area = 4 * place.a * place.b
    for head in room.heads:
        near = _grown(head.box, 0.05, 0.4)
        close = np.flatnonzero(place.touches(_grown(head.box, 0.14, 0.6)))
        bodies = place.of(close)
        deep = HARD + 2 * HARD * bodies.cover(near) + HARD * bodies.cover(head.features)
        cost[close] += np.where(bodies.touches(near), deep + 0.3 * HARD * bodies.depth(near), 0.7)
        cost += 2.6 * np.minimum(1.0, place.cover(head.body) * head.body.w * head.body.h / area)
    return cost


def _grown(box: Rect, share: float, least: float) -> Rect:
    dx, dy = max(box.w * share, least), max(box.h * share, least)
    return Rect(box.x - dx, box.y - dy, box.w + 2 * dx, box.h + 2 * dy)


def _wish(place: _Place, room: Room, saying: Saying) -> Array:
    """Grade by custom: high in the panel, the first at the reading start, a voice from outside at the edge."""
    box = bounds(room.polygon)
    down = (place.y - box.y) / box.h
    across = (box.right - place.x if room.rtl else place.x - box.x) / box.w
    edge = np.minimum(place.x - place.a - box.x, box.right - place.x - place.a) / box.w
    first, last = saying is room.sayings[0], saying is room.sayings[-1]
    if saying.silent:
        if saying.style == "note" or (last and not first):
            return 1.8 * (1 - down) + 0.5 * (1 - across) + 0.8 * edge
        top = np.minimum(place.y - place.b - box.y, box.bottom - place.y - place.b) / box.h
        return 0.9 * down + 0.6 * across + 0.8 * edge + 0.8 * top
    cost = 0.9 * down + (0.2 * across if first else 0.0)
    outside = np.abs(edge * box.w / room.type_size - 1.7)
    return cost + (0.35 * np.minimum(outside, 6.0) if saying.head < 0 else 0.0)


def _tails(place: _Place, room: Room, saying: Saying) -> tuple[Array, Array]:
    """Return the cost of each place's tail, and points along it (k, 4, 2)."""
    head = room.heads[saying.head]
    box = bounds(room.polygon)
    dx, dy = head.mouth[0] - place.x, head.mouth[1] - place.y
    far = np.hypot(dx, dy) + 1e-9
    ux, uy = dx / far, dy / far
    edge = ((np.abs(ux) / place.a) ** place.power + (np.abs(uy) / place.b) ** place.power) ** (-1 / place.power)
    gap = far - edge
    wide = 0.3 * float(np.hypot(box.w, box.h))
    cost = 0.7 * np.maximum(0, gap - 0.2 * wide) / wide + 2.5 * np.maximum(0, gap / wide - 1.0) ** 2
    cost += np.where(gap < 1.6 * room.type_size, 1.5, 0.0)
    cost += np.where(place.y > head.mouth[1], 0.6 + 0.6 * (place.y - head.mouth[1]) / box.h, 0.0)
    along = (edge[:, None] + gap[:, None] * TAIL * SAMPLES)[:, :, None]
    points = np.stack([place.x, place.y], 1)[:, None] + along * np.stack([ux, uy], 1)[:, None]
    cost += OVER_OWN * np.maximum(0.0, _into(head, ux, uy) - (1 - TAIL) * gap) / head.box.h
    for other in room.heads:
        if other is not head:
            cost += np.where(_crosses(points, other), 6.0, 0.0) + 0.8 * _inside(points, other.body).any(1)
    return cost, points


def _into(head: Head, ux: Array, uy: Array) -> Array:
    """Return how far before the mouth lines of a direction enter the oval of the speaker's head."""
    (cx, cy), (rx, ry) = head.box.centre, (head.box.w / 2, head.box.h / 2)
    px, py = (head.mouth[0] - cx) / rx, (head.mouth[1] - cy) / ry
    dx, dy = ux / rx, uy / ry
    a, b, c = dx * dx + dy * dy, px * dx + py * dy, min(px * px + py * py - 1, 0.0)
    back: Array = (b + np.sqrt(np.maximum(b * b - a * c, 0.0))) / a
    return np.maximum(back, 0.0)


def _inside(points: Array, box: Rect) -> Any:
    x, y = points[..., 0], points[..., 1]
    return (x > box.x) & (x < box.right) & (y > box.y) & (y < box.bottom)


def _crosses(points: Array, head: Head) -> Any:
    box = _grown(head.box, 0.06, 0.4)
    middles = (points[:, 1:] + points[:, :-1]) / 2
    return _inside(points, box).any(1) | _inside(middles, box).any(1)


def _cell(room: Room) -> tuple[float, float]:
    box = bounds(room.polygon)
    return max(1.8 * room.type_size, box.w / 13), max(1.5 * room.type_size, box.h / 10)


def _best(place: _Place, which: Any, cost: Array, keep: int, cell: tuple[float, float]) -> Any:
    """Return the indices of at most ``keep`` places: the best of every cell, then the best of every cell and fit.

    So that wherever the others go, this one has somewhere left to be.
    """
    order = np.argsort(cost, kind="stable")
    cells = (
        (np.floor(place.x / cell[0]).astype(np.int64) + 512) * 4096 + np.floor(place.y / cell[1]).astype(np.int64) + 512
    )
    _, first = np.unique(cells[order], return_index=True)
    _, each = np.unique((cells * 64 + which)[order], return_index=True)
    first.sort()
    rest = np.setdiff1d(each, first)
    chosen = np.concatenate([first, rest])[:keep]
    chosen.sort()
    return order[chosen]
