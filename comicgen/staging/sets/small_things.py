"""Small things that a story turns on, to be laid on tables and shown close: foot at the origin, front towards +z."""

from collections.abc import Callable
from math import cos, pi, sin

from .shapes import Marks, box, curved, cylinder, lathe, prism, tube
from .solids import Growth, Thing

Build = Callable[[], list[Thing]]
RIM = tuple((cos(2 * pi * k / 12), sin(2 * pi * k / 12)) for k in range(13))
"""Points round a circle, back to the first."""


def _key() -> list[Thing]:
    """A large old key, lying: ring, stem and two bits."""
    ring = [(-0.05 + 0.022 * x, 0.005, 0.022 * y) for x, y in RIM]
    return [
        tube(ring, (0.0045,) * 13, "dark metal"),
        tube([(-0.028, 0.005, 0), (0.07, 0.005, 0)], (0.005, 0.005), "dark metal"),
        box((0.008, 0.008, 0.022), (0.066, 0.001, 0.013), "dark metal"),
        box((0.007, 0.008, 0.016), (0.05, 0.001, 0.010), "dark metal"),
        lathe([(0.008, -0.026), (0.008, -0.020)], (0, 0.005, 0), "dark metal", axis="x"),
    ]


def _bowl() -> list[Thing]:
    outside = curved([(0.07, 0), (0.085, 0.006), (0.105, 0.04), (0.11, 0.062)])
    return [lathe(outside, (0, 0, 0), "red", Marks(hoops=(2,), lid="tea"))]


def _matches() -> list[Thing]:
    """A box of matches half open, two matches beside it."""
    return [
        box((0.056, 0.016, 0.036), (0, 0, 0), "card"),
        box((0.03, 0.012, 0.03), (0.036, 0.002, 0), "white"),
        tube([(-0.01, 0.004, 0.04), (0.045, 0.004, 0.046)], (0.0022, 0.0022), "wood"),
        lathe([(0.004, 0), (0.004, 0.008)], (0.045, 0.004, 0.046), "red", axis="x"),
        tube([(-0.03, 0.004, 0.052), (0.02, 0.004, 0.066)], (0.0022, 0.0022), "wood"),
        lathe([(0.004, 0), (0.004, 0.008)], (0.02, 0.004, 0.066), "red", axis="x"),
    ]


def _radio() -> list[Thing]:
    """A table radio: loudspeaker, dial, two knobs, an aerial."""
    return [
        box((0.30, 0.19, 0.10), (0, 0, 0), {"front": "red", "*": "dark wood"}),
        lathe([(0.068, 0), (0.068, 0.006)], (-0.07, 0.09, 0.05), "dark", axis="z"),
        lathe([(0.05, 0), (0.05, 0.004)], (-0.07, 0.09, 0.056), "dark metal", axis="z"),
        box((0.11, 0.05, 0.006), (0.075, 0.12, 0.05), "light"),
        lathe([(0.02, 0), (0.018, 0.018)], (0.045, 0.05, 0.05), "white", axis="z"),
        lathe([(0.02, 0), (0.018, 0.018)], (0.105, 0.05, 0.05), "white", axis="z"),
        tube([(0.13, 0.19, -0.03), (0.26, 0.50, -0.04)], (0.004, 0.003), "metal"),
        tube([(-0.13, 0.19, 0), (-0.12, 0.24, 0), (0.12, 0.24, 0), (0.13, 0.19, 0)], (0.007,) * 4, "dark"),
    ]


def _teapot() -> list[Thing]:
    body = curved([(0.05, 0), (0.075, 0.012), (0.09, 0.06), (0.075, 0.105), (0.042, 0.125)])
    lid = curved([(0.045, 0), (0.036, 0.014), (0.01, 0.02)])
    return [
        lathe(body, (0, 0, 0), "blue cloth"),
        lathe(lid, (0, 0.124, 0), "blue cloth"),
        lathe([(0.012, 0), (0.014, 0.014), (0.004, 0.022)], (0, 0.144, 0), "white"),
        tube([(0.078, 0.045, 0), (0.115, 0.065, 0), (0.135, 0.115, 0)], (0.02, 0.015, 0.010), "blue cloth", 5),
        tube(
            [(-0.07, 0.105, 0), (-0.125, 0.11, 0), (-0.135, 0.06, 0), (-0.08, 0.035, 0)], (0.009,) * 4, "blue cloth", 4
        ),
    ]


def _letter() -> list[Thing]:
    """An envelope and the sheet that was in it."""
    return [
        box((0.21, 0.002, 0.15), (0.02, 0.003, -0.01), "paper", {"top": "scribble"}, yaw=18),
        box((0.22, 0.003, 0.11), (-0.05, 0, 0.06), "white", yaw=-8),
        prism([(0.0, 0.0032), (0.055, 0.0032), (0.055, 0.0042)], 0.2, (-0.05, 0, 0.004), "card"),
    ]


def _phone() -> list[Thing]:
    return [box((0.075, 0.009, 0.15), (0, 0, 0), {"top": "screen", "*": "dark"}, yaw=12)]


def _book() -> list[Thing]:
    return [
        box((0.15, 0.004, 0.21), (0, 0, 0), "red"),
        box((0.142, 0.022, 0.2), (0.002, 0.004, 0), "paper", {"*": "scribble"}),
        box((0.15, 0.004, 0.21), (0, 0.026, 0), "red", {"top": "scribble"}),
    ]


def _page() -> list[Thing]:
    """A loose page of print, a second one under it."""
    return [
        box((0.16, 0.002, 0.22), (0.02, 0, -0.02), "white", yaw=16),
        box((0.16, 0.003, 0.22), (0, 0.003, 0), "paper", {"top": "scribble"}, yaw=-10),
    ]


def _clock() -> list[Thing]:
    """A round alarm clock on two feet, two bells."""
    return [
        lathe([(0.06, -0.025), (0.064, 0.0), (0.06, 0.02)], (0, 0.075, 0), "red", axis="z"),
        lathe([(0.053, 0), (0.053, 0.002)], (0, 0.075, 0.02), "paper", axis="z"),
        box((0.006, 0.034, 0.002), (0, 0.075, 0.023), "dark"),
        tube([(0, 0.075, 0.024), (-0.03, 0.09, 0.024)], (0.003, 0.002), "dark"),
        lathe(curved([(0.03, 0), (0.024, 0.016), (0.004, 0.024)]), (-0.035, 0.128, 0), "metal"),
        lathe(curved([(0.03, 0), (0.024, 0.016), (0.004, 0.024)]), (0.035, 0.128, 0), "metal"),
        tube([(-0.03, 0.03, 0), (-0.045, 0, 0)], (0.008, 0.006), "dark"),
        tube([(0.03, 0.03, 0), (0.045, 0, 0)], (0.008, 0.006), "dark"),
    ]


def _candle() -> list[Thing]:
    return [
        lathe(curved([(0.05, 0), (0.055, 0.008), (0.02, 0.014), (0.018, 0.03)]), (0, 0, 0), "metal"),
        cylinder(0.013, 0.12, (0, 0.02, 0), "white"),
        Growth("fire", (0, 0.135, 0), 0.03, 0.06, 1),
    ]


def _photograph() -> list[Thing]:
    return [
        box((0.16, 0.2, 0.012), (0, 0, 0), "dark wood"),
        box((0.12, 0.16, 0.004), (0, 0.02, 0.008), "paper", {"front": "scribble"}),
    ]


def _ring() -> list[Thing]:
    """A ring in its open case."""
    rim = [(0.011 * y, 0.033 + 0.011 * x, 0) for x, y in RIM]
    return [
        box((0.05, 0.022, 0.05), (0, 0, 0), "navy"),
        prism([(-0.025, 0.022), (-0.032, 0.07), (-0.04, 0.066), (-0.033, 0.022)], 0.05, (0, 0, 0), "navy"),
        tube(rim, (0.0018,) * 13, "yellow"),
        lathe([(0.002, 0), (0.005, 0.004), (0.001, 0.008)], (0, 0.043, 0), "pale glass"),
    ]


def _cake() -> list[Thing]:
    return [
        lathe([(0.15, 0), (0.16, 0.008)], (0, 0, 0), "white"),
        lathe([(0.11, 0.008), (0.11, 0.075)], (0, 0, 0), "yellow", Marks(hoops=(1,))),
        lathe([(0.113, 0.07), (0.11, 0.085)], (0, 0, 0), "paper"),
        *(cylinder(0.004, 0.05, (0.07 * x, 0.085, 0.07 * z), "red") for x, z in RIM[::2][:6]),
    ]


def _gift() -> list[Thing]:
    """A parcel tied with a ribbon, its bow on top."""
    bow = [(0.0, 0.133), (0.028, 0.158), (0.06, 0.168), (0.078, 0.152), (0.06, 0.137), (0.0, 0.135)]
    loops = [[(side * x, y, 0.01) for x, y in bow] for side in (-1, 1)]
    return [
        box((0.2, 0.13, 0.2), (0, 0, 0), "red", {"*": "ribbon", "front": "ribbon", "top": "ribbon"}),
        *(tube(loop, (0.006, 0.009, 0.012, 0.012, 0.009, 0.006), "yellow", 3) for loop in loops),
        lathe([(0.012, 0.128), (0.015, 0.138), (0.008, 0.15)], (0, 0, 0.012), "yellow"),
    ]


def _umbrella() -> list[Thing]:
    """An umbrella, folded, lying."""
    return [
        lathe(curved([(0.006, 0.0), (0.03, 0.05), (0.022, 0.5), (0.012, 0.6)]), (-0.3, 0.03, 0), "navy", axis="x"),
        tube([(0.3, 0.03, 0), (0.42, 0.03, 0), (0.46, 0.03, 0.03), (0.43, 0.03, 0.06)], (0.008,) * 4, "dark wood", 3),
    ]


SMALL_THINGS: dict[str, tuple[Build, tuple[str, ...]]] = {
    "key": (_key, ("key", "keys", "钥匙")),
    "bowl": (_bowl, ("bowl", "dog's bowl", "dog bowl", "碗")),
    "matches": (_matches, ("match", "matches", "matchbox", "火柴")),
    "radio": (_radio, ("radio", "transmitter", "收音机", "电台")),
    "teapot": (_teapot, ("teapot", "pot of tea", "tea", "茶壶", "茶")),
    "letter": (_letter, ("letter", "envelope", "信", "信封")),
    "phone": (_phone, ("phone", "telephone", "smartphone", "mobile phone", "手机")),
    "book": (_book, ("book", "notebook", "diary", "书", "日记", "日记本")),
    "page": (_page, ("page", "paper", "sheet of paper", "书页", "纸", "纸条")),
    "alarm clock": (_clock, ("clock", "alarm clock", "alarm", "闹钟", "时钟")),
    "candle": (_candle, ("candle", "candles", "蜡烛")),
    "photograph": (_photograph, ("photograph", "photo", "picture frame", "照片", "相框")),
    "ring": (_ring, ("ring", "wedding ring", "戒指")),
    "cake": (_cake, ("cake", "birthday cake", "蛋糕")),
    "gift": (_gift, ("gift", "present", "parcel", "礼物", "包裹")),
    "folded umbrella": (_umbrella, ("umbrella", "folded umbrella", "雨伞", "伞")),
}
"""Name -> (what builds it, the words for it)."""
