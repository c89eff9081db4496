"""What is behind a figure made lighter or darker where both would be of one value: dark on light, light on dark.

As a background artist does it: round the figure the wall, the sky or the floor gives way in an even gradation and
keeps its own tone everywhere else.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ....staging.camera import Camera
from ..body import Figure
from ..marks import Area, Array, Mark
from ..setting.gradation import rounded
from ..setting.light import SHADE_TONE
from .topmost import Shapes, Topmost

FINE = 2.0
"""Pixels of the map in a frame unit."""
SHORT = 7.0
"""Frame units: contours shorter than this are no figure's."""
STEP = 1.2
"""Frame units between the places along a contour where both sides are compared."""
OUT, IN = 2.4, 1.4
"""Frame units off the contour where ground and figure are looked at: past the ring of paper, past the line."""
GAP = 0.25
"""Values nearer than this drown in each other."""
LEAST = 0.10
"""Share of a contour before one area from which the area gives way."""
LARGE = 60.0
"""Frame units squared: smaller areas keep their tone."""
BROAD = 3000.0
"""The same for a darker ground behind a light figure, and for solid black: a wall or the sea, no cupboard or window."""
CRUMB = 1.5
"""Frame units: areas narrower than this are not looked at."""
DEEP = 0.2
"""A figure lighter than this wants a darker ground; any other a paler one."""
STEEP = -0.5
"""Looking down more than this, all ground is floor, and floors do not darken."""
DUSK, NIGHT = 0.30, 0.8
"""What paper becomes behind a light figure, and what a night's tone becomes."""
GLIMMER = 0.22
"""What a dark ground becomes behind a dark figure: white would blind."""
SPREAD = 26.0
"""Frame units in which the ground is its own again."""


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """Along a figure's contour: points (n, 2) on it and outside of it, and how dark the figure is inside, (n,)."""

    here: Array
    out: Array
    own: Array


def giving_way(
    marks: Sequence[Mark], owners: Sequence[int], figures: Sequence[Figure], camera: Camera
) -> dict[int, list[Area]]:
    """Return for each area of the set in which a figure would drown, by its number, what it becomes."""
    width, down = 100.0 * camera.aspect, camera.forward[1] < STEEP
    grounds = [k for k, (m, o) in enumerate(zip(marks, owners, strict=True)) if o < 0 and isinstance(m, Area)]
    areas = [m for k in grounds if isinstance(m := marks[k], Area)]
    shapes, below = Shapes(areas, FINE), Topmost(width, FINE)
    starts = sorted((owners.index(i), i) for i in range(len(figures)) if i in owners)
    stands = [(start, sides_of(figures[i], width)) for start, i in starts]
    low, high = shapes.boxes()
    spots = np.concatenate([np.zeros((0, 2)), *(sides.out for _, sides in stands)])
    near = shapes.holding(spots, (high - low).min(axis=1) > CRUMB)
    found: dict[int, list[Area]] = {}
    laid = 0
    for start, sides in stands:
        behind = bisect_left(grounds, start)
        for k in [k for k in near if laid <= k < behind]:
            below.lay(shapes, near[k], k + 1)
        laid = behind
        for n, parts in _given_way(areas, below, sides, DEEP if not down else -1.0):
            found.setdefault(grounds[n], parts)
    return found


def sides_of(figure: Figure, width: float) -> Sides:
    """Return both sides of a figure's contour where the frame shows it."""
    here, aside = _contour(figure)
    out = here + OUT * aside
    shown = ((out > 0) & (out < (width, 100.0))).all(axis=1)
    here, out, inside = here[shown], out[shown], (here - IN * aside)[shown]
    both = np.concatenate([out, inside])
    over = Topmost(width, FINE)
    areas = [m for m in figure.marks if isinstance(m, Area) and not m.knockout]
    shapes = Shapes(areas, FINE)
    low, high = shapes.boxes()
    for k, rings in shapes.holding(both, (high - low).max(axis=1) > CRUMB).items():
        over.lay(shapes, rings, k + 1)
    outer, index = np.split(over.at(both), 2)
    keep = (outer == 0) & (index > 0)
    here, out, inside, index = here[keep], out[keep], inside[keep], index[keep]
    used = sorted({*index.tolist()})
    plain = np.zeros(len(areas) + 1)
    plain[used] = [_plain(areas[i - 1]) for i in used]
    own = plain[index]
    for i in used:
        if areas[i - 1].fade is not None:
            own[index == i] = tone_at(areas[i - 1], inside[index == i])
    return Sides(here, out, own)


def _contour(figure: Figure) -> tuple[Array, Array]:
    """Return points at even distances along a figure's contours and the ways outwards."""
    points, ways = [np.zeros((0, 2))], [np.zeros((0, 2))]
    for ring in figure.silhouette:
        line = np.concatenate([ring, ring[:1]])
        way = line[1:] - line[:-1]
        length = np.concatenate([[0.0], np.sqrt((way * way).sum(axis=1)).cumsum()])
        if length[-1] < SHORT:
            continue
        at = np.arange(int(length[-1] / STEP)) * (length[-1] / int(length[-1] / STEP))
        here = np.array((np.interp(at, length, line[:, 0]), np.interp(at, length, line[:, 1])))
        loop = np.concatenate([here[:, -1:], here, here[:, :1]], axis=1)
        along = loop[:, 2:] - loop[:, :-2]
        along *= (1.0 if _signed(ring) > 0 else -1.0) / np.maximum(np.hypot(*along), 1e-9)
        points.append(here.T)
        ways.append(np.stack([along[1], -along[0]], axis=1))
    return np.concatenate(points), np.concatenate(ways)


def _signed(ring: Array) -> float:
    x, y = np.concatenate([ring, ring[:1]]).T
    return float(x[:-1] @ y[1:] - x[1:] @ y[:-1])


def _plain(area: Area) -> float:
    """Return how dark an area is without its fade, 0 paper .. 1 black, as ink shows it."""
    if area.paint.black and area.fade is None:
        return 1.0
    return min(max(area.paint.tone + SHADE_TONE * area.shade, 0.0), 1.0)


def tone_at(area: Area, points: Array) -> Array:
    """Return an area's values (n,) at points (n, 2)."""
    if area.fade is None:
        return np.full(len(points), _plain(area))
    start, end, first, last = area.fade
    way = np.subtract(end, start)
    t = np.minimum(np.maximum((points - np.array(start)) @ way / max(float(way @ way), 1e-9), 0.0), 1.0)
    tone = (area.paint.tone + SHADE_TONE * area.shade) * (first + (last - first) * t)
    values: Array = np.minimum(np.maximum(tone, 0.0), 1.0)
    return values


def _given_way(areas: Sequence[Area], below: Topmost, sides: Sides, deep: float) -> list[tuple[int, list[Area]]]:
    """Return for each area that has to give way, by its number, what it becomes: darker for a figure under ``deep``."""
    index = below.at(sides.out)
    found: list[tuple[int, list[Area]]] = []
    for i in np.flatnonzero(np.bincount(index, minlength=1)[1:] >= max(LEAST * len(index), 1.0)).tolist():
        hit, area = index == i + 1, areas[i]
        if area.fixed:
            continue
        before, own = sides.out[hit], float(sides.own[hit].mean())
        tone = float(tone_at(area, before).mean())
        if abs(own - tone) < GAP and _extent(area) > (BROAD if own < deep or area.paint.black else LARGE):
            found.append((i, _parted(area, tone, before, darker=own < deep)))
    return found


def _extent(area: Area) -> float:
    low, high = (np.concatenate(area.rings).min(axis=0), np.concatenate(area.rings).max(axis=0))
    return float((high - low).prod())


def _parted(area: Area, tone: float, before: Array, *, darker: bool) -> list[Area]:
    """Return an area of one tone as a gradation round the points where somebody stands before it."""
    centre, spread = before.mean(axis=0), 1.3 * before.std(axis=0) + 5.0
    squash = float(np.clip(spread[1] / spread[0], 0.7, 2.0))
    inner, outer = float(spread[0]), float(spread[0]) + SPREAD
    if not darker:
        plain = replace(area, fade=None)
        whole, pale = max(float(tone_at(plain, centre[None])[0]), 1e-3), GLIMMER if tone > 0.5 else 0.0
        return list(rounded(plain, centre, (inner, pale / whole), (outer, tone / whole), squash))
    deep = DUSK if tone < 0.1 else NIGHT
    paint = replace(area.paint, tone=deep, black=False)
    plain = replace(area, paint=paint, fade=None, shade=0.0)
    return list(rounded(plain, centre, (inner, 1.0), (outer, tone / deep), squash))
