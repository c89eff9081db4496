"""Contours into PDF path operators (PDF 32000-1, 8.5.2)."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

import numpy as np

from ..drawing import Contour, Path

UNIT = 1024
"""Parts of a unit in which whole runs of paths are written, as integers. A power of two, so that no painter rounds a
whole unit to a pixel too many."""
MOST = 10**7
"""Numbers of a run are smaller: written with seven digits each, they are looked up in two tables."""


def _words(form: str, count: int) -> Any:
    """Return the four letters of each number under ``count``."""
    return np.frombuffer("".join([form % k for k in range(count)]).encode("ascii"), np.uint32)


_HIGH, _LOW = _words(" %03d", 1000), _words("%04d", 10000)
_MOVE, _LINE, _CURVE, _NONE = np.frombuffer(b" m   l   c      ", np.uint32)


def outline(contours: Sequence[Contour]) -> str:
    """Return the operators of contours, in their own units."""
    return "".join(_contour(c) for c in contours)


def _contour(contour: Contour) -> str:
    form = _operators(len(contour.points), contour.closed, contour.cubic)
    return form % tuple(np.asarray(contour.points, dtype=float).ravel().tolist())


@lru_cache(maxsize=4096)
def _operators(points: int, closed: bool, cubic: bool) -> str:
    """Return a contour's operators with places for its numbers: C's formatter fills them much faster than a loop."""
    if points < 2:
        return "%.0s%.0s" * points
    body = "%.3f %.3f %.3f %.3f %.3f %.3f c " * (points // 3) if cubic else "%.3f %.3f l " * (points - 1)
    return f"%.3f %.3f m {body}{'h ' if closed else ''}"


def filled(paths: Sequence[Path], colours: Mapping[object, str]) -> str:
    """Return the operators that fill paths, each in the colour of its fill: all points as one table of text."""
    shapes = [[c for c in p.contours if len(c.points) > 1] for p in paths]
    contours = [c for shape in shapes for c in shape]
    if not contours:
        return ""
    points = np.concatenate([c.points for c in contours])
    least, unit = math.floor(points.min()), UNIT
    points = points - least
    while unit * points.max() > MOST - 1:
        unit //= 2
    ends = [0, *accumulate([len(c.points) for c in contours])]
    text = _table(np.rint(unit * points).astype(np.int32), contours, ends)
    out, last = [f"{1 / unit} 0 0 {1 / unit} {least} {least} cm"], ""
    start = 0
    for path, stop in zip(paths, accumulate(map(len, shapes)), strict=True):
        if stop > start:
            colour = colours[path.fill]
            out.append(f"{'' if colour is last else colour}{text[20 * ends[start] : 20 * ends[stop]]}f*")
            start, last = stop, colour
    return "\n".join(out)


def _table(points: Any, contours: Sequence[Contour], ends: Sequence[int]) -> str:
    """Return a line of twenty letters for each point: its numbers and the operator that ends there."""
    words = np.empty((len(points), 5), np.uint32)
    high = points // 10000
    low = points - 10000 * high
    words[:, :4:2], words[:, 1:4:2] = _HIGH[high], _LOW[low]
    words[:, 4] = _LINE
    words[ends[:-1], 4] = _MOVE
    for start, end, contour in zip(ends, ends[1:], contours, strict=False):
        if contour.cubic:
            words[start + 1 : end, 4] = _NONE
            words[start + 3 : end : 3, 4] = _CURVE
    return words.tobytes().decode("ascii")
