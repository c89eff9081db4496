"""A page template's YAML into a Template, every fault with its file, line and column."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import yaml

from ..errors import ComicError, Mark, StoryError
from ..geometry import Rect
from . import Columns, Sheet, Strip, Template
from .notation import parse_cut

DEEPEST = 6
MANNERS = ("auto", "columns", "strip", "sheet")


@dataclass(frozen=True, slots=True)
class _Source:
    file: str
    lines: tuple[str, ...]

    def error(self, mark: Any, message: str, hint: str = "") -> StoryError:
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return StoryError(message, where=Mark(self.file, mark.line + 1, mark.column + 1, line), hint=hint)


_Read = Callable[[yaml.Node, _Source], Any]


def read_template(name: str, data: bytes, file: str) -> Template:
    """Return the template written in ``data``. Raises StoryError at the first fault."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise StoryError(f"not UTF-8 at byte {fault.start}", where=file, hint="save the file as UTF-8") from None
    source = _Source(file, tuple(text.splitlines()))
    root = _compose(text, source)
    values = _mapping(_KEYS, ("trim", "frame"))(root, source)
    return _template(name, values, root, source)


def _compose(text: str, source: _Source) -> yaml.Node:
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise source.error(event.start_mark, "nested too deeply")
            if isinstance(event, yaml.AliasEvent):
                raise source.error(event.start_mark, "aliases are not used in page templates")
            if getattr(event, "tag", None):
                raise source.error(event.start_mark, "tags are not used in page templates")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as fault:
        raise source.error(fault.problem_mark or fault.context_mark, fault.problem or "not YAML") from None
    except yaml.YAMLError as fault:
        raise StoryError(f"not YAML: {str(fault).splitlines()[0]}", where=source.file) from None
    if root is None:
        raise StoryError("the page template is empty", where=source.file, hint="it needs at least trim and frame")
    return root


def _mapping(keys: Mapping[str, _Read], needed: tuple[str, ...] = ()) -> _Read:
    def read(node: yaml.Node, source: _Source) -> dict[str, Any]:
        if not isinstance(node, yaml.MappingNode):
            raise source.error(node.start_mark, f"expected keys and values: {', '.join(keys)}")
        found: dict[str, Any] = {}
        for key, value in node.value:
            word = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            if word in found:
                raise source.error(key.start_mark, f"{word!r} is given twice")
            if word not in keys:
                near = get_close_matches(word, keys, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"one of {', '.join(keys)}"
                raise source.error(key.start_mark, f"unknown key {word!r}", hint)
            found[word] = keys[word](value, source)
        for word in needed:
            if word not in found:
                raise source.error(node.start_mark, f"the key {word!r} is missing")
        return found

    return read


def _number(low: float, high: float) -> _Read:
    def read(node: yaml.Node, source: _Source) -> float:
        try:
            value = float(node.value) if isinstance(node, yaml.ScalarNode) else math.nan
        except ValueError:
            value = math.nan
        if not low <= value <= high:
            raise source.error(node.start_mark, f"expected a number from {low:g} to {high:g}")
        return value

    return read


def _whole(low: int, high: int) -> _Read:
    number = _number(low, high)

    def read(node: yaml.Node, source: _Source) -> int:
        value: float = number(node, source)
        if value != int(value):
            raise source.error(node.start_mark, "expected a whole number")
        return int(value)

    return read


def _list(each: _Read, counts: tuple[int, ...], what: str) -> _Read:
    def read(node: yaml.Node, source: _Source) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode) or (counts and len(node.value) not in counts):
            raise source.error(node.start_mark, f"expected a list of {what}")
        return tuple(each(item, source) for item in node.value)

    return read


def _word(*known: str) -> _Read:
    def read(node: yaml.Node, source: _Source) -> str:
        if not isinstance(node, yaml.ScalarNode) or (known and node.value not in known):
            raise source.error(node.start_mark, f"expected {'one of ' + ', '.join(known) if known else 'text'}")
        return str(node.value)

    return read


def _cut(node: yaml.Node, source: _Source) -> str:
    line: str = _word()(node, source)
    try:
        parse_cut(line)
    except ComicError as fault:
        raise source.error(node.start_mark, fault.message, fault.hint) from None
    return line


_LENGTH = _number(0, 2000)
_BOX = _list(_LENGTH, (4,), "four lengths in mm: x, y, width, height")
_KEYS: dict[str, _Read] = {
    "about": _word(),
    "reading": _word("rtl", "ltr"),
    "manner": _word(*MANNERS),
    "trim": _list(_LENGTH, (2,), "two lengths in mm: width, height"),
    "bleed": _number(0, 30),
    "safe": _BOX,
    "frame": _BOX,
    "gutters": _mapping({"tier": _number(0, 60), "column": _number(0, 60)}),
    "border": _number(0, 5),
    "type": _number(1, 20),
    "pixels": _whole(64, 8000),
    "cuts": _list(_cut, (), "pages as lines, such as 2 | 1/1 | 1"),
    "columns": _mapping({
        "count": _whole(1, 6), "boxes": _whole(1, 12), "title": _number(0, 100), "stagger": _number(0, 0.6),
    }),
    "strip": _mapping({
        "moment": _number(2, 500), "beat": _number(2, 500), "scene": _number(2, 500),
        "heights": _list(_number(10, 1000), (2,), "the least and the greatest frame height in mm"),
    }),
    "sheet": _mapping({"rows": _whole(1, 12), "aspect": _number(0.3, 4)}),
}  # fmt: skip


def _template(name: str, values: dict[str, Any], root: yaml.Node, source: _Source) -> Template:
    gutters = values.get("gutters", {})
    trim, frame = Rect(0, 0, *values["trim"]), Rect(*values["frame"])
    safe = Rect(*values["safe"]) if "safe" in values else frame
    strip = values.get("manner", "auto") == "strip"
    for what, box in (("frame", frame), ("safe", safe)):
        if box.w <= 0 or box.right > trim.w or (not strip and (box.h <= 0 or box.bottom > trim.h)):
            raise source.error(root.start_mark, f"the {what} area does not lie inside the trim")
    return Template(
        name=name,
        about=values.get("about", name),
        reading=values.get("reading", "ltr"),
        manner=values.get("manner", "auto"),
        trim=trim,
        bleed=values.get("bleed", 3.0),
        safe=safe,
        frame=frame,
        tier=gutters.get("tier", 5.0),
        column=gutters.get("column", 2.0),
        border=values.get("border", 0.8),
        type_size=values.get("type", 3.07),
        width_px=values.get("pixels"),
        cuts=values.get("cuts", ()),
        columns=Columns(**values.get("columns", {})),
        strip=Strip(**values.get("strip", {})),
        sheet=Sheet(**values.get("sheet", {})),
    )
