"""A saying too long for one balloon into beats: cut at the sentence end, comma or space nearest its middle."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .markup import is_cjk, plain
from .room import Room, Saying

LONG, LONG_CJK = 230, 110
"""Letters: a longer text is cut before anything else is tried."""
SENTENCE, CLAUSE, SPACE, ANYWHERE = r"(?<=[.!?…])\s+|(?<=[。！？])", r"(?<=[,;:])\s+|(?<=[，、；])", r"\s+", ""


def split(room: Room) -> Room:
    """Return the room with its longest saying in two beats."""
    longest = max(room.sayings, key=lambda s: len(s.text))
    parts = [p for s in room.sayings for p in (halves(s) if s is longest else (s,))]
    return replace(room, sayings=tuple(parts))


def short(saying: Saying) -> Iterator[Saying]:
    """Cut a saying that no balloon should hold alone, again and again."""
    longest = LONG_CJK if is_cjk(saying.text) else LONG
    if len(plain(saying.text)) <= longest or len(parts := halves(saying)) < 2:
        yield saying
        return
    for part in parts:
        yield from short(part)


def halves(saying: Saying) -> tuple[Saying, ...]:
    """Cut a saying in two: at the sentence end, comma or space nearest its middle."""
    text = saying.text
    marked = [m.span() for m in re.finditer(r"\{[^{}]*\}|\*[^*]+\*", text)]
    best: tuple[float, int] | None = None
    for pattern, cost in ((SENTENCE, 0.0), (CLAUSE, 0.12), (SPACE, 0.25), (ANYWHERE, 0.6)):
        for m in re.finditer(pattern, text):
            at = m.end()
            whole = text[:at].strip() and text[at:].strip()
            if whole and not any(a < at < b for a, b in marked):
                grade = (cost + abs(at / len(text) - 0.5), at)
                best = grade if best is None else min(best, grade)
    if best is None or len(text) < 4:
        return (saying,)
    first, second = text[: best[1]].rstrip(), text[best[1] :].lstrip()
    return (replace(saying, text=first), replace(saying, text=second))
