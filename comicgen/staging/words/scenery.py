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


def read_word(words: str, table: tuple[tuple[str, str], ...]) -> str:
    """Return the first entry whose pattern the words hold, or nothing."""
    return next((name for pattern, name in table if re.search(pattern, words.lower())), "")
