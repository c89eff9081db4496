"""Shapes of a set: convex solids, growing things, ground patches and walls, in metres, as plain data.

A thing faces +z at yaw 0. Concave things are several convex solids of one ``group``. Materials,
surface details and kinds of growth are words; the artist owns what they look like.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..camera import Array, Vec3


@dataclass(frozen=True, slots=True, eq=False)
class Solid:
    """A convex solid. Each face lists its corners counter-clockwise as seen from outside."""

    corners: Array
    faces: tuple[tuple[int, ...], ...]
    materials: tuple[str, ...]
    details: tuple[str, ...]
    """What is drawn on each face; empty for nothing."""
    rings: int = 0
    """So many rings of corners, from the foot up, that one round skin joins; 0 for flat faces."""
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
class Post:
    """A place to work at something on one's feet: where the hands go, the way one looks, what it is."""

    at: Vec3
    yaw: float
    kind: str
    """stove, board ..."""


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
    posts: tuple[Post, ...] = ()
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

    @property
    def closed(self) -> bool:
        """Tell whether walls stand where the camera's ground ends at the sides: a room, an alley."""
        return self.ceiling > 0 or self.camera.x1 - self.camera.x0 < NARROW


NARROW = 2.5
"""Metres: ground for the camera that is no wider than this lies between walls."""
Thing = Solid | Growth | Seat | Post | Lamp
"""What props are made of."""


def turned(yaw: float) -> Any:
    """Return the (3, 3) matrix for row vectors that turns +z by ``yaw`` degrees towards +x."""
    c, s = np.cos(np.radians(yaw)), np.sin(np.radians(yaw))
    return np.array(((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c)))


def grown(thing: Thing, by: float) -> Thing:
    """Return a growth or a seat so many times as large."""
    if not isinstance(thing, Growth | Seat):
        return thing
    x, y, z = thing.at
    larger = replace(thing, at=(x * by, y * by, z * by), height=thing.height * by)
    return replace(larger, width=larger.width * by) if isinstance(larger, Growth) else larger


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
        elif isinstance(t, Seat | Post):
            out.append(replace(t, at=spot(t.at), yaw=(t.yaw + yaw + 180.0) % 360.0 - 180.0))
        else:
            out.append(replace(t, at=spot(t.at)))
    return out
