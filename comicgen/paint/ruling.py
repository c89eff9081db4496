"""Screentone into dotted rows: the lattice of dots as vectors, sharp at every resolution.

Each row is one line whose dashes have no length and round ends, so a dot is exactly round, costs no
bytes of its own, and every tone of a page stands on the same 45-degree lattice.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np

from ..drawing import Gradient, Tone
from ..geometry import MM_PER_INCH, Point, Polygon, Rect

Array = np.ndarray[Any, np.dtype[np.float64]]
STEPS_PER_TONE = 40
"""Bands in which a gradient runs from paper to black: finer than the eye tells at 60 lines."""


@lru_cache(maxsize=1)
def _coverage() -> tuple[Array, Array]:
    """Return the share of area that dots of radius r (in pitches) cover; beyond 0.5 neighbours overlap."""
    r = np.linspace(0, math.sqrt(0.5), 2000)
    reach = np.maximum(r, 0.5)
    lens = reach**2 * np.arccos(0.5 / reach) - 0.5 * np.sqrt(reach**2 - 0.25)
    return math.pi * r**2 - 4 * lens, r


def dot_width(tone: float, pitch: float) -> float:
    """Return the diameter of black dots that cover ``tone`` (0..1) of the area."""
    covered, radius = _coverage()
    return 2 * pitch * float(np.interp(tone, covered, radius))


def rows(box: Rect, pitch: float) -> Array:
    """Return the rows that cross a box as (n, 3): first dot's x, end x, y. Dots stand ``side(pitch)`` apart."""
    s = side(pitch)
    row = np.arange(math.floor(2 * box.y / s) - 1, math.ceil(2 * box.bottom / s) + 2)
    first = (math.floor(box.x / s) - 1 + (row % 2) / 2) * s
    return np.stack([first, np.full(len(row), box.right + s), row * s / 2], axis=1)


def side(pitch: float) -> float:
    """Return the distance of dots along a row of the turned lattice."""
    return pitch * math.sqrt(2)


def bands(fill: Tone | Gradient, box: Rect) -> Iterator[tuple[Polygon, float]]:
    """Yield strips that cover ``box``, each with its tone: one for a flat tone, many for a gradient of tones.

    A gradient's first and last strip go on without end in its first and last tone: paper there stays without a dot.
    """
    if isinstance(fill, Tone):
        yield box.corners, fill.value
        return
    if not (isinstance(fill.first, Tone) and isinstance(fill.last, Tone)):
        return
    first, last = fill.first.value, fill.last.value
    count = max(1, math.ceil(abs(last - first) * STEPS_PER_TONE))
    length = math.dist(fill.start, fill.end)
    far = 2 * (box.w + box.h) + length + math.dist(fill.start, box.centre)
    edges = [-far, *(length * (k + 0.5) / count for k in range(count)), far]
    for k in range(count + 1):
        yield _strip(fill, edges[k], edges[k + 1], far), first + (last - first) * k / count


def _strip(fill: Gradient, a: float, b: float, far: float) -> Polygon:
    """Return the strip across a gradient between two distances from its start."""
    (x0, y0), (x1, y1) = fill.start, fill.end
    length = math.dist(fill.start, fill.end) or 1.0
    u, v = (x1 - x0) / length, (y1 - y0) / length

    def at(along: float, across: float) -> Point:
        return (x0 + along * u - across * v, y0 + along * v + across * u)

    return (at(a, -far), at(b, -far), at(b, far), at(a, far))


def own_pitch(fill: object, usual: float) -> float:
    """Return the distance of a tone's dots in mm: by its own ruling, else the usual one."""
    tone = fill.first if isinstance(fill, Gradient) else fill
    return MM_PER_INCH / tone.lpi if isinstance(tone, Tone) and tone.lpi else usual


def is_tone(fill: object) -> bool:
    """Tell whether a fill is screentone, flat or graded."""
    return isinstance(fill, Tone) or (isinstance(fill, Gradient) and isinstance(fill.first, Tone))
