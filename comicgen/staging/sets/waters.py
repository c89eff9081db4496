"""Places at the water: beaches, ships, river banks, harbours."""

from itertools import pairwise
from math import sin

from .builder import Builder
from .shapes import Marks, box, cylinder, hull, lathe, loft, tube
from .solids import Area, Thing
from .structures import container, crane, lighthouse


def beach(b: Builder) -> None:
    """Build a beach: sand, a winding shore with foam, rocks, a parasol."""
    b.stand, b.camera, b.sky_tone = Area(-3, 3, -5, 3), Area(-10, 10, -6, 18), 0.3
    b.ground("sand", "grains")
    xs = [k * 0.5 for k in range(-120, 121)]
    shore = [(x, -7.2 + 0.5 * sin(x * 0.55) + 0.25 * sin(x * 1.7 + 1)) for x in xs]
    foam = [(x, z + 0.5 + 0.2 * sin(x * 2.3)) for x, z in shore]
    b.patch([*foam, (400, -20), (400, -900), (-400, -900), (-400, -20)], "white", "", 0, "edge")
    b.patch([*shore, (400, -20), (400, -900), (-400, -900), (-400, -20)], "water", "waves", 0)
    for x, z, w, h in ((-4.6, -5.2, 2.4, 1.3), (-6.2, -7.2, 3.0, 2.0), (-3.1, -4.6, 0.8, 0.4), (8.5, -8.0, 3.2, 1.6)):
        b.grow("rock", x, z, w, h)
    b.put("parasol", 2.9, -3.6)
    b.put("deck chair", 2.2, -3.4, 20)
    b.add([box((0.5, 0.36, 0.34), (0, 0, 0), "white", {"*": ""})], (3.3, 0, -3.0))
    b.grow("palm", -6.5, -2.0, 3.6, 6.0)
    b.grow("palm", 7.6, -3.4, 3.4, 5.4)
    b.put("boat", -3.9, -3.2, 64)
    b.put("sail boat", -9.0, -24.0, 70, -0.1)
    b.put("sail boat", 13.0, -38.0, 110, -0.1)
    b.put("life ring", 4.4, -5.4, -10)
    b.put("ball", 1.6, -3.0)
    b.add(lighthouse(), (17.0, 0, -27.0), 0)
    b.grow("palm", -4.9, -4.6, 3.6, 5.6)
    b.grow("rock", 17.0, -27.0, 9.0, 1.8)
    for k in range(14):
        _footprint(b, -1.13 - 0.08 * k + (0.16 if k % 2 else 0.0), -1.78 - 0.4 * k)
    b.scatter("rock", Area(-9, 9, -5.6, 3), 16, (0.05, 0.14), clear=1.0)
    b.scatter("tuft", Area(-12, 12, -3, 6), 20, (0.12, 0.3), clear=3.0)
    b.far("sea", 0)
    b.far("islands", 3.0, 0.15)
    b.spot(1.8, -1.8, -30)
    b.spot(-1.9, -2.8, 30)


def _footprint(b: Builder, x: float, z: float) -> None:
    """Lay the print of a bare foot that walked off towards the sea: ball and heel, narrow between them."""
    sole = [
        (0.0, -0.14),
        (0.05, -0.11),
        (0.055, -0.05),
        (0.03, 0.03),
        (0.038, 0.09),
        (0.0, 0.13),
        (-0.038, 0.09),
        (-0.035, 0.0),
        (-0.055, -0.06),
        (-0.045, -0.12),
    ]
    b.patch([(x + u, z + v) for u, v in sole], "dry grass", "", 0.002, "detail")


def sea(b: Builder) -> None:
    """Build a ship's deck with mast and rail, the open sea round it."""
    b.stand, b.camera, b.sky_tone = Area(-1.8, 1.8, -6.5, 3), Area(-2.4, 2.4, -8, 12), 0.3
    b.ground("water", "waves", -2.6)
    deck = [
        (-2.8, 9.0),
        (2.8, 9.0),
        (2.8, -5.0),
        (2.2, -7.5),
        (1.2, -9.6),
        (0.0, -11.0),
        (-1.2, -9.6),
        (-2.2, -7.5),
        (-2.8, -5.0),
    ]
    b.patch(deck, "floor", "", 0, "silhouette")
    b.strip(Area(-2.8, 2.8, -5.0, 9.0), "floor", "upright boards")
    for side in (-1, 1):
        points = ((2.75 * side, 8.0), (2.75 * side, -5.0), (2.15 * side, -7.5), (1.15 * side, -9.6), (0.0, -11.0))
        for (x0, z0), (x1, z1) in pairwise(points):
            _rail(b, (x0, z0), (x1, z1))
    b.add(
        [
            cylinder(0.16, 8.5, (0, 0, 0), "wood", top=0.1),
            cylinder(0.3, 0.35, (0, 0, 0), "dark wood"),
        ],
        (0, 0, -5.2),
    )
    b.add([box((4.6, 0.12, 0.12), (0, 5.6, 0), "wood", cast=False)], (0, 0, -5.2))
    b.add([box((4.3, 0.42, 0.36), (0, 5.2, 0.12), "cloth", {"*": "ribs"}, cast=False)], (0, 0, -5.2))
    for x, z in ((-1.9, -3.0), (-1.5, -3.7), (2.0, -2.6)):
        b.put("barrel", x, z)
    b.put("crate", 1.9, -3.6, 15)
    b.put("rope", -1.2, -2.4)
    b.put("life ring", 2.3, -1.2, -60)
    b.put("sail boat", -16.0, -34.0, 70, -2.7)
    for x in (-2.7, 2.7):
        b.wire([(0, 8.3, -5.2), (x, 1.0, -1.5)], over=False)
        b.wire([(0, 8.3, -5.2), (x, 1.0, -3.5)], over=False)
    b.far("sea", 0)
    b.far("islands", 2.0, 0.15)
    b.lamp((0, 3, -1.5), 2.2)
    b.spot(1.7, -1.6, -40)
    b.spot(-1.8, -1.4, 40)


def open_sea(b: Builder) -> None:
    """Build nothing but water, sails and islands far off."""
    b.stand, b.camera, b.sky_tone = Area(-3, 3, -5, 3), Area(-10, 10, -6, 18), 0.3
    b.ground("water", "waves")
    b.put("sail boat", -11.0, -34.0, 70, -0.1)
    b.put("sail boat", 16.0, -52.0, 110, -0.1)
    b.far("sea", 0)
    b.far("islands", 2.6, 0.15)
    b.spot(1.8, -1.8, -30)
    b.spot(-1.9, -2.8, 30)


def _rail(b: Builder, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Run a rail on posts between two deck points."""
    from math import atan2, degrees, hypot

    (x0, z0), (x1, z1) = start, end
    length, yaw = hypot(x1 - x0, z1 - z0), degrees(atan2(x1 - x0, z1 - z0))
    count = max(1, round(length / 1.1))
    parts: list[Thing] = [
        box((0.08, 0.08, length), (0, 0.95, 0), "wood", cast=False),
        box((0.05, 0.05, length), (0, 0.5, 0), "wood", cast=False),
    ]
    parts += [box((0.07, 0.95, 0.07), (0, 0, length * (k / count - 0.5)), "wood", cast=False) for k in range(count + 1)]
    b.add(parts, ((x0 + x1) / 2, 0, (z0 + z1) / 2), yaw)


def riverside(b: Builder) -> None:
    """Build a grassy river bank with a bridge far off."""
    b.stand, b.camera = Area(-3, 3, -5, 2), Area(-10, 10, -6, 16)
    b.ground("grass", "meadow")
    near = [(k * 1.0, -6.0 + 0.5 * sin(k * 0.5)) for k in range(-60, 61)]
    far = [(k * 1.0, -24.0 + 0.6 * sin(k * 0.4)) for k in range(60, -61, -1)]
    b.patch([*near, *far], "water", "waves", -0.02, "edge")
    b.path([(-30 + 2.0 * k, 1.2 + 0.2 * sin(k)) for k in range(31)], 1.7, "sand")
    for x, z, h in ((-4.6, -4.2, 6.5), (6.2, -4.8, 6.0), (-9, -28, 6), (4, -29, 6.5), (12, -27, 6), (-1, -31, 6)):
        b.grow("tree", x, z, h * 0.66, h)
    b.put("boat", -4.0, -7.4, 96, -0.2)
    b.put("bench", 3.0, -3.6, -14)
    for k in range(18):
        b.grow(
            "reed",
            -9 + k * 1.05 + b.rng.uniform(-0.3, 0.3),
            -6.1 + b.rng.uniform(-0.2, 0.3),
            0.5,
            b.rng.uniform(0.5, 1.0),
        )
    for x, z, w, h in ((2.6, -5.5, 1.1, 0.5), (-2.0, -5.8, 0.7, 0.3), (3.6, -5.9, 0.6, 0.3)):
        b.grow("rock", x, z, w, h)
    b.scatter("tuft", Area(-8, 8, -5.6, 3), 50, (0.14, 0.3), clear=0.8)
    b.scatter("flowers", Area(-6, 6, -5, 1), 8, (0.2, 0.32))
    b.far("skyline", 4, 0.12)
    b.far("treeline", 3, 0.15)
    b.spot(2.2, -2.4, -40)
    b.spot(-2.2, -2.8, 40)


def _fishing_boat(b: Builder, x: float, z: float, yaw: float) -> None:
    """Moor a boat with a flared hull, a cabin, a mast and its boom."""
    rings = [
        hull(*form)
        for form in ((0.7, 3.4, 0.0, 0.1), (1.15, 4.0, 0.7, 0.4), (1.4, 4.3, 1.3, 0.7), (1.45, 4.35, 1.5, 0.75))
    ]
    parts: list[Thing] = [
        loft(rings, (0, 0, 0), ("dark", "white", "red"), Marks((2,), lid="boat inside")),
        box((1.7, 1.7, 1.9), (0, 1.35, -1.4), "wall", {"*": "cabin"}),
        box((2.0, 0.14, 2.3), (0, 3.05, -1.4), "roof"),
        cylinder(0.08, 5.4, (0, 1.35, 0.4), "wood"),
        tube([(0, 2.6, 0.4), (0, 3.6, 1.6), (0, 4.6, 2.8)], (0.05, 0.05, 0.04), "wood"),
        *[
            lathe([(0.2, -0.07), (0.2, 0.07)], (1.36 * s, 0.9, k), "dark", axis="x")
            for s in (-1, 1)
            for k in (-1.6, 0.2, 1.8)
        ],
    ]
    b.add(parts, (x, -1.4, z), yaw)
    b.wire([(x, 5.2, z), (x + 4.0, 0.4, z + 1.0)], over=False)
    b.wire([(x, 5.2, z), (x - 3.6, 0.6, z - 1.0)], over=False)


def harbour(b: Builder) -> None:
    """Build a quay with crates, bollards, a shed and boats on the water."""
    b.stand, b.camera, b.sky_tone = Area(-3, 3, -4.2, 2), Area(-8, 8, -5, 14), 0.3
    b.ground("water", "waves", -1.2)
    b.strip(Area(-120, 120, -5.4, 60), "concrete", "", 0, "silhouette")
    b.strip(Area(-12, 12, -5.4, 6), "concrete", "big tiles")
    for x in (-4.5, 0.6, 5.4):
        b.put("bollard", x, -5.0)
    for x, z, y, yaw in ((-3.4, -3.2, 0, 8), (-2.8, -3.0, 0, -6), (-3.2, -3.2, 0.5, 20), (3.6, -3.8, 0, 4)):
        b.put("crate", x, z, yaw, y)
    b.put("barrel", 4.3, -3.6)
    b.put("barrel", 4.0, -2.9)
    b.put("rope", 1.5, -4.4)
    b.put("rope", -1.6, -4.7)
    b.put("life ring", -5.2, -4.6, 12)
    b.add(container(), (8.2, 0, -2.4), 90)
    b.add(container(), (8.4, 0, 1.0), 84)
    b.add(crane(), (15.5, 0, -13.0), -70)
    b.add(lighthouse(), (-17.0, 0, -33.0), 0)
    b.put("sail boat", -11.0, -22.0, 80, -1.3)
    _fishing_boat(b, -6.0, -10.4, 64)
    _fishing_boat(b, 9.0, -12.0, 118)
    b.put("boat", -3.6, -13.0, 70, -1.3)
    b.put("boat", 7.0, -16.0, 110, -1.3)
    _fishing_boat(b, 1.8, -17.0, 72)
    b.add(
        [
            box((7, 4.2, 6), (0, 0, 0), "warm wall", {"front": "shutter", "*": "brick"}),
            box((7.4, 0.4, 6.4), (0, 4.2, 0), "roof"),
        ],
        (-10.5, 0, -1.5),
        50,
    )
    b.put("street lamp", 6.6, -4.6, 180)
    b.far("hills", 4, 0.08)
    b.far("sea", 0)
    b.lamp((0.4, 3, -1.2), 2.4)
    b.spot(2.8, -2.6, -30)
    b.spot(-2.0, -4.2, 10)
