"""Panels' wishes into the best few slice trees of a page: a dynamic programme over consecutive panels.

Every cut keeps the reading order, since a block's parts hold consecutive panels; each panel gets the share
of the page that it asks for, so that only shapes and the trade's habits decide here.
"""

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Union

from .tree import Cut, Grid, Tree, cuts, leaves
from .wish import Wish

KEEP, KEEP_PAGES = 8, 48
"""How many arrangements are kept of each inner block, and of the whole page."""
DEEPEST = 2
"""Tiers, columns in them, stacks in those."""
BROADEST = 6
"""No tier or column holds more panels than this; keeps long pages quick."""
STACK_FIRST, STACK_LAST, STACKS_MEET = 0.32, 0.2, 1.3
TALL_STACK = 0.5
"""What a third panel in a stack costs, and each further one."""
THINNEST = 8.0
"""Parts are costed as at least so many mm thick; refining widens them."""
SHAPE_SLACK = 0.25
"""How far, in logarithms, a shape may be off before each further step costs no more than the last."""
SCENE_INSIDE = 2.0
"""A change of scene inside a tier; between tiers it costs nothing."""

Plan = Union[int, tuple[bool, tuple["Plan", ...]]]
"""A panel's number, or (tiers, parts)."""
_Parts = list[tuple[float, tuple[Plan, ...]]]
_Memo = dict[tuple[int, int, int, int, int], _Parts]


@dataclass(slots=True)
class Search:
    """One page's search: what panels wish, the grid to fill, and sums over the panels' rooms."""

    wishes: Sequence[Wish]
    grid: Grid
    sums: list[float]
    memo: _Memo = field(default_factory=dict)


def best_plans(wishes: Sequence[Wish], grid: Grid) -> list[tuple[float, Plan]]:
    """Return the plans with the best shapes and their costs, best first; at most KEEP_PAGES."""
    count = len(wishes)
    if count == 1:
        return [(0.0, 0)]
    sums = [0.0]
    for wish in wishes:
        sums.append(sums[-1] + wish.room)
    search = Search(wishes, grid, sums)
    size = (grid.area.w, grid.area.h)
    found: list[tuple[float, Plan]] = [(c, (True, p)) for c, p in _block(search, 0, count, size, 0)]
    if count <= 3:
        found += [(c + 0.5, (False, p)) for c, p in _block(search, 0, count, size, 1)]
    return heapq.nsmallest(KEEP_PAGES, found, key=lambda pair: pair[0])


def _block(search: Search, i: int, j: int, size: tuple[float, float], depth: int) -> _Parts:
    """Return the best ways to cut the box of panels i..j at least once: into tiers at even depth, else columns."""
    key = (i, j, round(size[0] * 2), round(size[1] * 2), depth)
    if key in search.memo:
        return search.memo[key]
    keep = KEEP_PAGES if depth == 0 else KEEP
    rows: dict[int, _Parts] = {j: [(0.0, ())]}
    for a in range(j - 1, i - 1, -1):
        options: _Parts = []
        for b in range(a + 1, min(j, a + BROADEST) + 1):
            if b - a < j - i:
                options += _joined(search, (i, j, a, b), size, depth, rows[b])
        rows[a] = heapq.nsmallest(keep, options, key=lambda pair: pair[0])
    search.memo[key] = rows[i]
    return rows[i]


def _joined(
    search: Search, span: tuple[int, int, int, int], size: tuple[float, float], depth: int, rest: _Parts
) -> _Parts:
    """Return part a..b of block i..j in its best forms, each followed by each way to go on after it."""
    i, j, a, b = span
    tiers = depth % 2 == 0
    along, gutter = (size[1], search.grid.tier) if tiers else (size[0], search.grid.column)
    share = (search.sums[b] - search.sums[a]) / (search.sums[j] - search.sums[i])
    extent = share * (along + gutter) - gutter
    extent = max(extent, THINNEST)
    box = (size[0], extent) if tiers else (extent, size[1])
    inner: list[tuple[float, Plan]]
    if b - a == 1:
        inner = [(shape_cost(search.wishes[a], *box), a)]
    elif depth < DEEPEST:
        inner = [(c, (not tiers, p)) for c, p in _block(search, a, b, box, depth + 1)]
    else:
        return []
    if tiers:
        extra = SCENE_INSIDE * _changes(search.wishes[a:b]) if depth == 0 else 0.0
        return [(c + d + extra, (plan, *parts)) for c, plan in inner for d, parts in rest]
    return [
        (c + d + _column(_stack(plan), [_stack(p) for p in parts[:1]]), (plan, *parts))
        for c, plan in inner
        for d, parts in rest
    ]


def _stack(plan: Plan) -> int:
    return 1 if isinstance(plan, int) else len(plan[1])


def _column(panels: int, after: Sequence[int]) -> float:
    """Return what a column of some panels costs, beside the panels of the column after it, if any."""
    if panels == 1:
        return 0.0
    meet = STACKS_MEET if after and after[0] > 1 else 0.0
    return meet + (STACK_FIRST if after else STACK_LAST) + TALL_STACK * (panels - 2)


def _changes(wishes: Sequence[Wish]) -> int:
    return sum(one.scene != two.scene for one, two in pairwise(wishes))


def habit_cost(tree: Tree, wishes: Sequence[Wish]) -> float:
    """Return what a page costs beside its shapes: stacks are the exception, and tiers keep to one scene."""
    if isinstance(tree, int):
        return 0.0
    tiers = tree.parts if tree.tiers else [tree]
    inside = sum(_changes([wishes[leaf] for leaf in leaves(tier)]) for tier in tiers)
    return SCENE_INSIDE * inside + sum(_stack_cost(cut) for cut in cuts(tree) if not cut.tiers)


def _stack_cost(cut: Cut) -> float:
    stacks = [1 if isinstance(part, int) else len(part.parts) for part in cut.parts]
    return sum(_column(panels, stacks[k + 1 : k + 2]) for k, panels in enumerate(stacks))


def shape_cost(wish: Wish, w: float, h: float) -> float:
    """Return what a frame of w by h costs a panel, its area aside."""
    off = math.log(w / h / wish.aspect)
    cost = wish.strict * toll(off, SHAPE_SLACK)
    side = min(w, h)
    if side < wish.narrowest:
        cost += ((wish.narrowest - side) / 6) ** 2
    extreme = max(w / h / 3.6, h / w / 2.4)
    return cost + (2 + 4 * (extreme - 1) if extreme > 1 else 0.0)


def toll(off: float, slack: float) -> float:
    """Return the price of being ``off``: its square while small, growing evenly beyond ``slack``.

    So a page gives most panels just what they wish and one a good deal less, rather than all of them a little
    less (Charbonnier's penalty).
    """
    return 2 * slack * (math.sqrt(slack * slack + off * off) - slack)


def plant(plan: Plan, wishes: Sequence[Wish]) -> Tree:
    """Return a plan as a slice tree whose shares follow the panels' rooms."""
    if isinstance(plan, int):
        return plan
    tiers, inner = plan
    rooms = [room(part, wishes) for part in inner]
    return Cut(tiers, [plant(part, wishes) for part in inner], [r / sum(rooms) for r in rooms])


def room(plan: Plan, wishes: Sequence[Wish]) -> float:
    """Return the room that the panels of a plan ask for together."""
    return wishes[plan].room if isinstance(plan, int) else sum(room(part, wishes) for part in plan[1])
