"""Sizes and profiles into solids: boxes, prisms, things turned on a lathe, lofts and limbs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..camera import Array, Vec3
from .solids import Solid, turned

SIDES = ("front", "back", "right", "left", "top", "bottom")
_BOX = ((0, 1, 3, 2), (5, 4, 6, 7), (1, 5, 7, 3), (4, 0, 2, 6), (2, 3, 7, 6), (4, 5, 1, 0))
"""Corners of each side from the lower left, counter-clockwise as seen from outside."""


SLIM, SLENDER = 0.07, 0.18
"""Metres, and share of its length: a round thing this thin is never drawn so large that its corners show."""
AXES = {"x": (1, 2, 0), "y": (0, 1, 2), "z": (2, 0, 1)}
"""Where the coordinates of an upright round thing go when it lies along an axis."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn on a round thing: hoops at points of its profile, lines along it, a detail on its lids."""

    hoops: tuple[int, ...] = ()
    gores: bool = False
    lid: str = ""

    def on(self, strip: int) -> str:
        """Return the words for a strip's faces."""
        return " ".join(w for w, there in (("hoop", strip in self.hoops), ("gores", self.gores)) if there)


def box(
    size: Vec3,
    at: Vec3,
    material: str | Mapping[str, str] = "wood",
    details: Mapping[str, str] | None = None,
    *,
    yaw: float = 0.0,
    cast: bool = True,
) -> Solid:
    """Return a box of (width x, height y, depth z) whose foot's middle is ``at``.

    ``material`` and ``details`` may name sides of SIDES, ``*`` is any other upright side.
    """
    w, h, d = size
    local = np.array([(i * w / 2, j * h, -k * d / 2) for k in (-1, 1) for j in (0, 1) for i in (-1, 1)])
    corners = local @ turned(yaw) + np.array(at)
    pick = {"*": material} if isinstance(material, str) else material
    marks = details or {}
    return Solid(
        corners,
        _BOX,
        tuple(pick.get(s, pick.get("*", "wood")) for s in SIDES),
        tuple(marks.get(s, marks.get("*", "") if s not in ("top", "bottom") else "") for s in SIDES),
        cast=cast,
    )


def cylinder(
    radius: float, height: float, at: Vec3, material: str = "metal", *, top: float | None = None, sides: int = 0
) -> Solid:
    """Return an upright cylinder, or a cone with the radius ``top`` above."""
    return lathe([(radius, 0.0), (radius if top is None else top, height)], at, material, sides=sides)


def lathe(
    profile: Sequence[tuple[float, float]],
    at: Vec3,
    material: str | Sequence[str] = "metal",
    marks: Marks = Marks(),
    *,
    axis: str = "y",
    sides: int = 0,
) -> Solid:
    """Return what a profile of (radius, height) points, foot first, makes when turned about an axis.

    ``material`` may name one for each strip between two points.
    """
    reach = max(r for r, _ in profile)
    slim = reach < min(SLIM, SLENDER * abs(profile[-1][1] - profile[0][1]))
    sides = sides or (8 if slim else 32)
    angle = 2 * np.pi * (np.arange(sides) + 0.5) / sides
    circle = np.stack([np.sin(angle), np.zeros(sides), np.cos(angle)], axis=1)
    order = AXES[axis]
    return loft([(circle * max(r, 1e-3) + (0.0, y, 0.0))[:, order] for r, y in profile], at, material, marks)


def curved(profile: Sequence[tuple[float, float]], steps: int = 3) -> list[tuple[float, float]]:
    """Return a profile with ``steps`` points for each of its own, on a curve through them (Catmull and Rom 1974)."""
    return [(max(float(r), 0.0), float(y)) for r, y in _through(np.array(profile, dtype=float), steps)]


def _through(points: Array, steps: int) -> Array:
    """Return ``steps`` points for each of (n, c) on a curve through them."""
    p = np.concatenate([points[:1], points, points[-1:]])
    t = (np.arange(steps) / steps)[:, None]
    a, b, c, d = p[:-3, None], p[1:-2, None], p[2:-1, None], p[3:, None]
    way = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
    return np.concatenate([way.reshape(-1, points.shape[1]), points[-1:]])


def tube(path: Sequence[Vec3], radii: Sequence[float], material: str = "stone", steps: int = 1) -> Solid:
    """Return a round limb along points, as thick as its radii there; with ``steps`` on a curve through them."""
    p = np.array([(*q, r) for q, r in zip(path, radii, strict=True)], dtype=float)
    p = _through(p, steps) if steps > 1 else p
    p, radii = p[:, :3], p[:, 3].tolist()
    way = np.gradient(p, axis=0)
    way /= np.linalg.norm(way, axis=1)[:, None]
    side = np.cross(way, np.where(np.abs(way[:, 1:2]) > 0.9, (0.0, 0.0, 1.0), (0.0, 1.0, 0.0)))
    side /= np.linalg.norm(side, axis=1)[:, None]
    over = np.cross(side, way)
    angle = 2 * np.pi * (np.arange(16) + 0.5)[:, None] / 16
    rings = [q + r * (np.sin(angle) * s + np.cos(angle) * o) for q, r, s, o in zip(p, radii, side, over, strict=True)]
    return loft(rings, (0.0, 0.0, 0.0), material)


def loft(rings: Sequence[Array], at: Vec3, material: str | Sequence[str] = "wood", marks: Marks = Marks()) -> Solid:
    """Return the skin over rings of (n, 3) corners, counter-clockwise as seen from the last one, and its two lids."""
    n, strips = len(rings[0]), len(rings) - 1
    corners = np.concatenate(list(rings)) + np.array(at)
    names = (material,) * strips if isinstance(material, str) else tuple(material)
    skin = tuple(
        (k * n + i, k * n + (i + 1) % n, (k + 1) * n + (i + 1) % n, (k + 1) * n + i)
        for k in range(strips)
        for i in range(n)
    )
    faces = (*skin, tuple(range(strips * n, (strips + 1) * n)), tuple(reversed(range(n))))
    materials = (*(name for name in names for _ in range(n)), names[-1], names[0])
    details = (*(marks.on(k) for k in range(strips) for _ in range(n)), marks.lid, marks.lid)
    return Solid(corners, faces, materials, details, rings=len(rings))


def prism(
    profile: Sequence[tuple[float, float]],
    width: float,
    at: Vec3,
    material: str | Sequence[str] = "metal",
    details: Sequence[str] = (),
) -> Solid:
    """Return a convex profile of (z, y) points drawn out along x, ``width`` wide, its middle ``at``.

    Faces are the profile's edges in order, then the side at +x and the side at -x.
    """
    points = np.array(profile, dtype=float)
    turn = np.roll(points, -1, axis=0)
    n = len(points)
    names = (material,) * (n + 2) if isinstance(material, str) else tuple(material)
    marks = (*details, *[""] * (n + 2 - len(details)))
    if float((points[:, 0] * turn[:, 1] - turn[:, 0] * points[:, 1]).sum()) > 0:
        points = np.concatenate([points[:1], points[:0:-1]])
        names, marks = ((*t[:n][::-1], *t[n:]) for t in (names, marks))
    corners = np.array([(s * width / 2, y, z) for s in (-1, 1) for z, y in points.tolist()]) + np.array(at)
    sides = tuple((i, n + i, n + (i + 1) % n, (i + 1) % n) for i in range(n))
    faces = (*sides, tuple(reversed(range(n, 2 * n))), tuple(range(n)))
    faces = tuple(_outward(corners, f) for f in faces)
    return Solid(corners, faces, names, marks)


def _outward(corners: Array, face: tuple[int, ...]) -> tuple[int, ...]:
    """Return the face's corners so that its normal points away from the solid's middle."""
    a, b, c = corners[face[0]], corners[face[1]], corners[face[2]]
    out = float(np.cross(b - a, c - a) @ (a - corners.mean(axis=0)))
    return face if out > 0 else (face[1], face[0], *reversed(face[2:]))


def hull(half: float, reach: float, y: float, sheer: float) -> Array:
    """Return a ring round a boat: half its width, half its length, its height and how much bow and stern rise."""
    along = 1 - np.linspace(0, 1, 9) ** 1.0 * 2
    wide = half * np.array((0.04, 0.45, 0.78, 0.95, 1.0, 0.98, 0.92, 0.8, 0.62))
    right = np.stack([wide, y + sheer * np.abs(along) ** 2.5, reach * along], axis=1)
    ring: Array = np.concatenate([right * (-1, 1, 1), right[::-1]])
    return ring[::-1]
