"""A page's wishes, or the author's pattern of them, into the slice tree to draw."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..geometry import Rect
from .notation import Block, Pattern, Slot, Star, patterns
from .refine import refine
from .search import best_plans, habit_cost, plant
from .tree import Cut, Grid, Tree, leaves
from .wish import Wish, chance

TRIED = 24
"""How many of the search's plans are refined."""
SAME_TIERS, ALL_SAME = 0.1, 1.2
WHIM = 0.05
"""How much the seed may prefer one of two pages that are nearly as good."""


def arrange(wishes: Sequence[Wish], grid: Grid, seed: int) -> Tree:
    """Return the slice tree that serves the wishes best."""
    plans = [(cost, plan, plant(plan, wishes)) for cost, plan in best_plans(wishes, grid)]
    plans.sort(key=lambda found: found[0] + rhythm_cost(found[2]))
    best: tuple[float, Tree] | None = None
    for _, plan, tree in plans[:TRIED]:
        extra = habit_cost(tree, wishes) + rhythm_cost(tree) + WHIM * chance(seed, plan, *(w.id for w in wishes))
        cost = extra + refine(tree, wishes, grid, best[0] - extra if best else math.inf)
        if best is None or cost < best[0]:
            best = (cost, tree)
    assert best is not None
    return best[1]


def rhythm_cost(tree: Tree) -> float:
    """Return the price of tiers that are all alike: a page wants long and short beats."""
    if isinstance(tree, int) or not tree.tiers:
        return 0.0
    counts = [len(part.parts) if isinstance(part, Cut) else 1 for part in tree.parts]
    same = sum(a == b for a, b in pairwise(counts))
    return SAME_TIERS * same + (ALL_SAME if counts[0] > 1 and same == len(counts) - 1 else 0.0)


def follow(block: Block, wishes: Sequence[Wish], grid: Grid, seed: int) -> Tree:
    """Return the slice tree of an author's pattern: sizes given are kept, the others solved.

    ``block`` has its stars counted and holds exactly as many panels as there are wishes.
    """
    asked = [replace(w, room=w.room * size) for w, size in zip(wishes, _alone(block), strict=True)]
    tree, _ = _grow(block, 0, asked, grid, seed)
    refine(tree, asked, grid)
    return tree


def _alone(block: Block) -> list[float]:
    """Return what a number means for each panel's room: alone in its tier it asks for height."""
    found: list[float] = []
    for part in block.parts:
        if isinstance(part, Block):
            found += _alone(part)
        else:
            alone = len(block.parts) == 1 and block.height is None
            found += [part.size if alone else 1.0] * (1 if isinstance(part, Slot) else part.count or 0)
    return found


def _grow(part: Pattern, first: int, wishes: Sequence[Wish], grid: Grid, seed: int) -> tuple[Tree, int]:
    """Return the tree of a pattern whose first panel is number ``first``, and the number after its last."""
    if isinstance(part, Slot):
        return first, first + 1
    if isinstance(part, Star):
        return _solve(first, part.count or 1, wishes, grid, seed), first + (part.count or 1)
    if len(part.parts) == 1:
        return _grow(part.parts[0], first, wishes, grid, seed)
    parts: list[Tree] = []
    at = first
    for inner in part.parts:
        tree, at = _grow(inner, at, wishes, _smaller(grid, part, inner), seed)
        parts.append(tree)
    sizes, fixed = _sizes(part, parts, wishes)
    return Cut(part.tiers, parts, [s / sum(sizes) for s in sizes], list(part.slants), fixed, True), at


def _sizes(block: Block, parts: Sequence[Tree], wishes: Sequence[Wish]) -> tuple[list[float], bool]:
    """Return the parts' relative sizes and whether the author gave them."""
    if not block.tiers:
        return [part.size for part in block.parts], True
    heights = [part.height if isinstance(part, Block) else None for part in block.parts]
    if any(heights):
        return [height or 1.0 for height in heights], True
    return [sum(wishes[leaf].room for leaf in leaves(part)) for part in parts], False


def _smaller(grid: Grid, block: Block, part: Pattern) -> Grid:
    """Return the grid of about the part's size, for solving a star in it."""
    sizes = [len(patterns(p)) if block.tiers else p.size for p in block.parts]
    own = len(patterns(part)) if block.tiers else part.size
    a, share = grid.area, own / sum(sizes)
    return replace(grid, area=Rect(a.x, a.y, a.w * (1 if block.tiers else share), a.h * (share if block.tiers else 1)))


def _solve(first: int, count: int, wishes: Sequence[Wish], grid: Grid, seed: int) -> Tree:
    tree = arrange(wishes[first : first + count], grid, seed)
    return _shifted(tree, first)


def _shifted(tree: Tree, by: int) -> Tree:
    if isinstance(tree, int):
        return tree + by
    return replace(tree, parts=[_shifted(part, by) for part in tree.parts])
