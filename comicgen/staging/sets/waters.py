"""Places at the water: beaches, ships, river banks."""

from itertools import pairwise
from math import sin

from .builder import Builder
from .shapes import box, cylinder
from .solids import Area, Thing


def beach(b: Builder) -> None:
    """Build a beach: sand, a winding shore with foam, rocks, a parasol."""
    b.stand, b.camera, b.sky_tone = Area(-3, 3, -5, 3), Area(-10, 10, -6, 18), 0.3
    b.ground("sand")
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
    b.scatter("tuft", Area(-12, 12, -3, 6), 12, (0.12, 0.2), clear=4.0)
    b.far("sea", 0)
    b.far("islands", 3.0, 0.15)
    b.spot(1.8, -1.8, -30)
    b.spot(-1.9, -2.8, 30)


def sea(b: Builder) -> None:
    """Build a ship's deck with mast and rail, the open sea round it."""
    b.stand, b.camera, b.sky_tone = Area(-1.8, 1.8, -6.5, 3), Area(-2.4, 2.4, -8, 12), 0.3
    b.ground("water", "waves", -2.6)
    hull = [
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
    b.patch(hull, "floor", "", 0, "silhouette")
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
    for x in (-2.7, 2.7):
        b.wire([(0, 8.3, -5.2), (x, 1.0, -1.5)], over=False)
        b.wire([(0, 8.3, -5.2), (x, 1.0, -3.5)], over=False)
    b.far("sea", 0)
    b.far("islands", 2.0, 0.15)
    b.lamp((0, 3, -1.5), 2.2)
    b.spot(1.7, -1.6, -40)
    b.spot(-1.8, -1.4, 40)


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
    b.ground("grass")
    near = [(k * 1.0, -6.0 + 0.5 * sin(k * 0.5)) for k in range(-60, 61)]
    far = [(k * 1.0, -24.0 + 0.6 * sin(k * 0.4)) for k in range(60, -61, -1)]
    b.patch([*near, *far], "water", "waves", -0.02, "edge")
    b.path([(-30 + 2.0 * k, 1.2 + 0.2 * sin(k)) for k in range(31)], 1.7, "sand")
    for x, z, h in ((-4.6, -4.2, 6.5), (6.2, -4.8, 6.0), (-9, -28, 6), (4, -29, 6.5), (12, -27, 6), (-1, -31, 6)):
        b.grow("tree", x, z, h * 0.66, h)
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
