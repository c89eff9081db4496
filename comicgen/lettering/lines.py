"""Pieces into horizontal lines, centred: Latin, Chinese, or both in one line."""

import math
import re
from dataclasses import replace
from functools import lru_cache

from ..fonts import shape
from ..geometry import Point, Rect
from .block import Block, Fit, Hand, Strip, dots, strips
from .breaking import Breaking, Cuts, Leading, Measure, even_breakings, oval_breakings
from .markup import Piece, Span, is_cjk, language_of, line_ends, pieces

Placed = tuple[list[Strip], float]

BASELINE = 0.38
"""Em from a line's middle down to its baseline: half a capital, and half a CJK cell less its descent."""
LATIN_CAPITALS = Leading(1.12, 0.42, 0.38, 0.5)
LATIN_MIXED = Leading(1.24, 0.52, 0.38, 0.5)
SHOUTED = Leading(1.04, 0.42, 0.4, 0.5)
CJK_LINES = Leading(1.34, 0.5, 0.42, 0.5)
RUBY_LINES = Leading(1.78, 0.5, 0.6, 0.5)
RUBY = 0.5
"""Size of a reading beside its base."""
LONE_COST, PHRASE_COST, RAGGED_COST = 6.0, 3.0, 8.0


def line_fits(text: str, hand: Hand) -> list[Fit]:
    """Set a text in 1 to 12 horizontal lines: for each count the tightest bodies that hold it."""
    found = pieces(text, hand.language, hand.capitals, hand.loose)
    leading = _leading(found, hand)
    space = space_width(hand)
    measure = Measure(
        tuple(piece_strips(p, hand)[1] for p in found),
        tuple(space if p.space else 0.0 for p in found),
        is_cjk(text),
        line_ends(found),
    )
    breakings = _boxed(measure, leading) if hand.box else oval_breakings(measure, leading)
    return [
        Fit(
            text,
            hand,
            b.cuts,
            b.a,
            b.b,
            cost=cuts_cost(measure, b.cuts, b.lone) + RAGGED_COST * b.ragged,
            exponent=b.exponent,
            air=b.air,
            extent=_extent(measure, leading, b.cuts),
        )
        for b in breakings
    ]


def _extent(measure: Measure, leading: Leading, cuts: Cuts) -> Point:
    widest = max(_width(measure, i, j) for i, j in cuts)
    return (widest / 2, (len(cuts) - 1) / 2 * leading.pitch + leading.half)


def cuts_cost(measure: Measure, cuts: Cuts, lone: bool) -> float:
    """Return what a breaking costs by where its lines end: with a lone last word, or inside a phrase."""
    if len(cuts) < 2:
        return 0.0
    inside = sum(measure.ends[end - 1] for _, end in cuts[:-1]) / (len(cuts) - 1)
    return (LONE_COST if lone else 0.0) + PHRASE_COST * inside


def _boxed(measure: Measure, leading: Leading) -> list[Breaking]:
    found = []
    for cuts, lone in even_breakings(measure):
        half, high = _extent(measure, leading, cuts)
        found.append(Breaking(cuts, half + leading.beside, high + leading.padding, lone, math.inf))
    return found


def _width(measure: Measure, i: int, j: int) -> float:
    return sum(measure.widths[i:j]) + sum(measure.spaces[i + 1 : j])


def _leading(found: tuple[Piece, ...], hand: Hand) -> Leading:
    spans = [s for p in found for s in p.spans]
    if any(s.ruby for s in spans):
        return RUBY_LINES
    if any(is_cjk(s.source) for s in spans):
        return CJK_LINES
    if hand.style == "shout":
        return SHOUTED
    return LATIN_CAPITALS if hand.capitals else LATIN_MIXED


def space_width(hand: Hand) -> float:
    """Return the width of a space in em."""
    return sum(run.advance for run in shape(" ", hand.style, hand.language))


@lru_cache(4096)
def piece_strips(piece: Piece, hand: Hand) -> Placed:
    """Return a piece's strips from its start on the baseline, and its width in em."""
    found: list[Strip] = []
    pen = 0.0
    for span in piece.spans:
        placed, advance = _span(span, hand)
        found += [s.moved(pen, 0.0) for s in placed]
        pen += advance
    return found, pen


def _span(span: Span, hand: Hand) -> Placed:
    shown = _unbarred(span, hand) if hand.style != "shout" and hand.capitals else span.shown
    language = language_of(span.source, hand.language, hand.cjk)
    placed, advance = strips(shape(shown, hand.style, language), span.source, span.strong, among=hand.cjk)
    if span.strong and is_cjk(span.source):
        placed += dots(len(span.source), hand.style, vertical=False)
    if not span.ruby:
        return placed, advance
    above, width = strips(shape(span.ruby, hand.style, language), span.ruby)
    shift = (advance - width * RUBY) / 2
    small = [_small(s, shift) for s in above]
    push = max(0.0, -shift)
    return [s.moved(push, 0.0) for s in (*placed, *small)], advance + 2 * push


def _small(strip: Strip, shift: float) -> Strip:
    return Strip(strip.face, strip.glyphs, strip.actual, strip.x * RUBY + shift, -0.98, RUBY)


def _unbarred(span: Span, hand: Hand) -> str:
    """Write ``I`` as a bare stroke, for which Delius lends its ``l``, but in the pronoun and abbreviations."""
    if len(span.source) != len(span.shown) or shape("I", hand.style, hand.language)[0].face != "Delius":
        return span.shown
    loud = len(span.source) > 4 and span.source.isupper()
    inner = r"|(?<=[^\W\d_])I|I(?=[^\W\d_])" if loud else ""
    letters = list(span.shown)
    for found in re.finditer(r"i|I(?=[a-zà-ÿ])" + inner, span.source):
        letters[found.start()] = "l"
    return "".join(letters)


def line_block(fit: Fit) -> Block:
    """Make out the lines of a fit: glyphs, lines as written, boxes."""
    hand = fit.hand
    found = pieces(fit.text, hand.language, hand.capitals, hand.loose)
    leading, space = _leading(found, hand), space_width(hand)
    placed = [piece_strips(p, hand) for p in found]
    rows: list[Strip] = []
    boxes, lines = [], []
    for row, (i, j) in enumerate(fit.cuts):
        middle = (row - (len(fit.cuts) - 1) / 2) * leading.pitch - fit.rise
        spaces = [space if p.space and q > i else 0.0 for q, p in enumerate(found[:j])]
        width = sum(placed[q][1] + spaces[q] for q in range(i, j))
        rows += join(row_strips(placed[i:j], spaces[i:j], (-width / 2, middle + BASELINE)))
        boxes.append(Rect(-width / 2, middle - leading.half, width, 2 * leading.half))
        lines.append("".join((" " if p.space and q else "") + p.source for q, p in enumerate(found[i:j])))
    return Block(tuple(rows), tuple(lines), tuple(boxes))


def row_strips(placed: list[Placed], spaces: list[float], at: tuple[float, float]) -> list[Strip]:
    """Return pieces laid in a row from a baseline origin, each after its space."""
    pen, y = at
    row: list[Strip] = []
    for (piece, advance), space in zip(placed, spaces, strict=True):
        if space and row:
            row[-1] = replace(row[-1], actual=row[-1].actual + " ")
        row += [s.moved(pen + space, y) for s in piece]
        pen += space + advance
    return row


def join(row: list[Strip]) -> list[Strip]:
    """Join neighbours of one face, weight and baseline: a line is one run of text where it can be."""
    joined: list[Strip] = []
    for strip in row:
        last = joined[-1] if joined else None
        if last and (last.face, last.scale, last.weight, last.y) == (strip.face, strip.scale, strip.weight, strip.y):
            moved = tuple(replace(g, x=g.x + (strip.x - last.x) / strip.scale) for g in strip.glyphs)
            joined[-1] = replace(last, glyphs=last.glyphs + moved, actual=last.actual + strip.actual)
        else:
            joined.append(strip)
    return joined
