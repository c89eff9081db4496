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
CHOICES = 9
TIGHT_COST, SQUARE_COST, TOWER_COST = 1.0, 4.5, 2.0
"""For an oval without air, a squarer body, and how much worse a caption is that stands like a tower."""
WASTE, SHAPE_COST = 0.5, 1.0
"""What an oval costs by its area, in multiples of the least that holds the text, and by its shape."""
LOOSE_COST = 0.8
"""For a phrase broken inside."""


@lru_cache(256)
def fits(text: str, hand: Hand) -> tuple[Fit, ...]:
    """Return up to CHOICES fits of each kind of body, best first; none is wider and higher than a better one."""
    found = _broken(text, hand)
    if hand.cjk and not hand.loose and _pieces(text, hand) != _pieces(text, replace(hand, loose=True)):
        found += [replace(f, cost=f.cost + LOOSE_COST) for f in _broken(text, replace(hand, loose=True))]
    least = min(f.a * f.b for f in found)
    wished = COLUMN_ASPECT if hand.vertical else BOX_ASPECT if hand.box else LATIN_ASPECT
    kept: dict[tuple[float, float], list[Fit]] = {}
    for fit in sorted((_graded(f, least, wished) for f in found), key=lambda f: f.cost):
        alike = kept.setdefault((fit.exponent, fit.air), [])
        if len(alike) < CHOICES and not any(k.a <= fit.a * 1.001 and k.b <= fit.b * 1.001 for k in alike):
            alike.append(fit)
    return tuple(sorted((f for alike in kept.values() for f in alike), key=lambda f: f.cost))


def _broken(text: str, hand: Hand) -> list[Fit]:
    return column_fits(text, hand) if hand.vertical else line_fits(text, hand)


def _pieces(text: str, hand: Hand) -> tuple[Piece, ...]:
    return pieces(text, hand.language, hand.capitals and not hand.vertical, hand.loose)


def _graded(fit: Fit, least: float, wished: float) -> Fit:
    """Add what a body costs by its shape; one without air pays for that, so it may be smaller."""
    waste = fit.a * fit.b / least - 1
    shape = abs(math.log(fit.a / fit.b / wished))
    if fit.hand.box:
        tower = TOWER_COST if not fit.hand.vertical and fit.a < fit.b else 1.0
        return replace(fit, cost=fit.cost + waste + 0.5 * tower * shape)
    tight = SQUARE_COST if fit.exponent == SQUARISH else TIGHT_COST if fit.air == 1.0 else 0.0
    return replace(fit, cost=fit.cost + WASTE * waste + SHAPE_COST * shape + tight)


def make_out(fit: Fit) -> Block:
    """Return the glyphs and lines of a fit."""
    return column_block(fit) if fit.hand.vertical else line_block(fit)
