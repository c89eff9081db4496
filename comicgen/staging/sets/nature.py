"""Places out of doors: parks, woods, mountains, shores, fields."""

from math import sin

from .builder import Builder
from .shapes import box
from .solids import Area, Thing


def park(b: Builder) -> None:
    """Build a park: a bench and a lamp at a curved path, trees round it."""
    b.stand, b.camera = Area(-3.0, 3.0, -7, 2), Area(-12, 12, -24, 18)
    b.ground("grass", "meadow")
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
    b.ground("sand", "grains")
    b.put("swing set", -2.7, -3.8, 12)
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
    from .shapes import prism

    return prism([(-0.45, 1.66), (1.5, 0.28), (1.5, 0.2), (-0.45, 1.56)], 0.6, (0, 0, 0), "metal")


def forest(b: Builder) -> None:
    """Build a wood: trunks, bushes and ferns along a path, leaves overhead."""
    b.stand, b.camera, b.canopy = Area(-0.7, 0.7, -12, 2), Area(-1.4, 1.4, -20, 10), "leaves"
    b.ground("grass", "meadow")
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
    b.ground("grass", "meadow")
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
