"""Places out of doors: parks, woods, mountains, shores."""

from math import sin

from .builder import Builder
from .solids import Area


def park(b: Builder) -> None:
    b.stand, b.camera = Area(-3.0, 3.0, -7, 2), Area(-12, 12, -24, 18)
    b.ground("grass")
    b.path([(0.6 + 1.6 * sin(-z * 0.13) - 0.012 * z * z * (z < 0), z) for z in range(16, -40, -2)], 2.3, "pavement")
    for x, z, w, h in (
        (-3.6, -3.9, 4.6, 6.5),
        (4.4, -6.2, 5.0, 7.0),
        (-7.2, -11, 4.8, 7),
        (1.5, -15, 4.4, 6),
        (8, -13, 4.8, 7),
    ):
        b.grow("tree", x + b.rng.uniform(-0.4, 0.4), z, w, h)
    for x, z in ((-2.5, -19), (5, -23), (-10, -23), (12, -20), (-6.5, 7), (7.0, 6.0), (-14, -14)):
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
