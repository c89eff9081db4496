"""One eye of a sitter as a patch of the face: its own measures, its lids, and ways onto the paper."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from ....staging.words.expressions import Expression
from ..marks import Array
from .shapes import curve
from .sitter import Sitter


@dataclass(frozen=True, slots=True)
class Eye:
    """One eye's own measures: u outwards and v upwards in half widths and half heights of its opening."""

    sitter: Sitter
    side: float
    mood: Expression
    gaze: tuple[float, float]
    """How far the iris is turned, u of the character's left and v up, in eye units."""

    def places(self, spots: Any, tilted: bool = True) -> Array:
        """Return places on the face of (..., 2) eye units."""
        form = self.sitter.form
        x, y, w, h = form.eye
        spread = np.array(((self.side * w / 2, self.lean * h / 2 if tilted else 0.0), (0.0, h / 2)))
        placed: Array = np.asarray(spots, dtype=float) @ spread + (self.side * x, y)
        return placed

    def between(self, spots: Array) -> tuple[Array, Any]:
        """Return places of spots (n, 2) that do not tilt with the lids, and which of them the lids leave free.

        What a lid hides moves onto its edge, straight up or down: so a contour need not be cut.
        """
        upper, lower = self.lids
        u = np.minimum(np.maximum(spots[:, 0], -1.0), upper[-1, 0])
        v = spots[:, 1] - self.lean * u
        low, high = np.interp(u, lower[::-1, 0], lower[::-1, 1]), np.interp(u, upper[:, 0], upper[:, 1])
        free = (u == spots[:, 0]) & (v > low) & (v < high)
        return self.places(np.stack([u, np.minimum(np.maximum(v, low), high)], axis=1)), free

    @property
    def lean(self) -> float:
        """How much the lids rise outwards, in eye units."""
        return (self.mood.tilt + self.sitter.form.slant) * 0.078 / self.sitter.form.eye[3]

    @property
    def lids(self) -> tuple[Array, Array]:
        """Return the upper lid from the inner corner outwards and the lower one back, in eye units."""
        return lids(self.mood)


@lru_cache(maxsize=64)
def lids(mood: Expression) -> tuple[Array, Array]:
    """Return the upper lid from the inner corner outwards and the lower one back, in eye units."""
    u = np.array((-1.0, -0.72, -0.18, 0.40, 0.84, 1.05))
    rest = np.array((-0.24, 0.50, 0.94, 0.86, 0.42, -0.12))
    top = rest * mood.open
    top = top + mood.flat * (np.minimum(rest, 0.94 * mood.open) - top)
    top -= 0.26 * max(mood.lid, 0.0) * (1 - u) + 0.30 * max(-mood.lid, 0.0) * (1 + u) * (u < 1)
    top[0], top[-1] = rest[0], rest[-1]
    low = np.array((-0.12, -0.74, -0.96, -0.88, -0.50, -0.24))
    low[1:-1] = -0.2 + (low[1:-1] + 0.2) * (1 - 0.8 * mood.squint)
    top[1:-1] = np.maximum(top[1:-1], low[-2:0:-1] * 0.6 + 0.02)
    under = np.stack([(1.03, 0.74, 0.15, -0.40, -0.84, -1.0), low], axis=1)
    return curve(np.stack([u, top], axis=1), 24), curve(under, 18)
