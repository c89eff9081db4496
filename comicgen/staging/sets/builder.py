"""Places told in a few words into Sets: rooms, rows, scattered things, props put down by name."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import cos, pi, sin
from random import Random

import numpy as np

from ..camera import Vec3
from .appliances import APPLIANCES
from .furniture import FURNITURE
from .hall_things import HALL_THINGS
from .household import HOUSEHOLD
from .landmarks import LANDMARKS
from .outdoors import OUTDOORS
from .shapes import box
from .small_things import SMALL_THINGS
from .solids import Area, Fixture, Growth, Lamp, Layer, Patch, Post, Seat, Set, Solid, Thing, Wall, Wire, arranged
from .street_things import STREET_THINGS

PROPS = {
    **FURNITURE,
    **APPLIANCES,
    **HOUSEHOLD,
    **HALL_THINGS,
    **STREET_THINGS,
    **OUTDOORS,
    **LANDMARKS,
    **SMALL_THINGS,
}
"""Name -> (what builds it, the words for it)."""

WALLS = ("back", "left", "right", "front")


def circle(count: int) -> list[tuple[float, float]]:
    """Return points of the unit circle."""
    return [(cos(2 * pi * k / count), sin(2 * pi * k / count)) for k in range(count)]


class Builder:
    """Collects a place. ``rng`` is the place's own, so that a seed always builds the same set."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = name
        self.rng = Random(seed)
        self.interior = False
        self.stand = Area(-2.0, 2.0, -4.0, 1.0)
        self.camera = Area(-8.0, 8.0, -14.0, 14.0)
        self.sun: Vec3 | None = None
        self.sky = "sky"
        self.canopy = ""
        self.ceiling = 0.0
        self.beams = False
        self.gloom = False
        self.sky_tone: float | None = 0.0
        self.overhead = ("ceiling", "")
        self._groups = 0
        self._props: set[str] = set()
        self._things: list[Thing] = []
        self._patches: list[Patch] = []
        self._walls: dict[str, Wall] = {}
        self._layers: list[Layer] = []
        self._wires: list[Wire] = []
        self._spots: list[Vec3] = []

    def add(self, things: Sequence[Thing], at: Vec3 = (0.0, 0.0, 0.0), yaw: float = 0.0) -> None:
        """Put parts down as one group."""
        self._groups += 1
        self._things += arranged(things, at, yaw, self._groups)

    def put(self, prop: str, x: float, z: float, yaw: float = 0.0, y: float = 0.0) -> None:
        """Put a prop down by name."""
        self._props.add(prop)
        self.add(PROPS[prop][0](), (x, y, z), yaw)

    def grow(self, kind: str, x: float, z: float, width: float, height: float) -> None:
        """Let something grow, each time a little different."""
        self._props.add(kind)
        self.add([Growth(kind, (0, 0, 0), width, height, self.rng.randrange(1 << 16))], (x, 0, z))

    def scatter(self, kind: str, area: Area, count: int, size: tuple[float, float], *, clear: float = 1.6) -> None:
        """Let many grow in an area, off the stage's middle; ``size`` is the range of heights."""
        ratio = {"tuft": 1.0, "flowers": 1.6, "rock": 1.7, "bush": 1.9, "trunk": 0.05, "pine": 0.42}.get(kind, 0.6)
        for _ in range(count):
            x, z = self.rng.uniform(area.x0, area.x1), self.rng.uniform(area.z0, area.z1)
            h = self.rng.uniform(*size)
            if abs(x) > clear or z < self.stand.z0 - 0.5:
                self.grow(kind, x, z, h * ratio, h)

    def ground(self, material: str, detail: str = "", y: float = 0.0) -> None:
        """Lay ground to the horizon."""
        self.patch([(-400, 400), (400, 400), (400, -900), (-400, -900)], material, detail, y)

    def patch(
        self, points: Sequence[tuple[float, float]], material: str, detail: str = "", y: float = 0.0, edge: str = ""
    ) -> None:
        """Lay a flat piece: points (x, z)."""
        self._patches.append(Patch(np.array(points, dtype=float), material, detail, y, edge))

    def strip(self, area: Area, material: str, detail: str = "", y: float = 0.0, edge: str = "") -> None:
        """Lay a rectangle."""
        points = [(area.x0, area.z1), (area.x1, area.z1), (area.x1, area.z0), (area.x0, area.z0)]
        self.patch(points, material, detail, y, edge)

    def path(self, middle: Sequence[tuple[float, float]], width: float, material: str, edge: str = "edge") -> None:
        """Lay a way along (x, z) points."""
        m = np.array(middle, dtype=float)
        side = np.gradient(m, axis=0)
        side = np.stack([side[:, 1], -side[:, 0]], axis=1) / np.maximum(np.hypot(*side.T), 1e-9)[:, None]
        outline = np.concatenate([m - side * width / 2, (m + side * width / 2)[::-1]])
        self._patches.append(Patch(outline, material, "" if material == "snow" else "pebbles", 0.0, edge))

    def room(self, w: float, d: float, h: float, floor: tuple[str, str], front: float = 3.0) -> None:
        """Build a room x -w/2..w/2, z -d..front, with walls to hang fixtures on."""
        self.interior, self.ceiling, x = True, h, w / 2
        self.strip(Area(-x, x, -d, front), *floor)
        self._walls = {
            "back": Wall((-x, 0, -d), (1, 0, 0), w, h),
            "left": Wall((-x, 0, front), (0, 0, -1), d + front, h),
            "right": Wall((x, 0, -d), (0, 0, 1), d + front, h),
            "front": Wall((x, 0, front), (-1, 0, 0), w, h),
        }
        self.stand = Area(-x + 0.4, x - 0.4, -d + 0.6, front - 1.5)
        self.camera = Area(-x + 0.2, x - 0.2, -d + 0.3, front + 9.0)

    def dress(self, wall: str, material: str, detail: str = "") -> None:
        """Change what a wall is made of."""
        self._walls[wall] = replace(self._walls[wall], material=material, detail=detail)

    def wall(self, name: str, wall: Wall) -> None:
        """Put up a wall outside of a room."""
        self._walls[name] = wall

    def fix(self, wall: str, kind: str, u: float, v: float, w: float, h: float) -> None:
        """Hang something flat on a wall, measured from its lower left corner."""
        old = self._walls[wall]
        self._walls[wall] = replace(old, fixtures=(*old.fixtures, Fixture(kind, u, v, w, h)))

    def far(self, kind: str, height: float, tone: float = 0.0, gap: float = 0.0) -> None:
        """Put something on the horizon, ``height`` degrees high."""
        self._layers.append(Layer(kind, height, self.rng.randrange(1 << 16), tone, gap))

    def wire(self, points: Sequence[Vec3], *, sag: float = 0.0, role: str = "detail", over: bool = True) -> None:
        """Hang a line through points, sagging between each two."""
        p = np.array(points, dtype=float)
        t = np.linspace(0, 1, 9)[:, None]
        runs = [a + (b - a) * t - np.array((0, 1, 0)) * sag * np.sin(np.pi * t) for a, b in pairwise(p)]
        self._wires += [Wire(r if sag else r[[0, -1]], role, over) for r in runs]

    def spot(self, x: float, z: float, yaw: float = 0.0) -> None:
        """Keep a free place for an extra prop."""
        self._spots.append((x, z, yaw))

    def seat(self, x: float, z: float, height: float, yaw: float, kind: str) -> None:
        """Offer a seat that is not a prop's own."""
        self._things.append(Seat((x, 0.0, z), height, yaw, kind))

    def post(self, x: float, z: float, yaw: float, kind: str) -> None:
        """Offer a place to work at that is not a prop's own."""
        self._things.append(Post((x, 0.0, z), yaw, kind))

    def lamp(self, at: Vec3, radius: float) -> None:
        """Hang a light."""
        self._things.append(Lamp(at, radius))

    def ceiling_lamp(self, x: float, z: float, w: float, d: float) -> None:
        """Set a flat lamp into the ceiling."""
        self.add([box((w, 0.06, d), (0, 0, 0), "lamp", cast=False)], (x, self.ceiling - 0.06, z))

    def done(self) -> Set:
        """Return the set."""
        return Set(
            self.name,
            self.interior,
            tuple(t for t in self._things if isinstance(t, Solid)),
            tuple(t for t in self._things if isinstance(t, Growth)),
            tuple(self._patches),
            tuple(self._walls.values()),
            tuple(self._layers),
            tuple(self._wires),
            tuple(t for t in self._things if isinstance(t, Lamp)),
            tuple(t for t in self._things if isinstance(t, Seat)),
            tuple(t for t in self._things if isinstance(t, Post)),
            tuple(self._spots),
            self.stand,
            self.camera,
            self.sun,
            self.sky,
            self.gloom,
            self.sky_tone,
            self.overhead,
            self.canopy,
            self.ceiling,
            frozenset(self._props),
            self.beams,
        )
