"""The story format as tables, one entry for one key: from them come reading and the JSON Schema."""

from pathlib import Path
from typing import Any

from ..errors import StoryError
from . import ANGLES, SHOTS, TIMES, TONES, Story, Style
from .checks import check_story
from .effects import DEFINITIONS, EFFECT
from .pieces import (
    AT,
    CAPTION,
    CAPTION_STYLE,
    CAST,
    CHARACTERS,
    FACING,
    ID,
    LINE,
    PLACES,
    TEMPLATE,
    build_crop,
    build_page,
    build_panel,
    build_part,
    build_scene,
)
from .readers import Found, Key, Reader, form, many, matching, number, text, whole
from .readers import choice as one_of
from .source import open_source
from .tree import read_tree

SHOT_WORDS = {
    "大特写": "extreme close-up", "特写": "close-up", "近景": "medium close-up", "中景": "medium shot",
    "中远景": "cowboy shot", "全景": "full shot", "远景": "long shot", "大远景": "extreme long shot",
    "wide shot": "long shot", "extreme wide shot": "extreme long shot", "full body": "full shot",
    "mid shot": "medium shot",
}  # fmt: skip
ANGLE_WORDS = {
    "平视": "eye", "仰视": "low", "俯视": "high", "鸟瞰": "bird's-eye", "eye level": "eye", "low angle": "low",
    "high angle": "high", "top": "bird's-eye", "over the shoulder": "over-the-shoulder", "过肩": "over-the-shoulder",
    "主观": "pov", "倾斜": "dutch",
}  # fmt: skip
TIME_WORDS = {
    "清晨": "dawn",
    "白天": "day",
    "黄昏": "dusk",
    "傍晚": "dusk",
    "夜晚": "night",
    "晚上": "night",
    "夜": "night",
    "noon": "day",
    "midday": "day",
    "morning": "day",
    "afternoon": "day",
    "daytime": "day",
    "early morning": "dawn",
    "sunrise": "dawn",
    "daybreak": "dawn",
    "sunset": "dusk",
    "evening": "dusk",
    "twilight": "dusk",
    "midnight": "night",
    "late night": "night",
    "黎明": "dawn",
    "早上": "day",
    "上午": "day",
    "中午": "day",
    "下午": "day",
    "午夜": "night",
    "深夜": "night",
}
TONE_WORDS = {"color": "colour", "gray": "grey", "black and white": "mono"}
SHORT = 300
TIME = one_of("time of day", TIMES, TIME_WORDS, blank=True)
PLACE = text(2000)
LANGUAGE = matching(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language", "such as en, ja or zh")
SOUND = text(80, required=True)

STYLE = form(
    "style",
    {
        "look": Key(text(2000), "Ends every prompt: manga, clean ink lines, screentone."),
        "negative": Key(text(2000), "What a model should not draw."),
        "tone": Key(one_of("tone", TONES, TONE_WORDS), "mono is ink and screentone."),
        "sketch": Key(text(60), "The sketch artist's manner; follows the tone when left out."),
        "composition": Key(number(0, 1), "How strongly the staging's picture starts a model's first stage."),
        "lettering": Key(one_of("lettering", ("vertical", "horizontal")), "Chinese and Japanese in columns or lines."),
        "caption": Key(CAPTION_STYLE, "The style of captions that name none."),
    },
    lambda found: Style(**found.values),
)
PART = form(
    "a character's part",
    {
        "pose": Key(text(SHORT), "What the body does: running, sitting, pointing ..."),
        "expression": Key(text(SHORT), "What the face shows: smile, angry, surprised ..."),
        "at": Key(AT, "left, centre-left, centre, centre-right, right or 0..1, and front, middle or back."),
        "facing": Key(FACING, "left, right, camera, away or a character's id."),
        "look": Key(FACING, "Where only the eyes go."),
        "size": Key(number(0.1, 5), "Times the usual size."),
        "holds": Key(many(text(80, required=True), "things", 4, single=True), "Things in the hand."),
    },
    build_part,
)
CROP = form(
    "a crop",
    {
        "of": Key(ID, "The id of an earlier panel.", required=True),
        "box": Key(many(number(0, 1), "numbers", 4, least=4), "[x, y, w, h] in 0..1.", required=True),
    },
    build_crop,
)
PANEL = form(
    "a panel",
    {
        "id": Key(ID, "Stable ids keep seeds when panels are inserted."),
        "shot": Key(one_of("shot size", SHOTS, SHOT_WORDS), "Shot size; chosen by rule when left out."),
        "angle": Key(one_of("camera angle", ANGLES, ANGLE_WORDS), "Camera angle."),
        "place": Key(PLACE, "A place's id, or its description; carries on until changed."),
        "time": Key(TIME, "Time of day; carries on until changed."),
        "weather": Key(text(SHORT), "rain, snow, fog ...; carries on while the place stays."),
        "action": Key(text(), "What happens, in a sentence."),
        "characters": Key(CAST(PART), "Who is there and what they do."),
        "weight": Key(number(0.1, 10), "Importance, for automatic layout."),
        "caption": Key(many(CAPTION, "captions", 8, single=True), "Boxed narration, or {text: ..., style: diary}."),
        "dialogue": Key(many(LINE, "lines", 24, single=True), "- name (kind): text"),
        "sfx": Key(many(SOUND, "sounds", 8, single=True), "Drawn sounds."),
        "effects": Key(many(EFFECT, "effects", 8, single=True), "speed lines, {focus lines: {density: 1.5}} ..."),
        "crop": Key(CROP, "A frame cut from an earlier panel's picture."),
        "prompt": Key(text(), "Words added to a model's prompt as they stand."),
    },
    build_panel,
)
PAGE = form(
    "a page",
    {
        "template": Key(TEMPLATE, "Rows of widths, a template's name, or a cut such as 2 | 1/1 | 1."),
        "spread": Key(one_of("answer", ("yes", "no"), {"true": "yes", "false": "no"}), "Two facing pages as one."),
        "panels": Key(many(PANEL, "panels", 100_000, least=1), "In reading order.", required=True),
    },
    build_page,
)
SCENE = form(
    "a scene",
    {
        "place": Key(PLACE, "A place's id, or its description."),
        "time": Key(TIME, "Time of day."),
        "weather": Key(text(SHORT), "rain, snow, fog ..."),
        "text": Key(Reader(lambda node, source: (text(required=True).read(node, source), node, source), text().schema),
                    "Plain sentences and role lines.", required=True),
    },
    build_scene,
)  # fmt: skip
TABLE = {
    "title": Key(text(SHORT), "The book's title."),
    "author": Key(text(SHORT), "Who wrote it."),
    "language": Key(LANGUAGE, "en, ja, zh ...: fonts and line breaking."),
    "reading": Key(one_of("reading direction", ("rtl", "ltr")), "The template's own when left out."),
    "template": Key(text(SHORT, required=True), "A page template's name, see comicgen templates."),
    "seed": Key(whole(0, 2**63 - 1), "All randomness follows from it."),
    "seeds": Key(one_of("seed policy", ("panel", "scene", "story")), "What shares one seed."),
    "model": Key(text(SHORT, required=True), "A name of comicgen models, or a directory."),
    "style": Key(STYLE, "How the whole book looks."),
    "characters": Key(CHARACTERS, "Who is in it: id to {name, look}."),
    "places": Key(PLACES, "Where it is: id to description."),
    "pages": Key(many(PAGE, "pages", 100_000, least=1), "Pages of panels."),
    "scenes": Key(many(SCENE, "scenes", 100_000, least=1), "Prose, split into panels by rule."),
}  # fmt: skip


def read_story(source: str | Path, text: str | bytes | None = None, *, max_panels: int = 500) -> Story:
    """Read a story file, or ``text`` under the name ``source``.

    Raises StoryError with place, reason and hint for anything that is not a story of at most
    ``max_panels`` panels. Format: YAML read from its parser events, every text as written.
    """
    opened = open_source(source, text)
    root = form("a story", TABLE, lambda found: found)
    found = root.read(read_tree(opened), opened)
    _one_body(found)
    values = {"title": Path(str(source)).stem.strip("<>"), **found.values, "max_panels": max_panels}
    values["template_where"] = found.words.get("template")
    return check_story(Story(source=str(source), **values))


def _one_body(found: Found) -> None:
    if "pages" in found.values and "scenes" in found.values:
        second = max(found.marks["pages"], found.marks["scenes"])
        raise StoryError("a story has either pages or scenes", where=second, hint="keep one of them")
    if "pages" not in found.values and "scenes" not in found.values:
        raise StoryError(
            "the story has no pages", where=found.where, hint="add 'pages:' with panels, or 'scenes:' with text"
        )


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the story format, for editors."""
    body = form("a story", TABLE, lambda found: found).schema
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "comicgen story",
        **body,
        "$defs": DEFINITIONS,
        "oneOf": [{"required": ["pages"]}, {"required": ["scenes"]}],
    }
