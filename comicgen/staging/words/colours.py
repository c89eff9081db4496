"""Colour words, English and Chinese, into colours as a comic's palette has them."""

from ...drawing import Colour

COLOURS: dict[str, Colour] = {
    "black": (38, 36, 44),
    "white": (246, 245, 241),
    "grey": (148, 150, 156),
    "silver": (198, 202, 210),
    "red": (200, 48, 46),
    "crimson": (158, 28, 44),
    "maroon": (112, 36, 44),
    "burgundy": (112, 30, 50),
    "scarlet": (214, 46, 36),
    "pink": (238, 150, 176),
    "orange": (232, 128, 44),
    "yellow": (244, 206, 72),
    "gold": (222, 176, 64),
    "blonde": (236, 202, 112),
    "cream": (244, 234, 208),
    "beige": (222, 204, 174),
    "khaki": (176, 162, 112),
    "tan": (198, 160, 116),
    "brown": (122, 78, 48),
    "chestnut": (132, 72, 44),
    "auburn": (150, 66, 40),
    "ginger": (206, 104, 44),
    "green": (70, 132, 78),
    "olive": (116, 122, 58),
    "mint": (160, 216, 186),
    "teal": (44, 128, 132),
    "turquoise": (64, 178, 178),
    "cyan": (80, 190, 214),
    "blue": (62, 104, 182),
    "navy": (40, 50, 98),
    "indigo": (64, 60, 140),
    "violet": (134, 96, 184),
    "purple": (118, 70, 156),
    "lavender": (188, 172, 222),
    "magenta": (194, 60, 140),
    "copper": (176, 100, 62),
    "bronze": (150, 108, 62),
}
SHADES: dict[str, float] = {"light": 0.45, "pale": 0.55, "bright": 0.12, "dark": -0.42, "deep": -0.32}
"""How far a shade moves a colour: to white above 0, to black below."""
WORDS: dict[str, str] = {
    "gray": "grey",
    "blond": "blonde",
    "fair": "blonde",
    "golden": "gold",
    "redhead": "ginger",
    "ebony": "black",
    "raven": "black",
    "jet": "black",
    "brunette": "brown",
    "hazel": "tan",
    "azure": "cyan",
    "rose": "pink",
    "sandy": "tan",
    "platinum": "silver",
    "emerald": "green",
    "lilac": "lavender",
    "ivory": "cream",
    "黑": "black",
    "白": "white",
    "灰": "grey",
    "银": "silver",
    "红": "red",
    "粉": "pink",
    "橙": "orange",
    "橘": "orange",
    "黄": "yellow",
    "金": "gold",
    "棕": "brown",
    "褐": "brown",
    "咖啡": "brown",
    "米": "cream",
    "卡其": "khaki",
    "绿": "green",
    "青": "teal",
    "蓝": "blue",
    "藏青": "navy",
    "深蓝": "navy",
    "海军蓝": "navy",
    "紫": "purple",
}
SHADE_WORDS: dict[str, str] = {"浅": "light", "淡": "pale", "亮": "bright", "深": "dark", "暗": "dark"}
SKIN: dict[str, Colour] = {
    "pale": (252, 234, 222),
    "fair": (252, 228, 210),
    "tan": (226, 178, 138),
    "tanned": (226, 178, 138),
    "olive": (224, 186, 146),
    "brown": (172, 118, 82),
    "dark": (124, 82, 58),
    "black": (106, 70, 52),
    "white": (252, 230, 214),
}
"""Skin colours by the word before "skin"."""


def colour(word: str) -> Colour | None:
    """Return the colour that one word names, or None."""
    return COLOURS.get(WORDS.get(word, word))


def shaded(base: Colour, shade: str) -> Colour:
    """Return a colour made lighter or darker by a shade word."""
    k = SHADES[SHADE_WORDS.get(shade, shade)]
    towards = 255 if k > 0 else 0
    red, green, blue = (round(c + (towards - c) * abs(k)) for c in base)
    return (red, green, blue)
