"""Places out of doors: parks, woods, mountains, shores, fields."""

from itertools import pairwise
from math import sin

from .builder import Builder
from .solids import Area, Thing, box, cylinder


def park(b: Builder) -> None:
    """Build a park: a bench and a lamp at a curved path, trees round it."""
    b.stand, b.camera = Area(-3.0, 3.0, -7, 2), Area(-12, 12, -24, 18)
    b.ground("grass")
    b.path([(0.6 + 1.6 * sin(-z * 0.13) - 0.012 * z * z * (z < 0), z) for z in range(16, -40, -2)], 2.3, "pavement")
    trees = ((-3.6, -3.9, 4.6, 6.5), (4.4, -6.2, 5.0, 7.0), (-7.2, -11, 4.8, 7), (1.5, -15, 4.4, 6), (8, -13, 4.8, 7))
    for x, z, w, h in trees:
        b.grow("tree", x + b.rng.uniform(-0.4, 0.4), z, w, h)
    for x, z in (
        (-2.5, -19),
        (5, -23),
        (-10, -23),
        (12, -20),
        (-6.5, 7),
        (7.0, 6.0),
        (-14, -14),
        (-3.5, 12),
        (4.5, 14),
        (-11, 13),
        (11, 10),
        (0.5, 20),
    ):
        b.grow("tree", x, z, 4.2, b.rng.uniform(5.5, 7))
    b.put("bench", -0.9, -2.3, 8)
    b.put("park lamp", 1.75, -3.6)
    b.put("bin", 0.55, -2.45)
    for x, z, w, h in ((2.9, -4.4, 1.8, 0.9), (-5.4, -5.4, 2.2, 1.0), (3.9, -5.2, 1.4, 0.7), (-2.0, -8.4, 2.6, 0.9)):
        b.grow("bush", x, z, w, h)
    b.scatter("tuft", Area(-8, 8, -13, 3), 42, (0.12, 0.28), clear=0.6)
    b.scatter("flowers", Area(-6, 6, -9, 1), 7, (0.2, 0.3))
    b.far("treeline", 4.5, 0.12)
    b.spot(2.4, -2.0, -40)
    b.spot(-2.7, -1.8, 50)
    b.spot(1.4, -5.6, -20)


def playground(b: Builder) -> None:
    """Build a playground: swings, a slide, a sandpit behind a fence."""
    b.stand, b.camera = Area(-3.0, 3.0, -5, 2), Area(-12, 12, -16, 16)
    b.ground("sand")
    b.put("swing", -2.7, -3.8, 12)
    slide: list[Thing] = [
        *[box((0.08, 1.6, 0.08), (x, 0, z), "metal") for x in (-0.3, 0.3) for z in (-1.1, -0.5)],
        box((0.7, 0.08, 0.7), (0, 1.6, -0.8), "red"),
        *[box((0.6, 0.04, 0.06), (0, 0.3 * k, -1.2), "metal", cast=False) for k in range(1, 6)],
    ]
    b.add(slide, (2.9, 0, -3.6), -68)
    b.add([_chute()], (2.9, 0, -3.6), -68)
    b.add(
        [box((2.2, 0.2, 0.14), (0, 0, z), "wood") for z in (-0.9, 0.9)]
        + [box((0.14, 0.2, 1.8), (x, 0, 0), "wood") for x in (-1.1, 1.1)],
        (0.4, 0, -5.6),
    )
    for k in range(-5, 6):
        b.put("fence", 2.0 * k, -9.0)
    b.put("bench", 4.6, -6.6, -30)
    for x, z in ((-5.5, -7.5), (6.4, -8.0), (-8.5, -12), (1.5, -12.5), (9, -13), (-6, 6)):
        b.grow("tree", x, z, 4.2, b.rng.uniform(5, 6.8))
    b.scatter("bush", Area(-9, 9, -10.6, -9.6), 8, (0.6, 0.9), clear=0)
    b.scatter("tuft", Area(-9, 9, -8, 2), 16, (0.1, 0.2), clear=2.4)
    b.far("skyline", 5, 0.12)
    b.lamp((0, 4, -1.5), 2.5)
    b.spot(1.4, -2.0, -30)
    b.spot(-1.4, -5.2, 20)


def _chute() -> Thing:
    from .solids import prism

    return prism([(-0.45, 1.66), (1.5, 0.28), (1.5, 0.2), (-0.45, 1.56)], 0.6, (0, 0, 0), "metal")


def forest(b: Builder) -> None:
    """Build a wood: trunks, bushes and ferns along a path, leaves overhead."""
    b.stand, b.camera, b.canopy = Area(-0.7, 0.7, -12, 2), Area(-1.4, 1.4, -20, 10), "leaves"
    b.ground("grass")
    b.path([(0.5 * sin(-z * 0.3), z) for z in range(12, -34, -1)], 1.5, "sand")
    placed: list[tuple[float, float]] = [(0.0, -1.6)]
    for _ in range(170):
        x, z = b.rng.uniform(-16, 16), b.rng.uniform(-30, 9)
        clear = abs(x - 0.5 * sin(-z * 0.3)) < (1.5 if z < -1 else 2.6)
        if clear or any((x - u) ** 2 + (z - v) ** 2 < 2.6 for u, v in placed):
            continue
        placed.append((x, z))
        b.grow("trunk", x, z, b.rng.uniform(0.26, 0.62), 26)
    b.grow("trunk", -2.1, -0.3, 0.5, 26)
    b.grow("trunk", 2.3, -0.7, 0.44, 26)
    for _ in range(14):
        b.grow(
            "bush",
            b.rng.choice((-1, 1)) * b.rng.uniform(2.0, 6),
            b.rng.uniform(-13, -1.5),
            b.rng.uniform(0.9, 1.7),
            b.rng.uniform(0.4, 0.8),
        )
    b.grow("rock", 1.75, -1.9, 0.9, 0.45)
    b.grow("rock", -1.8, -3.0, 0.7, 0.35)
    b.scatter("tuft", Area(-7, 7, -11, 2), 60, (0.14, 0.32), clear=0.85)
    b.far("treeline", 16, 0.0)
    b.far("treeline", 8, 0.1)
    b.spot(1.5, -3.4, -30)
    b.spot(-1.5, -1.6, 40)


def mountain(b: Builder) -> None:
    """Build a mountain path between rocks and pines, peaks behind."""
    b.stand, b.camera, b.sky_tone = Area(-1.4, 1.4, -12, 2), Area(-6, 6, -20, 16), 0.4
    b.ground("grass")
    b.path([(0.2 + 1.5 * sin(-z * 0.22) * (-z / 26 if z < 0 else 0), z) for z in range(12, -30, -1)], 1.6, "sand")
    for x, z, w, h in (
        (-2.6, -2.6, 1.7, 0.8),
        (2.9, -4.2, 2.8, 1.3),
        (2.1, -1.8, 0.7, 0.4),
        (-4.2, -6.1, 3.4, 1.8),
        (-1.7, -0.9, 0.4, 0.2),
    ):
        b.grow("rock", x, z, w, h)
    for x, z, h in (
        (-5.2, -8.6, 7),
        (-7, -11, 8),
        (5.4, -9.6, 8),
        (7.4, -12.6, 9),
        (4.4, -15, 7),
        (-10, -16, 9),
        (11, -19, 9),
        (-8, 5, 8),
        (8, 6, 8),
    ):
        b.grow("pine", x, z, h * 0.42, h)
    b.put("signpost", 1.5, -3.0, -8)
    b.grow("bush", -3.2, -4.2, 1.3, 0.6)
    b.scatter("tuft", Area(-8, 8, -13, 3), 46, (0.14, 0.28), clear=0.9)
    b.scatter("rock", Area(-9, 9, -18, -6), 7, (0.3, 0.9))
    b.far("mountains", 19, 0.0)
    b.far("hills", 6, 0.15)
    b.spot(-2.0, -4.4, 30)
    b.spot(2.2, -2.8, -40)


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
            cylinder(0.16, 8.5, (0, 0, 0), "wood", top=0.1, sides=8),
            cylinder(0.3, 0.35, (0, 0, 0), "dark wood", sides=8),
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


def desert(b: Builder) -> None:
    """Build a desert: dunes, a few rocks and cacti, bones in the sand."""
    b.stand, b.camera, b.sky_tone = Area(-3, 3, -10, 3), Area(-12, 12, -20, 18), 0.3
    b.ground("sand", "ripples")
    for x, z, h in ((-3.6, -5.5, 2.6), (4.8, -9.0, 3.0), (-8, -14, 2.8), (9, -18, 3.0)):
        b.grow("cactus", x, z, h * 0.5, h)
    for x, z, w, h in (
        (3.1, -4.4, 1.5, 0.7),
        (-2.4, -3.4, 0.6, 0.28),
        (-6.6, -10, 2.6, 1.4),
        (7, -12, 3, 1.6),
        (2.2, -2.4, 0.4, 0.2),
    ):
        b.grow("rock", x, z, w, h)
    b.scatter("tuft", Area(-10, 10, -14, 3), 14, (0.14, 0.26), clear=1.4)
    b.far("mesas", 9, 0.08)
    b.far("hills", 3.5, 0.0)
    b.spot(-2.0, -2.2, 40)
    b.spot(2.0, -3.4, -40)


def snow_field(b: Builder) -> None:
    """Build a snowed-in clearing with pines and a wooden fence."""
    b.stand, b.camera, b.sky_tone = Area(-3, 3, -9, 3), Area(-10, 10, -20, 18), 0.4
    b.ground("snow")
    b.path([(0.4 + 1.2 * sin(-z * 0.2), z) for z in range(12, -34, -2)], 1.3, "snow", "detail")
    for x, z, h in (
        (-4.4, -6.0, 6),
        (-6.6, -9.5, 8),
        (5.2, -7.5, 7),
        (7.6, -11, 9),
        (2.8, -14, 7),
        (-2.6, -16, 7),
        (-11, -15, 9),
        (12, -17, 9),
        (-7, 6, 7),
    ):
        b.grow("snow pine", x, z, h * 0.42, h)
    for k in range(-4, 5):
        b.put("fence", -3.4 + 2.02 * k if k < 1 else 3.0 + 2.02 * (k - 1), -4.6)
    for x, z, w, h in ((2.4, -3.0, 1.1, 0.45), (-2.2, -2.4, 0.7, 0.3), (-6.0, -7.6, 2.2, 1.0)):
        b.grow("rock", x, z, w, h)
    b.far("mountains", 13, 0.0)
    b.far("treeline", 4, 0.22)
    b.lamp((0, 3, -1.5), 2.6)
    b.spot(-2.0, -3.2, 30)
    b.spot(2.0, -2.0, -30)


def countryside(b: Builder) -> None:
    """Build a country road between fields, a farmhouse and poles."""
    b.stand, b.camera = Area(-1.6, 1.6, -12, 2), Area(-6, 6, -18, 16)
    b.ground("grass", "furrows")
    b.path([(0.3 + 2.4 * sin(-z * 0.07) * (z < 0), z) for z in range(20, -90, -3)], 3.0, "sand")
    farm: list[Thing] = [
        box((7.0, 3.0, 5.0), (0, 0, 0), "wall", {"front": "windows", "*": "side windows"}),
        _gable(7.6, 5.6, 3.0, 2.2),
    ]
    b.add(farm, (-11.0, 0, -17.0), 28)
    for k in range(-3, 4):
        b.put("fence", 4.6, -3.0 - 2.02 * (k + 3), 90)
    for z in (-4.0, -16.0, -28.0):
        b.put("utility pole", -2.7, z)
    b.wire([(-2.1, 6.8, 10), (-2.1, 6.8, -4), (-2.1, 6.8, -16), (-2.1, 6.8, -28), (-2.1, 6.8, -40)], sag=0.7)
    b.wire([(-3.3, 6.8, 10), (-3.3, 6.8, -4), (-3.3, 6.8, -16), (-3.3, 6.8, -28), (-3.3, 6.8, -40)], sag=0.8)
    for x, z in ((6.8, -9.0), (-7.5, -14.0), (9.5, -22.0), (-15, -24), (3.0, -30)):
        b.grow("tree", x, z, 4.4, b.rng.uniform(5, 7))
    b.scatter("tuft", Area(-8, 8, -14, 3), 60, (0.16, 0.36), clear=1.8)
    b.scatter("flowers", Area(-6, 6, -8, 1), 9, (0.25, 0.4), clear=2.0)
    b.far("hills", 8, 0.08)
    b.far("treeline", 2.5, 0.15)
    b.spot(-2.2, -2.2, 40)
    b.spot(2.3, -3.6, -40)


def _gable(w: float, d: float, y: float, h: float) -> Thing:
    """Return a gable roof over walls of height y."""
    from .solids import prism

    return prism([(d / 2, y), (0, y + h), (-d / 2, y)], w, (0, 0, 0), "roof", ["slats", "slats"])


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


def graveyard(b: Builder) -> None:
    """Build a graveyard: rows of stones, a bare tree, an iron fence."""
    b.stand, b.camera = Area(-0.9, 0.9, -10, 2), Area(-8, 8, -16, 14)
    b.ground("grass")
    b.path([(0.3 * sin(-z * 0.3), z) for z in range(10, -26, -1)], 1.4, "gravel")
    for row in range(5):
        for x in (-4.4, -2.9, -1.6, 1.6, 3.0, 4.4):
            b.put("tombstone", x + b.rng.uniform(-0.15, 0.15), -2.4 - 2.3 * row, b.rng.uniform(-8, 8))
    b.put("statue", 2.4, -14.6)
    b.put("stone lantern", -1.5, -1.4)
    for x in range(-9, 10):
        b.add(
            [box((0.03, 1.4, 0.03), (0.14 * k, 0, 0), "dark metal", cast=False) for k in range(7)], (x - 0.5, 0, -17.0)
        )
    b.add([box((20, 0.05, 0.05), (0, 1.2, 0), "dark metal", cast=False)], (0, 0, -17.0))
    for x, z in ((-6.2, -6.0), (7.0, -10.0), (-8.5, -15)):
        b.grow("bare tree", x, z, 4.4, b.rng.uniform(5, 6.5))
    b.scatter("tuft", Area(-8, 8, -14, 2), 60, (0.14, 0.32), clear=0.8)
    b.far("treeline", 6, 0.3)
    b.spot(1.3, -1.2, -30)
    b.spot(-1.4, -3.6, 30)


def shrine(b: Builder) -> None:
    """Build a shrine: stone steps, a gate, lanterns, old trees."""
    b.stand, b.camera = Area(-1.4, 1.4, -5, 2), Area(-6, 6, -8, 14)
    b.ground("gravel")
    b.strip(Area(-1.5, 1.5, -14, 14), "stone", "big tiles", 0, "edge")
    gate: list[Thing] = [
        *[cylinder(0.2, 4.0, (x, 0, 0), "red", sides=10) for x in (-1.9, 1.9)],
        box((5.4, 0.3, 0.42), (0, 4.0, 0), "red"),
        box((6.0, 0.22, 0.5), (0, 4.3, 0), "dark"),
        box((4.4, 0.24, 0.22), (0, 3.3, 0), "red"),
        box((0.5, 0.5, 0.1), (0, 3.52, 0.14), "white", {"front": "sign tall", "*": ""}),
    ]
    b.add(gate, (0, 0, -4.4))
    b.add([box((7.0, 0.2 * (k + 1), 0.5), (0, 0, -0.5 * k), "stone") for k in range(4)], (0, 0, -11.4))
    hall: list[Thing] = [
        box((7.0, 0.8, 5.0), (0, 0, -3.0), "stone"),
        box((5.6, 2.6, 3.6), (0, 0.8, -3.2), "wood", {"front": "lattice", "*": "planks"}),
        *[cylinder(0.14, 2.6, (x, 0.8, -0.8), "red", sides=8) for x in (-2.6, -0.9, 0.9, 2.6)],
        _gable(8.4, 6.4, 3.4, 2.4),
    ]
    b.add(hall[:-1], (0, 0, -13.4))
    b.add([hall[-1]], (0, 0, -16.4))
    for x in (-2.3, 2.3):
        for z in (-2.4, -7.0):
            b.put("stone lantern", x, z)
    for x, z, h in ((-5.0, -5.6, 8), (5.4, -6.4, 8), (-6.5, -11, 9), (7.2, -12, 9), (-8, -2, 8), (8.5, -3, 8)):
        b.grow("pine" if b.rng.random() < 0.5 else "tree", x, z, h * 0.55, h)
    b.scatter("bush", Area(-7, 7, -9, -5), 7, (0.6, 0.9), clear=3.2)
    b.scatter("tuft", Area(-6, 6, -8, 2), 20, (0.12, 0.24), clear=1.9)
    b.far("treeline", 9, 0.15)
    b.spot(1.9, -1.4, -40)
    b.spot(-1.9, -3.4, 40)
