"""A page written as one line, or as rows of widths, into the pattern of its frames.

The line is read as the page is::

    2 | 1/1 | 1            three tiers: one panel, two side by side, one
    1/2 | 2/1              the number is a panel's width beside its neighbours
    3: 1 | 2: 1/1          before a colon: a tier's height beside the other tiers
    2(1 | 1) / 1           parentheses stack tiers inside a column, here of width 2
    1 | *                  a star leaves the rest of the page to the program; *3 leaves three panels
    1 /8° 1 |-3° 1         degrees after a gutter make it lean
    1+ | 1/1               a plus sets the next panel into the one before it, in a small frame at its foot

``|`` cuts into tiers, ``/`` stands between panels side by side, in reading order. A panel alone in its
tier needs no width, so there the number says how much room it is worth. Heights that are not given
are solved; where one tier has a height, tiers without one count 1.
"""

import math
import re
from dataclasses import dataclass, replace
from typing import Union

from ..errors import StoryError

LONGEST = 400
DEEPEST = 4
MOST_INSETS = 3
HINT = "tiers are parted by |, panels side by side by /, as in 2 | 1/1 | 1"


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for one panel, with ``insets`` more set into it."""

    size: float = 1.0
    insets: int = 0


@dataclass(frozen=True, slots=True)
class Star:
    """Room for ``count`` panels that the program arranges; None takes all that are left."""

    size: float = 1.0
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Parts one under another (``tiers``) or side by side; ``height`` is None where it is solved."""

    tiers: bool
    parts: tuple["Pattern", ...]
    slants: tuple[float, ...]
    size: float = 1.0
    height: float | None = None


Pattern = Union[Slot, Star, Block]

_TOKEN = re.compile(r"\s*(?:(?P<number>-?\d+(?:\.\d+)?)(?P<degree>°)?|(?P<mark>[|/:()*+])|(?P<wrong>\S))")


@dataclass(slots=True)
class _Reader:
    line: str
    tokens: list[tuple[str, str, int]]
    at: int = 0
    depth: int = 0

    def peek(self) -> str:
        return self.tokens[self.at][0]

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1][1]

    def error(self, expected: str) -> StoryError:
        kind, text, column = self.tokens[self.at]
        found = "the end" if kind == "end" else repr(text)
        return StoryError(f"cut {self.line!r}, character {column}: expected {expected}, found {found}", hint=HINT)


def parse_cut(line: str) -> Block:
    """Return the pattern of a page written as one line. Raises StoryError naming the character."""
    if len(line) > LONGEST:
        raise StoryError(f"the cut is longer than {LONGEST} characters", hint=HINT)
    reader = _Reader(line, _tokens(line))
    block = _tiers(reader)
    if reader.peek() != "end":
        raise reader.error("| or / or the end")
    if len([p for p in patterns(block) if isinstance(p, Star) and p.count is None]) > 1:
        raise StoryError(f"cut {line!r}: two stars leave open where the panels go", hint="give a number: *3")
    return block


def rows_block(rows: tuple[tuple[float, ...], ...]) -> Block:
    """Return the pattern of rows of relative widths. Raises StoryError for a width that is none."""
    if any(not row or any(not 0 < w <= 1000 for w in row) for row in rows):
        raise StoryError("rows hold widths above 0", hint="such as [[2], [1, 1], [1]]")
    tiers = tuple(Block(False, tuple(Slot(w) for w in row), (0.0,) * (len(row) - 1)) for row in rows)
    return Block(True, tiers, (0.0,) * (len(rows) - 1))


def patterns(pattern: Pattern) -> list[Union[Slot, Star]]:
    """Return the slots and stars of a pattern in reading order."""
    if isinstance(pattern, Block):
        return [leaf for part in pattern.parts for leaf in patterns(part)]
    return [pattern]


def holds(block: Block) -> int:
    """Return how many panels a pattern holds, an open star not counted."""
    return sum(1 + p.insets if isinstance(p, Slot) else p.count or 0 for p in patterns(block))


def fill_stars(block: Block, panels: int) -> Block | None:
    """Return the pattern with its open star counted so that it holds ``panels``; None if it cannot."""
    found = patterns(block)
    held = holds(block)
    is_open = any(isinstance(p, Star) and p.count is None for p in found)
    left = panels - held
    if left < 0 or (left == 0) == is_open:
        return None
    return _counted(block, left)


def _counted(block: Block, count: int) -> Block:
    def settle(part: Pattern) -> Pattern:
        if isinstance(part, Block):
            return _counted(part, count)
        return replace(part, count=count) if isinstance(part, Star) and part.count is None else part

    return replace(block, parts=tuple(settle(part) for part in block.parts))


def _tokens(line: str) -> list[tuple[str, str, int]]:
    found = []
    for match in _TOKEN.finditer(line):
        kind = "degree" if match["degree"] else str(match.lastgroup)
        text = str(match["number"] or match["mark"] or match["wrong"])
        found.append((text if kind == "mark" else kind, text, match.end() - len(match[0].lstrip()) + 1))
    return [*found, ("end", "", len(line) + 1)]


def _tiers(reader: _Reader) -> Block:
    tiers, slants = [_tier(reader)], []
    while reader.peek() == "|":
        reader.take()
        slants.append(_slant(reader, 10))
        tiers.append(_tier(reader))
    return Block(True, tuple(tiers), tuple(slants))


def _tier(reader: _Reader) -> Block:
    height = None
    if reader.peek() == "number" and reader.tokens[reader.at + 1][0] == ":":
        height = _size(reader)
        reader.take()
    parts, slants = [_part(reader)], []
    while reader.peek() == "/":
        reader.take()
        slants.append(_slant(reader, 20))
        parts.append(_part(reader))
    return Block(False, tuple(parts), tuple(slants), height=height)


def _part(reader: _Reader) -> Pattern:
    given = reader.peek() == "number"
    size = _size(reader) if given else 1.0
    if reader.peek() == "*":
        reader.take()
        return Star(size, _count(reader) if reader.peek() == "number" else None)
    if reader.peek() == "(":
        return replace(_group(reader), size=size)
    if not given:
        raise reader.error("a width, ( or *")
    insets = 0
    while reader.peek() == "+":
        reader.take()
        insets += 1
    if insets > MOST_INSETS:
        raise reader.error(f"at most {MOST_INSETS} panels set into one")
    return Slot(size, insets)


def _group(reader: _Reader) -> Block:
    reader.depth += 1
    if reader.depth > DEEPEST:
        raise reader.error(f"at most {DEEPEST} nested parentheses")
    reader.take()
    block = _tiers(reader)
    if reader.peek() != ")":
        raise reader.error(")")
    reader.take()
    reader.depth -= 1
    return block


def _size(reader: _Reader) -> float:
    if not 0 < float(reader.tokens[reader.at][1]) <= 1000:
        raise reader.error("a size above 0")
    return float(reader.take())


def _count(reader: _Reader) -> int:
    text = reader.tokens[reader.at][1]
    if not text.isdigit() or not 1 <= int(text) <= 99:
        raise reader.error("a number of panels")
    return int(reader.take())


def _slant(reader: _Reader, most: float) -> float:
    if reader.peek() != "degree":
        return 0.0
    if abs(float(reader.tokens[reader.at][1])) > most:
        raise reader.error(f"at most {most:g}°")
    return math.radians(float(reader.take()))
