"""The words of place, time and weather into a Scenery: which set, in which light, with which props."""

import re
from hashlib import sha256

from ...script import Panel, Script
from .. import Scenery
from ..sets import find_place, find_props

VOID = "void"
"""The place of a panel that names none: bare paper."""
TIMES = (
    (r"\bnight|midnight|\bmoon|夜|深夜|晚上", "night"),
    (r"\bdusk|sunset|evening|twilight|黄昏|傍晚|日落", "dusk"),
    (r"\bdawn|sunrise|daybreak|黎明|清晨|日出", "dawn"),
)
WEATHERS = (
    (r"\bthunder|\bstorm|暴风|雷雨|暴雨", "storm"),
    (r"\brain|\bdrizzl|\bdownpour|雨", "rain"),
    (r"\bsnow|\bblizzard|雪", "snow"),
    (r"\bfog|\bmist|\bhaz[ey]|雾", "fog"),
    (r"\bwind|\bgust|\bbreez|风", "wind"),
)
_WEATHER_WORDS = {
    "rain": "rain, rainy, raining, rains, rainfall, raindrops, drizzle, drizzling, downpour, shower, showers, 雨",
    "storm": "storm, stormy, storms, thunder, thunderstorm, rainstorm, 暴风, 雷雨, 暴雨",
    "snow": "snow, snowy, snowing, snows, snowfall, snowflakes, snowstorm, blizzard, 雪",
    "fog": "fog, foggy, mist, misty, haze, hazy, 雾",
    "wind": "wind, windy, winds, gust, gusts, gusty, breeze, breezy, 风",
    "clear": "clear, sunny, sun, sunshine, fine, fair, dry, none, 晴, 晴朗, 晴天",
}
WEATHER_WORDS = {name: tuple(words.split(", ")) for name, words in _WEATHER_WORDS.items()}
"""What ``weather:`` may say of each; a clear sky is drawn as none."""
CROWD = re.compile(r"\bcrowd|\bbusy\b|\bpeople\b|\bpassengers\b|\baudience\b|人群|人山人海|热闹|拥挤")


def read_scenery(panel: Panel, script: Script) -> Scenery:
    """Return the panel's set. The same place of a story is the same set in every panel."""
    words = f"{panel.place_text} {panel.place}"
    place = find_place(panel.place_text) or find_place(panel.place.replace("_", " ").replace("-", " ")) or VOID
    digest = sha256(f"{script.seed} {panel.place or panel.place_text}".encode()).digest()
    return Scenery(
        place,
        int.from_bytes(digest[:4]),
        panel.time or read_word(words, TIMES) or "day",
        read_word(panel.weather, WEATHERS) or panel.weather or read_word(words, WEATHERS),
        find_props(panel.place_text),
        bool(CROWD.search(f"{words} {panel.action}".lower())),
    )


def knows_weather(words: str) -> bool:
    """Tell whether the words of ``weather:`` hold a word for a weather, whole."""
    whole = set(re.findall(r"[a-z]+", words.lower()))
    known = (w for told in WEATHER_WORDS.values() for w in told)
    return any(w in whole if w.isascii() else w in words for w in known)


def read_word(words: str, table: tuple[tuple[str, str], ...]) -> str:
    """Return the first entry whose pattern the words hold, or nothing."""
    return next((name for pattern, name in table if re.search(pattern, words.lower())), "")
