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


def _car() -> list[Thing]:
    lower = [
        (2.1, 0.3),
        (2.15, 0.55),
        (2.0, 0.78),
        (0.95, 0.9),
        (-1.85, 0.94),
        (-2.12, 0.8),
        (-2.15, 0.35),
        (-2.0, 0.25),
    ]
    upper = [(1.0, 0.9), (0.42, 1.4), (-1.1, 1.42), (-1.78, 0.94)]
    wheels: list[Thing] = [
        Growth("wheel", (0.84 * k, 0, z), 0.62, 0.62, 0, 90 * k) for k in (-1, 1) for z in (-1.32, 1.34)
    ]
    return [
        box((1.5, 0.2, 3.6), (0, 0.14, 0), "black", cast=False),
        prism(
            lower, 1.66, (0, 0, 0), "red", ["grille", "grille", "", "", "tail", "tail", "", "", "car side", "car side"]
        ),
        prism(upper, 1.46, (0, 0, 0), "red", ["windscreen", "", "windscreen", "", "car window", "car window"]),
        *wheels,
        Seat((-0.35, 0.0, 0.1), 0.62, 0, "driver"),
    ]


def _bicycle() -> list[Thing]:
    return [Growth("bicycle", (0, 0, 0), 1.7, 1.05, 0, 90), Seat((0, 0, -0.2), 0.85, 0, "saddle")]


def _bin() -> list[Thing]:
    return [
        cylinder(0.24, 0.68, (0, 0, 0), "metal", top=0.28, sides=12),
        cylinder(0.29, 0.05, (0, 0.68, 0), "dark metal"),
    ]


def _vending_machine() -> list[Thing]:
    return [box((1.0, 1.83, 0.7), (0, 0, 0), "red", {"front": "vending", "*": ""}), Lamp((0, 1.2, 0.4), 1.3)]


def _street_lamp() -> list[Thing]:
    return [
        cylinder(0.12, 0.5, (0, 0, 0), "metal", top=0.08, sides=8),
        cylinder(0.055, 3.5, (0, 0.5, 0), "metal", top=0.045, sides=6),
        box((0.06, 0.06, 0.9), (0, 3.95, 0.4), "metal"),
        box((0.22, 0.1, 0.5), (0, 3.86, 0.72), "white"),
        Lamp((0, 3.85, 0.72), 2.3),
    ]


def _park_lamp() -> list[Thing]:
    return [
        cylinder(0.1, 0.35, (0, 0, 0), "dark", top=0.06, sides=8),
        cylinder(0.045, 2.9, (0, 0.35, 0), "dark", sides=6),
        cylinder(0.12, 0.36, (0, 3.25, 0), "white", top=0.17, sides=8),
        cylinder(0.22, 0.16, (0, 3.61, 0), "dark", top=0.04, sides=8),
        Lamp((0, 3.4, 0), 2.2),
    ]


def _utility_pole() -> list[Thing]:
    return [
        cylinder(0.15, 7.5, (0, 0, 0), "concrete", top=0.11, sides=8),
        box((1.5, 0.1, 0.1), (0, 6.75, 0), "metal"),
        box((1.1, 0.1, 0.1), (0, 6.1, 0), "metal"),
        cylinder(0.24, 0.6, (0.34, 5.1, 0), "metal", sides=8),
    ]


def _post_box() -> list[Thing]:
    return [
        box((0.12, 0.7, 0.12), (0, 0, 0), "dark"),
        box((0.46, 0.62, 0.4), (0, 0.7, 0), "red", {"front": "slot", "*": ""}),
        box((0.5, 0.05, 0.44), (0, 1.32, 0), "red"),
    ]


def _traffic_light() -> list[Thing]:
    return [
        cylinder(0.07, 3.4, (0, 0, 0), "metal", sides=6),
        box((0.28, 0.8, 0.2), (0, 2.6, 0.12), "dark", {"front": "signals", "*": ""}),
    ]


def _signpost() -> list[Thing]:
    return [
        box((0.1, 1.5, 0.1), (0, 0, 0), "wood"),
        box((0.8, 0.2, 0.04), (0.12, 1.18, 0.07), "wood", {"front": "scribble", "*": ""}),
        box((0.7, 0.18, 0.04), (-0.1, 0.9, 0.07), "wood", {"front": "scribble", "*": ""}),
    ]


def _hydrant() -> list[Thing]:
    return [
        cylinder(0.13, 0.52, (0, 0, 0), "red", sides=8),
        cylinder(0.14, 0.14, (0, 0.52, 0), "red", top=0.05, sides=8),
        box((0.42, 0.12, 0.12), (0, 0.32, 0), "red"),
    ]


def _traffic_cone() -> list[Thing]:
    return [box((0.36, 0.03, 0.36), (0, 0, 0), "dark"), cylinder(0.14, 0.6, (0, 0.03, 0), "orange", top=0.02, sides=8)]


def _bollard() -> list[Thing]:
    return [cylinder(0.09, 0.85, (0, 0, 0), "metal", sides=8), cylinder(0.1, 0.06, (0, 0.7, 0), "white", sides=8)]


def _fence() -> list[Thing]:
    posts: list[Thing] = [box((0.09, 1.0, 0.03), (-0.9 + 0.2 * k, 0.05, 0), "white") for k in range(10)]
    rails: list[Thing] = [box((2.0, 0.07, 0.03), (0, y, -0.03), "white") for y in (0.3, 0.75)]
    return [*rails, *posts]


def _phone_box() -> list[Thing]:
    return [box((0.9, 2.3, 0.9), (0, 0, 0), "red", {"*": "phone box"})]


def _bus_stop() -> list[Thing]:
    return [
        cylinder(0.2, 0.08, (0, 0, 0), "concrete"),
        cylinder(0.03, 2.2, (0, 0.08, 0), "metal", sides=6),
        cylinder(0.27, 0.03, (0, 2.28, 0), "red", sides=10),
        box((0.45, 0.6, 0.04), (0, 1.3, 0.04), "white", {"front": "scribble", "*": ""}),
    ]


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


def _air_conditioner() -> list[Thing]:
    return [box((0.8, 0.6, 0.32), (0, 0, 0), "metal", {"front": "fan", "*": "slats"})]


def _water_tank() -> list[Thing]:
    posts: list[Thing] = [box((0.08, 1.8, 0.08), (x, 0, z), "metal") for x in (-0.5, 0.5) for z in (-0.5, 0.5)]
    return [
        *posts,
        cylinder(0.8, 1.5, (0, 1.8, 0), "metal", sides=14),
        cylinder(0.8, 0.3, (0, 3.3, 0), "metal", top=0.1, sides=14),
    ]


def _name_board() -> list[Thing]:
    return [
        box((0.06, 1.9, 0.06), (-0.7, 0, 0), "metal"),
        box((0.06, 1.9, 0.06), (0.7, 0, 0), "metal"),
        box((1.7, 0.55, 0.08), (0, 1.3, 0), "white", {"front": "sign", "back": "sign", "*": ""}),
    ]


def growth(kind: str, width: float, height: float) -> Build:
    """Return a prop that is one growing thing."""
    return lambda: [Growth(kind, (0, 0, 0), width, height, 1)]


OUTDOORS: dict[str, tuple[Build, tuple[str, ...]]] = {
    "bench": (_bench, ("bench", "park bench", "长椅", "长凳")),
    "car": (_car, ("car", "taxi", "automobile", "parked car", "汽车", "轿车", "出租车")),
    "bicycle": (_bicycle, ("bicycle", "bike", "自行车", "单车")),
    "bin": (_bin, ("bin", "trash can", "garbage can", "dustbin", "垃圾桶")),
    "vending machine": (_vending_machine, ("vending machine", "自动售货机", "自动贩卖机")),
    "street lamp": (_street_lamp, ("street lamp", "street light", "lamp post", "lamppost", "lamp", "路灯")),
    "park lamp": (_park_lamp, ("park lamp", "gas lamp", "公园灯")),
    "utility pole": (_utility_pole, ("utility pole", "telegraph pole", "power pole", "电线杆")),
    "post box": (_post_box, ("post box", "mailbox", "letter box", "邮箱", "邮筒")),
    "traffic light": (_traffic_light, ("traffic light", "traffic lights", "红绿灯", "交通灯")),
    "signpost": (_signpost, ("signpost", "road sign", "路标", "指示牌")),
    "hydrant": (_hydrant, ("hydrant", "fire hydrant", "消防栓")),
    "traffic cone": (_traffic_cone, ("traffic cone", "路锥")),
    "bollard": (_bollard, ("bollard", "护柱")),
    "fence": (_fence, ("fence", "picket fence", "栅栏", "篱笆")),
    "phone box": (_phone_box, ("phone box", "phone booth", "telephone box", "电话亭")),
    "bus stop": (_bus_stop, ("bus stop", "公交站牌", "公交站")),
    "crate": (_crate, ("crate", "crates", "wooden box", "木箱")),
    "barrel": (_barrel, ("barrel", "barrels", "cask", "木桶")),
    "carton": (_carton, ("carton", "cardboard box", "cardboard boxes", "box", "纸箱", "箱子")),
    "suitcase": (_suitcase, ("suitcase", "luggage", "行李箱")),
    "treasure chest": (_treasure_chest, ("treasure chest", "chest", "宝箱")),
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
    "stairs": (_stairs, ("stairs", "steps", "staircase", "楼梯", "台阶")),
    "bars": (_bars, ("bars", "prison bars", "cage", "铁栏", "牢笼")),
    "boat": (_boat, ("boat", "rowing boat", "小船")),
    "swing": (_swing, ("swing", "swings", "秋千")),
    "air conditioner": (_air_conditioner, ("air conditioner", "空调")),
    "water tank": (_water_tank, ("water tank", "水塔", "水箱")),
    "name board": (_name_board, ("name board", "station sign", "sign board", "站牌", "招牌")),
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
