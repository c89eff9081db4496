"""Hair's shapes on the frame into marks: fill, shadow, gleam, outline and the lines of its locks.

Edges of locks are inked from the middle to the tip where no nearer lock hides them.
"""

import math
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from .....drawing import Colour
from ...marks import Array, Paint, Stroke
from ...runs import stretches
from ..pen import Pen, mix
from ..shapes import curve, fading, runs
from ..sitter import Sitter
from .locks import HAIR, RADII, shell
from .styles import style
from .tresses import Mane, Seen

WATER = Paint((232, 242, 250), 0.0)
DROP = 0.026
"""Half width of a drop in head heights."""
CLEAR = 0.175
"""Head heights round an eye where no drop hangs."""
TEARDROP = np.array(
    [(np.sin(a) * np.sin(0.5 * a) ** 1.5, 1.4 - 1.4 * np.cos(a)) for a in np.linspace(0, 2 * np.pi, 18)]
)[:-1]
"""A drop that hangs from the origin, in half widths."""
SPARSE = 64.0
"""Pixels of head under which hair has no lines but its locks'."""
EDGEWISE = 0.55
"""Share of its width under which a lock is seen from its edge: one line draws it."""


def draw_behind(hair: Mane, pen: Pen, within: Any = None) -> None:
    """Draw what hangs behind the head, its lines ``within`` what a hat leaves of it."""
    if hair.behind.is_empty:
        return
    pen.fill(hair.behind, hair.paint, 0.75)
    pen.clip = within
    _inner(hair, pen, behind=True)
    pen.outline(hair.behind, 1.0, hair=True)
    if not pen.sitter.small:
        _strands(hair, style(hair.name).coils, pen, over=True)
    _draw_bands(hair, pen, behind=True)
    pen.clip = None


def draw_front(hair: Mane, pen: Pen, within: Any = None) -> None:
    """Draw what lies on the head and before it: fill, shadow, gleam, inner edges, outline.

    Lines are drawn ``within`` what a hat leaves of it.
    """
    if hair.front.is_empty:
        return
    sitter, cut = pen.sitter, style(hair.name)
    if cut.stubble:
        _draw_stubble(hair, pen)
        return
    pen.fill(hair.front, hair.paint)
    if not sitter.small:
        pen.fill(pen.lee(hair.front, (0.06, 0.085)), hair.paint, 0.7)
    if cut.gleam is not None:
        _gleam(hair, cut.gleam, pen)
    pen.clip = within
    _inner(hair, pen, behind=False)
    if sitter.detail > SPARSE:
        _strands(hair, cut.strands, pen)
    if not sitter.small:
        _strands(hair, cut.coils, pen, over=True)
    if sitter.detail > 110 and cut.ears != "over":
        _flyaways(pen)
    pen.outline(hair.front, 1.08, hair=True)
    _draw_bands(hair, pen, behind=False)
    if hair.wet and not sitter.small:
        _drips(hair, pen)
    pen.clip = None


def _drips(hair: Mane, pen: Pen) -> None:
    """Hang drops on the tips of wet locks but not before the eyes, and let some fall."""
    sitter = pen.sitter
    x, y, *_ = sitter.form.eye
    eyes, size = sitter.paper(((x, y), (-x, y))), DROP * sitter.size
    tips = [s.middle[-1] for s in hair.locks if not s.behind and s.lock.edge and not _end_on(s)]
    free = [t for t in tips if np.linalg.norm(eyes - t, axis=1).min() > CLEAR * sitter.size]
    free = [t for t in free if not shapely.contains_xy(hair.front, t[0], t[1] + 2.0 * size)]
    for i, tip in enumerate(free[::2]):
        for low in (0.2, 2.6) if i % 3 == 1 else (0.2,):
            drop = tip + np.add(TEARDROP, (0.0, low)) * size
            pen.fill(drop, WATER)
            pen.loop(drop, 0.42)


def _draw_stubble(hair: Mane, pen: Pen) -> None:
    paint = Paint(mix(hair.colour, 0.22, (200, 170, 150)), 0.42)
    pen.fill(hair.front, paint)
    pen.fill(pen.lee(hair.front, (0.07, 0.08)), paint, 0.6)
    pen.outline(hair.front, 0.75)


def _inner_colour(hair: Mane) -> tuple[Colour, bool]:
    if hair.paint.black:
        return mix(hair.colour, 0.38, (190, 190, 215)), True
    return mix(hair.colour, 0.66, (12, 6, 20)), False


def _inner(hair: Mane, pen: Pen, behind: bool) -> None:
    """Ink the edges of locks inside the hair, and a stroke down the middle of some: thin at the root."""
    group = [s for s in hair.locks if s.behind == behind]
    if not group or pen.sitter.small:
        return
    colour, white = _inner_colour(hair)
    lines = [
        (i, seen, line)
        for i, seen in enumerate(group)
        if seen.lock.edge and not _end_on(seen)
        for line in _lock_lines(seen, pen.sitter)
    ]
    if not lines:
        return
    points = np.concatenate([line for _, _, (line, _, _) in lines])
    counts = [len(line) for _, _, (line, _, _) in lines]
    keep = np.concatenate(
        [seen.near[first : first + n] for n, (_, seen, (_, first, _)) in zip(counts, lines, strict=True)]
    )
    if pen.clip is not None:
        keep &= shapely.contains_xy(pen.clip, points)
    owner = np.repeat([i for i, _, _ in lines], counts)
    _hide(keep, points, [s.shape for s in group], owner)
    for k, a, b in stretches(keep, counts, 3):
        widths = fading(b - a, 0.25) * (lines[k][2][2] * pen.sitter.line)
        pen.marks.append(Stroke(points[a:b][::-1], widths, colour, taper=False, white=white))


def _hide(keep: Any, points: Array, shapes: list[Any], owner: Any) -> None:
    """Let go of the points that shapes hide which are nearer than their own, the ``owner``; far shapes come first."""
    row, x, y = np.array(shapes, dtype=object), points[:, 0], points[:, 1]
    left, top, right, low = shapely.bounds(row).reshape(-1, 4, 1).swapaxes(0, 1)
    under = keep & (owner < np.arange(len(row))[:, None])
    over, point = (under & (x > left) & (x < right) & (y > top) & (y < low)).nonzero()
    keep[point[shapely.contains_xy(row[over], x[point], y[point])]] = False


def _end_on(seen: Seen) -> bool:
    """Tell whether a lock points at the camera: it has no edges worth a line."""
    length, width = seen.extent
    return seen.lock.cut > 0.0 and length < 1.3 * width


def _lock_lines(seen: Seen, sitter: Sitter) -> list[tuple[Array, int, float]]:
    """Return the lines that draw a lock: points, the row at which they begin, and weight."""
    left, right = seen.edges
    n = len(seen.middle)
    start = min(int(seen.lock.cut * (n - 1)), n - 3)
    if seen.extent[1] < EDGEWISE * 2 * max(seen.lock.widths) * sitter.size:
        return [(left[start:], start, 0.5)]
    lines = [(left[start:], start, 0.62), (right[start:], start, 0.62)]
    if seen.lock.middle:
        first = int(0.35 * n)
        lines.append((seen.middle[first : int(0.9 * n)], first, 0.42))
        for share, a, b, edge in ((0.55, 0.2, 0.7, left), (0.45, 0.45, 0.85, right)) if sitter.fine else ():
            first, last = int(a * n), int(b * n)
            lines.append((seen.middle[first:last] * (1 - share) + edge[first:last] * share, first, 0.3))
    return lines


def _strands(hair: Mane, strands: tuple[Array, ...], pen: Pen, *, over: bool = False) -> None:
    """Ink lines that lie on the hair; those ``over`` the locks are not hidden by them."""
    if not strands:
        return
    colour, white = _inner_colour(hair)
    sitter = pen.sitter
    strands = tuple(curve(s, 2 * len(s)) for s in strands) if sitter.huge else strands
    counts = [len(s) for s in strands]
    points = np.concatenate(strands) * (sitter.wide, 1.0, 1.0)
    flat = sitter.flat(points)
    keep = sitter.seen(points, (points - HAIR) / RADII**2) > 0.05
    if not over:
        keep &= shapely.contains_xy(hair.front, flat)
        front = [s.shape for s in hair.locks if not s.behind and s.lock.edge and not _end_on(s)]
        _hide(keep, flat, front, np.full(len(flat), -1))
    if pen.clip is not None:
        keep &= shapely.contains_xy(pen.clip, flat)
    lines = [flat[a:b] for _, a, b in stretches(keep, counts, 3)]
    pen.marks.extend(Stroke(line, 0.48 * sitter.line, colour, white=white) for line in lines)


FLYAWAYS = np.array(
    [
        shell([(lon + turn * t, lat - 14 * t, 0.99 + 0.10 * np.sin(np.pi * 0.7 * t)) for t in np.linspace(0, 1, 7)])
        for lon, lat, turn in ((36, 70, 15), (-66, 60, -18), (160, 60, 16))
    ]
)
"""The few hairs that leave the outline, root first."""


def _flyaways(pen: Pen) -> None:
    """Ink the few hairs that leave the outline."""
    points = FLYAWAYS * (pen.sitter.wide, 1.0, 1.0)
    roots = points[:, 0]
    near = pen.sitter.seen(roots, (roots - HAIR) / RADII**2) > -0.5
    for line in pen.sitter.flat(points[near]):
        pen.flick(line, 0.42)


SPINDLES = (0.6, 1.0, 0.75, 1.15, 0.8, 0.0, 0.9, 1.2, 0.7, 1.0, 0.55, 0.85, 0.0)
"""Lengths of the gleam's strokes, one after the other; 0 is a gap."""


SPINDLE = np.array(
    (
        *((-1.0, 0.20), (-0.34, 0.36), (0.0, 1.0), (0.32, 0.40), (1.0, 0.20)),
        *((1.0, -0.22), (0.34, -0.46), (0.0, -1.3), (-0.30, -0.42), (-1.0, -0.22)),
    )
)
"""One stroke of the gleam, its upper edge and back: across and along the hair."""


@lru_cache(maxsize=2)
def _spindles(count: int) -> tuple[Array, tuple[Any, ...]]:
    """Return the strokes of a gleam as (count, 10, 2) longitudes and latitudes about its middle, and which touch."""
    t = np.linspace(-50, 50, count)
    long = np.array([SPINDLES[i % len(SPINDLES)] for i in range(count)]) * np.cos(np.radians(t / 50 * 84)) * 8.6
    lon = t[:, None] + 0.5 * (t[1] - t[0]) * SPINDLE[None, :, 0]
    sag = 2.5 * (1 - np.cos(np.radians(t)))[:, None]
    return np.stack([lon, long[:, None] * SPINDLE[None, :, 1] - sag], axis=-1), tuple(runs(long > 0.8))


def _gleam(hair: Mane, gleam: tuple[float, float], pen: Pen) -> None:
    """Paint the light round the crown: a broken band of spindles along the hair, on the side towards the light."""
    sitter = pen.sitter
    lat, reach = gleam
    azimuth = math.degrees(math.atan2(sitter.view[0], sitter.view[2])) - 14 * sitter.lee
    middle = shell([(azimuth, lat, reach)])[0] * (sitter.wide, 1.0, 1.0)
    if float(sitter.seen(middle, (middle - HAIR) / RADII**2)) < 0.12:
        return
    spindles, touching = _spindles(23 if not sitter.small else 7)
    places = np.full((len(spindles), len(SPINDLE), 3), reach * 1.01)
    places[..., :2] = np.add(spindles, (azimuth, lat))
    flat = sitter.flat(shell(places) * (sitter.wide, 1.0, 1.0)).reshape(len(spindles), len(SPINDLE), 2)
    black = hair.paint.black
    light = Paint(mix(hair.colour, 0.34 if black else 0.45, (225, 228, 250) if black else (255, 250, 240)), 0.0)
    pen.clip = hair.front
    pen.fills([_band(flat[run]) for run in touching], [light] * len(touching))


def _band(strokes: Array) -> Array:
    """Return the contour of strokes (n, 10, 2) that touch: their upper edges, and their lower ones back."""
    return np.concatenate([strokes[:, :5].reshape(-1, 2), strokes[::-1, 5:].reshape(-1, 2)])


TIE = Paint((206, 72, 82), 0.35)


def _draw_bands(hair: Mane, pen: Pen, behind: bool) -> None:
    for seen in hair.bands:
        if seen.behind == behind:
            pen.fill(seen.shape, TIE)
            pen.outline(seen.shape, 0.8)
