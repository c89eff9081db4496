"""A tail's centre line into what is painted: a taper, a spike, a bolt of lightning, or bubbles."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from ..geometry import Point
from .room import Spot
from .tails import Tail

Array = np.ndarray[Any, np.dtype[np.float64]]


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
