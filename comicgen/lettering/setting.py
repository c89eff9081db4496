"""A text into a handful of fits to choose from, tight and well shaped, for every kind of letters."""

import math
from dataclasses import replace
from functools import lru_cache

from .block import Block, Fit, Hand
from .breaking import SQUARISH
from .columns import column_block, column_fits
from .lines import line_block, line_fits
from .markup import Piece, pieces

LATIN_ASPECT, COLUMN_ASPECT, BOX_ASPECT = 1.45, 0.78, 2.6
"""Width over height that looks best, for lines in an oval, columns, and captions."""
CHOICES = 18
SQUARE_COST, TOWER_COST = 0.7, 2.0
"""For a squarer body than an oval; and how much worse a caption is that stands like a tower."""
LOOSE_COST = 0.8
"""For a phrase broken inside."""


@lru_cache(256)
def fits(text: str, hand: Hand) -> tuple[Fit, ...]:
    """Return up to 18 fits, best first; none is both wider and higher than another of its kind."""
    found = _broken(text, hand)
    if hand.cjk and not hand.loose and _pieces(text, hand) != _pieces(text, replace(hand, loose=True)):
        found += [replace(f, cost=f.cost + LOOSE_COST) for f in _broken(text, replace(hand, loose=True))]
    least = min(f.a * f.b for f in found)
    wished = COLUMN_ASPECT if hand.vertical else BOX_ASPECT if hand.box else LATIN_ASPECT
    graded = sorted((_graded(f, least, wished) for f in found), key=lambda f: f.cost)
    kept: list[Fit] = []
    for fit in graded:
        if not any(k.a <= fit.a * 1.001 and k.b <= fit.b * 1.001 and k.exponent <= fit.exponent for k in kept):
            kept.append(fit)
    return tuple(kept[:CHOICES])


def _broken(text: str, hand: Hand) -> list[Fit]:
    return column_fits(text, hand) if hand.vertical else line_fits(text, hand)


def _pieces(text: str, hand: Hand) -> tuple[Piece, ...]:
    return pieces(text, hand.language, hand.capitals and not hand.vertical, hand.loose)


def _graded(fit: Fit, least: float, wished: float) -> Fit:
    waste = fit.a * fit.b / least - 1
    shape = abs(math.log(fit.a / fit.b / wished)) + (SQUARE_COST if fit.exponent == SQUARISH else 0.0)
    if fit.hand.box and not fit.hand.vertical and fit.a < fit.b:
        shape *= TOWER_COST
    return replace(fit, cost=fit.cost + waste + 0.5 * shape)


def make_out(fit: Fit) -> Block:
    """Return the glyphs and lines of a fit."""
    return column_block(fit) if fit.hand.vertical else line_block(fit)
