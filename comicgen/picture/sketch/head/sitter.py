"""One head before the camera: head heights (left, up, facing) into frame units, its skull and its face's surface."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from ....staging.camera import NEAR, Camera, Vec3
from ..loft import FRAME, profile, ring, unit
from ..marks import Array
from .forms import Form

if TYPE_CHECKING:
    from ....staging.figure import HeadFrame

CENTRE = np.array((0.0, 0.5, 0.0))
POWER = 2.5
"""Superellipse of a skull seen from above."""
# Rows of the skull: height, half width, z of the widest point, of the front and of the back.
SKULL = np.array(
    (
        (0.00, 0.055, 0.275, 0.316, 0.225),
        (0.03, 0.115, 0.235, 0.353, 0.13),
        (0.07, 0.165, 0.19, 0.372, 0.06),
        (0.13, 0.232, 0.13, 0.378, -0.03),
        (0.20, 0.288, 0.07, 0.382, -0.12),
        (0.28, 0.322, 0.03, 0.386, -0.26),
        (0.36, 0.345, 0.00, 0.384, -0.36),
        (0.44, 0.355, -0.02, 0.366, -0.42),
        (0.52, 0.372, -0.03, 0.388, -0.45),
        (0.60, 0.385, -0.03, 0.398, -0.46),
        (0.70, 0.385, -0.04, 0.385, -0.45),
        (0.80, 0.350, -0.04, 0.335, -0.40),
        (0.89, 0.275, -0.04, 0.240, -0.31),
        (0.96, 0.165, -0.04, 0.120, -0.19),
        (1.00, 0.030, -0.04, -0.010, -0.06),
    )
)
JAW = 0.34
"""Below this height the jaw's factor counts."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """A head as the camera sees it. Points are (..., 3) in head heights unless said; frame points (..., 2)."""

    camera: Camera
    form: Form
    turn: Array
    """(3, 3): a row of head heights times this is a row in camera axes, metres."""
    shift: Array
    eye: Array
    """Where the camera is, in head heights."""
    axes: Array
    unit: float
    origin: Array
    pixel: float
    """Frame units in one pixel."""
    detail: float
    """Pixels in one head height."""
    rows: Array
    """The skull's rows (n, 5), the jaw let down as far as the mouth opens."""

    @property
    def size(self) -> float:
        """One head height in frame units."""
        return self.pixel * self.detail

    @property
    def small(self) -> bool:
        return self.detail < 46

    @property
    def fine(self) -> bool:
        return self.detail > 210

    @property
    def huge(self) -> bool:
        return self.detail > 480

    @property
    def line(self) -> float:
        """The weight of the outline in frame units: grows with the head, slower when it is large."""
        px = 0.0185 * self.detail if self.detail < 130 else 2.405 + 0.0085 * (self.detail - 130)
        return max(1.1, px) * self.pixel

    @property
    def wide(self) -> float:
        """Factor of the hair shell's width."""
        return float(self.rows[:, 1].max()) / 0.385

    @property
    def view(self) -> Array:
        """The unit vector from the middle of the head to the camera."""
        return unit(self.eye - CENTRE)

    @property
    def whole(self) -> bool:
        """Whether all of the head is in front of the camera."""
        return float(self.depth(CENTRE)) > NEAR + 0.7 * self.unit

    def flat(self, points: Any) -> Array:
        """Return frame units (..., 2)."""
        framed: Array = FRAME * self.camera.lens(np.asarray(points, dtype=float) @ self.turn + self.shift)
        return framed

    def depth(self, points: Any) -> Array:
        """Return depths (...,) in metres."""
        deep: Array = (np.asarray(points, dtype=float) @ self.turn + self.shift)[..., 2]
        return deep

    def seen(self, points: Array, normals: Array) -> Array:
        """Return the cosine (...,) between normals and the way to the camera."""
        cosine: Array = np.sum(unit(self.eye - points) * unit(normals), axis=-1)
        return cosine

    def face(self, uv: Any, lift: float = 0.004) -> Array:
        """Return points (..., 3) on the face at (..., 2) (left, up), ``lift`` head heights before it."""
        uv = np.asarray(uv, dtype=float)
        u, v = uv[..., 0], uv[..., 1]
        return np.stack([u, v, self._front(u, v) + lift], axis=-1)

    def normal(self, u: float, v: float) -> Array:
        """Return the face's outward normal at one place."""
        d = 0.02
        us, vs = np.array((u + d, u - d, u, u)), np.array((v, v, v + d, v - d))
        z = self._front(us, vs)
        return unit(np.array((z[1] - z[0], (z[3] - z[2]) * 0.5, 2 * d)))

    def facing(self, u: float, v: float) -> float:
        """Return the cosine between the face's normal at (u, v) and the way to the camera."""
        return float(self.seen(self.face((u, v)), self.normal(u, v)))

    def paper(self, uv: Any, lift: float = 0.004) -> Array:
        """Return frame units (..., 2) of places on the face."""
        return self.flat(self.face(uv, lift))

    def skull(self, grow: float = 0.0) -> Array:
        """Return the skull's rings (n, points, 3), ``grow`` head heights larger."""
        r = self.rows
        n = len(r)
        centre = np.stack([np.zeros(n), r[:, 0], r[:, 2]], axis=1)
        left, front = np.tile((1.0, 0.0, 0.0), (n, 1)), np.tile((0.0, 0.0, 1.0), (n, 1))
        return ring(centre, left, front, (r[:, 1] + grow, r[:, 3] - r[:, 2] + grow, r[:, 2] - r[:, 4] + grow), POWER)

    def _front(self, u: Array, v: Array) -> Array:
        r = self.rows
        half, middle, front = (np.interp(v, r[:, 0], r[:, i]) for i in (1, 2, 3))
        bulge = np.maximum(0.0, 1.0 - np.abs(u / half) ** POWER) ** (1 / POWER)
        z: Array = middle + (front - middle) * bulge
        return z


@lru_cache(maxsize=256)
def _rows(form: Form, drop: float) -> Array:
    """Return the skull's rows (n, 5) for a form; ``drop`` lets the chin down."""
    rows = SKULL.copy()
    low = rows[:, 0] < JAW
    rows[low, 1] *= 1 + (form.jaw - 1) * (1 - rows[low, 0] / 0.42)
    rows[0, 1] = form.chin
    rows[1, 1] = max(rows[1, 1], form.chin * 1.75)
    rows[:, 1] *= form.wide
    rows = profile(rows, 30)
    rows[:, 0] -= drop * np.clip(1 - rows[:, 0] / 0.22, 0.0, 1.0)
    return rows


def sitter(form: Form, frame: "HeadFrame", camera: Camera, detail: float, drop: float = 0.0) -> Sitter:
    """Return the head of ``form`` at ``frame`` before ``camera``; ``detail`` is its height in pixels."""
    axes = np.array((frame.left, frame.up, frame.facing))
    lens = np.array((camera.right, camera.up, camera.forward))
    origin, eye = np.array(frame.origin), np.array(camera.eye)
    height = FRAME * camera.scale(_vec(origin + frame.unit * CENTRE @ axes)) * frame.unit
    return Sitter(
        camera,
        form,
        frame.unit * axes @ lens.T,
        (origin - eye) @ lens.T,
        axes @ (eye - origin) / frame.unit,
        axes,
        frame.unit,
        origin,
        height / max(detail, 1.0),
        max(detail, 1.0),
        _rows(form, round(drop, 3)),
    )


def _vec(v: Array) -> Vec3:
    return (float(v[0]), float(v[1]), float(v[2]))
