"""Things of gyms, stages, castles and schoolrooms, as solids: foot at the origin, front towards +z."""

from math import cos, pi, sin

from .furniture import Build
from .shapes import Marks, box, curved, cylinder, lathe, tube
from .solids import Growth, Lamp, Thing


def ball(radius: float, at: tuple[float, float, float], material: str = "orange", *, marked: bool = False) -> Thing:
    """Return a sphere; a marked one has seams."""
    profile = [(radius * sin(pi * k / 16), radius * (1 - cos(pi * k / 16))) for k in range(17)]
    return lathe(profile, at, material, Marks((8,) if marked else ()))


def _ball() -> list[Thing]:
    return [ball(0.12, (0, 0, 0), marked=True)]


def _ball_rack() -> list[Thing]:
    frame: list[Thing] = [box((0.04, 1.1, 0.04), (x, 0, z), "metal") for x in (-0.7, 0.7) for z in (-0.2, 0.2)]
    shelves: list[Thing] = [box((1.44, 0.03, 0.44), (0, y, 0), "metal") for y in (0.14, 0.52, 0.9)]
    balls = [
        ball(0.12, (-0.52 + 0.26 * k, y + 0.03, 0.02), "orange" if (k + n) % 3 else "white", marked=True)
        for n, y in enumerate((0.14, 0.52, 0.9))
        for k in range(5)
    ]
    return [*frame, *shelves, *balls]


def _vaulting_box() -> list[Thing]:
    steps: list[Thing] = [
        box((1.5 - 0.08 * k, 0.23, 0.8 - 0.1 * k), (0, 0.24 * k, 0), "wood", {"*": "grip"}) for k in range(4)
    ]
    return [*steps, box((1.22, 0.14, 0.5), (0, 0.96, 0), "dark wood")]


def _net() -> list[Thing]:
    posts: list[Thing] = [
        lathe([(0.16, 0), (0.15, 0.05), (0.04, 0.08), (0.04, 2.4)], (x, 0, 0), "metal") for x in (-3.0, 3.0)
    ]
    return [*posts, box((5.9, 0.9, 0.02), (0, 1.45, 0), "white", {"*": "netting"}, cast=False)]


def _candelabra() -> list[Thing]:
    stem = [(0.22, 0), (0.2, 0.04), (0.05, 0.1), (0.03, 0.3), (0.06, 0.4), (0.03, 0.5), (0.025, 1.3), (0.05, 1.36)]
    places = ((0.0, 1.5), (-0.3, 1.42), (0.3, 1.42))
    arms: list[Thing] = [
        tube([(0, 1.2, 0), (0.5 * x, 1.16, 0), (x, 1.3, 0)], (0.018,) * 3, "yellow") for x, _ in places[1:]
    ]
    candles: list[Thing] = [
        lathe([(0.05, -0.12), (0.055, -0.1), (0.022, -0.09), (0.022, 0.08)], (x, y, 0), ("yellow", "yellow", "white"))
        for x, y in places
    ]
    flames: list[Thing] = [Growth("fire", (x, y + 0.08, 0), 0.07, 0.14, 3) for x, y in places]
    return [lathe(stem, (0, 0, 0), "yellow", Marks((2, 4))), *arms, *candles, *flames, Lamp((0, 1.6, 0), 1.8)]


def _armour() -> list[Thing]:
    """Return a suit of plate on a plinth, hands on its sword."""
    chest = curved([(0.17, 0.98), (0.15, 1.1), (0.22, 1.34), (0.2, 1.46), (0.07, 1.54)])
    helmet = curved([(0.1, 1.52), (0.13, 1.6), (0.13, 1.72), (0.09, 1.82), (0.02, 1.86)])
    leg = curved([(0.1, 0.14), (0.06, 0.2), (0.08, 0.42), (0.06, 0.54), (0.1, 0.74), (0.09, 0.92)])
    arms: list[Thing] = [
        tube([(0.24 * s, 1.42, 0), (0.32 * s, 1.16, 0.08), (0.06 * s, 1.02, 0.26)], (0.085, 0.06, 0.05), "metal")
        for s in (-1, 1)
    ]
    return [
        box((0.8, 0.14, 0.8), (0, 0, 0), "stone"),
        *[lathe(leg, (0.11 * s, 0, 0), "metal", Marks((9,))) for s in (-1, 1)],
        lathe([(0.2, 0.84), (0.19, 0.92), (0.16, 1.0)], (0, 0, 0), "metal", Marks((1,), gores=True)),
        lathe(chest, (0, 0, 0), "metal", Marks((6,))),
        lathe(helmet, (0, 0, 0), "metal", Marks((3, 6))),
        box((0.2, 0.03, 0.06), (0, 1.68, 0.1), "black"),
        *arms,
        box((0.05, 0.9, 0.02), (0, 0.14, 0.28), "metal"),
        box((0.24, 0.04, 0.04), (0, 1.02, 0.28), "dark"),
    ]


def _spotlight() -> list[Thing]:
    return [
        *[
            tube(
                [(0.3 * sin(a), 0.0, 0.3 * cos(a)), (0.1 * sin(a), 0.3, 0.1 * cos(a)), (0, 0.5, 0)],
                (0.015,) * 3,
                "dark",
            )
            for a in (0.5, 2.6, 4.7)
        ],
        cylinder(0.02, 1.3, (0, 0.4, 0), "dark"),
        lathe(
            [(0.1, -0.22), (0.13, -0.16), (0.14, 0.1), (0.17, 0.16)],
            (0, 1.75, 0),
            "dark",
            Marks(lid="lamp glass"),
            axis="z",
        ),
        Lamp((0, 1.7, 0.6), 1.4),
    ]


def _amplifier() -> list[Thing]:
    return [
        box((0.7, 0.75, 0.34), (0, 0, 0), "dark", {"front": "loudspeaker", "*": ""}),
        box((0.7, 0.4, 0.34), (0, 0.76, 0), "dark", {"front": "loudspeaker", "*": ""}),
    ]


def _drum_kit() -> list[Thing]:
    drums: list[Thing] = [
        lathe([(0.28, -0.2), (0.28, 0.2)], (0, 0.3, 0), "red", Marks(lid="drum skin"), axis="z"),
        *[
            lathe([(0.16, 0.5), (0.16, 0.68)], (x, 0, z), "red", Marks(lid="drum skin"))
            for x, z in ((-0.45, 0.0), (0.5, -0.05))
        ],
        *[lathe([(0.13, 0.66), (0.13, 0.82)], (x, 0, 0.02), "red", Marks(lid="drum skin")) for x in (-0.15, 0.15)],
    ]
    cymbals: list[Thing] = [lathe([(0.2, 1.05), (0.03, 1.09)], (x, 0, -0.1), "yellow") for x in (-0.5, 0.55)]
    stands: list[Thing] = [cylinder(0.012, 1.05, (x, 0, -0.1), "metal") for x in (-0.5, 0.55)]
    return [*stands, *drums, *cymbals]


def _globe() -> list[Thing]:
    return [
        lathe([(0.13, 0), (0.12, 0.02), (0.02, 0.05), (0.02, 0.12)], (0, 0, 0), "dark wood"),
        ball(0.15, (0, 0.13, 0), "water", marked=True),
    ]


HALL_THINGS: dict[str, tuple[Build, tuple[str, ...]]] = {
    "ball": (_ball, ("basketball", "football", "soccer ball", "篮球", "足球", "皮球")),
    "ball rack": (_ball_rack, ("ball rack", "球架")),
    "vaulting box": (_vaulting_box, ("vaulting box", "vault box", "跳箱")),
    "volleyball net": (_net, ("volleyball net", "排球网", "球网")),
    "candelabra": (_candelabra, ("candelabra", "candlestick", "烛台")),
    "armour": (_armour, ("suit of armour", "suit of armor", "盔甲", "铠甲")),
    "spotlight": (_spotlight, ("spotlight", "stage light", "聚光灯")),
    "amplifier": (_amplifier, ("amplifier", "loudspeaker", "speakers", "音箱", "扬声器")),
    "drum kit": (_drum_kit, ("drum kit", "drums", "架子鼓", "鼓")),
    "globe": (_globe, ("globe", "地球仪")),
}
