"""Things of streets, stations, ships and woods, as solids and growth: foot at the origin, front towards +z."""

from math import cos, pi, sin

import numpy as np

from .furniture import Build
from .shapes import Marks, box, curved, cylinder, hull, lathe, loft, prism, tube
from .solids import Growth, Lamp, Seat, Thing, turned


def _bench() -> list[Thing]:
    slats: list[Thing] = [box((1.6, 0.035, 0.11), (0, 0.425, -0.16 + 0.14 * k), "wood") for k in range(4)]
    return [
        box((0.07, 0.42, 0.44), (-0.66, 0, 0.02), "dark"),
        box((0.07, 0.42, 0.44), (0.66, 0, 0.02), "dark"),
        *slats,
        box((0.05, 0.45, 0.05), (-0.62, 0.42, -0.25), "dark"),
        box((0.05, 0.45, 0.05), (0.62, 0.42, -0.25), "dark"),
        box((1.6, 0.12, 0.03), (0, 0.58, -0.21), "wood"),
        box((1.6, 0.12, 0.03), (0, 0.76, -0.21), "wood"),
        Seat((-0.4, 0, 0), 0.46, 0, "bench"),
        Seat((0.4, 0, 0), 0.46, 0, "bench"),
    ]


def _fence() -> list[Thing]:
    posts: list[Thing] = [box((0.09, 1.0, 0.03), (-0.9 + 0.2 * k, 0.05, 0), "white") for k in range(10)]
    rails: list[Thing] = [box((2.0, 0.07, 0.03), (0, y, -0.03), "white") for y in (0.3, 0.75)]
    return [*rails, *posts]


def _crate() -> list[Thing]:
    return [box((0.55, 0.5, 0.55), (0, 0, 0), "wood", {"*": "crate", "top": "planks"})]


def _barrel() -> list[Thing]:
    staves = [(0.25, 0), (0.29, 0.12), (0.325, 0.28), (0.335, 0.42), (0.325, 0.56), (0.29, 0.72), (0.25, 0.84)]
    return [lathe(curved(staves), (0, 0, 0), "wood", Marks((3, 5, 13, 15), gores=True, lid="cask"))]


def _carton() -> list[Thing]:
    return [box((0.5, 0.38, 0.4), (0, 0, 0), "card", {"front": "carton", "top": "carton"})]


def _suitcase() -> list[Thing]:
    return [
        box((0.42, 0.54, 0.22), (0, 0.06, 0), "blue cloth", {"*": "ribs"}),
        *[box((0.02, 0.24, 0.02), (x, 0.6, -0.07), "dark metal", cast=False) for x in (-0.09, 0.09)],
        box((0.24, 0.04, 0.035), (0, 0.84, -0.07), "dark", cast=False),
        *[box((0.07, 0.07, 0.05), (x, 0.0, z), "dark", cast=False) for x in (-0.16, 0.16) for z in (-0.07, 0.07)],
    ]


def _treasure_chest() -> list[Thing]:
    lid = [(0.28, 0.42), (0.22, 0.58), (0.0, 0.66), (-0.22, 0.58), (-0.28, 0.42)]
    return [
        box((0.9, 0.42, 0.56), (0, 0, 0), "dark wood", {"*": "chest"}),
        prism(lid, 0.9, (0, 0, 0), "dark wood", ["planks", "planks", "planks", "planks"]),
    ]


def _parasol() -> list[Thing]:
    cloth = [(1.16, 1.72), (1.15, 1.8), (0.85, 2.02), (0.45, 2.2), (0.03, 2.28)]
    return [
        cylinder(0.03, 1.9, (0, 0, 0), "metal"),
        lathe(cloth, (0, 0, 0), ("white", "red", "white", "red"), Marks((1,), gores=True)),
        cylinder(0.03, 0.12, (0, 2.26, 0), "white", top=0.01),
    ]


def _deck_chair() -> list[Thing]:
    return [
        prism(
            [(0.55, 0.3), (-0.3, 0.28), (-0.3, 0.34), (0.55, 0.36)], 0.55, (0, 0, 0), "red", ["stripes", "", "stripes"]
        ),
        prism(
            [(-0.3, 0.3), (-0.75, 0.8), (-0.7, 0.84), (-0.26, 0.35)], 0.55, (0, 0, 0), "red", ["stripes", "", "stripes"]
        ),
        box((0.04, 0.3, 0.04), (-0.25, 0, 0.45), "wood"),
        box((0.04, 0.3, 0.04), (0.25, 0, 0.45), "wood"),
        box((0.04, 0.3, 0.04), (-0.25, 0, -0.35), "wood"),
        box((0.04, 0.3, 0.04), (0.25, 0, -0.35), "wood"),
        Seat((0, 0, -0.05), 0.36, 0, "chair"),
    ]


def _tent() -> list[Thing]:
    turn = turned(-90)
    cloth = prism(
        [(1.0, 0), (0.55, 0.8), (0, 1.45), (-0.55, 0.8), (-1.0, 0)],
        2.2,
        (0, 0, 0),
        "canvas",
        ["folds", "folds", "folds", "folds", "", "tent door", "tent door"],
    )
    ropes: list[Thing] = [
        tube([(x, 0.02, z), (x * 0.8, 0.4, z * 0.95), (x * 0.55, 0.8, z * 0.9)], (0.008,) * 3, "wood")
        for x in (-1.5, 1.5)
        for z in (-1.1, 1.1)
    ]
    return [
        *ropes,
        cloth.moved(turn, np.zeros(3), 0),
        cylinder(0.025, 1.6, (0, 0, 1.12), "wood"),
        *[box((0.04, 0.1, 0.04), (x, 0, z), "wood") for x in (-1.5, 1.5) for z in (-1.1, 1.1)],
    ]


def _campfire() -> list[Thing]:
    logs: list[Thing] = [
        tube(
            [
                (0.32 * sin(a), 0.05, 0.32 * cos(a)),
                (0.1 * sin(a), 0.16, 0.1 * cos(a)),
                (-0.08 * sin(a), 0.3, -0.08 * cos(a)),
            ],
            (0.055, 0.05, 0.045),
            "dark wood",
        )
        for a in (0.4, 1.65, 2.9, 4.15, 5.4)
    ]
    stones: list[Thing] = [
        Growth("rock", (0.46 * sin(a), 0, 0.46 * cos(a)), 0.24, 0.15, k)
        for k, a in enumerate(0.7 * n for n in range(9))
    ]
    return [*stones, *logs, Growth("fire", (0, 0.08, 0), 0.5, 0.75, 2), Lamp((0, 0.5, 0), 2.6)]


def _torch() -> list[Thing]:
    return [
        tube([(0, 1.62, -0.12), (0, 1.6, -0.04), (0, 1.7, 0)], (0.02, 0.02, 0.02), "dark metal"),
        lathe(
            [(0.025, 1.4), (0.035, 1.9), (0.05, 1.96), (0.09, 2.08), (0.1, 2.12)],
            (0, 0, 0),
            ("dark wood", "dark", "dark", "dark"),
            Marks((1,)),
        ),
        Growth("fire", (0, 2.1, 0), 0.28, 0.46, 4),
        Lamp((0, 2.2, 0), 1.8),
    ]


def _lantern() -> list[Thing]:
    post = [(0.28, 0.2), (0.17, 0.28), (0.13, 0.34), (0.12, 0.78), (0.16, 0.86), (0.3, 0.94), (0.3, 1.0)]
    roof = [(0.5, 1.34), (0.46, 1.4), (0.24, 1.54), (0.1, 1.62), (0.06, 1.66), (0.1, 1.74), (0.02, 1.86)]
    return [
        box((0.6, 0.2, 0.6), (0, 0, 0), "stone"),
        lathe(curved(post), (0, 0, 0), "stone", Marks((9,))),
        box((0.38, 0.34, 0.38), (0, 1.0, 0), "stone", {"*": "lantern"}),
        lathe(curved(roof), (0, 0, 0), "stone", Marks((3,))),
        Lamp((0, 1.15, 0), 1.6),
    ]


def _column() -> list[Thing]:
    shaft = [(0.42, 0.2), (0.42, 0.3), (0.35, 0.38), (0.35, 0.5), (0.33, 2.2), (0.29, 3.8), (0.33, 3.86), (0.42, 4.1)]
    return [
        box((0.9, 0.2, 0.9), (0, 0, 0), "stone"),
        lathe(shaft, (0, 0, 0), "stone", Marks((2, 5), gores=True)),
        box((0.9, 0.26, 0.9), (0, 4.1, 0), "stone"),
    ]


def _tombstone() -> list[Thing]:
    arch = [(0.3 * cos(pi * k / 12), 0.75 + 0.26 * sin(pi * k / 12)) for k in range(13)]
    return [
        box((0.84, 0.15, 0.5), (0, 0, 0), "stone"),
        box((0.6, 0.6, 0.16), (0, 0.15, 0), "stone", {"front": "epitaph", "*": ""}),
        prism(arch, 0.16, (0, 0, 0), "stone").moved(turned(-90), np.zeros(3), 0),
        Growth("tuft", (0.44, 0, 0.22), 0.2, 0.2, 3),
        Growth("tuft", (-0.4, 0, 0.26), 0.2, 0.16, 5),
    ]


def _statue() -> list[Thing]:
    """Return a robed figure with a torch on a pedestal."""
    base = 0.96
    robe = [
        (0.34, 0),
        (0.3, 0.1),
        (0.25, 0.5),
        (0.2, 0.86),
        (0.17, 0.98),
        (0.2, 1.14),
        (0.23, 1.28),
        (0.17, 1.38),
        (0.07, 1.42),
        (0.06, 1.5),
    ]
    head = [(0.05, 1.46), (0.1, 1.52), (0.125, 1.6), (0.12, 1.7), (0.07, 1.78), (0.01, 1.8)]
    return [
        box((1.1, 0.14, 1.1), (0, 0, 0), "stone"),
        box((0.9, 0.74, 0.9), (0, 0.14, 0), "stone", {"*": "panel"}),
        box((1.04, 0.08, 1.04), (0, 0.88, 0), "stone"),
        lathe(curved(robe), (0, base, 0), "stone", Marks((12,), gores=True)),
        lathe(curved(head), (0, base, 0.02), "stone", Marks((9,))),
        tube([(0.19, base + 1.28, 0), (0.36, base + 1.4, 0.06), (0.34, base + 1.72, 0.1)], (0.075, 0.065, 0.045)),
        lathe([(0.03, 0), (0.03, 0.16), (0.07, 0.2), (0.05, 0.32), (0.01, 0.4)], (0.34, base + 1.66, 0.1), "stone"),
        tube([(-0.19, base + 1.28, 0), (-0.3, base + 0.98, 0.1), (-0.12, base + 0.9, 0.24)], (0.075, 0.065, 0.05)),
        box((0.2, 0.28, 0.06), (-0.1, base + 0.8, 0.27), "stone", yaw=-14),
    ]


def _ladder() -> list[Thing]:
    rungs: list[Thing] = [box((0.36, 0.03, 0.03), (0, 0.3 + 0.3 * k, 0), "wood", cast=False) for k in range(8)]
    return [box((0.05, 2.8, 0.05), (-0.2, 0, 0), "wood"), box((0.05, 2.8, 0.05), (0.2, 0, 0), "wood"), *rungs]


def _stairs() -> list[Thing]:
    return [box((1.6, 0.18 * (k + 1), 0.3), (0, 0, -0.3 * k), "concrete") for k in range(8)]


def _bars() -> list[Thing]:
    posts: list[Thing] = [box((0.035, 2.6, 0.035), (-1.2 + 0.2 * k, 0, 0), "dark metal", cast=False) for k in range(13)]
    return [
        *posts,
        box((2.5, 0.06, 0.05), (0, 1.1, 0), "dark metal"),
        box((2.5, 0.06, 0.05), (0, 2.5, 0), "dark metal"),
    ]


def _boat() -> list[Thing]:
    """Return a rowing boat: a hull with sheer, sharp at the bow (+z), thwarts and oars."""
    keel, waist, rail = (
        hull(*form) for form in ((0.12, 1.15, 0.02, 0.0), (0.4, 1.42, 0.22, 0.1), (0.52, 1.6, 0.42, 0.24))
    )
    oars: list[Thing] = [
        tube([(0.6 * s, 0.5, 0.2), (0.1 * s, 0.42, -0.3), (-0.1 * s, 0.38, -1.0)], (0.02, 0.02, 0.02), "wood")
        for s in (-1, 1)
    ]
    return [
        loft([keel, waist, rail], (0, 0, 0), "white", Marks((1,), lid="boat inside")),
        *oars,
        Seat((0, 0.06, 0), 0.5, 0, "bench"),
    ]


def _swing() -> list[Thing]:
    posts: list[Thing] = [box((0.07, 2.3, 0.07), (x, 0, z), "metal") for x in (-1.2, 1.2) for z in (-0.5, 0.5)]
    chains: list[Thing] = [box((0.02, 1.75, 0.02), (x, 0.5, 0), "metal", cast=False) for x in (-0.22, 0.22)]
    return [
        *posts,
        box((2.5, 0.08, 0.08), (0, 2.25, 0), "metal"),
        *chains,
        box((0.5, 0.04, 0.22), (0, 0.46, 0), "wood"),
        Seat((0, 0, 0), 0.5, 0, "swing"),
    ]


def _water() -> list[Thing]:
    """Return a piece of open water with one who swims in it in the middle."""
    turn = np.linspace(0, 2 * pi, 48, endpoint=False)
    reach = 1.5 + 0.16 * np.sin(3 * turn) + 0.1 * np.sin(5 * turn + 1)
    ring = np.stack([reach * np.sin(turn), 0.0 * turn, 1.25 * reach * np.cos(turn)], axis=1)
    return [
        loft([ring, ring + np.array((0.0, 0.004, 0.0))], (0, 0.01, 0), "water", Marks(lid="ripples")),
        *_wash(),
    ]


def _wash() -> list[Thing]:
    """Return the foam on both sides of one who swims."""
    return [Growth("foam", (0.34 * k, 0.0, -0.1), 2.2, 0.2, seed) for k, seed in ((-1, 3), (1, 8))]


def growth(kind: str, width: float, height: float) -> Build:
    """Return a prop that is one growing thing."""
    return lambda: [Growth(kind, (0, 0, 0), width, height, 1)]


OUTDOORS: dict[str, tuple[Build, tuple[str, ...]]] = {
    "bench": (_bench, ("bench", "park bench", "长椅", "长凳")),
    "fence": (_fence, ("fence", "picket fence", "栅栏", "篱笆")),
    "crate": (_crate, ("crate", "crates", "wooden box", "木箱")),
    "barrel": (_barrel, ("barrel", "barrels", "cask", "木桶")),
    "carton": (_carton, ("carton", "cardboard box", "cardboard boxes", "纸箱", "箱子")),
    "suitcase": (_suitcase, ("suitcase", "luggage", "行李箱")),
    "treasure chest": (_treasure_chest, ("treasure chest", "宝箱")),
    "parasol": (_parasol, ("parasol", "beach umbrella", "遮阳伞")),
    "deck chair": (_deck_chair, ("deck chair", "beach chair", "躺椅", "沙滩椅")),
    "tent": (_tent, ("tent", "帐篷")),
    "campfire": (_campfire, ("campfire", "bonfire", "camp fire", "篝火", "营火")),
    "torch": (_torch, ("torch", "torches", "wall torch", "火把")),
    "stone lantern": (_lantern, ("stone lantern", "石灯笼")),
    "column": (_column, ("column", "columns", "pillar", "pillars", "柱子", "石柱")),
    "tombstone": (_tombstone, ("tombstone", "gravestone", "grave", "墓碑")),
    "statue": (_statue, ("statue", "雕像")),
    "ladder": (_ladder, ("ladder", "梯子")),
    "stairs": (_stairs, ("stairs", "staircase", "楼梯", "台阶")),
    "prison bars": (_bars, ("prison bars", "iron bars", "cage", "铁栏", "牢笼")),
    "boat": (_boat, ("boat", "rowing boat", "小船")),
    "open water": (_water, ("open water", "水面")),
    "wash": (_wash, ("wash", "surf", "浪花")),
    "swing set": (_swing, ("swing set", "秋千")),
    "tree": (growth("tree", 3.8, 6.2), ("tree", "trees", "大树", "树")),
    "pine": (growth("pine", 3.2, 7.5), ("pine", "pine tree", "fir", "松树")),
    "palm": (growth("palm", 3.4, 6.0), ("palm", "palm tree", "棕榈树", "椰子树")),
    "cherry tree": (growth("blossom", 4.2, 5.4), ("cherry tree", "cherry blossom", "樱花树", "樱花")),
    "bush": (growth("bush", 1.6, 0.8), ("bush", "bushes", "shrub", "灌木")),
    "rock": (growth("rock", 1.2, 0.7), ("rock", "rocks", "boulder", "岩石", "石头")),
    "cactus": (growth("cactus", 1.0, 2.2), ("cactus", "仙人掌")),
    "steering wheel": (growth("steering wheel", 0.38, 0.38), ("steering wheel", "方向盘")),
    "dead tree": (growth("bare tree", 4.0, 5.4), ("dead tree", "bare tree", "枯树")),
    "reeds": (growth("reed", 0.6, 1.0), ("reeds", "reed", "芦苇")),
    "flowers": (growth("flowers", 0.9, 0.4), ("flowers", "flower bed", "花", "花丛")),
}
