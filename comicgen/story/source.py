"""A file or bytes into clean text that knows the line and column of each of its characters."""

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path

from ..errors import Mark, StoryError

LARGEST = 4_000_000
"""Bytes of a story file; a book of 500 talkative panels is about a tenth of it."""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that neither YAML nor XML may hold: control characters, halves of pairs, non-characters."""
_BREAK = re.compile("\r\n|\r|\n")
_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


class Source:
    """A story's text. Positions are offsets in characters; marks count lines as editors do."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self._lines: dict[int, str] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in _BREAK.finditer(self.text))]

    def mark(self, offset: int) -> Mark:
        """Return the place of a character."""
        row = bisect_right(self._starts, offset) - 1
        return Mark(self.name, row + 1, offset - self._starts[row] + 1, self.line(row))

    def line(self, row: int) -> str:
        """Return a line's text without its break; ``row`` counts from 0."""
        if row not in self._lines:  # kept, so that marks on one long line share one string
            end = self._starts[row + 1] if row + 1 < len(self._starts) else len(self.text)
            self._lines[row] = self.text[self._starts[row] : end].rstrip("\r\n")
        return self._lines[row]

    def row_mark(self, row: int) -> Mark | None:
        """Return the place of a line's first word, or None below the last line."""
        if row >= len(self._starts):
            return None
        line = self.line(row)
        return Mark(self.name, row + 1, len(line) - len(line.lstrip()) + 1, line)

    def error(self, offset: int, message: str, hint: str = "") -> StoryError:
        """Return the author's error at a character."""
        return StoryError(message, where=self.mark(offset), hint=hint)


def open_source(source: str | Path, text: str | bytes | None = None) -> Source:
    """Return the text of a file, or of ``text`` under the name ``source``.

    Raises StoryError for a file that cannot be read, is too large, is not UTF-8 or holds characters
    that no story may hold.
    """
    name = str(source)
    data = _read(Path(source)) if text is None else text
    if len(data) > LARGEST:
        raise StoryError(
            f"the file is larger than {LARGEST // 1_000_000} MB", where=Mark(name, 1, 1), hint="split the story"
        )
    found = Source(name, (_decode(name, data) if isinstance(data, bytes) else data).removeprefix("\ufeff"))
    if wrong := FORBIDDEN.search(found.text):
        raise found.error(wrong.start(), f"{describe(wrong[0])} cannot be part of a story", "remove it")
    return found


def describe(character: str) -> str:
    """Return what to call a character that cannot be shown."""
    kind = "half of a surrogate pair" if "\ud800" <= character <= "\udfff" else "the control character"
    return f"{kind} U+{ord(character):04X}"


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise StoryError(
            "there is no such file", where=str(path), hint="comicgen new writes one to start from"
        ) from None
    except IsADirectoryError:
        raise StoryError("this is a folder, not a story", where=str(path), hint="name the .yaml file in it") from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise StoryError(f"cannot read the story: {reason}", where=str(path).replace("\0", "\\0")) from None


def _decode(name: str, data: bytes) -> str:
    if data[:2] in _WIDE:
        raise StoryError("the file is UTF-16, not UTF-8", where=Mark(name, 1, 1), hint="save the file as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = Source(name, data[: fault.start].decode("utf-8", "replace").removeprefix("\ufeff"))
        mark = before.mark(len(before.text))
        rest = re.split(rb"[\r\n]", data[fault.start : fault.start + 200])[0].decode("latin-1")
        where = Mark(name, mark.line, mark.column, mark.source + FORBIDDEN.sub("\ufffd", rest))
        raise StoryError(
            f"byte 0x{data[fault.start]:02x} is not UTF-8",
            where=where,
            hint="save the file as UTF-8 (it looks like Latin-1)",
        ) from None
