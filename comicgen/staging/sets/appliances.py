"""Machines, kitchens, laboratories, lamps of rooms, as solids: foot at the origin, front towards +z."""

from .furniture import Build
from .shapes import Marks, box, curved, cylinder, lathe, prism, tube
from .solids import Lamp, Post, Seat, Thing


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


def _table_lamp() -> list[Thing]:
    foot = [(0.075, 0), (0.07, 0.02), (0.02, 0.03), (0.035, 0.09), (0.04, 0.13), (0.015, 0.18), (0.012, 0.22)]
    return [
        lathe(curved(foot), (0, 0, 0), "metal"),
        cylinder(0.16, 0.2, (0, 0.2, 0), "yellow", top=0.09),
        Lamp((0, 0.3, 0), 1.2),
    ]


def _floor_lamp() -> list[Thing]:
    return [
        lathe([(0.16, 0), (0.15, 0.025), (0.02, 0.05), (0.018, 1.38)], (0, 0, 0), "dark"),
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
        cylinder(0.13, 0.14, (-0.12, 0.895, 0.1), "metal"),
        Post((0.0, 0.0, 0.33), 180, "stove"),
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


def _pendant() -> list[Thing]:
    shade = [(0.24, 0.03), (0.2, 0.08), (0.09, 0.14), (0.04, 0.16), (0.03, 0.2)]
    return [
        lathe([(0.02, 0.0), (0.05, 0.03), (0.05, 0.06)], (0, 0, 0), "light"),
        lathe(curved(shade), (0, 0, 0), "dark"),
        Lamp((0, 0, 0), 1.5),
    ]


def _whiteboard() -> list[Thing]:
    return [
        box((0.05, 1.9, 0.05), (-0.8, 0, 0), "metal"),
        box((0.05, 1.9, 0.05), (0.8, 0, 0), "metal"),
        box((1.7, 1.1, 0.04), (0, 0.8, 0), "white", {"front": "scribble", "*": ""}),
        Post((0.25, 0.0, 0.03), 180, "board"),
    ]


def _lab_bench() -> list[Thing]:
    return [
        box((2.2, 0.85, 0.7), (0, 0, 0), "white", {"*": "cupboards"}),
        box((2.3, 0.05, 0.8), (0, 0.85, 0), "dark"),
        lathe(curved([(0.09, 0), (0.11, 0.04), (0.04, 0.16), (0.03, 0.22), (0.045, 0.24)]), (-0.6, 0.9, 0.1), "glass"),
        cylinder(0.06, 0.2, (-0.3, 0.9, -0.1), "green glass"),
        box((0.2, 0.3, 0.24), (0.55, 0.9, 0), "metal"),
        cylinder(0.03, 0.22, (0.55, 1.2, 0.06), "dark"),
    ]


def _glass_tank() -> list[Thing]:
    foot = [(0.68, 0), (0.68, 0.1), (0.6, 0.14), (0.6, 0.28), (0.56, 0.32)]
    head = [(0.56, 2.16), (0.62, 2.2), (0.62, 2.32), (0.45, 2.4), (0.2, 2.46), (0.1, 2.6)]
    return [
        lathe(foot, (0, 0, 0), "dark", Marks((2,))),
        lathe([(0.52, 0.3), (0.52, 1.85), (0.52, 2.2)], (0, 0, 0), ("green glass", "pale glass"), Marks((1,))),
        lathe(head, (0, 0, 0), "dark", Marks((2,))),
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
        lathe([(0.24, 0), (0.22, 0.03), (0.03, 0.06), (0.014, 0.1), (0.014, 1.84)], (0, 0, 0), "metal"),
        box((0.3, 0.02, 0.02), (0, 1.82, 0), "metal"),
        lathe([(0.02, 1.5), (0.055, 1.55), (0.06, 1.74), (0.03, 1.8)], (0.12, 0, 0), ("pale glass", "glass", "white")),
        tube([(0.12, 1.5, 0), (0.14, 1.2, 0.03), (0.08, 0.95, 0.06), (0.16, 0.75, 0.08)], (0.006,) * 4, "white"),
    ]


def _bathtub() -> list[Thing]:
    return [
        box((0.75, 0.52, 1.6), (0, 0, 0), "white", {"*": "panel"}),
        box((0.81, 0.05, 1.66), (0, 0.52, 0), "white", {"top": "water"}),
        lathe([(0.02, 0), (0.02, 0.16)], (0.1, 0.57, -0.77), "metal"),
        tube([(0.1, 0.72, -0.77), (0.1, 0.74, -0.7), (0.1, 0.68, -0.62)], (0.02, 0.02, 0.02), "metal"),
    ]


def _toilet() -> list[Thing]:
    bowl = [(0.13, 0), (0.11, 0.1), (0.13, 0.22), (0.2, 0.36), (0.21, 0.4)]
    return [
        lathe(curved(bowl), (0, 0, 0.05), "white"),
        lathe([(0.225, 0.4), (0.225, 0.43)], (0, 0, 0.05), "white", Marks(lid="hollow")),
        box((0.42, 0.36, 0.18), (0, 0.4, -0.22), "white"),
        box((0.45, 0.04, 0.21), (0, 0.76, -0.22), "white"),
        lathe([(0.03, 0.8), (0.02, 0.815)], (0, 0, -0.22), "metal"),
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


APPLIANCES: dict[str, tuple[Build, tuple[str, ...]]] = {
    "monitor": (_monitor, ("monitor", "computer", "pc", "computer screen", "电脑", "显示器", "屏幕")),
    "laptop": (_laptop, ("laptop", "notebook computer", "笔记本电脑")),
    "table lamp": (_table_lamp, ("table lamp", "desk lamp", "bedside lamp", "台灯")),
    "floor lamp": (_floor_lamp, ("floor lamp", "standing lamp", "落地灯")),
    "fridge": (_fridge, ("fridge", "refrigerator", "冰箱")),
    "kitchen unit": (_kitchen_unit, ("kitchen unit", "kitchen counter", "sink", "橱柜", "水槽", "灶台")),
    "wall unit": (_wall_unit, ("wall unit", "wall cupboard", "吊柜")),
    "stove": (_stove, ("stove", "oven", "cooker", "炉子", "烤箱")),
    "bar counter": (_counter, ("bar counter", "shop counter", "柜台", "吧台")),
    "coffee machine": (_coffee_machine, ("coffee machine", "espresso machine", "咖啡机")),
    "till": (_till, ("till", "cash register", "收银机")),
    "television": (_television, ("television", "tv", "电视", "电视机")),
    "piano": (_piano, ("piano", "钢琴")),
    "lockers": (_lockers, ("lockers", "locker", "储物柜")),
    "pendant": (_pendant, ("pendant lamp", "hanging lamp", "吊灯")),
    "whiteboard": (_whiteboard, ("whiteboard", "白板")),
    "lab bench": (_lab_bench, ("lab bench", "test tubes", "microscope", "实验台", "试管", "显微镜")),
    "glass tank": (_glass_tank, ("glass tank", "tank", "capsule", "培养槽", "玻璃舱")),
    "server rack": (_server_rack, ("server rack", "server", "mainframe", "服务器", "机柜")),
    "console": (_console, ("console", "control panel", "控制台")),
    "pilot seat": (_pilot_seat, ("pilot seat", "captain's chair", "驾驶座")),
    "drip stand": (_drip_stand, ("drip stand", "iv drip", "输液架", "点滴")),
    "bathtub": (_bathtub, ("bathtub", "浴缸")),
    "toilet": (_toilet, ("toilet", "马桶")),
    "train bench": (_train_bench, ("train seat", "long seat", "列车座椅")),
}
