"""Forceful panels into leaning gutters, taken back where the page would be misread."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ..geometry import Polygon, Rect, area, bounds
from .order import reads_in_order
from .tree import Box, Cut, Grid, Tree, boxes, cuts, divide, leaves, polygons
from .wish import Wish, chance

COLUMN_MOST, TIER_MOST = math.radians(11), math.radians(4.5)
JOINED = 5.0
"""Ends of gutters nearer than this, in mm, read as one line through two tiers."""
LEAST = math.radians(1.5)
"""A gutter that leans less looks like a mistake."""


def lean(tree: Tree, wishes: Sequence[Wish], grid: Grid, seed: int) -> None:
    """Lean the gutters beside forceful panels: chosen by seed and panel ids, kept in bounds; changes the tree."""
    a = grid.area
    _lean(tree, (a.x, a.y, a.w, a.h), wishes, grid, seed)
    if isinstance(tree, Cut) and tree.tiers:
        _uncross(tree, grid)


def _uncross(tree: Cut, grid: Grid) -> None:
    """Turn or straighten leaning gutters that would run on from the tier above as one line."""
    a = grid.area
    above: list[float] = []
    for part, box in zip(tree.parts, divide(tree, (a.x, a.y, a.w, a.h), grid), strict=True):
        if isinstance(part, int) or part.tiers or part.author:
            above = []
            continue
        slants = list(part.slants)
        for turn in (1.0, -1.0, 0.0):
            part.slants = [slant * turn for slant in slants]
            ends = _ends(part, box, grid)
            if all(abs(top - other) >= JOINED for top, _ in ends for other in above):
                break
        above = [bottom for _, bottom in _ends(part, box, grid)]


def _ends(part: Cut, box: Box, grid: Grid) -> list[tuple[float, float]]:
    """Return where each of a tier's upright gutters meets the tier's top and bottom."""
    parts = divide(part, box, grid)
    middles = [(max(one[0], two[0]) - grid.column / 2) for one, two in pairwise(parts)]
    runs = [math.tan(slant) * box[3] / 2 for slant in part.slants or [0.0] * len(middles)]
    return [(x + run, x - run) for x, run in zip(middles, runs, strict=True)]


def _lean(tree: Tree, box: Box, wishes: Sequence[Wish], grid: Grid, seed: int) -> None:
    if isinstance(tree, int):
        return
    parts = divide(tree, box, grid)
    if not tree.author:
        tree.slants = [_slant(tree, parts, k, wishes, seed) for k in range(len(parts) - 1)]
    for part, inner in zip(tree.parts, parts, strict=True):
        _lean(part, inner, wishes, grid, seed)


def _slant(cut: Cut, parts: Sequence[Box], k: int, wishes: Sequence[Wish], seed: int) -> float:
    before, after = wishes[leaves(cut.parts[k])[-1]], wishes[leaves(cut.parts[k + 1])[0]]
    force = max(before.force, after.force)
    if force <= (0.9 if cut.tiers else 0.5) or chance(seed, "lean", before.id, after.id) > force * force:
        return 0.0
    most = TIER_MOST if cut.tiers else COLUMN_MOST
    angle = most * (0.5 + 0.5 * chance(seed, "angle", before.id, after.id))
    across = parts[k][2] if cut.tiers else parts[k][3]
    thin = min(parts[n][3 if cut.tiers else 2] for n in (k, k + 1))
    angle = min(angle, math.atan(0.44 * thin / across))
    side = 1 if chance(seed, "side", wishes[leaves(cut)[0]].id) < 0.5 else -1
    return side * angle if angle >= LEAST else 0.0


def settle(tree: Tree, grid: Grid, outer: Mapping[int, Rect]) -> tuple[list[Polygon], Mapping[int, Rect]]:
    """Return the frames and which of them bleed, with the most force that still reads one way.

    Leans that mislead the reader or squeeze a frame are halved, then dropped, and last of all the bleeds.
    """
    for _ in range(2):
        frames = polygons(tree, grid, outer)
        if _good(frames, tree, grid):
            return frames, outer
        for cut in cuts(tree):
            cut.slants = [s / 2 if abs(s / 2) >= LEAST else 0.0 for s in cut.slants]
    for cut in cuts(tree):
        cut.slants = []
    frames = polygons(tree, grid, outer)
    return (frames, outer) if _good(frames, tree, grid) else (polygons(tree, grid, {}), {})


def _good(frames: Sequence[Polygon], tree: Tree, grid: Grid) -> bool:
    upright = boxes(tree, grid)
    if not all(len(f) >= 3 and area(f) > 0.6 * w * h for f, (_, _, w, h) in zip(frames, upright, strict=True)):
        return False
    found = [bounds(frame) for frame in frames]
    return reads_in_order([(b.x, b.y, b.w, b.h) for b in found], grid.rtl)
