"""One head before the camera: head heights (left, up, facing) into frame units, its skull and its face's surface."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from ....staging.camera import NEAR, Camera, Vec3
from ..loft import FRAME, profile, ring, unit
from ..marks import Array
from .forms import JAW_ROWS, Form

if TYPE_CHECKING:
    from ....staging.figure import HeadFrame

CENTRE = np.array((0.0, 0.5, 0.0))
POWER = 2.2
"""Superellipse of a skull seen from above: round enough for the nose to stand clear of the far cheek."""
# Rows of the skull: height, half width, z of the widest point, of the front and of the back. Widths under the
# cheekbones are the form's: the jaw runs from the chin to its corner under the ear, then up.
SKULL = np.array(
    (
        (0.00, 0.0, 0.240, 0.292, 0.200),
        (0.03, 0.0, 0.190, 0.344, 0.110),
        (0.07, 0.0, 0.130, 0.363, 0.020),
        (0.13, 0.0, 0.080, 0.366, -0.060),
        (0.20, 0.0, 0.040, 0.380, -0.110),
        (0.28, 0.0, 0.010, 0.386, -0.200),
        (0.36, 0.349, -0.010, 0.380, -0.330),
        (0.44, 0.343, -0.020, 0.358, -0.410),
        (0.52, 0.366, -0.030, 0.386, -0.450),
        (0.60, 0.384, -0.030, 0.398, -0.462),
        (0.70, 0.385, -0.040, 0.385, -0.455),
        (0.80, 0.350, -0.040, 0.335, -0.400),
        (0.89, 0.282, -0.040, 0.248, -0.322),
        (0.96, 0.188, -0.040, 0.142, -0.215),
        (0.99, 0.100, -0.040, 0.060, -0.130),
        (1.00, 0.030, -0.040, -0.005, -0.070),
    )
)
CHIN, BROW, FOREHEAD = (0.035, 0.055), (0.505, 0.035), (0.68, 0.11)
"""Middle and reach of the heights at which chin, brow and forehead come forward."""
ROUNDING = 0.012
"""Height over which a chin is rounded."""
FACE_ROWS, LIMB_STEPS = 48, 33


@dataclass(frozen=True, slots=True)
class Sitter:
    """A head as the camera sees it. Points are (..., 3) in head heights unless said; frame points (..., 2)."""

    form: Form
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
    """The face at even heights (n, 5): half width, middle, front, least and greatest u that the camera sees."""
    view: Vec3
    """The unit vector from the middle of the head to the camera."""
    lee: float = 1.0
    """The side of the frame that lies in shade: 1 right, -1 left."""

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
        px = 0.0185 * self.detail if self.detail < 130 else 2.405 + 0.0075 * (self.detail - 130)
        return max(1.1, px) * self.pixel

    @property
    def wide(self) -> float:
        """Factor of the hair shell's width."""
        return float(self.rows[:, 1].max()) / 0.385

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
        return _raised(uv, uv[..., 0], self._at(uv[..., 1]), lift)

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
        """Return frame units (..., 2) of places on the face, and whether they look at the camera."""
        uv = np.asarray(uv, dtype=float)
        rows = self._at(uv[..., 1])
        u = np.minimum(np.maximum(uv[..., 0], rows[..., 3]), rows[..., 4])
        return self.flat(_raised(uv, u, rows, lift)), u == uv[..., 0]

    def _at(self, v: Array) -> Array:
        """Return the face's measures (..., 5) at heights."""
        x = (v - self.rows[0, 0]) * ((FACE_ROWS - 1) / (1.0 - self.rows[0, 0]))
        x = np.minimum(np.maximum(x, 0.0), FACE_ROWS - 1.001)
        i = x.astype(int)
        low = self.face_rows[i]
        rows: Array = low + (self.face_rows[i + 1] - low) * (x - i)[..., None]
        return rows

    def skull(self, grow: float = 0.0) -> Array:
        """Return the skull's rings (n, points, 3), ``grow`` head heights larger."""
        r = self.rows
        n = len(r)
        centre = np.stack([np.zeros(n), r[:, 0], r[:, 2]], axis=1)
        left, front = np.tile((1.0, 0.0, 0.0), (n, 1)), np.tile((0.0, 0.0, 1.0), (n, 1))
        return ring(centre, left, front, (r[:, 1] + grow, r[:, 3] - r[:, 2] + grow, r[:, 2] - r[:, 4] + grow), POWER)


def _raised(uv: Array, u: Array, rows: Array, lift: Any) -> Array:
    """Return points (..., 3) at u and the heights of ``uv`` before a face of measures (..., 5)."""
    points = np.empty((*u.shape, 3))
    points[..., 0], points[..., 1] = u, uv[..., 1]
    bulge = np.maximum(0.0, 1.0 - np.abs(u / rows[..., 0]) ** POWER) ** (1 / POWER)
    points[..., 2] = rows[..., 1] + (rows[..., 2] - rows[..., 1]) * bulge + lift
    return points


@lru_cache(maxsize=256)
def _rows(form: Form, drop: float) -> Array:
    """Return the skull's rows (n, 5) for a form; ``drop`` lets the chin down."""
    rows = SKULL.copy()
    rows[: len(JAW_ROWS), 1] = form.jaw
    rows = np.concatenate([rows[:1] * (1.0, 0.5, 1.0, 0.97, 1.0), rows])
    rows[1, 0] = ROUNDING
    rows[:, 1] *= form.wide
    for (middle, reach), out in zip((CHIN, BROW, FOREHEAD), (form.chin, form.ridge, form.dome), strict=True):
        rows[:, 3] += out * np.exp(-(((rows[:, 0] - middle) / reach) ** 2))
    rows = profile(rows, 34)
    rows[:, 0] -= drop * np.clip(1 - rows[:, 0] / 0.22, 0.0, 1.0)
    return rows


@lru_cache(maxsize=256)
def _mask(form: Form, drop: float) -> tuple[Array, ...]:
    """Return a face as even rows (n, k) of points: half widths, middles, fronts (n,), then of each point u, minus its
    slopes sideways and upwards, and how far the plane that touches it there lies from the origin."""
    rows = _rows(form, drop)
    v = np.linspace(rows[0, 0], 1.0, FACE_ROWS)
    half, middle, front = (np.interp(v, rows[:, 0], rows[:, i])[:, None] for i in (1, 2, 3))
    t = np.linspace(-0.999, 0.999, LIMB_STEPS)
    bulge = (1 - np.abs(t) ** POWER) ** (1 / POWER)
    z = middle + (front - middle) * bulge
    slope = -(front - middle) / half * np.sign(t) * np.abs(t) ** (POWER - 1) * bulge ** (1 - POWER)
    rise = np.gradient(z, v, axis=0) - slope * t * np.gradient(half[:, 0], v)[:, None]
    u = t * half
    return half[:, 0], middle[:, 0], front[:, 0], u, -slope, -rise, z - slope * u - rise * v[:, None]


def _face_rows(mask: tuple[Array, ...], eye: Array) -> Array:
    """Return the face's measures (n, 5) at even heights, with the stretch of u that looks at ``eye``."""
    half, middle, front, u, aside, up, far = mask
    low, high = _interval(u, aside * eye[0] + up * eye[1] + (eye[2] - far))
    return np.stack([half, middle, front, low, high], axis=1)


def _interval(u: Array, seen: Array) -> tuple[Array, Array]:
    """Return the ends (n,) of the stretches of ``u`` (n, k) where ``seen`` is above zero; nothing seen is one place."""
    n, k = u.shape
    row, good = np.arange(n), seen > 0
    a, b = np.argmax(good, axis=1), k - 1 - np.argmax(good[:, ::-1], axis=1)

    def crossing(inside: Any, outside: Any) -> Array:
        at, beyond = seen[row, inside], seen[row, outside]
        share = np.where(inside == outside, 0.0, at / np.maximum(at - beyond, 1e-12))
        place: Array = u[row, inside] + share * (u[row, outside] - u[row, inside])
        return place

    low, high = crossing(a, np.maximum(a - 1, 0)), crossing(b, np.minimum(b + 1, k - 1))
    none = ~good.any(axis=1)
    best = u[row, np.argmax(seen, axis=1)]
    return np.where(none, best, low), np.where(none, best, high)


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
    return Sitter(
        form,
        (frame.unit * axes @ lens.T * stretch, (origin - place) @ lens.T * stretch, middle),
        eye,
        axes,
        frame.unit,
        origin,
        height / detail,
        detail,
        _rows(*key),
        _face_rows(_mask(*key), eye),
        _vec(unit(eye - CENTRE)),
        lee,
    )


def _vec(v: Array) -> Vec3:
    return (float(v[0]), float(v[1]), float(v[2]))
