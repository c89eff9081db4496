"""Things of the street, as solids and growth: foot at the origin, front towards +z."""

from itertools import pairwise

from .furniture import Build
from .shapes import Marks, box, cylinder, lathe, prism, tube
from .solids import Growth, Lamp, Seat, Thing


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


def _open_car() -> list[Thing]:
    """Return a car without a roof, whose driver is seen over its doors."""
    bonnet = [(2.1, 0.3), (2.15, 0.55), (2.0, 0.72), (0.75, 0.86), (0.75, 0.02), (1.0, 0.02), (2.0, 0.2)]
    boot = [(-0.8, 0.86), (-1.85, 0.84), (-2.12, 0.7), (-2.15, 0.35), (-2.0, 0.2), (-1.0, 0.02), (-0.8, 0.02)]
    seats: list[Thing] = []
    for x in (-0.36, 0.36):
        seats.append(box((0.52, 0.16, 0.5), (x, 0.26, -0.16), "navy"))
        seats.append(box((0.52, 0.62, 0.13), (x, 0.4, -0.47), "navy", {"front": "ribs", "*": ""}))
    doors = [
        box((0.1, 0.8, 1.55), (x, 0.02, -0.025), "red", {"left": "car side", "right": "car side"})
        for x in (-0.78, 0.78)
    ]
    frame = [(-0.7, 0.84, 0.76), (-0.64, 0.97, 0.62), (0.64, 0.97, 0.62), (0.7, 0.84, 0.76)]
    wheels = [Growth("wheel", (0.84 * k, 0, z), 0.62, 0.62, 0, 90 * k) for k in (-1, 1) for z in (-1.32, 1.34)]
    return [
        box((1.46, 0.03, 1.55), (0, 0.0, -0.025), "black", cast=False),
        prism(bonnet, 1.66, (0, 0, 0), "red", ["grille", "grille", "hood"]),
        prism(boot, 1.66, (0, 0, 0), "red", ["", "tail", "tail"]),
        *seats,
        *doors,
        *(tube(pair, (0.014, 0.014), "dark metal") for pair in pairwise(frame)),
        *wheels,
        *(Seat((x, 0.0, -0.16), 0.42, 0, "driver") for x in (0.36, -0.36)),
    ]


def _bicycle() -> list[Thing]:
    return [Growth("bicycle", (0, 0, 0), 1.7, 1.05), Seat((0, 0, -0.2), 0.85, 0, "saddle")]


def _bin() -> list[Thing]:
    lid = [(0.29, 0.66), (0.3, 0.69), (0.29, 0.72), (0.2, 0.78), (0.05, 0.8)]
    return [
        lathe([(0.23, 0), (0.245, 0.16), (0.265, 0.46), (0.28, 0.68)], (0, 0, 0), "metal", Marks((1, 2), gores=True)),
        lathe(lid, (0, 0, 0), "dark metal"),
        lathe([(0.02, 0.8), (0.05, 0.83), (0.03, 0.85)], (0, 0, 0), "dark metal"),
    ]


def _vending_machine() -> list[Thing]:
    return [box((1.0, 1.83, 0.7), (0, 0, 0), "red", {"front": "vending", "*": ""}), Lamp((0, 1.2, 0.4), 1.3)]


def _street_lamp() -> list[Thing]:
    post = [(0.14, 0), (0.13, 0.1), (0.09, 0.14), (0.08, 0.55), (0.06, 0.6), (0.045, 4.0)]
    return [
        lathe(post, (0, 0, 0), "metal"),
        tube([(0, 3.98, 0), (0, 4.12, 0.2), (0, 4.1, 0.6)], (0.04, 0.035, 0.03), "metal"),
        lathe([(0.05, 0.42), (0.14, 0.5), (0.15, 0.85), (0.08, 0.98)], (0, 4.06, 0), "metal", axis="z"),
        box((0.2, 0.05, 0.36), (0, 3.93, 0.68), "lamp"),
        Lamp((0, 3.85, 0.72), 2.3),
    ]


def _park_lamp() -> list[Thing]:
    post = [(0.13, 0), (0.12, 0.12), (0.07, 0.18), (0.08, 0.36), (0.045, 0.42), (0.035, 3.1), (0.09, 3.2), (0.07, 3.25)]
    cap = [(0.24, 3.6), (0.16, 3.7), (0.05, 3.78), (0.03, 3.86), (0.045, 3.9), (0.01, 3.95)]
    return [
        lathe(post, (0, 0, 0), "dark"),
        lathe([(0.1, 3.25), (0.18, 3.6)], (0, 0, 0), "lamp", Marks(gores=True), sides=8),
        lathe(cap, (0, 0, 0), "dark"),
        Lamp((0, 3.4, 0), 2.2),
    ]


def _utility_pole() -> list[Thing]:
    insulators: list[Thing] = [
        cylinder(0.05, 0.14, (x, y, 0), "white", top=0.03)
        for x, y in ((-0.65, 6.85), (0.65, 6.85), (-0.3, 6.85), (0.45, 6.2), (-0.45, 6.2))
    ]
    return [
        lathe(
            [(0.15, 0), (0.14, 1.6), (0.14, 1.9), (0.11, 7.5)],
            (0, 0, 0),
            ("concrete", "yellow", "concrete"),
            Marks((1, 2)),
        ),
        box((1.5, 0.1, 0.1), (0, 6.75, 0), "metal"),
        box((1.1, 0.1, 0.1), (0, 6.1, 0), "metal"),
        *insulators,
        lathe([(0.2, 0), (0.24, 0.05), (0.24, 0.55), (0.2, 0.6)], (0.36, 5.1, 0), "metal", Marks((1, 2), gores=True)),
        box((0.3, 0.42, 0.03), (0, 2.3, 0.14), "white", {"front": "sign tall", "*": ""}, cast=False),
    ]


def _post_box() -> list[Thing]:
    body = [(0.25, 0), (0.25, 0.14), (0.21, 0.18), (0.2, 1.12), (0.25, 1.15), (0.25, 1.2), (0.2, 1.28), (0.06, 1.34)]
    return [
        lathe(body, (0, 0, 0), "red", Marks((4,))),
        box((0.28, 0.08, 0.1), (0, 0.94, 0.18), "red"),
        box((0.2, 0.035, 0.02), (0, 0.965, 0.235), "black"),
        box((0.2, 0.26, 0.02), (0, 0.52, 0.205), "white", {"front": "scribble", "*": ""}),
    ]


def _traffic_light() -> list[Thing]:
    return [
        cylinder(0.07, 3.4, (0, 0, 0), "metal"),
        box((0.28, 0.8, 0.2), (0, 2.6, 0.12), "dark", {"front": "signals", "*": ""}),
    ]


def _signpost() -> list[Thing]:
    return [
        box((0.1, 1.5, 0.1), (0, 0, 0), "wood"),
        box((0.8, 0.2, 0.04), (0.12, 1.18, 0.07), "wood", {"front": "scribble", "*": ""}),
        box((0.7, 0.18, 0.04), (-0.1, 0.9, 0.07), "wood", {"front": "scribble", "*": ""}),
    ]


def _hydrant() -> list[Thing]:
    body = [
        (0.18, 0),
        (0.18, 0.05),
        (0.12, 0.07),
        (0.11, 0.4),
        (0.15, 0.42),
        (0.15, 0.46),
        (0.12, 0.5),
        (0.1, 0.56),
        (0.04, 0.62),
    ]
    nozzle = [
        (0.06, -0.24),
        (0.08, -0.22),
        (0.08, -0.17),
        (0.06, -0.15),
        (0.06, 0.15),
        (0.08, 0.17),
        (0.08, 0.22),
        (0.06, 0.24),
    ]
    return [
        lathe(nozzle, (0, 0.34, 0), "red", axis="x"),
        lathe(body, (0, 0, 0), "red", Marks((5,))),
        lathe([(0.075, 0.08), (0.075, 0.17), (0.05, 0.19)], (0, 0.3, 0), "red", axis="z"),
        lathe([(0.03, 0.62), (0.03, 0.66)], (0, 0, 0), "metal", sides=5),
    ]


def _traffic_cone() -> list[Thing]:
    profile = [(0.15, 0.03), (0.105, 0.24), (0.07, 0.4), (0.03, 0.62)]
    return [box((0.38, 0.03, 0.38), (0, 0, 0), "dark"), lathe(profile, (0, 0, 0), ("orange", "white", "orange"))]


def _bollard() -> list[Thing]:
    profile = [
        (0.13, 0),
        (0.12, 0.06),
        (0.09, 0.1),
        (0.085, 0.6),
        (0.12, 0.66),
        (0.14, 0.74),
        (0.1, 0.82),
        (0.02, 0.84),
    ]
    return [lathe(profile, (0, 0, 0), "metal", Marks((2,)))]


def _phone_box() -> list[Thing]:
    return [
        box((0.98, 0.1, 0.98), (0, 0, 0), "dark"),
        box((0.9, 2.2, 0.9), (0, 0.1, 0), "red", {"*": "phone box"}),
        box((0.98, 0.1, 0.98), (0, 2.3, 0), "red"),
        box((0.84, 0.08, 0.84), (0, 2.4, 0), "red"),
    ]


def _bus_stop() -> list[Thing]:
    return [
        lathe([(0.22, 0), (0.2, 0.08), (0.04, 0.1), (0.03, 2.2)], (0, 0, 0), ("concrete", "metal", "metal")),
        lathe([(0.27, -0.02), (0.27, 0.02)], (0, 2.36, 0), "red", Marks(lid="ring"), axis="z"),
        box((0.45, 0.6, 0.04), (0, 1.3, 0.04), "white", {"front": "timetable", "*": ""}),
    ]


def _air_conditioner() -> list[Thing]:
    return [box((0.8, 0.6, 0.32), (0, 0, 0), "metal", {"front": "fan", "*": "slats"})]


def _water_tank() -> list[Thing]:
    posts: list[Thing] = [box((0.08, 1.8, 0.08), (x, 0, z), "metal") for x in (-0.5, 0.5) for z in (-0.5, 0.5)]
    braces: list[Thing] = [
        tube([(-0.5, y, z), (0, 0.9, z), (0.5, 1.8 - y, z)], (0.02, 0.02, 0.02), "metal")
        for z in (-0.5, 0.5)
        for y in (0.2, 1.6)
    ]
    body = [(0.78, 1.8), (0.8, 1.84), (0.8, 2.3), (0.8, 2.8), (0.8, 3.26), (0.84, 3.3), (0.5, 3.5), (0.1, 3.6)]
    return [*posts, *braces, lathe(body, (0, 0, 0), "metal", Marks((1, 2, 3, 4)))]


def _name_board() -> list[Thing]:
    return [
        box((0.06, 1.9, 0.06), (-0.7, 0, 0), "metal"),
        box((0.06, 1.9, 0.06), (0.7, 0, 0), "metal"),
        box((1.7, 0.55, 0.08), (0, 1.3, 0), "white", {"front": "sign", "back": "sign", "*": ""}),
    ]


STREET_THINGS: dict[str, tuple[Build, tuple[str, ...]]] = {
    "open car": (_open_car, ("open car", "convertible", "roadster", "cabriolet", "敞篷车")),
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
    "phone box": (_phone_box, ("phone box", "phone booth", "telephone box", "电话亭")),
    "bus stop": (_bus_stop, ("bus stop", "公交站牌", "公交站")),
    "air conditioner": (_air_conditioner, ("air conditioner", "空调")),
    "water tank": (_water_tank, ("water tank", "水塔", "水箱")),
    "name board": (_name_board, ("name board", "station sign", "sign board", "站牌", "招牌")),
}
