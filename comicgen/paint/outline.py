"""Contours into PDF path operators (PDF 32000-1, 8.5.2)."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from ..drawing import Contour, Path

UNIT = 1024
"""Parts of a unit in which whole runs of paths are written, as integers: they are formatted four times as fast as
decimals. A power of two, so that no painter rounds a whole unit to a pixel too many."""


def outline(contours: Sequence[Contour]) -> str:
    """Return the operators of contours, in their own units."""
    return "".join(_contour(c) for c in contours)


def _contour(contour: Contour) -> str:
    return _form(contour, "%.3f") % tuple(np.asarray(contour.points, dtype=float).ravel().tolist())


def filled(paths: Sequence[Path], colours: Mapping[object, str]) -> str:
    """Return the operators that fill paths in parts of UNIT, each in the colour of its fill: one format for all."""
    contours = [c for p in paths for c in p.contours if len(c.points)]
    if not contours:
        return ""
    flat = np.rint(UNIT * np.concatenate([c.points for c in contours])).astype(int).ravel().tolist()
    form = [f"{colours[p.fill]}{''.join([_form(c, '%d') for c in p.contours])}f*" for p in paths]
    return "\n".join(form) % tuple(flat)


def _form(contour: Contour, number: str) -> str:
    return _operators(len(contour.points), contour.closed, contour.cubic, number)


@lru_cache(maxsize=4096)
def _operators(points: int, closed: bool, cubic: bool, number: str) -> str:
    """Return a contour's operators with places for its numbers: C's formatter fills them much faster than a loop."""
    pair = f"{number} {number} "
    if points < 2:
        return "%.0s%.0s" * points
    body = f"{3 * pair}c " * (points // 3) if cubic else f"{pair}l " * (points - 1)
    return f"{pair}m {body}{'h ' if closed else ''}"
