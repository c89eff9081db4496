"""Shapes of a set: convex solids, growing things, ground patches and walls, in metres, as plain data.

A thing faces +z at yaw 0. Concave things are several convex solids of one ``group``. Materials,
surface details and kinds of growth are words; the artist owns what they look like.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..camera import Array, Vec3

SIDES = ("front", "back", "right", "left", "top", "bottom")
_BOX = ((0, 1, 3, 2), (5, 4, 6, 7), (1, 5, 7, 3), (4, 0, 2, 6), (2, 3, 7, 6), (4, 5, 1, 0))
"""Corners of each side from the lower left, counter-clockwise as seen from outside."""


@dataclass(frozen=True, slots=True, eq=False)
class Solid:
    """A convex solid. Each face lists its corners counter-clockwise as seen from outside."""

    corners: Array
    faces: tuple[tuple[int, ...], ...]
    materials: tuple[str, ...]
    details: tuple[str, ...]
    """What is drawn on each face; empty for nothing."""
    smooth: bool = False
    """Edges are drawn on the outline only, as on a cylinder."""
    cast: bool = True
    group: int = 0

    def moved(self, turn: Array, shift: Array, group: int) -> "Solid":
        """Return it turned by a (3, 3) matrix, then shifted."""
        return replace(self, corners=self.corners @ turn + shift, group=group)


@dataclass(frozen=True, slots=True)
class Growth:
    """Something without flat faces, drawn upright towards the camera: a tree, a rock, a flame."""

    kind: str
    at: Vec3
    """The middle of its foot."""
    width: float
    height: float
    seed: int = 0
    yaw: float = 0.0
    group: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A flat piece of ground, ceiling or water: (n, 2) points x, z at one height."""

    points: Array
    material: str
    detail: str = ""
    y: float = 0.0
    edge: str = ""
    """Line role of its outline; empty for none."""


@dataclass(frozen=True, slots=True)
class Fixture:
    """Something flat on a wall: lower left corner (u, v) from the wall's own, width, height."""

    kind: str
    u: float
    v: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Wall:
    """An upright rectangle that shows one side. Seen from that side ``along`` points to the right."""

    origin: Vec3
    along: Vec3
    width: float
    height: float
    material: str = "wall"
    detail: str = ""
    fixtures: tuple[Fixture, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """Something far away: skyline, tree line, hills, mountains, planet. ``height`` in degrees above the horizon."""

    kind: str
    height: float
    seed: int = 0
    tone: float = 0.0
    gap: float = 0.0
    """Share of the horizon left empty."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place to sit or lie: where the hips are over the ground, the seat's height, the way one looks."""

    at: Vec3
    height: float
    yaw: float
    kind: str
    """chair, bench, sofa, stool, bed, driver, ground ..."""


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light: where it hangs and the radius of its pool on the ground."""

    at: Vec3
    radius: float


@dataclass(frozen=True, slots=True, eq=False)
class Wire:
    """A line in the air, (n, 3) points: power lines, ropes, cords."""

    points: Array
    role: str = "detail"
    over: bool = True
    """Drawn over everything; else behind the solids."""


@dataclass(frozen=True, slots=True)
class Area:
    """A ground rectangle x0..x1, z0..z1."""

    x0: float
    x1: float
    z0: float
    z1: float

    def holds(self, x: float, z: float) -> bool:
        """Tell whether the point is inside."""
        return self.x0 <= x <= self.x1 and self.z0 <= z <= self.z1


@dataclass(frozen=True, slots=True, eq=False)
class Set:
    """A place built: everything that can be seen of it from any angle."""

    name: str
    interior: bool = False
    solids: tuple[Solid, ...] = ()
    growths: tuple[Growth, ...] = ()
    patches: tuple[Patch, ...] = ()
    walls: tuple[Wall, ...] = ()
    layers: tuple[Layer, ...] = ()
    wires: tuple[Wire, ...] = ()
    lamps: tuple[Lamp, ...] = ()
    seats: tuple[Seat, ...] = ()
    spots: tuple[Vec3, ...] = ()
    """Free places for extra props: x, z and yaw."""
    stand: Area = Area(-2.0, 2.0, -4.0, 1.0)
    """Where actors may stand."""
    camera: Area = Area(-6.0, 6.0, -12.0, 12.0)
    """Where the camera may be."""
    sun: Vec3 | None = None
    """Where daylight comes from, if not the usual side."""
    sky: str = "sky"
    """sky, space, dark (a cave) or void."""
    gloom: bool = False
    """Lit by its lamps at any hour."""
    sky_tone: float | None = None
    """Screentone of the day's sky at the top of the frame, None for the usual."""
    overhead: tuple[str, str] = ("ceiling", "")
    """A ceiling's material and detail."""
    canopy: str = ""
    """What hangs into the frame from above: leaves, stalactites or nothing."""
    ceiling: float = 0.0
    """Height of the ceiling, 0 for none."""
    props: frozenset[str] = frozenset()
    """Names of the props that already stand here."""
    beams: bool = False
    """Daylight falls through the windows in patches; the rest of the floor is in shade."""


Thing = Solid | Growth | Seat | Lamp
"""What props are made of."""


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
    radius: float, height: float, at: Vec3, material: str = "metal", *, top: float | None = None, sides: int = 14
) -> Solid:
    """Return an upright cylinder, or a cone with the radius ``top`` above."""
    angle = 2 * np.pi * (np.arange(sides) + 0.5) / sides
    ring = np.stack([np.sin(angle), np.zeros(sides), np.cos(angle)], axis=1)
    upper = radius if top is None else max(top, 1e-3)
    corners = np.concatenate([ring * radius, ring * upper + (0.0, height, 0.0)]) + np.array(at)
    walls = tuple((i, (i + 1) % sides, sides + (i + 1) % sides, sides + i) for i in range(sides))
    faces = (*walls, tuple(range(sides, 2 * sides)), tuple(reversed(range(sides))))
    return Solid(corners, faces, (material,) * len(faces), ("",) * len(faces), smooth=True)


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


def turned(yaw: float) -> Any:
    """Return the (3, 3) matrix for row vectors that turns +z by ``yaw`` degrees towards +x."""
    c, s = np.cos(np.radians(yaw)), np.sin(np.radians(yaw))
    return np.array(((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c)))


def arranged(things: Iterable[Thing], at: Vec3, yaw: float, group: int) -> list[Thing]:
    """Return a prop's parts put down at a place, turned by ``yaw``, as one group."""
    turn, shift = turned(yaw), np.array(at)

    def spot(p: Vec3) -> Vec3:
        x, y, z = (np.array(p) @ turn + shift).tolist()
        return (x, y, z)

    out: list[Thing] = []
    for t in things:
        if isinstance(t, Solid):
            out.append(t.moved(turn, shift, group))
        elif isinstance(t, Growth):
            out.append(replace(t, at=spot(t.at), yaw=t.yaw + yaw, group=group))
        elif isinstance(t, Seat):
            out.append(replace(t, at=spot(t.at), yaw=(t.yaw + yaw + 180.0) % 360.0 - 180.0))
        else:
            out.append(replace(t, at=spot(t.at)))
    return out
