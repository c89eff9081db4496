"""What is too large to be put on a free spot and stands in places of its own: mills, cranes, towers, containers."""

from math import cos, pi, sin

import numpy as np

from ..camera import Array
from .shapes import Marks, box, lathe, prism, tube
from .solids import Lamp, Thing


def windmill() -> list[Thing]:
    """Return a windmill: a tapering tower, a cap, four lattice sails."""
    tower = [(1.7, 0), (1.5, 2.0), (1.15, 5.6)]
    sails: list[Thing] = [
        box((0.5, 3.0, 0.05), (0, 0.5, 0), "white", {"*": "lattice sail"}).moved(
            _rolled(30 + 90 * k), np.array((0, 5.6, 1.6)), 0
        )
        for k in range(4)
    ]
    return [
        lathe(tower, (0, 0, 0), "wall", Marks((1,))),
        lathe([(1.3, 5.6), (1.1, 6.2), (0.05, 7.2)], (0, 0, 0), "roof"),
        box((0.8, 1.7, 0.1), (0, 0, 1.62), "door"),
        tube([(0, 5.6, 0), (0, 5.6, 0.9), (0, 5.6, 1.7)], (0.1, 0.1, 0.08), "dark wood"),
        *sails,
    ]


def _rolled(angle: float) -> Array:
    """Return the matrix for row vectors that turns x to y by an angle in degrees."""
    c, s = cos(angle * pi / 180), sin(angle * pi / 180)
    return np.array(((c, s, 0.0), (-s, c, 0.0), (0.0, 0.0, 1.0)))


def crane() -> list[Thing]:
    """Return a harbour crane: a portal on four legs, a cab, a lattice jib."""
    legs: list[Thing] = [
        tube([(x, 0, z), (x * 0.8, 4.5, z * 0.8), (x * 0.6, 9.0, z * 0.6)], (0.22, 0.2, 0.18), "metal")
        for x in (-2.2, 2.2)
        for z in (-2.2, 2.2)
    ]
    jib = prism(
        [(0.5, 10.5), (13.0, 17.0), (13.1, 16.6), (0.9, 9.8)],
        1.0,
        (0, 0, 0),
        "metal",
        ["slats", "", "slats", "", "truss", "truss"],
    )
    hook: list[Thing] = [
        box((0.06, 9.0, 0.06), (0, 7.4, 12.8), "dark", cast=False),
        box((0.4, 0.6, 0.3), (0, 6.8, 12.8), "dark", cast=False),
    ]
    return [
        *legs,
        box((4.0, 0.6, 4.0), (0, 8.6, 0), "metal"),
        box((2.4, 2.4, 3.0), (0, 9.2, -0.6), "red", {"front": "phone box", "*": "panel"}),
        jib,
        *hook,
    ]


def lighthouse() -> list[Thing]:
    """Return a lighthouse: a banded tower, a gallery, a lantern under its roof."""
    tower = [(1.6, 0), (1.45, 2.2), (1.3, 4.4), (1.15, 6.6), (1.05, 8.6)]
    return [
        lathe(tower, (0, 0, 0), ("white", "red", "white", "red")),
        lathe([(1.4, 8.6), (1.4, 8.8)], (0, 0, 0), "metal"),
        lathe([(0.75, 8.8), (0.75, 10.2)], (0, 0, 0), "lamp", Marks(gores=True)),
        lathe([(1.0, 10.2), (0.6, 10.8), (0.04, 11.3)], (0, 0, 0), "red"),
        Lamp((0, 9.4, 0), 2.0),
    ]


def container() -> list[Thing]:
    """Return a freight container."""
    return [box((2.4, 2.5, 6.0), (0, 0, 0), "red", {"*": "ribs wide", "front": "container door"})]
