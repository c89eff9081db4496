"""A slice tree's shares moved until the page costs least, and the cost that says so."""

import math
from collections.abc import Sequence

from .order import reads_in_order
from .search import shape_cost, toll
from .tree import Box, Cut, Grid, Tree, boxes, cuts, divide
from .wish import Wish

STEPS = (0.10, 0.05, 0.025, 0.0125)
SMALLEST = 0.08
"""No share gets smaller than this by refining."""
AREA_COST, AREA_SLACK = 1.5, 0.165
"""What a share of the page that is off costs beside a shape that is off, and see SHAPE_SLACK."""
ALIGNED = 5.0
"""Upright gutters of neighbouring tiers nearer than this, in mm, look like a cross."""
MISREAD = 50.0


def page_cost(tree: Tree, wishes: Sequence[Wish], grid: Grid, limit: float = math.inf) -> float:
    """Return the cost of a page's boxes: shapes, areas, room for text, gutters that line up, a misread order.

    What costs more than ``limit`` is not counted to the end.
    """
    found = boxes(tree, grid)
    total = sum(w * h for _, _, w, h in found)
    rooms = sum(wish.room for wish in wishes)
    cost = 0.0
    for wish, (_, _, w, h) in zip(wishes, found, strict=True):
        if w < 1 or h < 1:
            cost += 100 * (2 - min(w, h))
            continue
        off = math.log(w * h / total * rooms / wish.room)
        cost += shape_cost(wish, w, h) + AREA_COST * wish.strict * wish.need**2 * toll(off, AREA_SLACK)
        if w * h < wish.least:
            short = math.log(wish.least / (w * h))
            cost += short + 6 * short * short
        if cost > limit:
            return cost
    cost += crossing_cost(tree, grid)
    if cost < limit and _stacked(tree) and not reads_in_order(found, grid.rtl):
        cost += MISREAD
    return cost


def refine(tree: Tree, wishes: Sequence[Wish], grid: Grid, bar: float = math.inf) -> float:
    """Move the tree's free shares, big steps first, and return the cost reached; changes the tree.

    A tree still far over ``bar`` after the biggest steps is given up.
    """
    _stagger(tree, grid)
    free = [cut for cut in cuts(tree) if not cut.fixed]
    cost = page_cost(tree, wishes, grid)
    for step in STEPS:
        for cut in free:
            for k in range(len(cut.shares) - 1):
                for move in (step, -step):
                    cost = _push(cut, k, move, cost, (tree, wishes, grid))
        if cost > bar + 8 * step:
            break
    return cost


def _stagger(tree: Tree, grid: Grid) -> None:
    """Part the level gutters of stacks that stand side by side, until they cannot be read across.

    The first stack's gutters rise and the last one's sink: small moves would not find the way there.
    """
    if not _stacked(tree):
        return
    for _ in range(6):
        if reads_in_order(boxes(tree, grid), grid.rtl):
            return
        for cut in cuts(tree):
            stacks = [part for part in cut.parts if isinstance(part, Cut) and not part.fixed] if not cut.tiers else []
            for k, stack in enumerate(stacks if len(stacks) > 1 else ()):
                _tilt(stack, 0.16 * (1 - 2 * k / (len(stacks) - 1)))


def _tilt(cut: Cut, by: float) -> None:
    """Give a cut's later parts more and its earlier ones less, or with negative ``by`` the reverse."""
    last = len(cut.shares) - 1
    sizes = [share * (1 + by * (2 * k / last - 1)) for k, share in enumerate(cut.shares)]
    cut.shares[:] = [size / sum(sizes) for size in sizes]


def _push(cut: Cut, k: int, move: float, cost: float, page: tuple[Tree, Sequence[Wish], Grid]) -> float:
    """Move the border after part k as long as that lowers the cost."""
    while True:
        a, b = cut.shares[k], cut.shares[k + 1]
        if min(a + move, b - move) < min(SMALLEST, a, b):
            return cost
        cut.shares[k], cut.shares[k + 1] = a + move, b - move
        moved = page_cost(*page, limit=cost - 1e-4)
        if moved >= cost - 1e-4:
            cut.shares[k], cut.shares[k + 1] = a, b
            return cost
        cost = moved


def _stacked(tree: Tree) -> bool:
    """Tell whether a column holds a stack: tiers of plain columns cannot be misread."""
    return any(not cut.tiers and any(isinstance(part, Cut) for part in cut.parts) for cut in cuts(tree))


def crossing_cost(tree: Tree, grid: Grid) -> float:
    """Return the price of upright gutters that line up across neighbouring tiers."""
    if isinstance(tree, int) or not tree.tiers:
        return 0.0
    area = grid.area
    cost, above = 0.0, list[float]()
    for part, box in zip(tree.parts, divide(tree, (area.x, area.y, area.w, area.h), grid), strict=True):
        here = _uprights(part, box, grid)
        for u in here:
            for v in above:
                near = abs(u - v)
                if near < ALIGNED:
                    cost += 0.8 * (1 - near / ALIGNED)
        above = here
    return cost


def _uprights(part: Tree, box: Box, grid: Grid) -> list[float]:
    """Return where the gutters between a tier's columns lie."""
    if isinstance(part, int) or part.tiers:
        return []
    columns = sorted(divide(part, box, grid))
    return [x + w for x, _, w, _ in columns[:-1]]
