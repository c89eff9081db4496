"""A lighthouse: the tower on a rocky shore, and the lamp room under its dome; each dark or lit."""

from math import cos, pi, radians, sin, tan

import numpy as np

from ..camera import Vec3
from .builder import Builder
from .shapes import Marks, box, curved, cylinder, lathe, loft, tube
from .solids import Area, Thing

TOWER: Vec3 = (6.4, 0.0, -23.0)
LANTERN = 9.1
"""Metres: the height of the lamp over the tower's foot."""
BEAM, SPREAD = 60.0, 5.0
"""Metres that a beam of light is drawn, and degrees that it opens."""


def shore(b: Builder) -> None:
    """Build a rocky shore under a dark lighthouse."""
    _shore(b)
    b.add(tower("glass"), TOWER)


def lit_shore(b: Builder) -> None:
    """Build the shore with the lamp lit: two beams go out over the sea."""
    _shore(b)
    b.add([*tower("lamp"), *(beam(turn) for turn in (-76.0, 104.0))], TOWER)
    b.lamp((TOWER[0], LANTERN, TOWER[2]), 3.0)


def _shore(b: Builder) -> None:
    b.stand, b.camera, b.sky_tone = Area(-3, 3, -5, 3), Area(-10, 10, -6, 18), 0.3
    b.ground("sand")
    line = [(k * 0.5, _waterline(k * 0.5)) for k in range(-120, 121)]
    b.patch(
        [*((x, z + 0.5) for x, z in line), (400, -30), (400, -900), (-400, -900), (-400, -30)], "white", "", 0, "edge"
    )
    b.patch([*line, (400, -30), (400, -900), (-400, -900), (-400, -30)], "water", "waves", 0)
    for x, z, w, h in ((-2.9, 1.6, 2.6, 1.2), (2.8, 1.4, 3.4, 1.8), (0.9, 2.6, 1.9, 0.8)):
        b.grow("rock", TOWER[0] + x, TOWER[2] + z, w, h)
    b.grow("rock", -4.6, -5.2, 2.4, 1.3)
    b.grow("rock", -6.6, -7.0, 3.0, 2.0)
    b.path([(0.4, 3.0), (1.2, -4.0), (3.0, -10.0), (5.9, -21.0)], 1.3, "gravel")
    b.put("boat", -2.6, -5.6, 35)
    b.scatter("tuft", Area(-12, 12, -4, 6), 14, (0.12, 0.2), clear=3.0)
    b.far("sea", 0)
    b.far("islands", 2.4, 0.15)
    b.spot(1.8, -1.8, -30)
    b.spot(-1.9, -2.4, 30)


def _waterline(x: float) -> float:
    """Return how far off the sea begins: a bay on the left, and the headland that carries the tower."""
    out = min(max((x + 9.0) / 11.0, 0.0), 1.0)
    return -9.0 - 16.0 * out * out * (3.0 - 2.0 * out) + 0.5 * sin(x * 0.54) + 0.25 * sin(x * 1.7 + 1)


def tower(glass: str) -> list[Thing]:
    """Return the tower: banded shaft, door, slits, gallery with its rail, lantern and dome."""
    shaft = [(2.0, 0), (1.78, 2.3), (1.6, 4.4), (1.46, 6.2), (1.36, 8.0)]
    posts: list[Thing] = [
        tube([(1.72 * sin(a), 8.2, 1.72 * cos(a)), (1.72 * sin(a), 9.0, 1.72 * cos(a))], (0.03, 0.03), "dark metal")
        for a in (2 * pi * k / 14 for k in range(14))
    ]
    rims: list[Thing] = [
        tube(
            [(1.72 * sin(a), y, 1.72 * cos(a)) for a in (2 * pi * k / 24 for k in range(25))],
            (0.03,) * 25,
            "dark metal",
        )
        for y in (8.6, 9.0)
    ]
    return [
        lathe(shaft, (0, 0, 0), ("white", "red", "white", "red")),
        box((0.95, 2.0, 0.3), (-0.5, 0, 1.82), "dark wood", {"front": "planks"}, yaw=-14),
        *(box((0.32, 0.75, 0.2), (0.1 * k, 2.7 + 2.1 * k, 1.66 - 0.15 * k), "dark") for k in range(3)),
        lathe([(1.4, 7.9), (1.85, 8.1), (1.85, 8.2)], (0, 0, 0), "dark metal"),
        *posts,
        *rims,
        lathe([(1.0, 8.2), (1.0, 8.5)], (0, 0, 0), "white"),
        lathe([(0.92, 8.5), (0.92, 9.9)], (0, 0, 0), glass, Marks(gores=glass != "lamp")),
        lathe(curved([(1.15, 9.9), (1.0, 10.2), (0.5, 10.65), (0.06, 10.8)]), (0, 0, 0), "red"),
        lathe([(0.1, 10.8), (0.12, 11.0), (0.02, 11.5)], (0, 0, 0), "dark metal"),
    ]


def beam(turn: float) -> Thing:
    """Return a beam of light from the lantern out over the sea."""
    wide, (c, s) = BEAM * tan(radians(SPREAD)), (cos(radians(turn)), sin(radians(turn)))
    start, end = np.array((0.9 * s, LANTERN + 0.1, 0.9 * c)), np.array((BEAM * s, LANTERN + 4.0, BEAM * c))
    side = np.array((c, 0.0, -s))
    rings = [
        np.array([p + i * r * side + (0.0, k * r, 0.0) for i, k in ((-1, -1), (1, -1), (1, 1), (-1, 1))])
        for p, r in ((start, 0.35), (end, wide))
    ]
    return loft(rings, (0, 0, 0), "lamp")


def lamp_room(b: Builder) -> None:
    """Build the room of the great lamp: stone, wide windows to the sea, the dark lens on its pedestal."""
    _room(b)
    b.add(lens("glass"), (0.0, 0.0, -2.5))


def lit_lamp_room(b: Builder) -> None:
    """Build the room with its lamp lit."""
    _room(b)
    b.add(lens("lamp"), (0.0, 0.0, -2.5))
    b.put("matches", 0.75, -1.9, 30)
    b.lamp((0.0, 1.6, -2.5), 3.2)


def _room(b: Builder) -> None:
    b.overhead = ("dark wood", "")
    b.room(6.0, 4.6, 3.3, ("wood", "boards"), front=3.0)
    for wall, wide in (("back", 6.0), ("left", 7.6), ("right", 7.6), ("front", 6.0)):
        b.dress(wall, "stone", "stones")
        for k in range(round(wide / 1.9)):
            b.fix(wall, "window sea", 0.3 + 1.9 * k, 1.0, 1.5, 1.7)
    b.put("barrel", -2.4, -3.9)
    b.put("barrel", -1.75, -4.1)
    b.put("crate", 2.3, -3.9, 20)
    b.put("ladder", 2.6, -2.2, -90)
    b.stand = Area(-2.4, 2.4, -1.7, 1.6)
    b.spot(-2.2, -2.4, 60)


def lens(glass: str) -> list[Thing]:
    """Return the great lamp: iron pedestal, rings of glass, a cap."""
    body = curved([(0.34, 0.9), (0.52, 1.25), (0.58, 1.6), (0.52, 1.95), (0.34, 2.3)])
    return [
        cylinder(0.5, 0.1, (0, 0, 0), "dark metal"),
        lathe([(0.22, 0.1), (0.18, 0.5), (0.3, 0.82)], (0, 0, 0), "dark metal"),
        cylinder(0.44, 0.08, (0, 0.82, 0), "dark metal"),
        lathe(body, (0, 0, 0), glass, Marks(hoops=tuple(range(1, len(body) - 1, 2)))),
        lathe([(0.38, 2.3), (0.1, 2.5), (0.08, 2.62)], (0, 0, 0), "dark metal"),
    ]
