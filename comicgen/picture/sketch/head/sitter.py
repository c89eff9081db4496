"""One head before the camera: head heights (left, up, facing) into frame units, its skull and its face's surface."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ....staging.camera import NEAR, Camera, Vec3
from ..loft import FRAME, ring, unit
from ..marks import Array
from .forms import Form
from .surface import POWER, measures, nose_solid, raised, seen_face, skull_rows

if TYPE_CHECKING:
    from ....staging.figure import HeadFrame

CENTRE = np.array((0.0, 0.5, 0.0))
INSET = 0.12
"""How far what is drawn on the face stays off the head's outline, in line weights."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """A head as the camera sees it. Points are (..., 3) in head heights unless said; frame points (..., 2)."""

    form: Form
    drop: float
    """How far the mouth lets the chin down."""
    lens: tuple[Array, Array, Array]
    """(3, 3) and (3,): a point in head heights to frame units times its depth, and its depth; the frame's middle."""
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
    face_rows: Array
    """The face at even heights, as ``seen_face`` gives it."""
    view: Vec3
    """The unit vector from the middle of the head to the camera."""
    line: float
    """The weight of the outline in frame units: grows with the head, slower when it is large."""
    wide: float
    """Factor of the hair shell's width."""
    lee: float = 1.0
    """The side of the frame that lies in shade: 1 right, -1 left."""

    @property
    def size(self) -> float:
        """One head height in frame units."""
        return self.pixel * self.detail

    @property
    def grade(self) -> int:
        """0 where it is small, 2 where it is fine, 3 where it is huge."""
        return (not self.small) + self.fine + self.huge

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
    def whole(self) -> bool:
        """Whether all of the head is in front of the camera."""
        return float(self.depth(CENTRE)) > NEAR + 0.7 * self.unit

    def flat(self, points: Any) -> Array:
        """Return frame units (..., 2)."""
        return self.shot(points)[0]

    def depth(self, points: Any) -> Array:
        """Return depths (...,) in metres."""
        return self.shot(points)[1]

    def shot(self, points: Any) -> tuple[Array, Array]:
        """Return frame units (..., 2) and depths (...,) in metres."""
        axes, shift, middle = self.lens
        seen = np.asarray(points, dtype=float) @ axes + shift
        depth = seen[..., 2]
        return seen[..., :2] / np.maximum(depth, NEAR / 2)[..., None] + middle, depth

    def seen(self, points: Array, normals: Array) -> Array:
        """Return the cosine (...,) between normals and the way to the camera."""
        cosine: Array = np.einsum("...i,...i->...", unit(self.eye - points), unit(normals))
        return cosine

    def face(self, uv: Any, lift: Any = 0.004) -> Array:
        """Return points (..., 3) on the face at (..., 2) (left, up), ``lift`` head heights before it."""
        uv = np.asarray(uv, dtype=float)
        return raised(uv, uv[..., 0], measures(self.face_rows, uv[..., 1]), lift)

    def normal(self, u: Any, v: Any) -> Array:
        """Return the face's outward normals (..., 3) at places."""
        d = 0.02
        near = np.stack([u, v], axis=-1)[..., None, :] + ((d, 0.0), (-d, 0.0), (0.0, d), (0.0, -d))
        z = self.face(near)[..., 2]
        return unit(
            np.stack([z[..., 1] - z[..., 0], 0.5 * (z[..., 3] - z[..., 2]), np.full(z.shape[:-1], 2 * d)], axis=-1)
        )

    def facing(self, u: Any, v: Any) -> Any:
        """Return the cosine between the face's normal at (u, v) and the way to the camera."""
        return self.seen(self.face(np.stack([u, v], axis=-1)), self.normal(u, v))

    def paper(self, uv: Any, lift: Any = 0.004) -> Array:
        """Return frame units (..., 2) of places on the face; those turned away lie on its edge."""
        return self.traced(uv, lift)[0]

    def shown(self, uv: Any) -> Any:
        """Tell for places (..., 2) on the face whether they look at the camera."""
        return self.traced(uv)[1]

    def traced(self, uv: Any, lift: Any = 0.004) -> tuple[Array, Any]:
        """Return frame units (..., 2) of places on the face, and whether they look at the camera.

        What does not lies on the edge of what does, a little inside the head's outline: so contours need not be cut.
        """
        uv = np.asarray(uv, dtype=float)
        rows, across = measures(self.face_rows, uv[..., 1]), uv[..., 0]
        u = np.minimum(np.maximum(across, rows[..., 4]), rows[..., 5])
        hidden = rows[..., 6]
        if hidden.any():
            u = np.where((across * hidden > 0.0) & (np.abs(u) < np.abs(hidden)), hidden, u)
        return self.flat(raised(uv, u, rows, lift)), u == across

    @property
    def nose(self) -> Array:
        """The nose's cross-sections (7, 3, 3) from root to base: ridge, left foot and right foot."""
        return nose_solid(self.form, self.drop)

    def skull(self, grow: float = 0.0) -> Array:
        """Return the skull's rings (n, points, 3), ``grow`` head heights larger."""
        r = self.rows
        n = len(r)
        centre = np.stack([np.zeros(n), r[:, 0], r[:, 2]], axis=1)
        left, front = np.tile((1.0, 0.0, 0.0), (n, 1)), np.tile((0.0, 0.0, 1.0), (n, 1))
        return ring(centre, left, front, (r[:, 1] + grow, r[:, 3] - r[:, 2] + grow, r[:, 2] - r[:, 4] + grow), POWER)


def sitter(
    form: Form, frame: "HeadFrame", camera: Camera, detail: float, drop: float = 0.0, lee: float = 1.0
) -> Sitter:
    """Return the head of ``form`` at ``frame`` before ``camera``; ``detail`` is its height in pixels."""
    axes = np.array((frame.left, frame.up, frame.facing))
    lens = np.array((camera.right, camera.up, camera.forward))
    origin, place = np.array(frame.origin), np.array(camera.eye)
    height = FRAME * camera.scale(_vec(origin + frame.unit * CENTRE @ axes)) * frame.unit
    eye = axes @ (place - origin) / frame.unit
    key, detail, reach = (form, round(drop, 3)), max(detail, 1.0), FRAME * camera.focal
    stretch = np.array((reach, -reach, 1.0))
    middle = np.array((FRAME * (camera.aspect / 2 + camera.shift[0]), FRAME * (0.5 - camera.shift[1])))
    weight = max(1.1, 0.0185 * detail if detail < 130 else 2.405 + 0.0075 * (detail - 130))
    rows = skull_rows(*key)
    return Sitter(
        *key,
        (frame.unit * axes @ lens.T * stretch, (origin - place) @ lens.T * stretch, middle),
        eye,
        axes,
        frame.unit,
        origin,
        height / detail,
        detail,
        rows,
        seen_face(*key, eye, INSET * weight / detail),
        _vec(unit(eye - CENTRE)),
        weight * height / detail,
        float(rows[:, 1].max()) / 0.385,
        lee,
    )


def _vec(v: Array) -> Vec3:
    return (float(v[0]), float(v[1]), float(v[2]))
