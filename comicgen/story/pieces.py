"""Readers for the values that are the story format's own, and the builders of its types."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import Mark, StoryError
from ..files import slug
from . import CAPTIONS, Character, Crop, Line, PageSpec, PanelSpec, Part, Scene
from .moods import is_mood
from .readers import LONGEST, Found, Key, Reader, choice, form, many, named, nearest, number, refuse, text, words
from .roles import HINT, NARRATORS, SOUNDS, read_role, split_line
from .source import Source
from .tree import Items, Mapping, Node, Scalar

SPOTS = {"left": 0.2, "centre-left": 0.35, "centre": 0.5, "centre-right": 0.65, "right": 0.8}
DEPTHS = ("front", "middle", "back")
SIDES = ("left", "right", "camera", "away")
_CUT = re.compile(r"[0-9(*][-0-9.:|/()*+°\s]*")
_SHARE = re.compile(r"[01]|[01]?\.[0-9]{1,9}")


def read_id(node: Node, source: Source) -> str:
    """Read an id: letters and digits of any script, ``-``, ``_`` and ``.``, so that it is a safe file name."""
    found = words(node, source, "an id", 64)
    if not found or slug(found) != found or ".." in found:
        raise source.error(node.start, f"{found!r} cannot be an id", "use letters, digits, '-' and '_': it names files")
    return found


def _read_at(node: Node, source: Source) -> tuple[float | None, str]:
    at, depth = None, ""
    for word in words(node, source, "a place in the frame", 60).lower().replace("center", "centre").split():
        if word in DEPTHS:
            depth = word
        elif word in SPOTS or (_SHARE.fullmatch(word) and float(word) <= 1):
            at = SPOTS[word] if word in SPOTS else float(word)
        else:
            known = [*SPOTS, *DEPTHS]
            raise source.error(
                node.start, f"{word!r} is no place in the frame", nearest(word, known, "0 to 1, or one of")
            )
    return at, depth


def _read_template(node: Node, source: Source) -> dict[str, Any]:
    if isinstance(node, Mapping):
        refuse(node, source, "rows of widths, a template's name or a cut", "such as [[2], [1, 1]] or 2 | 1/1 | 1")
    if isinstance(node, Items):
        return {"rows": _ROWS.read(node, source)}
    found = words(node, source, "a template", 400)
    return {"cut": found} if _CUT.fullmatch(found) else {"template": found}


def _read_line(node: Node, source: Source) -> Line:
    """Read a line; its speaker is looked up when all characters are known."""
    if isinstance(node, Mapping) and len(node.pairs) == 1:
        ((key, value),) = node.pairs.values()
        role, spoken = key.text, words(value, source, "what is said")
    elif isinstance(node, Scalar) and (split := split_line(words(node, source))):
        role, spoken = split
    else:
        refuse(node, source, "one line of dialogue", HINT)
    where = source.mark(node.start)
    if not spoken:
        raise source.error(node.start, f"{role!r} says nothing", "write what is said after the colon")
    parts = read_role(role, where)
    return Line(spoken, parts.name, parts.kinds, where)


def _read_character(id_: str, where: Mark, node: Node, source: Source) -> Character:
    _check_id(id_, where)
    if isinstance(node, Scalar):
        return Character(id_, id_, words(node, source), where, look_where=source.mark(node.start))
    given = _CHARACTER.read(node, source)
    return Character(id_, given.get("name") or id_, given.get("look"), where, given.get("reference", ()),
                     given.words.get("look"))  # fmt: skip


def _read_picture(node: Node, source: Source) -> str:
    """Read the path of a picture, written from the story's own folder; return where it lies."""
    given = words(node, source, "the path of a picture", 300)
    if not given or Path(given).is_absolute() or ".." in Path(given).parts:
        raise source.error(
            node.start, f"{given!r} is not inside the story's folder", "put the picture beside the story"
        )
    path = Path("" if source.name.startswith("<") else source.name).parent / given
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as fault:
        reason = "there is no such picture" if isinstance(fault, FileNotFoundError) else "cannot read the picture"
        raise source.error(
            node.start, f"{reason}: {given}", "the path is written from the story's own folder"
        ) from None
    if not any(start.startswith(mark) for mark in PICTURE_MARKS):
        raise source.error(node.start, f"{given!r} is not a picture", "PNG, JPEG and WebP are read")
    return str(path)


def _read_place(id_: str, where: Mark, node: Node, source: Source) -> tuple[str, str]:
    _check_id(id_, where)
    return id_, words(node, source, "a description", 2000)


def _check_id(id_: str, where: Mark) -> None:
    if not id_ or len(id_) > 64 or slug(id_) != id_ or ".." in id_:
        raise StoryError(
            f"{id_[:64]!r} cannot be an id", where=where, hint="use letters, digits, '-' and '_': it names files"
        )
    if id_.casefold() in (*NARRATORS, *SOUNDS, *SIDES):
        raise StoryError(f"{id_!r} is a word of the story format", where=where, hint="choose another id")


PICTURE_MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")
"""How the files of the picture kinds that are read begin."""
MOST_CAST = 40
"""Characters in one panel."""


def CAST(part: Reader[Part]) -> Reader[tuple[Part, ...]]:  # noqa: N802 - reads as the constants beside it
    """Read a panel's characters: id to a part, or to one word, an expression or a pose; or a list of ids."""

    def one(id_: str, where: Mark, node: Node, source: Source) -> Part:
        if isinstance(node, Scalar):
            word = words(node, source, "an expression or a pose", 300)
            what = "expression" if is_mood(word) else "pose"
            return Part(id_, **{what: word}, where=where, marks=((what, source.mark(node.start)),))  # type: ignore[arg-type]
        found = part.read(node, source)
        return replace(found, character=id_, where=where)

    mapped = named(one, {"anyOf": [{"type": ["string", "null"]}, part.schema]}, "characters", MOST_CAST)
    listed = many(Reader(_read_present, {"type": "string"}), "characters", MOST_CAST)

    def read(node: Node, source: Source) -> tuple[Part, ...]:
        if not isinstance(node, Items):
            return mapped.read(node, source)
        parts = listed.read(node, source)
        for k, present in enumerate(parts):
            if present.character in {p.character for p in parts[:k]}:
                message = f"{present.character!r} is listed twice"
                raise source.error(node.nodes[k].start, message, "leave one of them out")
        return parts

    return Reader(read, {"anyOf": [mapped.schema, listed.schema]})


def _read_present(node: Node, source: Source) -> Part:
    """Read the id of one who is simply there."""
    return Part(words(node, source, "a character", 64), where=source.mark(node.start))


_ROWS = many(many(number(0.05, 100), "widths", 12, least=1), "rows", 30, least=1)
_CHARACTER = form(
    "a character",
    {
        "name": Key(text(80), "What others call them; role lines may use it."),
        "look": Key(text(2000), "The descriptor shared by every panel."),
        "reference": Key(many(Reader(_read_picture, {"type": "string", "maxLength": 300}), "pictures", 4, single=True),
                         "Pictures of it in the story's folder, for models that look at pictures."),
    },
    lambda found: found,
)  # fmt: skip
CAPTION_WORDS = {
    "box": "narration", "旁白": "narration",
    "location": "place", "time": "place", "card": "place", "地点": "place", "时间": "place", "場所": "place",
    "letter": "diary", "handwriting": "diary", "日记": "diary", "信": "diary", "日記": "diary", "手紙": "diary",
    "editor": "note", "editor's note": "note", "footnote": "note", "注": "note", "注釈": "note",
    "voice-over": "voice", "borderless": "open", "black": "inverted",
}  # fmt: skip
CAPTION_STYLE = choice("caption style", CAPTIONS, CAPTION_WORDS)
_STYLED = form(
    "a caption",
    {
        "text": Key(text(required=True), "What it says.", required=True),
        "style": Key(CAPTION_STYLE, "narration, place, diary, note, voice, open or inverted."),
    },
    lambda found: found,
)


def _read_caption(node: Node, source: Source) -> tuple[str, Mark, str]:
    if not isinstance(node, Mapping):
        return text(required=True).read(node, source), source.mark(node.start), ""
    found = _STYLED.read(node, source)
    return found.values["text"], source.mark(node.pairs["text"][1].start), found.get("style")


CAPTION = Reader(_read_caption, {"anyOf": [text().schema, _STYLED.schema]})
ID = Reader(read_id, {"type": ["string", "number"], "maxLength": 64})
AT = Reader(_read_at, {"type": ["string", "number"], "examples": [*SPOTS, "left back", 0.3]})
FACING = Reader(lambda node, source: words(node, source, "a side or a character", 64), {"type": "string"})
TEMPLATE = Reader(_read_template, {"anyOf": [{"type": ["string", "number"]}, _ROWS.schema]})
LINE = Reader(
    _read_line,
    {
        "anyOf": [
            {"type": "string", "pattern": "[:：]", "maxLength": LONGEST},
            {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": text().schema},
        ]
    },
)
CHARACTERS = named(_read_character, {"anyOf": [{"type": "string"}, _CHARACTER.schema]}, "characters", 200)
PLACES = named(_read_place, text(2000).schema, "places", 500)


def build_part(found: Found) -> Part:
    """Build a part; its character's id is the key above it."""
    at, depth = found.get("at", (None, ""))
    rest = {k: v for k, v in found.values.items() if k != "at"}
    return Part("", at=at, depth=depth, **rest, marks=tuple(found.words.items()))


def build_crop(found: Found) -> Crop:
    """Build a crop. Raises StoryError for a box that is not inside the picture."""
    x, y, w, h = found.values["box"]
    if not (0 < w <= 1 - x + 1e-9 and 0 < h <= 1 - y + 1e-9):
        raise StoryError(
            "the box is not inside the picture", where=found.marks["box"], hint="[x, y, width, height] in 0..1"
        )
    return Crop(found.values["of"], (x, y, w, h))


def build_panel(found: Found) -> PanelSpec:
    """Build a panel; captions and dialogue come in the order in which their keys are written."""
    rest = {k: v for k, v in found.values.items() if k not in ("characters", "caption", "dialogue")}
    captions = tuple(Line(c, "", ("caption",), where, style) for c, where, style in found.get("caption", ()))
    spoken: tuple[Line, ...] = found.get("dialogue", ())
    first = list(found.marks)
    after = captions and spoken and first.index("caption") > first.index("dialogue")
    lines = (*spoken, *captions) if after else (*captions, *spoken)
    return PanelSpec(
        found.where, cast=found.values.get("characters"), lines=lines, **rest, marks=tuple(found.words.items())
    )


def build_page(found: Found) -> PageSpec:
    """Build a page. Raises StoryError for rows that do not hold its panels."""
    where, spread = found.words.get("template", found.where), found.get("spread") == "yes"
    return PageSpec(found.values["panels"], where, **found.get("template", {}), spread=spread)


def build_scene(found: Found) -> Scene:
    """Build a scene of prose and the place of each of its lines."""
    prose, node, source = found.values["text"]
    rest = {k: v for k, v in found.values.items() if k != "text"}
    written = node.text.strip("\n").rstrip() if node.row >= 0 else prose
    skipped = len(node.text) - len(node.text.lstrip("\n"))
    here = source.mark(node.start)
    rows = range(len(written.split("\n")))
    marks = tuple((node.row >= 0 and source.row_mark(node.row + skipped + k)) or here for k in rows)
    return Scene(written, marks[0], marks=marks, **rest, words=tuple(found.words.items()))
