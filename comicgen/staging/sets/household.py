"""Things of homes, wards, schools and halls, as solids: foot at the origin, front towards +z."""

from math import cos, sin

from .furniture import Build, legs
from .hall_things import ball
from .shapes import Marks, box, curved, cylinder, lathe, prism, tube
from .solids import Seat, Thing


def _radiator() -> list[Thing]:
    return [
        box((1.1, 0.55, 0.12), (0, 0.12, 0), "white", {"front": "ribs", "*": ""}),
        box((1.14, 0.03, 0.15), (0, 0.67, 0), "white"),
    ]


def _washing_machine() -> list[Thing]:
    return [box((0.6, 0.85, 0.58), (0, 0, 0), "white", {"front": "washer", "*": ""})]


def _laundry_basket() -> list[Thing]:
    weave = Marks((1, 2, 3), gores=True)
    return [
        lathe([(0.2, 0), (0.22, 0.16), (0.24, 0.32), (0.26, 0.46), (0.27, 0.5)], (0, 0, 0), "card", weave),
        lathe(curved([(0.24, 0.48), (0.2, 0.58), (0.08, 0.64), (0.01, 0.65)]), (0, 0, 0), "cloth"),
    ]


def _wash_basin() -> list[Thing]:
    bowl = [(0.1, 0.62), (0.24, 0.72), (0.28, 0.84)]
    return [
        lathe([(0.13, 0), (0.08, 0.08), (0.07, 0.66)], (0, 0, 0), "white"),
        lathe(curved(bowl), (0, 0, 0.04), "white", Marks(lid="basin")),
        tube(
            [(0, 0.84, -0.2), (0, 1.02, -0.18), (0, 1.02, -0.04), (0, 0.96, 0.0)], (0.02, 0.02, 0.018, 0.018), "metal"
        ),
    ]


def _coat_stand() -> list[Thing]:
    hooks: list[Thing] = [
        tube(
            [(0, 1.66, 0), (0.16 * sin(a), 1.68, 0.16 * cos(a)), (0.19 * sin(a), 1.78, 0.19 * cos(a))],
            (0.015,) * 3,
            "dark wood",
        )
        for a in (0.3, 1.9, 3.4, 5.0)
    ]
    coat = lathe(
        curved([(0.2, 0.62), (0.17, 1.0), (0.13, 1.4), (0.16, 1.56), (0.04, 1.7)]),
        (0.16, 0, 0.06),
        "navy",
        Marks(gores=True),
    )
    return [
        lathe([(0.24, 0), (0.22, 0.04), (0.03, 0.08), (0.022, 1.8), (0.035, 1.84)], (0, 0, 0), "dark wood"),
        *hooks,
        coat,
    ]


def _fan() -> list[Thing]:
    return [
        lathe([(0.2, 0), (0.19, 0.03), (0.03, 0.06), (0.02, 0.9)], (0, 0, 0), "white"),
        lathe([(0.07, -0.12), (0.08, 0.0)], (0, 1.05, 0), "white", axis="z"),
        lathe(
            [(0.2, 0.0), (0.25, 0.03), (0.25, 0.08), (0.2, 0.11)],
            (0, 1.05, 0),
            "white",
            Marks((1, 2), gores=True, lid="fan blades"),
            axis="z",
        ),
    ]


def _toy_bear() -> list[Thing]:
    limbs: list[Thing] = [
        ball(0.07, (x, y, z), "card")
        for x, y, z in ((-0.13, 0.0, 0.1), (0.13, 0.0, 0.1), (-0.15, 0.18, 0.04), (0.15, 0.18, 0.04))
    ]
    ears: list[Thing] = [ball(0.045, (x, 0.46, 0), "card") for x in (-0.09, 0.09)]
    return [
        ball(0.15, (0, 0.02, 0), "card"),
        *limbs,
        *ears,
        ball(0.12, (0, 0.27, 0.02), "card"),
        ball(0.045, (0, 0.31, 0.12), "white"),
    ]


def _aquarium() -> list[Thing]:
    return [
        box((0.9, 0.7, 0.4), (0, 0, 0), "dark wood", {"front": "doors", "*": ""}),
        box((0.86, 0.46, 0.36), (0, 0.7, 0), "pale glass", {"*": "fish"}),
        box((0.88, 0.05, 0.38), (0, 1.16, 0), "dark"),
    ]


def _wheelchair() -> list[Thing]:
    wheels: list[Thing] = [
        lathe(
            [(0.29, -0.012), (0.3, -0.012), (0.3, 0.012), (0.29, 0.012)],
            (x, 0.3, -0.08),
            "dark",
            Marks(lid="spokes"),
            axis="x",
        )
        for x in (-0.29, 0.29)
    ]
    small: list[Thing] = [
        lathe([(0.09, -0.02), (0.09, 0.02)], (x, 0.09, 0.36), "dark", axis="x") for x in (-0.22, 0.22)
    ]
    rails: list[Thing] = [
        tube(
            [(x, 0.95, -0.34), (x, 0.92, -0.24), (x, 0.5, -0.2), (x, 0.5, 0.26), (x, 0.14, 0.42)], (0.014,) * 5, "metal"
        )
        for x in (-0.23, 0.23)
    ]
    return [
        *small,
        *rails,
        box((0.44, 0.05, 0.42), (0, 0.48, 0.02), "navy"),
        box((0.44, 0.42, 0.04), (0, 0.53, -0.2), "navy"),
        *wheels,
        Seat((0, 0, 0.02), 0.52, 0, "chair"),
    ]


def _trolley() -> list[Thing]:
    posts: list[Thing] = [cylinder(0.015, 0.86, (x, 0.06, z), "metal") for x in (-0.3, 0.3) for z in (-0.18, 0.18)]
    return [
        *[
            lathe([(0.04, -0.015), (0.04, 0.015)], (x, 0.04, z), "dark", axis="x")
            for x in (-0.3, 0.3)
            for z in (-0.18, 0.18)
        ],
        *posts,
        *[box((0.64, 0.03, 0.42), (0, y, 0), "metal") for y in (0.26, 0.56, 0.88)],
        box((0.24, 0.14, 0.2), (-0.14, 0.91, 0), "white", {"front": "cross", "*": ""}),
        lathe(curved([(0.04, 0), (0.045, 0.1), (0.015, 0.14), (0.015, 0.18)]), (0.16, 0.91, 0.04), "glass"),
        box((0.3, 0.1, 0.24), (0.08, 0.59, 0), "cloth"),
    ]


def _easel() -> list[Thing]:
    bars: list[Thing] = [
        tube([(x, 0, z), (x * 0.5, 0.9, z * 0.5), (0, 1.7, 0)], (0.018,) * 3, "wood")
        for x, z in ((-0.4, 0.1), (0.4, 0.1), (0, -0.5))
    ]
    return [
        *bars,
        box((0.7, 0.03, 0.08), (0, 0.72, 0.14), "wood"),
        box((0.66, 0.82, 0.03), (0, 0.75, 0.12), "paper", {"front": "sketch", "*": ""}),
    ]


def _copier() -> list[Thing]:
    return [
        box((0.6, 0.9, 0.6), (0, 0, 0), "white", {"front": "drawers", "*": ""}),
        box((0.64, 0.12, 0.62), (0, 0.92, 0), "metal"),
        prism([(0.3, 1.04), (0.1, 1.12), (-0.3, 1.12), (-0.3, 1.04)], 0.2, (0.2, 0, 0), "dark", ["buttons"]),
    ]


def _water_cooler() -> list[Thing]:
    bottle = [(0.06, 1.0), (0.14, 1.08), (0.14, 1.2), (0.135, 1.22), (0.14, 1.24), (0.14, 1.4), (0.1, 1.44)]
    return [
        box((0.32, 1.0, 0.32), (0, 0, 0), "white", {"front": "tap", "*": ""}),
        lathe(bottle, (0, 0, 0), "pale glass", Marks((3,))),
    ]


def _low_table() -> list[Thing]:
    return [
        *legs(1.1, 0.6, 0.36, 0.05),
        box((1.1, 0.05, 0.6), (0, 0.36, 0), "wood"),
        box((0.26, 0.03, 0.18), (0.2, 0.41, 0.05), "red"),
        box((0.24, 0.02, 0.17), (0.22, 0.44, 0.05), "paper"),
    ]


HOUSEHOLD: dict[str, tuple[Build, tuple[str, ...]]] = {
    "radiator": (_radiator, ("radiator", "暖气片")),
    "washing machine": (_washing_machine, ("washing machine", "washer", "洗衣机")),
    "laundry basket": (_laundry_basket, ("laundry basket", "basket", "洗衣篮", "篮子")),
    "wash basin": (_wash_basin, ("wash basin", "washbasin", "洗手盆", "洗脸盆")),
    "coat stand": (_coat_stand, ("coat stand", "coat rack", "衣帽架")),
    "electric fan": (_fan, ("electric fan", "电风扇", "风扇")),
    "toy bear": (_toy_bear, ("teddy bear", "toy bear", "plush bear", "玩具熊", "布偶熊")),
    "aquarium": (_aquarium, ("aquarium", "fish tank", "鱼缸", "水族箱")),
    "wheelchair": (_wheelchair, ("wheelchair", "轮椅")),
    "trolley": (_trolley, ("trolley", "medical cart", "手推车", "推车")),
    "easel": (_easel, ("easel", "画架")),
    "copier": (_copier, ("copier", "photocopier", "printer", "复印机", "打印机")),
    "water cooler": (_water_cooler, ("water cooler", "water dispenser", "饮水机")),
    "low table": (_low_table, ("low table", "coffee table", "茶几", "矮桌")),
}
