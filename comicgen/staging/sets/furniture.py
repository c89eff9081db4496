"""Furniture and things of rooms, as solids in their own axes: foot at the origin, front towards +z."""

from collections.abc import Callable
from math import cos, radians, sin

from .shapes import Marks, box, curved, cylinder, lathe, tube
from .solids import Growth, Seat, Thing

Build = Callable[[], list[Thing]]
STAR = tuple((sin(radians(a)), cos(radians(a)), float(a)) for a in range(0, 360, 72))
"""The five feet of a swivel chair: x, z and yaw."""


def legs(w: float, d: float, h: float, thick: float = 0.045, material: str = "wood") -> list[Thing]:
    """Return four legs under a top of w x d at height h."""
    x, z = w / 2 - thick, d / 2 - thick
    return [box((thick, h, thick), (i * x, 0, k * z), material) for i in (-1, 1) for k in (-1, 1)]


def _chair() -> list[Thing]:
    return [
        *legs(0.42, 0.42, 0.42, 0.04),
        box((0.42, 0.035, 0.42), (0, 0.42, 0), "wood"),
        box((0.035, 0.4, 0.035), (-0.18, 0.455, -0.19), "wood"),
        box((0.035, 0.4, 0.035), (0.18, 0.455, -0.19), "wood"),
        box((0.42, 0.2, 0.03), (0, 0.66, -0.2), "wood"),
        Seat((0, 0, -0.02), 0.455, 0, "chair"),
    ]


def _school_desk() -> list[Thing]:
    return [
        *legs(0.62, 0.44, 0.64, 0.04, "metal"),
        box((0.62, 0.11, 0.44), (0, 0.62, 0), "wood"),
        box((0.66, 0.03, 0.48), (0, 0.73, 0), "wood"),
    ]


def _table() -> list[Thing]:
    return [*legs(1.3, 0.75, 0.7, 0.06), box((1.35, 0.045, 0.8), (0, 0.7, 0), "wood")]


def _round_table() -> list[Thing]:
    foot = [(0.24, 0), (0.22, 0.03), (0.05, 0.06), (0.035, 0.2), (0.035, 0.66), (0.09, 0.7)]
    return [lathe(foot, (0, 0, 0), "dark"), cylinder(0.38, 0.035, (0, 0.705, 0), "wood")]


def _office_chair() -> list[Thing]:
    spokes: list[Thing] = [box((0.05, 0.04, 0.3), (0.14 * x, 0.06, 0.14 * z), "dark", yaw=y) for x, z, y in STAR]
    wheels: list[Thing] = [
        lathe([(0.035, -0.02), (0.035, 0.02)], (0.28 * x, 0.035, 0.28 * z), "dark", axis="x") for x, z, _ in STAR
    ]
    return [
        *wheels,
        *spokes,
        cylinder(0.03, 0.34, (0, 0.08, 0), "dark"),
        box((0.48, 0.08, 0.46), (0, 0.42, 0), "navy"),
        box((0.06, 0.2, 0.04), (0, 0.48, -0.22), "dark"),
        box((0.44, 0.48, 0.06), (0, 0.6, -0.23), "navy"),
        Seat((0, 0, 0), 0.5, 0, "chair"),
    ]


def _office_desk() -> list[Thing]:
    return [
        box((0.04, 0.7, 0.68), (-0.66, 0, 0), "white"),
        box((0.4, 0.6, 0.6), (0.46, 0, 0), "metal", {"back": "drawers", "*": ""}),
        box((1.4, 0.035, 0.72), (0, 0.7, 0), "white"),
    ]


def _sofa() -> list[Thing]:
    return [
        box((1.8, 0.4, 0.8), (0, 0.02, 0), "blue cloth", {"front": "cushions", "top": "cushions"}),
        box((1.8, 0.44, 0.2), (0, 0.42, -0.3), "blue cloth", {"front": "cushions"}),
        box((0.18, 0.2, 0.6), (-0.81, 0.42, 0.1), "blue cloth"),
        box((0.18, 0.2, 0.6), (0.81, 0.42, 0.1), "blue cloth"),
        Seat((-0.4, 0, 0.08), 0.42, 0, "sofa"),
        Seat((0.4, 0, 0.08), 0.42, 0, "sofa"),
    ]


def _armchair() -> list[Thing]:
    return [
        box((0.85, 0.38, 0.8), (0, 0.04, 0), "red", {"top": "cushions"}),
        box((0.85, 0.5, 0.18), (0, 0.42, -0.31), "red"),
        box((0.16, 0.2, 0.6), (-0.35, 0.42, 0.08), "red"),
        box((0.16, 0.2, 0.6), (0.35, 0.42, 0.08), "red"),
        Seat((0, 0, 0.06), 0.42, 0, "sofa"),
    ]


def _stool() -> list[Thing]:
    return [
        lathe([(0.21, 0), (0.2, 0.025), (0.04, 0.05), (0.03, 0.1), (0.03, 0.66)], (0, 0, 0), "metal"),
        lathe([(0.17, 0.22), (0.175, 0.235), (0.17, 0.25)], (0, 0, 0), "metal"),
        lathe(curved([(0.17, 0.64), (0.19, 0.67), (0.19, 0.7), (0.16, 0.73)]), (0, 0, 0), "red", Marks((4,))),
        Seat((0, 0, 0), 0.72, 0, "stool"),
    ]


def _bed() -> list[Thing]:
    return [
        box((1.1, 0.3, 2.05), (0, 0.1, 0), "wood"),
        box((1.06, 0.16, 2.0), (0, 0.4, 0), "cloth"),
        box((1.14, 0.16, 1.4), (0, 0.43, 0.32), "blue cloth", {"top": "quilt", "*": "folds"}),
        box((0.7, 0.12, 0.4), (0, 0.56, -0.72), "white"),
        box((1.16, 0.95, 0.07), (0, 0, -1.06), "dark wood"),
        Seat((0.45, 0, 0.2), 0.58, 90, "bed"),
        Seat((0, 0, 0), 0.6, 0, "lying"),
    ]


def _hospital_bed() -> list[Thing]:
    return [
        *legs(0.85, 1.9, 0.4, 0.05, "metal"),
        box((0.92, 0.08, 2.0), (0, 0.4, 0), "metal"),
        box((0.9, 0.14, 1.95), (0, 0.48, 0), "white"),
        box((0.96, 0.1, 1.2), (0, 0.55, 0.38), "cloth", {"top": "folds", "*": "folds"}),
        box((0.6, 0.11, 0.36), (0, 0.62, -0.76), "white"),
        box((0.92, 0.95, 0.05), (0, 0.1, -1.02), "metal"),
        box((0.92, 0.75, 0.05), (0, 0.1, 1.02), "metal"),
        Seat((0.4, 0, 0.2), 0.62, 90, "bed"),
        Seat((0, 0, 0), 0.63, 0, "lying"),
    ]


def _bookcase() -> list[Thing]:
    return [box((0.9, 1.9, 0.35), (0, 0, 0), "wood", {"front": "books", "*": ""})]


def _library_shelf() -> list[Thing]:
    return [box((2.4, 2.3, 0.5), (0, 0, 0), "dark wood", {"front": "books", "back": "books", "*": ""})]


def _shop_shelf() -> list[Thing]:
    return [box((2.0, 1.55, 0.5), (0, 0, 0), "white", {"*": "goods"})]


def _wardrobe() -> list[Thing]:
    return [box((1.1, 2.0, 0.55), (0, 0, 0), "wood", {"front": "doors", "*": ""})]


def _night_table() -> list[Thing]:
    return [box((0.45, 0.5, 0.4), (0, 0, 0), "wood", {"front": "drawers", "*": ""})]


def _chest_of_drawers() -> list[Thing]:
    return [box((1.0, 0.95, 0.45), (0, 0, 0), "wood", {"front": "drawers", "*": ""})]


def _podium() -> list[Thing]:
    return [
        box((1.2, 0.92, 0.5), (0, 0, 0), "dark wood", {"*": "planks"}),
        box((1.3, 0.04, 0.6), (0, 0.92, 0), "wood"),
    ]


def _plant() -> list[Thing]:
    pot = [(0.13, 0), (0.18, 0.28), (0.2, 0.28), (0.2, 0.34)]
    return [lathe(pot, (0, 0, 0), "clay", Marks(lid="hollow")), Growth("plant", (0, 0.33, 0), 0.8, 0.95, 3)]


def _vase() -> list[Thing]:
    profile = [(0.04, 0), (0.075, 0.06), (0.08, 0.1), (0.055, 0.16), (0.036, 0.19), (0.046, 0.21)]
    return [
        lathe(curved(profile), (0, 0, 0), "white", Marks((9,), lid="hollow")),
        Growth("flowers", (0, 0.2, 0), 0.34, 0.28, 5),
    ]


def _cup() -> list[Thing]:
    return [
        lathe([(0.03, 0), (0.065, 0.012)], (0, 0, 0), "white"),
        lathe(
            curved([(0.02, 0.012), (0.033, 0.028), (0.039, 0.055), (0.041, 0.09)]), (0, 0, 0), "white", Marks(lid="tea")
        ),
        tube([(0.036, 0.075, 0), (0.066, 0.07, 0), (0.066, 0.045, 0), (0.034, 0.036, 0)], (0.005,) * 4, "white", 7),
    ]


def _screen_curtain() -> list[Thing]:
    return [
        box((1.5, 1.7, 0.04), (0, 0.25, 0), "cloth", {"*": "pleats"}),
        box((1.6, 0.03, 0.05), (0, 1.95, 0), "metal"),
    ]


def _throne() -> list[Thing]:
    return [
        box((2.4, 0.2, 1.8), (0, 0, 0), "stone"),
        box((0.95, 0.42, 0.8), (0, 0.2, 0), "dark wood"),
        box((0.75, 0.08, 0.65), (0, 0.62, 0.04), "red"),
        box((0.95, 1.9, 0.18), (0, 0.2, -0.42), "dark wood", {"front": "throne"}),
        box((0.14, 0.28, 0.7), (-0.42, 0.62, 0), "dark wood"),
        box((0.14, 0.28, 0.7), (0.42, 0.62, 0), "dark wood"),
        Seat((0, 0.2, 0.05), 0.5, 0, "chair"),
    ]


def _mirror() -> list[Thing]:
    return [box((0.6, 1.6, 0.05), (0, 0.05, 0), "dark wood", {"front": "glass", "*": ""})]


FURNITURE: dict[str, tuple[Build, tuple[str, ...]]] = {
    "chair": (_chair, ("chair", "椅子")),
    "school desk": (_school_desk, ("school desk", "课桌", "學校桌")),
    "table": (_table, ("table", "dining table", "桌子", "餐桌", "饭桌")),
    "round table": (_round_table, ("round table", "cafe table", "bistro table", "圆桌")),
    "office chair": (_office_chair, ("office chair", "swivel chair", "办公椅", "转椅")),
    "office desk": (_office_desk, ("desk", "office desk", "writing desk", "书桌", "办公桌", "写字台")),
    "sofa": (_sofa, ("sofa", "couch", "settee", "沙发")),
    "armchair": (_armchair, ("armchair", "easy chair", "扶手椅", "单人沙发")),
    "stool": (_stool, ("stool", "bar stool", "凳子", "吧台椅")),
    "bed": (_bed, ("bed", "床")),
    "hospital bed": (_hospital_bed, ("hospital bed", "sickbed", "病床")),
    "bookcase": (_bookcase, ("bookcase", "bookshelf", "book shelf", "书架", "书柜")),
    "library shelf": (_library_shelf, ("library shelf", "stacks", "图书馆书架")),
    "shop shelf": (_shop_shelf, ("shelf", "shelves", "shop shelf", "货架", "架子")),
    "wardrobe": (_wardrobe, ("wardrobe", "closet", "衣柜")),
    "night table": (_night_table, ("night table", "nightstand", "bedside table", "床头柜")),
    "chest of drawers": (_chest_of_drawers, ("chest of drawers", "dresser", "drawers", "抽屉柜", "斗柜")),
    "podium": (_podium, ("podium", "lectern", "teacher's desk", "讲台")),
    "plant": (_plant, ("plant", "potted plant", "盆栽", "植物")),
    "vase": (_vase, ("vase", "flower vase", "花瓶")),
    "cup": (_cup, ("cup", "mug", "杯子")),
    "screen curtain": (_screen_curtain, ("curtain", "folding screen", "屏风", "帘子")),
    "throne": (_throne, ("throne", "王座")),
    "mirror": (_mirror, ("mirror", "镜子")),
}
