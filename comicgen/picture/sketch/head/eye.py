"""One eye of a sitter as a patch of the face: its own measures, its lids, and ways onto the paper."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from ....staging.words.expressions import Expression
from ..marks import Array
from .pen import curve
from .sitter import Sitter


@dataclass(frozen=True, slots=True)
class Eye:
    """One eye's own measures: u outwards and v upwards in half widths and half heights of its opening."""

    sitter: Sitter
    side: float
    mood: Expression
    gaze: tuple[float, float]
    """How far the iris is turned, u of the character's left and v up, in eye units."""

    def on(self, u: Any, v: Any, tilted: bool = True) -> Array:
        """Return places (n, 2) on the face."""
        form = self.sitter.form
        x, y, w, h = form.eye
        u, v = np.broadcast_arrays(np.asarray(u, dtype=float), np.asarray(v, dtype=float))
        lift = (self.mood.tilt + form.slant) * u * 0.6 * (0.13 / h) if tilted else 0.0
        return np.stack([self.side * (x + u * w / 2), y + (v + lift) * h / 2], axis=-1)

    def places(self, spots: Any, tilted: bool = True) -> Array:
        """Return places on the face of (n, 2) eye units."""
        p = np.asarray(spots, dtype=float)
        return self.on(p[..., 0], p[..., 1], tilted)

    def paper(self, spots: Any, tilted: bool = True) -> Array:
        """Return frame units of (n, 2) eye units."""
        return self.sitter.paper(self.places(spots, tilted))

    def oval(self, u: float, v: float, a: float, b: float, n: int = 30) -> Array:
        """Return the frame points of an ellipse that does not tilt with the lids."""
        t = np.linspace(0, 2 * np.pi, n, endpoint=False)
        return self.paper(np.stack([u + a * np.cos(t), v + b * np.sin(t)], axis=1), tilted=False)

    @property
    def lids(self) -> tuple[Array, Array]:
        """Return the upper lid from the inner corner outwards and the lower one back, in eye units."""
        mood = self.mood
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
