"""A balloon and its speaker's mouth into a tail: a centre line that crosses nobody, and the flesh on it."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..geometry import Point, Rect
from .candidates import TAIL
from .room import Room, Spot, half_planes

Array = np.ndarray[Any, np.dtype[np.float64]]

SHORTEST = 1.4
"""Millimetres from balloon to mouth under which a tail is left out: they touch."""
BENDS = (0.14, -0.14, 0.26, -0.26, 0.03, 0.42, -0.42)
"""Sideways bow over the tail's length, best liked first."""
SWINGS = (0.0, 0.35, -0.35, 0.75, -0.75, 1.2, -1.2)
"""Radians by which the root moves round the body to get clear."""
SHARES = (TAIL, 0.505)


@dataclass(frozen=True, slots=True)
class Tail:
    """Points of the centre line from root to tip, (n, 2)."""

    line: Array

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple((float(x), float(y)) for x, y in self.line)


def edge(spot: Spot, angle: float, grow: float = 1.0) -> Array:
    """Return the point of a spot's body in the direction ``angle`` from its centre."""
    ux, uy = math.cos(angle), math.sin(angle)
    power = spot.exponent
    a, b = spot.a * grow, spot.b * grow
    if spot.saying.look.box:
        far = min(a / max(abs(ux), 1e-9), b / max(abs(uy), 1e-9))
    else:
        far = ((abs(ux) / a) ** power + (abs(uy) / b) ** power) ** (-1 / power)
    return np.array((spot.x + ux * far, spot.y + uy * far))


def route(room: Room, spot: Spot, others: list[Spot], crossed: list[Tail]) -> tuple[Tail | None, float]:
    """Find the tail that crosses the least, and what it crosses: 0 is clear. None where none is wanted."""
    saying = spot.saying
    if saying.silent:
        return None, 0.0
    if saying.head < 0 or saying.off:
        return _stem(room, spot), 0.0
    mouth = np.array(room.heads[saying.head].mouth)
    straight = math.atan2(mouth[1] - spot.y, mouth[0] - spot.x)
    if math.dist(mouth, (spot.x, spot.y)) - math.dist(edge(spot, straight), (spot.x, spot.y)) < SHORTEST:
        return None, 0.0
    best: tuple[float, Array] | None = None
    for liking, line in _lines(spot, mouth, straight):
        crossing = _crossings(room, spot, line, others, crossed)
        if best is None or crossing + liking < best[0]:
            best = (crossing + liking, line)
        if crossing == 0:
            break
    assert best is not None
    return Tail(best[1]), float(np.floor(best[0] / 10))


def _lines(spot: Spot, mouth: Array, straight: float) -> Iterator[tuple[float, Array]]:
    """Yield centre lines, best liked first, each with its dislike."""
    lean = 1.0 if mouth[0] < spot.x else -1.0
    for s, share in enumerate(SHARES):
        for k, swing in enumerate(SWINGS):
            root = edge(spot, straight + swing)
            tip = root + (mouth - root) * share
            for q, bend in enumerate(BENDS):
                yield s * 2 + k * 0.7 + q * 0.1, curve(root, tip, bend * lean)


def curve(root: Array, tip: Array, bend: float, count: int = 12) -> Array:
    """Return points of the arc from root to tip that bows sideways by ``bend`` of its length."""
    along = tip - root
    control = (root + tip) / 2 + np.array((-along[1], along[0])) * bend
    t = np.linspace(0, 1, count)[:, None]
    line: Array = (1 - t) ** 2 * root + 2 * t * (1 - t) * control + t**2 * tip
    return line


def _crossings(room: Room, spot: Spot, line: Array, others: list[Spot], crossed: list[Tail]) -> float:
    """Count what a centre line crosses: 30 a balloon or a face, 10 a tail or the frame."""
    fine = np.concatenate([line, (line[1:] + line[:-1]) / 2])
    total = 0.0
    for other in others:
        a, b = other.reach
        near = (np.abs(fine[:, 0] - other.x) / (a + 0.6)) ** other.exponent + (
            np.abs(fine[:, 1] - other.y) / (b + 0.6)
        ) ** other.exponent
        total += 30.0 * bool((near < 1).any())
    for k, head in enumerate(room.heads):
        total += 30.0 * (k != spot.saying.head and bool(_within(fine, head.box.inset(-0.5)).any()))
    total += 10.0 * sum(_meet(line, t.line) for t in crossed)
    if any((fine @ np.array((nx, ny)) > d).any() for nx, ny, d in half_planes(room.polygon)):
        total += 10.0
    return total


def _within(points: Array, box: Rect) -> Any:
    return (points[:, 0] > box.x) & (points[:, 0] < box.right) & (points[:, 1] > box.y) & (points[:, 1] < box.bottom)


def _meet(one: Array, two: Array) -> bool:
    """Tell whether two polylines cross."""
    p, r = one[:-1, None], (one[1:] - one[:-1])[:, None]
    q, s = two[None, :-1], (two[1:] - two[:-1])[None]
    cross = r[..., 0] * s[..., 1] - r[..., 1] * s[..., 0]
    safe = np.where(np.abs(cross) < 1e-12, 1e-12, cross)
    d = q - p
    t = (d[..., 0] * s[..., 1] - d[..., 1] * s[..., 0]) / safe
    u = (d[..., 0] * r[..., 1] - d[..., 1] * r[..., 0]) / safe
    return bool(((t >= 0) & (t <= 1) & (u >= 0) & (u <= 1)).any())


def _stem(room: Room, spot: Spot) -> Tail | None:
    """Point at the nearest side of the panel, a little downwards: the speaker is beyond it."""
    xs = [p[0] for p in room.polygon]
    left = spot.x - min(xs) < max(xs) - spot.x
    angle = math.pi - 0.3 if left else 0.3
    root = edge(spot, angle)
    way = np.array((math.cos(angle), math.sin(angle)))
    reach = [(d - nx * root[0] - ny * root[1]) / (nx * way[0] + ny * way[1])
             for nx, ny, d in half_planes(room.polygon) if nx * way[0] + ny * way[1] > 1e-6]  # fmt: skip
    far = min(reach)
    return Tail(curve(root, root + way * far, 0.06)) if far > 0.3 else None


def taper(spot: Spot, tail: Tail) -> list[Array]:
    """Flesh a tail: broad at the root, a point at the tip, rooted inside the body."""
    return [_tapered(tail.line, _breadth(spot, 0.2), (spot.x, spot.y))]


def spike(spot: Spot, tail: Tail) -> list[Array]:
    """Flesh a shout's tail: a straight long spike."""
    line = tail.line
    straight = line[0] + (line[-1] - line[0]) * np.linspace(0, 1, 6)[:, None]
    return [_tapered(straight, _breadth(spot, 0.26), (spot.x, spot.y))]


def bolt(spot: Spot, tail: Tail) -> list[Array]:
    """Flesh a radio's tail: a bolt of lightning."""
    root, tip = tail.line[0], tail.line[-1]
    along = tip - root
    side = np.array((-along[1], along[0])) * 0.17
    knee = [root + along * 0.45 + side, root + along * 0.36 - side * 0.5, tip]
    line = np.array([root, *knee])
    return [_tapered(line, _breadth(spot, 0.2), (spot.x, spot.y))]


def bubbles(spot: Spot, tail: Tail) -> list[Array]:
    """Flesh a thought's tail: three bubbles, smaller towards the thinker."""
    found = []
    turn = np.linspace(0, 2 * math.pi, 24, endpoint=False)
    ring = np.stack([1.18 * np.cos(turn), np.sin(turn)], axis=1)
    length = float(np.hypot(*(tail.line[-1] - tail.line[0])))
    base = min(spot.size * 0.62, length * 0.17)
    for share, radius in ((0.2, 1.0), (0.55, 0.68), (0.88, 0.42)):
        t = share * (len(tail.line) - 1)
        k = min(int(t), len(tail.line) - 2)
        found.append(tail.line[k] + (tail.line[k + 1] - tail.line[k]) * (t - k) + ring * base * radius)
    return found


def _breadth(spot: Spot, share: float) -> float:
    return float(np.clip(share * min(spot.a, spot.b), 0.32 * spot.size, 0.7 * spot.size))


def _tapered(line: Array, half: float, centre: Point) -> Array:
    """Return the outline of a line that thins from ``half`` at its root to nothing."""
    steps = np.gradient(line, axis=0)
    normals = np.stack([-steps[:, 1], steps[:, 0]], axis=1) / np.maximum(np.hypot(*steps.T), 1e-9)[:, None]
    width = half * (1 - np.linspace(0, 1, len(line)))[:, None]
    inner = line[0] + (np.array(centre) - line[0]) * 0.35
    left, right = line + normals * width, line - normals * width
    return np.concatenate([[inner + normals[0] * half * 0.8], left, right[::-1][1:], [inner - normals[0] * half * 0.8]])


TAILS: dict[str, Callable[[Spot, Tail], list[Array]]] = {
    "curve": taper, "stem": taper, "spike": spike, "bolt": bolt, "bubbles": bubbles, "none": lambda spot, tail: [],
}  # fmt: skip
