"""Things of streets, stations, ships and woods, as solids and growth: foot at the origin, front towards +z."""

from .furniture import Build
from .solids import Growth, Lamp, Seat, Thing, box, cylinder, prism


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
    return [
        cylinder(0.26, 0.42, (0, 0, 0), "wood", top=0.33, sides=12),
        cylinder(0.33, 0.42, (0, 0.42, 0), "wood", top=0.26, sides=12),
    ]


def _carton() -> list[Thing]:
    return [box((0.5, 0.38, 0.4), (0, 0, 0), "card", {"front": "carton", "top": "carton"})]


def _suitcase() -> list[Thing]:
    return [
        box((0.45, 0.6, 0.24), (0, 0.06, 0), "blue cloth", {"*": "ribs"}),
        box((0.22, 0.3, 0.02), (0, 0.66, -0.08), "metal"),
    ]


def _treasure_chest() -> list[Thing]:
    lid = [(0.28, 0.42), (0.22, 0.58), (0.0, 0.66), (-0.22, 0.58), (-0.28, 0.42)]
    return [
        box((0.9, 0.42, 0.56), (0, 0, 0), "dark wood", {"*": "chest"}),
        prism(lid, 0.9, (0, 0, 0), "dark wood", ["planks", "planks", "planks", "planks"]),
    ]


def _parasol() -> list[Thing]:
    return [
        cylinder(0.03, 1.9, (0, 0, 0), "metal", sides=6),
        cylinder(1.15, 0.5, (0, 1.75, 0), "red", top=0.04, sides=12),
    ]


def _deck_chair() -> list[Thing]:
    return [
        prism([(0.55, 0.3), (-0.3, 0.28), (-0.3, 0.34), (0.55, 0.36)], 0.55, (0, 0, 0), "cloth"),
        prism([(-0.3, 0.3), (-0.75, 0.8), (-0.7, 0.84), (-0.26, 0.35)], 0.55, (0, 0, 0), "cloth"),
        box((0.04, 0.3, 0.04), (-0.25, 0, 0.45), "wood"),
        box((0.04, 0.3, 0.04), (0.25, 0, 0.45), "wood"),
        box((0.04, 0.3, 0.04), (-0.25, 0, -0.35), "wood"),
        box((0.04, 0.3, 0.04), (0.25, 0, -0.35), "wood"),
        Seat((0, 0, -0.05), 0.36, 0, "chair"),
    ]


def _tent() -> list[Thing]:
    return [
        prism(
            [(1.0, 0), (0, 1.4), (-1.0, 0)], 2.2, (0, 0, 0), "canvas", ["folds", "folds", "", "tent door", "tent door"]
        )
    ]


def _campfire() -> list[Thing]:
    logs: list[Thing] = [box((0.6, 0.1, 0.1), (0, 0.04 * k, 0), "dark wood", yaw=60 * k) for k in range(3)]
    return [*logs, Growth("fire", (0, 0.08, 0), 0.5, 0.7, 2), Lamp((0, 0.5, 0), 2.6)]


def _torch() -> list[Thing]:
    return [
        box((0.06, 0.5, 0.06), (0, 1.5, 0), "dark wood"),
        cylinder(0.05, 0.12, (0, 2.0, 0), "dark", top=0.09, sides=6),
        Growth("fire", (0, 2.1, 0), 0.26, 0.4, 4),
        Lamp((0, 2.2, 0), 1.8),
    ]


def _lantern() -> list[Thing]:
    return [
        box((0.5, 0.3, 0.5), (0, 0, 0), "stone"),
        box((0.22, 0.7, 0.22), (0, 0.3, 0), "stone"),
        box((0.42, 0.34, 0.42), (0, 1.0, 0), "stone", {"*": "lantern"}),
        cylinder(0.48, 0.3, (0, 1.34, 0), "stone", top=0.08, sides=6),
        Lamp((0, 1.15, 0), 1.6),
    ]


def _column() -> list[Thing]:
    return [
        box((0.9, 0.25, 0.9), (0, 0, 0), "stone"),
        cylinder(0.34, 3.9, (0, 0.25, 0), "stone", top=0.29, sides=14),
        box((0.85, 0.3, 0.85), (0, 4.15, 0), "stone"),
    ]


def _tombstone() -> list[Thing]:
    return [
        box((0.8, 0.15, 0.5), (0, 0, 0), "stone"),
        box((0.6, 0.85, 0.16), (0, 0.15, 0), "stone", {"front": "scribble"}),
    ]


def _statue() -> list[Thing]:
    return [
        box((1.0, 0.9, 1.0), (0, 0, 0), "stone", {"*": "panel"}),
        cylinder(0.3, 0.9, (0, 0.9, 0), "stone", top=0.18),
        cylinder(0.2, 0.55, (0, 1.8, 0), "stone", top=0.26),
        cylinder(0.1, 0.3, (0, 2.38, 0), "stone", top=0.13, sides=8),
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
    hull = [(1.0, 0.1), (1.3, 0.5), (-1.3, 0.5), (-1.0, 0.1)]
    return [
        prism(hull, 0.8, (0, 0, 0), "wood", ["planks", "boat inside", "planks", "", "planks", "planks"]),
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
