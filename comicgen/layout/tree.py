"""A slice tree into boxes and, with leaning gutters, into polygons. Millimetres, panels by number."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Union

from ..geometry import Point, Polygon, Rect

Box = tuple[float, float, float, float]
"""x, y, width, height: a plain tuple, since the search makes tens of thousands of them."""


@dataclass(slots=True)
class Cut:
    """A block cut into parts, in reading order; the search moves its shares, so it is not frozen."""

    tiers: bool
    """True: parts lie one under another; False: side by side."""
    parts: list["Tree"]
    shares: list[float]
    """Of the block's size less its gutters; they sum to 1."""
    slants: list[float] = field(default_factory=list)
    """How far each gutter leans, in radians; empty when none does."""
    fixed: bool = False
    """The author gave the shares."""
    author: bool = False
    """The author asked for this cut, so it leans only where the author said so."""


Tree = Union[int, Cut]


@dataclass(frozen=True, slots=True)
class Grid:
    """What turns shares into millimetres: the area to fill, the gutters and the direction."""

    area: Rect
    tier: float
    column: float
    rtl: bool

    def gutter(self, tiers: bool) -> float:
        return self.tier if tiers else self.column


def leaves(tree: Tree) -> list[int]:
    """Return the panels of a tree in reading order."""
    return [tree] if isinstance(tree, int) else [leaf for part in tree.parts for leaf in leaves(part)]


def cuts(tree: Tree) -> Iterator[Cut]:
    """Yield every cut of a tree, outer ones first."""
    if isinstance(tree, Cut):
        yield tree
        for part in tree.parts:
            yield from cuts(part)


def boxes(tree: Tree, grid: Grid) -> list[Box]:
    """Return each panel's upright box in reading order, leaning gutters not yet applied."""
    found: list[Box] = []
    a = grid.area
    _boxes(tree, (a.x, a.y, a.w, a.h), grid, found)
    return found


def _boxes(tree: Tree, box: Box, grid: Grid, found: list[Box]) -> None:
    if isinstance(tree, int):
        found.append(box)
        return
    for part, inner in zip(tree.parts, divide(tree, box, grid), strict=True):
        _boxes(part, inner, grid, found)


def divide(cut: Cut, box: Box, grid: Grid) -> list[Box]:
    """Return the boxes of a cut's parts, in reading order."""
    x, y, w, h = box
    gutter = grid.tier if cut.tiers else grid.column
    free = (h if cut.tiers else w) - gutter * (len(cut.parts) - 1)
    found: list[Box] = []
    at = 0.0
    for share in cut.shares:
        size = free * share
        if cut.tiers:
            found.append((x, y + at, w, size))
        else:
            found.append((x + w - at - size if grid.rtl else x + at, y, size, h))
        at += size + gutter
    return found


HalfPlane = tuple[float, float, float]
"""(a, b, c): the points with a x + b y <= c, (a, b) of length one."""


def polygons(tree: Tree, grid: Grid, outer: Mapping[int, Rect]) -> list[Polygon]:
    """Return each panel's frame: its start box cut by the half-planes of every gutter round it.

    ``outer`` holds the start box of frames that bleed; others start from the grid's area. The two
    half-planes of a gutter are parallel and a gutter's width apart, so gutters are exact at any lean.
    """
    a = grid.area
    planes: list[list[HalfPlane]] = []
    _planes(tree, (a.x, a.y, a.w, a.h), grid, [], planes)
    return [clip(outer.get(k, a).corners, each) for k, each in zip(leaves(tree), planes, strict=True)]


def _planes(tree: Tree, box: Box, grid: Grid, held: list[HalfPlane], found: list[list[HalfPlane]]) -> None:
    if isinstance(tree, int):
        found.append(held)
        return
    parts = divide(tree, box, grid)
    slants = tree.slants or [0.0] * (len(parts) - 1)
    sides: list[list[HalfPlane]] = [[] for _ in parts]
    for k, slant in enumerate(slants):
        before, after = _gutter(parts[k], parts[k + 1], tree.tiers, slant)
        sides[k].append(before)
        sides[k + 1].append(after)
    for part, inner, side in zip(tree.parts, parts, sides, strict=True):
        _planes(part, inner, grid, [*held, *side], found)


def _gutter(first: Box, second: Box, tiers: bool, slant: float) -> tuple[HalfPlane, HalfPlane]:
    """Return the half-planes that keep two neighbours on their sides of the gutter between them."""
    x0, y0, w0, h0 = first
    x1, y1, w1, _ = second
    if tiers:
        a, b = -math.sin(slant), math.cos(slant)
        near, far = y0 + h0, y1
        middle = b * (near + far) / 2 + a * (x0 + w0 / 2)
    else:
        sign = 1.0 if x1 > x0 else -1.0
        a, b = sign * math.cos(slant), sign * math.sin(slant)
        near, far = (x0 + w0, x1) if sign > 0 else (x0, x1 + w1)
        middle = a * (near + far) / 2 + b * (y0 + h0 / 2)
    half = abs(far - near) / 2
    return (a, b, middle - half), (-a, -b, -(middle + half))


def clip(polygon: Sequence[Point], planes: Sequence[HalfPlane]) -> Polygon:
    """Return the part of a convex polygon inside every half-plane, clockwise, to a tenth of a micron."""
    points = list(polygon)
    for a, b, c in planes:
        points = _clip(points, a, b, c)
    return _clean(points)


def _clip(points: list[Point], a: float, b: float, c: float) -> list[Point]:
    kept: list[Point] = []
    for p, q in zip(points, points[1:] + points[:1], strict=True):
        dp, dq = a * p[0] + b * p[1] - c, a * q[0] + b * q[1] - c
        if dp <= 0:
            kept.append(p)
        if (dp < 0 < dq) or (dq < 0 < dp):
            u = dp / (dp - dq)
            kept.append((p[0] + u * (q[0] - p[0]), p[1] + u * (q[1] - p[1])))
    return kept


def _clean(points: list[Point]) -> Polygon:
    """Round, drop points that fell together, so that no side has no length, and start at the top left."""
    rounded = [(round(x, 4) + 0.0, round(y, 4) + 0.0) for x, y in points]
    kept = [p for k, p in enumerate(rounded) if math.dist(p, rounded[k - 1]) > 1e-3]
    first = min(range(len(kept)), key=lambda k: kept[k][0] + kept[k][1], default=0)
    return tuple(kept[first:] + kept[:first])
