"""A frame of a planning sheet into the words beside it: number, shot, action and dialogue, in plain lines."""

from collections.abc import Iterator

from ..drawing import Text
from ..geometry import Rect
from ..script import Panel
from .block import Block, Hand, texts
from .lines import BASELINE, join, piece_strips, row_strips, space_width
from .markup import Piece, pieces

PITCH = 1.28
SMALLEST = 0.5
"""Share of the wished type size under which notes are not set; what does not fit then is left out."""
SHRINK = 0.93


def write_notes(panel: Panel, order: int, box: Rect, size: float, language: str) -> tuple[Text, ...]:
    """Write a panel's notes into a box, left aligned, as large as fits up to ``size`` mm."""
    em = size
    rows = list(_rows(panel, order, box.w / em, language))
    while len(rows) * PITCH * em > box.h and em > SMALLEST * size:
        em *= SHRINK
        rows = list(_rows(panel, order, box.w / em, language))
    rows = rows[: max(1, int(box.h / (PITCH * em)))]
    return tuple(t for k, row in enumerate(rows) for t in texts(row, (box.x, box.y + k * PITCH * em), em))


def _paragraphs(panel: Panel, order: int) -> Iterator[str]:
    yield f"*{order}.* {panel.shot}" + (f", {panel.angle}" if panel.angle not in ("", "eye") else "")
    if panel.action:
        yield panel.action
    for line in panel.lines:
        manner = ", ".join(k for k in line.kinds if k not in ("speech", "caption"))
        name = line.speaker or ("caption" if line.kind == "caption" else "")
        yield (f"*{name}*" if name else "") + (f" ({manner})" if manner else "") + f": {line.text}"
    if panel.sfx:
        yield "*SFX*: " + ", ".join(panel.sfx)


def _rows(panel: Panel, order: int, width: float, language: str) -> Iterator[Block]:
    """Yield the notes' lines, each filled as far as it goes (notes need no balance)."""
    hand = Hand("caption", language, capitals=False)
    for paragraph in _paragraphs(panel, order):
        row: list[Piece] = []
        for piece in pieces(paragraph, language, capitals=False, loose=True):
            if row and _width([*row, piece], hand) > width:
                yield _block(row, hand)
                row = []
            row.append(piece)
        yield _block(row, hand)


def _width(row: list[Piece], hand: Hand) -> float:
    spaces = sum(space_width(hand) for p in row[1:] if p.space)
    return spaces + sum(piece_strips(p, hand)[1] for p in row)


def _block(row: list[Piece], hand: Hand) -> Block:
    spaces = [space_width(hand) if p.space and k else 0.0 for k, p in enumerate(row)]
    placed = [piece_strips(p, hand) for p in row]
    strips = join(row_strips(placed, spaces, (0.0, 0.5 + BASELINE)))
    line = "".join((" " if p.space and k else "") + p.source for k, p in enumerate(row))
    return Block(tuple(strips), (line,), (Rect(0.0, 0.0, _width(row, hand), 1.0),))
