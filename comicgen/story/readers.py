"""Nodes into values: each reader checks what it reads and says the same as a JSON Schema.

A reader is the one place for one kind of value; a table of keys is the one place for a mapping.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from typing import Any, Generic, NoReturn, TypeVar

from ..errors import ComicError, Mark, StoryError
from .source import FORBIDDEN, Source, describe
from .tree import Items, Mapping, Node, Scalar

T = TypeVar("T")
U = TypeVar("U")
LONGEST = 10_000
"""Characters of one text."""
MOST_FAULTS = 20
"""Faults told at once."""
_WHOLE = re.compile(r"[-+]?[0-9]{1,30}")
_NUMBER = re.compile(r"[-+]?([0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30})([eE][-+]?[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Reader(Generic[T]):
    """Reads one kind of value. ``read`` raises StoryError at the node that is wrong."""

    read: Callable[[Node, Source], T]
    schema: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: how its value is read and what it means."""

    reader: Reader[Any]
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a mapping held: values by key, and places."""

    values: dict[str, Any]
    marks: dict[str, Mark]
    """Of the keys."""
    where: Mark
    words: dict[str, Mark] = field(default_factory=dict)
    """Of the values, where they begin."""

    def get(self, key: str, default: Any = "") -> Any:
        """Return a key's value, or ``default`` where it was not written."""
        return self.values.get(key, default)


def nearest(word: str, known: list[str], what: str = "one of") -> str:
    """Return the hint for a wrong word: the nearest known one, or all of them."""
    folded = {fold(name): name for name in reversed(known)}
    if near := get_close_matches(fold(word), list(folded), 1):
        return f"did you mean {folded[near[0]]!r}?"
    return f"{what} {', '.join(known)}" if known else ""


def fold(word: str) -> str:
    """Return a word without case, spaces and signs, for comparing names."""
    return "".join(c for c in word.casefold() if c.isalnum()) or word


def kind_of(node: Node) -> str:
    """Return what a node is, in an author's words."""
    if isinstance(node, Scalar):
        return f"the text {node.text[:30]!r}" if node.text else "nothing"
    return "a list" if isinstance(node, Items) else "a mapping"


def refuse(node: Node, source: Source, wanted: str, hint: str = "") -> NoReturn:
    """Raise the error for a value of the wrong kind."""
    raise source.error(node.start, f"expected {wanted}, found {kind_of(node)}", hint)


def words(node: Node, source: Source, wanted: str = "text", most: int = LONGEST) -> str:
    """Return a scalar's source words. Raises StoryError where it is none, too long, or holds control characters."""
    if not isinstance(node, Scalar):
        refuse(node, source, wanted, "put quotes round text that holds ': ' or starts with a bracket")
    if len(node.text) > most:
        raise source.error(node.start, f"the text has {len(node.text)} characters; at most {most} are allowed")
    if wrong := FORBIDDEN.search(node.text):
        raise source.error(node.start, f"{describe(wrong[0])} cannot be part of a text", "remove it")
    return node.text.strip()


def each(reads: Iterable[Callable[[], T]]) -> list[T]:
    """Return what every one of ``reads`` gives. Raises the StoryError that stands first, the others as its ``more``."""
    found, faults = [], list[ComicError]()
    for read in reads:
        try:
            found.append(read())
        except StoryError as fault:
            faults += [fault, *fault.more]
            if len(faults) >= MOST_FAULTS:
                break
    if not faults:
        return found
    first, *rest = sorted(faults, key=_row)[:MOST_FAULTS]
    for other in rest:
        other.more = ()
    first.more = tuple(rest)
    raise first


def _row(fault: ComicError) -> tuple[int, int]:
    return (fault.where.line, fault.where.column) if isinstance(fault.where, Mark) else (0, 0)


def text(most: int = LONGEST, required: bool = False) -> Reader[str]:
    """Read text of at most ``most`` characters; ``required`` text is not empty."""

    def read(node: Node, source: Source) -> str:
        found = words(node, source, most=most)
        if required and not found:
            refuse(node, source, "text")
        return found

    return Reader(read, {"type": ["string", "number", "boolean", "null"], "maxLength": most})


def matching(pattern: str, wanted: str, hint: str) -> Reader[str]:
    """Read one word of a pattern."""

    def read(node: Node, source: Source) -> str:
        found = words(node, source, wanted)
        if not re.fullmatch(pattern, found):
            refuse(node, source, wanted, hint)
        return found

    return Reader(read, {"type": "string", "pattern": f"^(?:{pattern})$"})


def choice(
    what: str, names: tuple[str, ...], synonyms: dict[str, str] | None = None, *, blank: bool = False
) -> Reader[str]:
    """Read one of ``names`` or its synonyms, whatever its case and hyphens; ``blank`` allows empty text."""
    known = {fold(word): name for word, name in [*(synonyms or {}).items(), *((n, n) for n in names)]}

    def read(node: Node, source: Source) -> str:
        found = words(node, source, f"one of {', '.join(names)}")
        if blank and not found:
            return ""
        if fold(found) not in known:
            raise source.error(node.start, f"no {what} {found!r}", nearest(found, list(names)))
        return known[fold(found)]

    return Reader(read, {"enum": [*names, *(synonyms or {}), *([""] if blank else [])]})


def whole(least: int, most: int) -> Reader[int]:
    """Read a whole number from ``least`` to ``most``."""

    def read(node: Node, source: Source) -> int:
        wanted = f"a whole number from {least} to {most}"
        if not isinstance(node, Scalar) or not _WHOLE.fullmatch(node.text) or not least <= int(node.text) <= most:
            refuse(node, source, wanted)
        return int(node.text)

    return Reader(read, {"type": "integer", "minimum": least, "maximum": most})


def number(least: float, most: float) -> Reader[float]:
    """Read a number from ``least`` to ``most``."""

    def read(node: Node, source: Source) -> float:
        wanted = f"a number from {least:g} to {most:g}"
        if not isinstance(node, Scalar) or not _NUMBER.fullmatch(node.text) or not least <= float(node.text) <= most:
            refuse(node, source, wanted)
        return float(node.text)

    return Reader(read, {"type": "number", "minimum": least, "maximum": most})


def many(item: Reader[T], what: str, most: int, *, single: bool = False, least: int = 0) -> Reader[tuple[T, ...]]:
    """Read a list of ``what``; with ``single``, one alone needs no list."""

    def read(node: Node, source: Source) -> tuple[T, ...]:
        if single and not isinstance(node, Items):
            return (item.read(node, source),)
        if not isinstance(node, Items):
            refuse(node, source, f"a list of {what}", "start each with '- '")
        if not least <= len(node.nodes) <= most:
            bound = f"at least {least} needed" if len(node.nodes) < least else f"at most {most} allowed"
            raise source.error(node.start, f"{len(node.nodes)} {what}: {bound}")
        return tuple(each(partial(item.read, n, source) for n in node.nodes))

    listed = {"type": "array", "items": item.schema, "minItems": least, "maxItems": most}
    return Reader(read, {"anyOf": [item.schema, listed]} if single else listed)


def named(
    item: Callable[[str, Mark, Node, Source], T], value: dict[str, Any], what: str, most: int
) -> Reader[tuple[T, ...]]:
    """Read a mapping from the author's own names to values."""

    def read(node: Node, source: Source) -> tuple[T, ...]:
        if isinstance(node, Scalar) and not node.text:
            return ()
        if not isinstance(node, Mapping):
            refuse(node, source, f"a mapping of {what}", "write 'name: ...' on each line")
        if len(node.pairs) > most:
            raise source.error(node.start, f"{len(node.pairs)} {what}; at most {most} are allowed")
        return tuple(each(partial(item, k.text, source.mark(k.start), n, source) for k, n in node.pairs.values()))

    return Reader(read, {"type": "object", "additionalProperties": value, "maxProperties": most})


def form(what: str, table: dict[str, Key], build: Callable[[Found], T]) -> Reader[T]:
    """Read a mapping by its table of keys, in the table's order, and build a value from what was found."""

    def read(node: Node, source: Source) -> T:
        if not isinstance(node, Mapping):
            refuse(node, source, f"{what} with keys such as {', '.join(list(table)[:3])}")
        known = [k for k in table if k in node.pairs]
        reads = [partial(table[k].reader.read, node.pairs[k][1], source) for k in known]
        found = each([partial(_keys_fit, node, source, what, table), *reads])
        values = dict(zip(known, found[1:], strict=True))
        marks = {k: source.mark(key.start) for k, (key, _) in node.pairs.items()}
        starts = {k: source.mark(value.start) for k, (_, value) in node.pairs.items()}
        return build(Found(values, marks, source.mark(node.start), starts))

    properties = {name: {**row.reader.schema, "description": row.about} for name, row in table.items()}
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    if required := [name for name, row in table.items() if row.required]:
        schema["required"] = required
    return Reader(read, schema)


def _keys_fit(node: Mapping, source: Source, what: str, table: dict[str, Key]) -> None:
    """Raise StoryError for keys that are not in the table, and for those that lack."""
    faults = [
        source.error(key.start, f"unknown key {name[:60]!r} in {what}", nearest(name, list(table)))
        for name, (key, _) in node.pairs.items()
        if name not in table
    ]
    faults += [
        source.error(node.start, f"{what} lacks the key {name!r}", row.about)
        for name, row in table.items()
        if row.required and name not in node.pairs
    ]
    if faults:
        faults[0].more = tuple(faults[1:])
        raise faults[0]


def fail(where: Mark | None, message: str, hint: str = "") -> StoryError:
    """Return the author's error at a mark."""
    return StoryError(message, where=where or "", hint=hint)
