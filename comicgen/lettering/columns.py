"""Pieces into vertical columns, right to left and top aligned: kinsoku, tate-chu-yoko, ruby, upright marks.

Fonts turn and move punctuation by their own vertical forms; short digits and double marks stand
upright side by side in one cell, Latin words lie on their side.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import numpy as np

from ..fonts import shape
from ..geometry import Rect
from .block import Block, Fit, Hand, Strip, dots, strips
from .breaking import AIR, EXPONENT, SQUARISH, Measure, even_breakings
from .lines import Placed, cuts_cost
from .markup import Piece, Span, language_of, line_ends, pieces

PITCH, RUBY_PITCH = 1.38, 1.72
RUBY = 0.5
RUBY_SHIFT = 0.8
"""Em from a column's middle to its ruby's."""
PADDING = 0.52
BODIES = ((EXPONENT, AIR), (EXPONENT, 1.0), (SQUARISH, 1.0))
"""Exponent and air of the bodies tried."""
ASPECTS = np.exp(np.linspace(math.log(0.35), math.log(1.9), 13))
RISES = np.linspace(-0.16, 0.16, 9)

_CELLS = re.compile(
    r"(?P<tcy>(?<!\d)\d{2,3}(?!\d)|[!?！？‼⁇⁈⁉]{2,3})|(?P<side>[A-Za-z][A-Za-z'’.&-]*[A-Za-z])|(?P<up>.)", re.S
)
_WIDE = {c: chr(ord(c) + 0xFEE0) for c in map(chr, range(0x21, 0x7F))} | {"“": "「", "”": "」"}
_DOUBLE = {"!!": "‼", "!?": "⁉", "?!": "⁈", "??": "⁇"}


def column_fits(text: str, hand: Hand) -> list[Fit]:
    """Set a text in 1 to 12 columns: for each count the body that holds them."""
    found = pieces(text, hand.language, capitals=False, loose=hand.loose)
    widths = tuple(_piece(p, hand)[1] for p in found)
    spaces = tuple(0.5 if p.space else 0.0 for p in found)
    measure = Measure(widths, spaces, True, line_ends(found))
    pitch = _pitch(found)
    fits = []
    for cuts, lone in even_breakings(measure):
        heights = [sum(widths[i:j]) + sum(spaces[i + 1 : j]) for i, j in cuts]
        cost = cuts_cost(measure, cuts, lone)
        half, tall = (len(cuts) - 1) / 2 * pitch + 0.5, max(heights)
        if hand.box:
            bodies = [(half + PADDING, tall / 2 + PADDING, 0.0, math.inf, 1.0)]
        else:
            bodies = [
                (*oval, power, air) for power, air in BODIES for oval in _ovals(heights, pitch, power, PADDING * air)
            ]
        for a, b, rise, power, air in bodies:
            fits.append(Fit(text, hand, cuts, a, b, rise, cost, power, air, (half, tall / 2 + abs(rise))))
    return fits


def _pitch(found: tuple[Piece, ...]) -> float:
    return RUBY_PITCH if any(s.ruby for p in found for s in p.spans) else PITCH


def _ovals(heights: list[float], pitch: float, power: float, padding: float) -> list[tuple[float, float, float]]:
    """Return half axes and rise of the tightest ovals round top-aligned columns, flat to tall."""
    k, tall = len(heights), max(heights)
    x = np.abs((k - 1) / 2 - np.arange(k)) * pitch + 0.5 + padding
    top = np.full(k, -tall / 2 - padding)
    foot = np.array(heights) - tall / 2 + padding
    rise = RISES[:, None] * tall
    high = np.maximum(np.abs(top[None] - rise), np.abs(foot[None] - rise))
    half = ((x[None, None] / ASPECTS[:, None, None]) ** power + high[None] ** power).max(-1) ** (1 / power)
    best = half.argmin(axis=1)
    found = [
        (float(r * half[i, q]), float(half[i, q]), float(rise[q, 0]))
        for i, (r, q) in enumerate(zip(ASPECTS, best, strict=True))
    ]
    return sorted(found, key=lambda f: f[0] * f[1])[:3]


@lru_cache(4096)
def _piece(piece: Piece, hand: Hand) -> Placed:
    """Return a piece's strips from the top of its column, and its length."""
    found: list[Strip] = []
    pen = 0.0
    for span in piece.spans:
        cells, length = _span(span, hand)
        found += [s.moved(0.0, pen) for s in cells]
        pen += length
    return found, pen


def _span(span: Span, hand: Hand) -> Placed:
    found: list[Strip] = []
    pen = 0.0
    for kind, letters in _cells(span.source):
        cells, length = _CELL[kind](letters, span.strong, hand)
        found += [s.moved(0.0, pen) for s in cells]
        pen += length
    if not span.ruby:
        return found, pen
    ruby, length = _upright(span.ruby, False, hand)
    push = max(0.0, (length * RUBY - pen) / 2)
    start = push + (pen - length * RUBY) / 2
    beside = [replace(s, x=s.x * RUBY + RUBY_SHIFT, y=s.y * RUBY + start, scale=RUBY) for s in ruby]
    return [*(s.moved(0.0, push) for s in found), *beside], pen + 2 * push


def _cells(text: str) -> Iterator[tuple[str, str]]:
    """Cut a span into upright runs, side-by-side cells and words on their side."""
    upright = ""
    for match in _CELLS.finditer(text):
        kind = match.lastgroup or "up"
        if kind == "up" or (kind == "side" and match[0].isupper() and len(match[0]) < 4):
            upright += match[0]
            continue
        if upright:
            yield "up", upright
        upright = ""
        yield kind, match[0]
    if upright:
        yield "up", upright


def _upright(letters: str, strong: bool, hand: Hand) -> Placed:
    shown = "".join(_WIDE.get(c, c) for c in letters)
    language = language_of(letters, hand.language)
    found, length = strips(shape(shown, hand.style, language, vertical=True), letters, strong, vertical=True)
    return [*found, *(dots(len(letters), hand.style, vertical=True) if strong else ())], length


def _side_by_side(letters: str, strong: bool, hand: Hand) -> Placed:
    """Set digits or marks upright in one cell (tate-chu-yoko), narrowed to it by their size."""
    shown = letters.translate(str.maketrans("！？", "!?"))
    if shown in _DOUBLE:
        runs = shape(_DOUBLE[shown], hand.style, hand.language, vertical=True)
        return strips(runs, letters, strong, vertical=True)
    found, width = strips(shape(shown, hand.style, hand.language), letters, strong, among=True)
    scale = min(1.0, 1.04 / max(width, 1e-6))
    x, y = -width * scale / 2, 0.5 + 0.37 * scale
    return [replace(s, x=s.x * scale + x, y=y, scale=scale) for s in found], 1.0


def _on_its_side(letters: str, strong: bool, hand: Hand) -> Placed:
    found, width = strips(shape(letters, hand.style, hand.language), letters, strong, among=True)
    turned = [
        replace(s, glyphs=tuple(replace(g, x=-g.y, y=g.x) for g in s.glyphs), x=-0.37, y=s.x + 0.08, turn=math.pi / 2)
        for s in found
    ]
    return turned, width + 0.16


_CELL = {"up": _upright, "tcy": _side_by_side, "side": _on_its_side}


def column_block(fit: Fit) -> Block:
    """Make out the columns of a fit: glyphs in reading order, columns as written, boxes."""
    hand = fit.hand
    found = pieces(fit.text, hand.language, capitals=False, loose=hand.loose)
    placed = [_piece(p, hand) for p in found]
    pitch, count = _pitch(found), len(fit.cuts)
    lengths = [sum(placed[q][1] + (0.5 if found[q].space and q > i else 0.0) for q in range(i, j)) for i, j in fit.cuts]
    top = -max(lengths) / 2 - fit.rise
    rows: list[Strip] = []
    boxes, lines = [], []
    for column, ((i, j), length) in enumerate(zip(fit.cuts, lengths, strict=True)):
        x, pen = ((count - 1) / 2 - column) * pitch, top
        for q in range(i, j):
            pen += 0.5 if found[q].space and q > i else 0.0
            rows += [s.moved(x, pen) for s in placed[q][0]]
            pen += placed[q][1]
        boxes.append(Rect(x - 0.5, top, 1.0, length))
        lines.append("".join((" " if p.space and q else "") + p.source for q, p in enumerate(found[i:j])))
    return Block(tuple(_joined(rows)), tuple(lines), tuple(boxes))


def _joined(rows: list[Strip]) -> list[Strip]:
    """Join upright neighbours of one column into one run."""
    joined: list[Strip] = []
    for strip in rows:
        last = joined[-1] if joined else None
        if (
            last
            and not strip.turn
            and (last.face, last.scale, last.weight, last.x, last.turn)
            == (strip.face, strip.scale, strip.weight, strip.x, 0.0)
            and strip.scale == 1.0
        ):
            moved = tuple(replace(g, y=g.y + strip.y - last.y) for g in strip.glyphs)
            joined[-1] = replace(last, glyphs=last.glyphs + moved, actual=last.actual + strip.actual)
        else:
            joined.append(strip)
    return joined
