"""Things of markets, fields, harbours, deserts and other worlds, as solids and growth: foot at the origin, front +z."""

from math import cos, pi, sin

import numpy as np

from .furniture import Build
from .shapes import Marks, box, curved, cylinder, hull, lathe, loft, prism, tube
from .solids import Growth, Thing, turned


def _stump() -> list[Thing]:
    """Return a stump with an axe in it."""
    trunk = [(0.36, 0), (0.28, 0.12), (0.26, 0.4)]
    return [
        lathe(trunk, (0, 0, 0), "wood", Marks(gores=True, lid="rings")),
        tube([(0.0, 0.46, 0.0), (0.2, 0.7, 0.06), (0.42, 0.92, 0.12)], (0.02, 0.02, 0.025), "wood"),
        prism([(0.1, 0.36), (-0.08, 0.34), (-0.06, 0.56), (0.06, 0.56)], 0.05, (0.02, 0, 0), "metal"),
    ]


def _planter() -> list[Thing]:
    return [
        box((1.1, 0.42, 0.36), (0, 0, 0), "clay", {"*": "panel"}),
        Growth("bush", (-0.22, 0.4, 0), 0.7, 0.4, 4),
        Growth("bush", (0.28, 0.4, 0), 0.6, 0.34, 7),
        Growth("flowers", (0.05, 0.42, 0.1), 0.7, 0.36, 2),
    ]


def _menu_stand() -> list[Thing]:
    side = [(0.28, 0.0), (0.03, 1.0), (-0.03, 1.0), (-0.28, 0.0)]
    return [prism(side, 0.6, (0, 0, 0), "dark wood", ["scribble white", "", "scribble white"])]


def _fruit_stand() -> list[Thing]:
    trays: list[Thing] = [
        prism(
            [
                (0.5 - 0.42 * k, 0.45 + 0.3 * k),
                (0.1 - 0.42 * k, 0.6 + 0.3 * k),
                (0.1 - 0.42 * k, 0.4 + 0.3 * k),
                (0.5 - 0.42 * k, 0.28 + 0.3 * k),
            ],
            1.8,
            (0, 0, 0),
            "wood",
            ["fruit"],
        )
        for k in range(2)
    ]
    return [
        *[box((0.06, 0.4 + 0.3 * (z < 0), 0.06), (x, 0, z), "wood") for x in (-0.85, 0.85) for z in (-0.3, 0.4)],
        *trays,
        *[box((0.05, 2.1, 0.05), (x, 0, -0.4), "wood") for x in (-0.88, 0.88)],
        prism([(0.7, 1.8), (-0.45, 2.15), (-0.45, 2.1), (0.7, 1.72)], 1.9, (0, 0, 0), "red", ["stripes"]),
    ]


def _haystack() -> list[Thing]:
    straw = curved([(0.9, 0), (1.0, 0.5), (0.85, 1.1), (0.5, 1.6), (0.06, 1.9)])
    return [cylinder(0.04, 2.2, (0, 0, 0), "wood"), lathe(straw, (0, 0, 0), "yellow", Marks((4, 8), gores=True))]


def _scarecrow() -> list[Thing]:
    shirt = curved([(0.2, 0.75), (0.2, 1.1), (0.24, 1.3), (0.08, 1.42)])
    return [
        box((0.07, 1.5, 0.07), (0, 0, 0), "wood"),
        tube([(-0.75, 1.3, 0), (0.0, 1.34, 0), (0.75, 1.3, 0)], (0.07, 0.1, 0.07), "red"),
        *[Growth("tuft", (x, 1.2, 0), 0.2, 0.22, 3) for x in (-0.82, 0.82)],
        lathe(shirt, (0, 0, 0), "red", Marks(gores=True)),
        lathe(curved([(0.08, 1.42), (0.15, 1.54), (0.15, 1.66), (0.08, 1.74)]), (0, 0, 0), "canvas"),
        lathe(
            [(0.36, 1.68), (0.35, 1.7), (0.16, 1.74), (0.1, 1.92), (0.02, 1.96)],
            (0, 0, 0),
            "yellow",
            Marks((2,), gores=True),
        ),
    ]


def _cart() -> list[Thing]:
    wheels: list[Thing] = [
        lathe(
            [(0.5, -0.03), (0.52, -0.03), (0.52, 0.03), (0.5, 0.03)],
            (x, 0.52, 0),
            "dark wood",
            Marks(lid="spokes"),
            axis="x",
        )
        for x in (-0.72, 0.72)
    ]
    shafts: list[Thing] = [
        tube([(x, 0.62, 0.8), (x, 0.55, 1.4), (x, 0.4, 2.1)], (0.035,) * 3, "wood") for x in (-0.4, 0.4)
    ]
    return [
        box((1.3, 0.08, 2.0), (0, 0.58, -0.2), "wood"),
        *[box((0.05, 0.42, 2.0), (x, 0.64, -0.2), "wood", {"*": "planks"}) for x in (-0.64, 0.64)],
        box((1.3, 0.42, 0.05), (0, 0.64, -1.2), "wood", {"*": "planks"}),
        *shafts,
        *wheels,
    ]


def _skull() -> list[Thing]:
    """Return the skull of an ox, bleached, half in the sand."""
    horns: list[Thing] = [
        tube([(0.1 * s, 0.2, -0.1), (0.34 * s, 0.26, -0.1), (0.44 * s, 0.46, -0.06)], (0.045, 0.035, 0.008), "white")
        for s in (-1, 1)
    ]
    snout = [(0.08, -0.2), (0.15, -0.1), (0.13, 0.02), (0.08, 0.16), (0.075, 0.34), (0.05, 0.42), (0.01, 0.43)]
    return [
        *horns,
        lathe(curved(snout), (0, 0.13, 0), "white", axis="z"),
        *[box((0.05, 0.06, 0.05), (0.1 * s, 0.15, 0.06), "black", cast=False) for s in (-1, 1)],
    ]


def _sail_boat() -> list[Thing]:
    keel, rail = hull(0.3, 2.0, 0.0, 0.0), hull(0.75, 2.4, 0.55, 0.35)
    sheet = prism([(-0.9, 1.0), (0.7, 1.0), (0.7, 5.2)], 0.02, (0, 0, 0), "cloth", ["", "", "", "ribs", "ribs"])
    jib = prism([(0.85, 1.0), (2.1, 1.0), (0.85, 4.4)], 0.02, (0, 0, 0), "cloth")
    return [
        loft([keel, rail], (0, 0, 0), "white", Marks(lid="boat inside")),
        cylinder(0.05, 5.3, (0, 0.3, 0.76), "wood"),
        sheet,
        jib,
    ]


def _rope() -> list[Thing]:
    coil = [(0.34, 0), (0.36, 0.05), (0.33, 0.09), (0.35, 0.13), (0.31, 0.18), (0.3, 0.22)]
    return [lathe(coil, (0, 0, 0), "card", Marks((1, 2, 3, 4), gores=True, lid="hollow wide"))]


def _life_ring() -> list[Thing]:
    return [
        box((0.08, 1.5, 0.08), (0, 0, 0), "wood"),
        lathe([(0.3, -0.05), (0.36, 0.0), (0.3, 0.05)], (0, 1.1, 0.1), "red", Marks(lid="ring"), axis="z"),
    ]


def _flag() -> list[Thing]:
    cloth = prism(
        [(0.0, 1.3), (0.0, 2.0), (-0.5, 1.96), (-1.05, 2.02), (-1.05, 1.3), (-0.5, 1.26)],
        0.02,
        (0, 0, 0),
        "white",
        ["", "", "", "", "", "", "emblem", "emblem"],
    )
    return [cylinder(0.025, 2.1, (0, 0, 0), "metal"), cloth.moved(turned(-90), np.zeros(3), 0)]


def _lander() -> list[Thing]:
    """Return a landing craft: four splayed legs, a foil-wrapped base, a faceted cabin with a hatch."""
    legs: list[Thing] = []
    for a in (pi / 4, 3 * pi / 4, 5 * pi / 4, 7 * pi / 4):
        x, z = sin(a), cos(a)
        legs += [
            tube(
                [(2.1 * x, 0.1, 2.1 * z), (1.7 * x, 1.0, 1.7 * z), (1.2 * x, 1.9, 1.2 * z)], (0.06, 0.06, 0.08), "metal"
            )
        ]
        legs += [
            tube(
                [(2.0 * x, 0.2, 2.0 * z), (1.6 * x, 0.7, 1.6 * z), (1.1 * x, 1.1, 1.1 * z)], (0.04, 0.04, 0.04), "metal"
            )
        ]
        legs += [lathe([(0.36, 0), (0.3, 0.08), (0.1, 0.12)], (2.1 * x, 0, 2.1 * z), "metal")]
    ladder: list[Thing] = [
        box((0.4, 0.03, 0.03), (0, 0.3 + 0.28 * k, 1.62 - 0.06 * k), "metal", cast=False) for k in range(6)
    ]
    return [
        *legs,
        lathe([(0.5, 0.35), (0.3, 0.9)], (0, 0, 0), "dark"),
        lathe([(1.5, 0.9), (1.5, 2.0)], (0, 0, 0), "yellow", Marks(gores=True), sides=8),
        *ladder,
        lathe([(1.2, 2.0), (1.3, 2.5), (1.1, 3.3), (0.6, 3.7)], (0, 0, 0), "metal", Marks((1, 2)), sides=8),
        box((0.7, 0.8, 0.2), (0, 2.2, 1.16), "dark metal", {"front": "panel", "*": ""}),
        *[box((0.34, 0.3, 0.1), (x, 2.85, 1.12), "black", cast=False) for x in (-0.5, 0.5)],
        tube([(0.5, 3.6, 0), (0.6, 4.2, 0), (0.75, 4.6, 0)], (0.03,) * 3, "metal"),
        lathe([(0.1, 0.02), (0.36, 0.2)], (0.75, 4.6, 0.1), "white", Marks(lid="basin"), axis="z"),
    ]


def _rover() -> list[Thing]:
    wheels: list[Thing] = [
        lathe(
            [(0.36, -0.13), (0.4, -0.08), (0.4, 0.08), (0.36, 0.13)], (x, 0.4, z), "metal", Marks(gores=True), axis="x"
        )
        for x in (-0.85, 0.85)
        for z in (-1.0, 1.0)
    ]
    seats: list[Thing] = [box((0.5, 0.5, 0.08), (x, 0.72, -0.35), "white", {"*": "ribs"}) for x in (-0.36, 0.36)]
    dish = lathe([(0.04, 0.0), (0.2, 0.04), (0.45, 0.2)], (0.5, 2.0, 0.9), "white", Marks(gores=True, lid="basin"))
    return [
        box((1.3, 0.16, 2.6), (0, 0.5, 0), "metal", {"*": "panel"}),
        *seats,
        box((0.5, 0.5, 0.3), (0, 0.66, 0.7), "metal", {"front": "screens", "*": ""}),
        *wheels,
        cylinder(0.025, 1.4, (0.5, 0.66, 0.9), "metal"),
        dish,
    ]


def _obelisk() -> list[Thing]:
    """Return a broken column of an old place, a fallen drum beside it."""
    return [
        box((1.0, 0.25, 1.0), (0, 0, 0), "stone"),
        lathe([(0.4, 0.25), (0.38, 1.3), (0.36, 2.2), (0.2, 2.5)], (0, 0, 0), "stone", Marks((1, 2), gores=True)),
        lathe([(0.38, -0.5), (0.38, 0.5)], (1.2, 0.34, 0.5), "stone", Marks(gores=True), axis="x"),
    ]


LANDMARKS: dict[str, tuple[Build, tuple[str, ...]]] = {
    "planter": (_planter, ("planter", "flower box", "flower pot", "花盆", "花坛", "花箱")),
    "stump": (_stump, ("tree stump", "stump", "chopping block", "树桩", "木墩")),
    "menu stand": (_menu_stand, ("menu stand", "sandwich board", "菜单牌", "立牌")),
    "fruit stand": (_fruit_stand, ("fruit stand", "market stall", "fruit stall", "水果摊", "摊位")),
    "haystack": (_haystack, ("haystack", "hay stack", "hay bale", "草垛", "干草堆")),
    "scarecrow": (_scarecrow, ("scarecrow", "稻草人")),
    "cart": (_cart, ("cart", "wagon", "wheelbarrow", "马车", "板车")),
    "skull": (_skull, ("skull", "bones", "头骨", "骷髅")),
    "sail boat": (_sail_boat, ("sail boat", "sailboat", "sailing boat", "yacht", "帆船模型", "游艇")),
    "rope": (_rope, ("coil of rope", "rope coil", "缆绳", "绳圈")),
    "life ring": (_life_ring, ("life ring", "lifebuoy", "life buoy", "救生圈")),
    "flag": (_flag, ("flag", "flagpole", "旗帜", "旗子")),
    "lander": (_lander, ("lander", "landing craft", "lunar module", "登月舱", "着陆器")),
    "rover": (_rover, ("rover", "moon rover", "moon buggy", "月球车")),
    "broken column": (_obelisk, ("broken column", "ruined column", "断柱")),
}
