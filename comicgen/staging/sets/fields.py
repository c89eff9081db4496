"""Open places: desert, snow, fields, a graveyard, a shrine."""

from math import sin

from .builder import Builder
from .shapes import box, cylinder
from .solids import Area, Thing
from .structures import windmill


def desert(b: Builder) -> None:
    """Build a desert: dunes, a few rocks and cacti, bones in the sand."""
    b.stand, b.camera, b.sky_tone = Area(-3, 3, -10, 3), Area(-12, 12, -20, 18), 0.3
    b.ground("sand", "dunes")
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
    b.put("skull", 1.5, -2.4, -24)
    b.put("broken column", -3.2, -6.8, 12)
    b.put("broken column", 5.6, -11.0, -30)
    b.put("cart", 4.4, -6.0, 130)
    for k in range(16):
        b.strip(
            Area(-0.5 + 0.1 * (k % 2) + 0.14 * k, -0.36 + 0.1 * (k % 2) + 0.14 * k, -1.6 - 0.5 * k, -1.34 - 0.5 * k),
            "dry grass",
            "",
            0.002,
            "detail",
        )
    b.scatter("tuft", Area(-12, 12, -16, 3), 44, (0.14, 0.36), clear=1.4)
    b.scatter("bush", Area(-12, 12, -18, -4), 7, (0.3, 0.6), clear=2.4)
    b.scatter("rock", Area(-12, 12, -18, 2), 18, (0.1, 0.3), clear=1.4)
    b.far("mesas", 9, 0.08)
    b.far("hills", 3.5, 0.0)
    b.spot(-2.0, -2.2, 40)
    b.spot(2.0, -3.4, -40)


def snow_field(b: Builder) -> None:
    """Build a snowed-in clearing with pines and a wooden fence."""
    b.stand, b.camera, b.sky_tone = Area(-3, 3, -9, 3), Area(-10, 10, -20, 18), 0.4
    b.ground("snow", "drifts")
    b.path([(0.4 + 1.2 * sin(-z * 0.2), z) for z in range(12, -34, -2)], 1.3, "snow", "detail")
    for x, z, tall in (
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
        b.grow("snow pine", x, z, tall * 0.42, tall)
    for k in range(-4, 5):
        b.put("fence", -3.4 + 2.02 * k if k < 1 else 3.0 + 2.02 * (k - 1), -4.6)
    for x, z, w, h in ((2.4, -3.0, 1.1, 0.45), (-2.2, -2.4, 0.7, 0.3), (-6.0, -7.6, 2.2, 1.0)):
        b.grow("rock", x, z, w, h)
    cabin: list[Thing] = [
        box((4.4, 2.4, 3.4), (0, 0, 0), "dark wood", {"front": "log cabin", "*": "planks"}),
        _gable(5.2, 4.4, 2.4, 1.9),
        box((0.6, 1.6, 0.6), (1.2, 3.0, -0.4), "stone", {"*": "stones"}),
    ]
    b.add(cabin, (4.0, 0, -10.5), -24)
    b.put("signpost", 1.7, -4.2, -14)
    b.put("stump", -2.6, -4.0)
    for k in range(16):
        b.strip(
            Area(0.2 + 0.16 * (k % 2), 0.38 + 0.16 * (k % 2), -2.0 - 0.5 * k, -1.7 - 0.5 * k),
            "pavement",
            "",
            0.002,
            "detail",
        )
    b.grow("bare tree", -3.6, -8.6, 3.0, 4.4)
    b.far("mountains", 13, 0.0)
    b.far("treeline", 4, 0.22)
    b.lamp((0, 3, -1.5), 2.6)
    b.spot(-2.0, -3.2, 30)
    b.spot(2.0, -2.0, -30)


def countryside(b: Builder) -> None:
    """Build a country road between fields, a farmhouse and poles."""
    b.stand, b.camera = Area(-1.6, 1.6, -12, 2), Area(-6, 6, -18, 16)
    b.ground("grass", "fields")
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
    b.put("haystack", -4.4, -6.6)
    b.put("haystack", -6.6, -8.0)
    b.put("scarecrow", 6.6, -6.4, -20)
    b.put("cart", -3.2, -3.6, 60)
    b.add(windmill(), (13.0, 0, -26.0), -20)
    b.scatter("tuft", Area(-8, 8, -14, 3), 60, (0.16, 0.36), clear=1.8)
    b.scatter("flowers", Area(-6, 6, -8, 1), 9, (0.25, 0.4), clear=2.0)
    b.far("hills", 8, 0.08)
    b.far("treeline", 2.5, 0.15)
    b.spot(-2.2, -2.2, 40)
    b.spot(2.3, -3.6, -40)


def _gable(w: float, d: float, y: float, h: float) -> Thing:
    """Return a gable roof over walls of height y."""
    from .shapes import prism

    return prism([(d / 2, y), (0, y + h), (-d / 2, y)], w, (0, 0, 0), "roof", ["slats", "slats"])


def graveyard(b: Builder) -> None:
    """Build a graveyard: rows of stones, a bare tree, an iron fence."""
    b.stand, b.camera = Area(-0.9, 0.9, -10, 2), Area(-8, 8, -16, 14)
    b.ground("grass", "meadow")
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
    b.ground("gravel", "pebbles")
    b.strip(Area(-1.5, 1.5, -14, 14), "stone", "big tiles", 0, "edge")
    gate: list[Thing] = [
        *[cylinder(0.2, 4.0, (x, 0, 0), "red") for x in (-1.9, 1.9)],
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
        *[cylinder(0.14, 2.6, (x, 0.8, -0.8), "red") for x in (-2.6, -0.9, 0.9, 2.6)],
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
