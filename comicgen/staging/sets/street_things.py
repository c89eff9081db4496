"""Things of the street, as solids and growth: foot at the origin, front towards +z."""

from .furniture import Build
from .solids import Growth, Lamp, Seat, Thing, box, cylinder, prism


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
    return [Growth("bicycle", (0, 0, 0), 1.7, 1.05), Seat((0, 0, -0.2), 0.85, 0, "saddle")]


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


def _phone_box() -> list[Thing]:
    return [box((0.9, 2.3, 0.9), (0, 0, 0), "red", {"*": "phone box"})]


def _bus_stop() -> list[Thing]:
    return [
        cylinder(0.2, 0.08, (0, 0, 0), "concrete"),
        cylinder(0.03, 2.2, (0, 0.08, 0), "metal", sides=6),
        cylinder(0.27, 0.03, (0, 2.28, 0), "red", sides=10),
        box((0.45, 0.6, 0.04), (0, 1.3, 0.04), "white", {"front": "scribble", "*": ""}),
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


STREET_THINGS: dict[str, tuple[Build, tuple[str, ...]]] = {
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
