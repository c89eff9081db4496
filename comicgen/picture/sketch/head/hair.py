"""Hair's shapes on the frame into marks: fill, shadow, gleam, outline and the lines of its locks.

Edges of locks are inked from the middle to the tip where no nearer lock hides them.
"""

from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate

from ....drawing import Colour
from ..marks import Array, Paint
from .locks import HAIR, RADII, shell
from .pen import Pen, mix, polygon
from .sitter import Sitter
from .styles import style
from .tresses import Mane, Seen


def draw_behind(hair: Mane, pen: Pen) -> None:
    """Draw what hangs behind the head."""
    if hair.behind.is_empty:
        return
    pen.fill(hair.behind, hair.paint, 0.75)
    _inner(hair, pen, behind=True)
    pen.outline(hair.behind, 1.0)
    _draw_bands(hair, pen, behind=True)


def draw_front(hair: Mane, pen: Pen) -> None:
    """Draw what lies on the head and before it: fill, shadow, gleam, inner edges, outline."""
    if hair.front.is_empty:
        return
    sitter, cut = pen.sitter, style(hair.name)
    if cut.stubble:
        _draw_stubble(hair, pen)
        return
    pen.fill(hair.front, hair.paint)
    h = sitter.size
    shade = shapely.difference(hair.front, translate(hair.front, -0.06 * h, -0.085 * h))
    if not sitter.small:
        pen.fill(shade, hair.paint, 0.7)
    if cut.gleam is not None:
        _gleam(hair, cut.gleam, pen)
    _inner(hair, pen, behind=False)
    if not sitter.small:
        _strands(hair, cut.strands, pen)
    pen.outline(hair.front, 1.08)
    _draw_bands(hair, pen, behind=False)


def _draw_stubble(hair: Mane, pen: Pen) -> None:
    paint = Paint(mix(hair.colour, 0.22, (200, 170, 150)), 0.42)
    pen.fill(hair.front, paint)
    h = pen.sitter.size
    pen.fill(shapely.difference(hair.front, translate(hair.front, -0.07 * h, -0.08 * h)), paint, 0.6)
    pen.outline(hair.front, 0.75)


def _inner_colour(hair: Mane) -> tuple[Colour, bool]:
    if hair.paint.black:
        return mix(hair.colour, 0.38, (190, 190, 215)), True
    return mix(hair.colour, 0.66, (12, 6, 20)), False


def _inner(hair: Mane, pen: Pen, behind: bool) -> None:
    """Ink the edges of locks inside the hair, and a stroke down the middle of some."""
    group = [s for s in hair.locks if s.behind == behind]
    if not group or pen.sitter.small:
        return
    colour, white = _inner_colour(hair)
    shapes = np.array([s.shape for s in group])
    shapely.prepare(shapes)
    for i, seen in enumerate(group):
        if not seen.lock.edge or _end_on(seen):
            continue
        for line, weight in _lock_lines(seen, pen.sitter):
            keep = np.isfinite(line).all(axis=1)
            if i + 1 < len(group):
                keep &= ~shapely.contains_xy(shapes[i + 1 :, None], line[None, :, 0], line[None, :, 1]).any(axis=0)
            for part in _parts(line, keep):
                pen.line(part, weight, colour, white=white)


def _end_on(seen: Seen) -> bool:
    """Tell whether a lock points at the camera: it has no edges worth a line."""
    length = float(np.linalg.norm(np.diff(seen.middle, axis=0), axis=1).sum())
    width = float(np.linalg.norm(seen.edges[0] - seen.edges[1], axis=1).max())
    return seen.lock.cut > 0.0 and length < 1.3 * width


def _lock_lines(seen: Seen, sitter: Sitter) -> list[tuple[Array, float]]:
    n = len(seen.middle)
    start = min(int(seen.lock.cut * (n - 1)), n - 3)
    lines = [(edge[start:], 0.62) for edge in seen.edges]
    if seen.lock.middle:
        lines.append((seen.middle[int(0.35 * n) : int(0.9 * n)], 0.42))
        if sitter.fine:
            for share, a, b in ((0.55, 0.2, 0.7), (0.45, 0.45, 0.85)):
                edge = seen.edges[0 if share > 0.5 else 1]
                lines.append(((seen.middle * (1 - share) + edge * share)[int(a * n) : int(b * n)], 0.3))
    return lines


def _parts(line: Array, keep: Any) -> list[Array]:
    padded = np.concatenate([[False], keep, [False]]).astype(int)
    change = np.diff(padded)
    return [
        line[a:b] for a, b in zip(np.flatnonzero(change == 1), np.flatnonzero(change == -1), strict=True) if b - a > 2
    ]


def _strands(hair: Mane, strands: tuple[Array, ...], pen: Pen) -> None:
    colour, white = _inner_colour(hair)
    sitter = pen.sitter
    front = [s.shape for s in hair.locks if not s.behind and s.lock.edge]
    near = shapely.union_all(front) if front else shapely.Polygon()
    shapely.prepare(near)
    for strand in strands:
        points = strand * (sitter.wide, 1.0, 1.0)
        flat = sitter.flat(points)
        keep = sitter.seen(points, (points - HAIR) / RADII**2) > 0.05
        keep &= ~shapely.contains_xy(near, flat)
        for part in _parts(flat, keep):
            pen.line(part, 0.55, colour, white=white)


def _gleam(hair: Mane, gleam: tuple[float, float], pen: Pen) -> None:
    """Paint the band of light round the crown: jagged, on the side towards the light."""
    sitter = pen.sitter
    lat, reach = gleam
    view = sitter.view
    azimuth = float(np.degrees(np.arctan2(view[0], view[2]))) - 16
    t = np.linspace(-54, 54, 31 if not sitter.small else 13)
    swell = np.cos(np.radians(t / 54 * 90))
    teeth = np.where(np.arange(len(t)) % 2 == 0, 1.0, -0.3) * (1.4 + 0.75 * (np.arange(len(t)) * 7 % 5)) * swell
    upper = shell(np.column_stack([azimuth + t, lat - 5.0 + 3.4 * swell + teeth, np.full(len(t), reach * 1.02)]))
    lower = shell(np.column_stack([azimuth + t, lat - 5.0 - 3.8 * swell + teeth * 1.25, np.full(len(t), reach * 1.02)]))
    middle = upper[len(t) // 2] * (sitter.wide, 1, 1)
    if float(sitter.seen(middle, (middle - HAIR) / RADII**2)) < 0.12:
        return
    ring = np.concatenate([upper, lower[::-1]]) * (sitter.wide, 1.0, 1.0)
    shape = shapely.intersection(polygon(sitter.flat(ring)), hair.front)
    glow = mix(
        hair.colour, 0.30 if hair.paint.black else 0.45, (225, 228, 250) if hair.paint.black else (255, 250, 240)
    )
    pen.fill(shape, Paint(glow, 0.0))


TIE = Paint((206, 72, 82), 0.35)


def _draw_bands(hair: Mane, pen: Pen, behind: bool) -> None:
    for seen in hair.bands:
        if seen.behind == behind:
            pen.fill(seen.shape, TIE)
            pen.outline(seen.shape, 0.8)
