"""Contours into PDF path operators (PDF 32000-1, 8.5.2)."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Any

import numpy as np

from ..drawing import Contour, Path

UNIT = 1024
"""Parts of a unit in which whole runs of paths are written, as integers. A power of two, so that no painter rounds a
whole unit to a pixel too many."""
MOST = 10**6
"""Numbers of a run are smaller: written with six digits each, they are looked up in two tables."""


def _words(form: str) -> Any:
    """Return the four letters of each number of three digits."""
    return np.frombuffer("".join([form % k for k in range(1000)]).encode("ascii"), np.uint32)


_HIGH, _LOW = _words(" %03d"), _words("%03d ")
_MOVE, _LINE, _CURVE, _NONE, _LAST, _CURVED = np.frombuffer(b"m   l   c       l f*c f*", np.uint32)
"""Operators of a point, those of a path's last one with the filling of it."""


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
    shown = [(p, [c for c in p.contours if len(c.points) > 1]) for p in paths]
    shown = [(path, contours) for path, contours in shown if contours]
    contours = [c for _, shape in shown for c in shape]
    if not contours:
        return ""
    points = np.concatenate([c.points for c in contours])
    least, unit = math.floor(points.min()), UNIT
    points = points - least
    while unit * points.max() > MOST - 1:
        unit //= 2
    starts = [0, *accumulate([len(c.points) for c in contours])]
    firsts = [0, *accumulate([len(shape) for _, shape in shown])]
    text = _table(np.rint(unit * points).astype(np.int32), contours, starts, firsts[1:])
    out = [f"{1 / unit} 0 0 {1 / unit} {least} {least} cm"]
    start = 0
    for colour, run in groupby(colours[path.fill] for path, _ in shown):
        stop = start + len([*run])
        out.append(colour + text[20 * starts[firsts[start]] : 20 * starts[firsts[stop]]])
        start = stop
    return "\n".join(out)


def _table(points: Any, contours: Sequence[Contour], starts: Sequence[int], stops: Sequence[int]) -> str:
    """Return a line of twenty letters for each point: its numbers and what is done there.

    The points of each contour are those from its start on; a path is filled after the contours before each stop.
    """
    words = np.empty((len(points), 5), np.uint32)
    high = points // 1000
    low = points - 1000 * high
    words[:, :4:2], words[:, 1:4:2] = _HIGH[high], _LOW[low]
    begin = np.array(starts)
    words[:, 4] = _LINE
    words[begin[:-1], 4] = _MOVE
    words[begin[stops] - 1, 4] = _LAST
    for k in [k for k, c in enumerate(contours) if c.cubic]:
        start, end = starts[k], starts[k + 1]
        last = words[end - 1, 4]
        words[start + 1 : end, 4] = _NONE
        words[start + 3 : end : 3, 4] = _CURVE
        words[end - 1, 4] = _CURVED if last == _LAST else _CURVE
    return words.tobytes().decode("ascii")
