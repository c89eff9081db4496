"""Furniture and things of rooms, as solids in their own axes: foot at the origin, front towards +z."""

from collections.abc import Callable

from .solids import Growth, Lamp, Seat, Thing, box, cylinder, prism

Build = Callable[[], list[Thing]]


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
    return [
        cylinder(0.22, 0.03, (0, 0, 0), "dark"),
        cylinder(0.035, 0.68, (0, 0.03, 0), "dark", sides=6),
        cylinder(0.38, 0.035, (0, 0.71, 0), "wood", sides=16),
    ]


def _office_chair() -> list[Thing]:
    return [
        cylinder(0.26, 0.06, (0, 0, 0), "dark", sides=8),
        cylinder(0.03, 0.36, (0, 0.06, 0), "dark", sides=6),
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


def _monitor() -> list[Thing]:
    return [
        box((0.22, 0.02, 0.16), (0, 0, 0), "dark"),
        box((0.05, 0.12, 0.04), (0, 0.02, -0.02), "dark"),
        box((0.56, 0.34, 0.035), (0, 0.12, 0), "dark", {"front": "screen", "*": ""}),
    ]


def _laptop() -> list[Thing]:
    return [
        box((0.32, 0.02, 0.22), (0, 0, 0), "metal"),
        prism([(-0.1, 0.02), (-0.16, 0.225), (-0.17, 0.22), (-0.11, 0.02)], 0.32, (0, 0, 0), "dark", ["screen"]),
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
        cylinder(0.2, 0.03, (0, 0, 0), "metal"),
        cylinder(0.03, 0.62, (0, 0.03, 0), "metal", sides=6),
        cylinder(0.18, 0.07, (0, 0.65, 0), "red", sides=12),
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


def _table_lamp() -> list[Thing]:
    return [
        cylinder(0.07, 0.03, (0, 0, 0), "metal", sides=8),
        cylinder(0.015, 0.2, (0, 0.03, 0), "metal", sides=6),
        cylinder(0.16, 0.2, (0, 0.2, 0), "yellow", top=0.09),
        Lamp((0, 0.3, 0), 1.2),
    ]


def _floor_lamp() -> list[Thing]:
    return [
        cylinder(0.16, 0.03, (0, 0, 0), "dark"),
        cylinder(0.018, 1.35, (0, 0.03, 0), "dark", sides=6),
        cylinder(0.22, 0.28, (0, 1.36, 0), "yellow", top=0.12),
        Lamp((0, 1.5, 0), 1.6),
    ]


def _fridge() -> list[Thing]:
    return [box((0.75, 1.85, 0.68), (0, 0, 0), "white", {"front": "fridge", "*": ""})]


def _kitchen_unit() -> list[Thing]:
    return [
        box((3.0, 0.86, 0.58), (0, 0, 0), "wood", {"front": "cupboards", "*": ""}),
        box((3.05, 0.045, 0.64), (0, 0.86, 0.01), "white"),
    ]


def _wall_unit() -> list[Thing]:
    return [box((2.0, 0.72, 0.36), (0, 1.5, 0), "wood", {"front": "cupboards", "*": ""}, cast=False)]


def _stove() -> list[Thing]:
    return [
        box((0.6, 0.88, 0.6), (0, 0, 0), "white", {"front": "oven", "*": ""}),
        cylinder(0.09, 0.015, (-0.14, 0.88, 0.1), "dark"),
        cylinder(0.09, 0.015, (0.14, 0.88, -0.1), "dark"),
        cylinder(0.13, 0.14, (-0.12, 0.895, 0.1), "metal", sides=12),
    ]


def _counter() -> list[Thing]:
    return [
        box((2.6, 1.02, 0.65), (0, 0, 0), "dark wood", {"*": "planks"}),
        box((2.75, 0.06, 0.8), (0, 1.02, 0), "wood"),
    ]


def _coffee_machine() -> list[Thing]:
    return [
        box((0.55, 0.4, 0.4), (0, 0, 0), "metal", {"front": "oven", "*": ""}),
        box((0.5, 0.05, 0.35), (0, 0.4, 0), "dark"),
    ]


def _till() -> list[Thing]:
    return [
        box((0.38, 0.12, 0.36), (0, 0, 0), "dark"),
        prism(
            [(0.1, 0.12), (-0.16, 0.12), (-0.16, 0.34), (-0.1, 0.34)], 0.34, (0, 0, 0), "metal", ["", "", "", "screen"]
        ),
    ]


def _television() -> list[Thing]:
    return [
        box((1.4, 0.45, 0.4), (0, 0, 0), "dark wood", {"front": "drawers", "*": ""}),
        box((0.3, 0.04, 0.18), (0, 0.45, 0), "dark"),
        box((1.15, 0.66, 0.05), (0, 0.5, 0), "dark", {"front": "screen", "*": ""}),
    ]


def _piano() -> list[Thing]:
    return [
        box((1.5, 1.2, 0.35), (0, 0, -0.2), "black"),
        box((1.5, 0.12, 0.35), (0, 0.62, 0.15), "black", {"top": "keys"}),
        box((0.08, 0.62, 0.08), (-0.66, 0, 0.26), "black"),
        box((0.08, 0.62, 0.08), (0.66, 0, 0.26), "black"),
    ]


def _lockers() -> list[Thing]:
    return [box((2.0, 1.8, 0.42), (0, 0, 0), "metal", {"front": "lockers", "*": ""})]


def _podium() -> list[Thing]:
    return [
        box((1.2, 0.92, 0.5), (0, 0, 0), "dark wood", {"*": "planks"}),
        box((1.3, 0.04, 0.6), (0, 0.92, 0), "wood"),
    ]


def _plant() -> list[Thing]:
    return [cylinder(0.15, 0.34, (0, 0, 0), "clay", top=0.2), Growth("plant", (0, 0.33, 0), 0.8, 0.95, 3)]


def _vase() -> list[Thing]:
    return [cylinder(0.06, 0.2, (0, 0, 0), "white", top=0.045), Growth("flowers", (0, 0.19, 0), 0.26, 0.24, 5)]


def _cup() -> list[Thing]:
    return [cylinder(0.035, 0.08, (0, 0, 0), "white", top=0.042, sides=8)]


def _pendant() -> list[Thing]:
    return [cylinder(0.24, 0.2, (0, 0, 0), "dark", top=0.05), Lamp((0, 0, 0), 1.5)]


def _whiteboard() -> list[Thing]:
    return [
        box((0.05, 1.9, 0.05), (-0.8, 0, 0), "metal"),
        box((0.05, 1.9, 0.05), (0.8, 0, 0), "metal"),
        box((1.7, 1.1, 0.04), (0, 0.8, 0), "white", {"front": "scribble", "*": ""}),
    ]


def _lab_bench() -> list[Thing]:
    return [
        box((2.2, 0.85, 0.7), (0, 0, 0), "white", {"*": "cupboards"}),
        box((2.3, 0.05, 0.8), (0, 0.85, 0), "dark"),
        cylinder(0.1, 0.16, (-0.6, 0.9, 0.1), "glass", top=0.03),
        cylinder(0.04, 0.08, (-0.6, 1.06, 0.1), "glass", sides=8),
        cylinder(0.06, 0.2, (-0.3, 0.9, -0.1), "green glass", sides=8),
        box((0.2, 0.3, 0.24), (0.55, 0.9, 0), "metal"),
        cylinder(0.03, 0.22, (0.55, 1.2, 0.06), "dark", sides=8),
    ]


def _glass_tank() -> list[Thing]:
    return [
        cylinder(0.62, 0.3, (0, 0, 0), "dark", sides=14),
        cylinder(0.52, 1.9, (0, 0.3, 0), "green glass", sides=14),
        cylinder(0.62, 0.25, (0, 2.2, 0), "dark", sides=14),
    ]


def _server_rack() -> list[Thing]:
    return [box((0.7, 2.0, 0.8), (0, 0, 0), "dark metal", {"front": "rack", "back": "rack", "*": ""})]


def _console() -> list[Thing]:
    profile = [(0.35, 0.0), (0.35, 0.72), (0.05, 0.9), (-0.35, 1.15), (-0.4, 1.15), (-0.4, 0.0)]
    return [prism(profile, 1.8, (0, 0, 0), "dark metal", ["panel", "buttons", "screens"])]


def _pilot_seat() -> list[Thing]:
    return [
        box((0.4, 0.35, 0.4), (0, 0, 0), "dark metal"),
        box((0.56, 0.12, 0.54), (0, 0.35, 0), "navy"),
        prism([(-0.16, 0.47), (-0.28, 0.47), (-0.4, 1.25), (-0.3, 1.27)], 0.54, (0, 0, 0), "navy"),
        Seat((0, 0, 0), 0.47, 0, "chair"),
    ]


def _drip_stand() -> list[Thing]:
    return [
        cylinder(0.22, 0.04, (0, 0, 0), "metal", sides=6),
        cylinder(0.015, 1.8, (0, 0.04, 0), "metal", sides=6),
        box((0.3, 0.02, 0.02), (0, 1.82, 0), "metal"),
        box((0.12, 0.22, 0.03), (0.1, 1.58, 0), "white"),
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


def _bathtub() -> list[Thing]:
    return [box((0.75, 0.55, 1.6), (0, 0, 0), "white", {"top": "water"})]


def _toilet() -> list[Thing]:
    return [
        cylinder(0.18, 0.4, (0, 0, 0.05), "white", top=0.22),
        box((0.4, 0.35, 0.18), (0, 0.4, -0.2), "white"),
        Seat((0, 0, 0.05), 0.42, 0, "chair"),
    ]


def _train_bench() -> list[Thing]:
    return [
        box((2.4, 0.42, 0.46), (0, 0, 0), "dark metal"),
        box((2.4, 0.1, 0.5), (0, 0.38, 0), "red", {"top": "cushions", "front": "cushions"}),
        box((2.4, 0.5, 0.1), (0, 0.48, -0.22), "red", {"front": "cushions"}),
        Seat((-0.6, 0, 0), 0.48, 0, "bench"),
        Seat((0, 0, 0), 0.48, 0, "bench"),
        Seat((0.6, 0, 0), 0.48, 0, "bench"),
    ]


FURNITURE: dict[str, tuple[Build, tuple[str, ...]]] = {
    "chair": (_chair, ("chair", "椅子")),
    "school desk": (_school_desk, ("school desk", "课桌", "學校桌")),
    "table": (_table, ("table", "dining table", "桌子", "餐桌", "饭桌")),
    "round table": (_round_table, ("round table", "cafe table", "bistro table", "圆桌")),
    "office chair": (_office_chair, ("office chair", "swivel chair", "办公椅", "转椅")),
    "office desk": (_office_desk, ("desk", "office desk", "writing desk", "书桌", "办公桌", "写字台")),
    "monitor": (_monitor, ("monitor", "computer", "pc", "computer screen", "电脑", "显示器", "屏幕")),
    "laptop": (_laptop, ("laptop", "notebook computer", "笔记本电脑")),
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
    "table lamp": (_table_lamp, ("table lamp", "desk lamp", "bedside lamp", "台灯")),
    "floor lamp": (_floor_lamp, ("floor lamp", "standing lamp", "落地灯")),
    "fridge": (_fridge, ("fridge", "refrigerator", "冰箱")),
    "kitchen unit": (_kitchen_unit, ("kitchen unit", "kitchen counter", "sink", "橱柜", "水槽", "灶台")),
    "wall unit": (_wall_unit, ("wall unit", "wall cupboard", "吊柜")),
    "stove": (_stove, ("stove", "oven", "cooker", "炉子", "烤箱")),
    "counter": (_counter, ("counter", "bar counter", "bar", "柜台", "吧台")),
    "coffee machine": (_coffee_machine, ("coffee machine", "espresso machine", "咖啡机")),
    "till": (_till, ("till", "cash register", "收银机")),
    "television": (_television, ("television", "tv", "电视", "电视机")),
    "piano": (_piano, ("piano", "钢琴")),
    "lockers": (_lockers, ("lockers", "locker", "储物柜")),
    "podium": (_podium, ("podium", "lectern", "teacher's desk", "讲台")),
    "plant": (_plant, ("plant", "potted plant", "盆栽", "植物")),
    "vase": (_vase, ("vase", "flower vase", "花瓶")),
    "cup": (_cup, ("cup", "mug", "杯子")),
    "pendant": (_pendant, ("pendant lamp", "hanging lamp", "吊灯")),
    "whiteboard": (_whiteboard, ("whiteboard", "白板")),
    "lab bench": (_lab_bench, ("lab bench", "test tubes", "microscope", "实验台", "试管", "显微镜")),
    "glass tank": (_glass_tank, ("glass tank", "tank", "capsule", "培养槽", "玻璃舱")),
    "server rack": (_server_rack, ("server rack", "server", "mainframe", "服务器", "机柜")),
    "console": (_console, ("console", "control panel", "controls", "控制台")),
    "pilot seat": (_pilot_seat, ("pilot seat", "captain's chair", "驾驶座")),
    "drip stand": (_drip_stand, ("drip stand", "iv drip", "输液架", "点滴")),
    "screen curtain": (_screen_curtain, ("curtain", "folding screen", "屏风", "帘子")),
    "throne": (_throne, ("throne", "王座")),
    "mirror": (_mirror, ("mirror", "镜子")),
    "bathtub": (_bathtub, ("bathtub", "bath", "浴缸")),
    "toilet": (_toilet, ("toilet", "马桶")),
    "train bench": (_train_bench, ("train seat", "long seat", "列车座椅")),
}
