"""A hood drawn over the head into marks: upright rings from its edge to its tip, and cloth down to the shoulders."""

from typing import Any

import numpy as np
import shapely

from ....drawing import Colour
from ..marks import Array, Paint
from .pen import INK, Pen, mix
from .shapes import curve, polygon, runs, smooth
from .sitter import Sitter
from .solids import disc, ink_on, paint_solid, solid
from .wear import cloth

HOOD = (
    (0.470, 0.250, 0.375, 0.535, 0.14),
    (0.490, 0.170, 0.480, 0.590, 0.12),
    (0.520, 0.000, 0.545, 0.605, 0.10),
    (0.545, -0.200, 0.555, 0.580, 0.06),
    (0.565, -0.400, 0.460, 0.480, 0.0),
    (0.600, -0.550, 0.250, 0.280, 0.0),
    (0.640, -0.640, 0.060, 0.080, 0.0),
)
"""Upright rings of a hood from its edge backwards: height and z of the middle, half width and height, lean."""


def _hood_rings(sitter: Sitter) -> list[Array]:
    t = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    rings = []
    for y, z, a, b, lean in HOOD:
        rise = b * np.cos(t)
        rings.append(np.stack([a * sitter.wide * np.sin(t), y + rise, z + lean * rise], axis=1))
    return rings


def _drape(sitter: Sitter) -> Any:
    """Return the cloth of a hood between the head and the shoulders."""
    sizes = ((0.30, 0.44, 0.16, 0.50), (0.10, 0.39, 0.24, 0.42), (-0.02, 0.36, 0.30, 0.36), (-0.11, 0.42, 0.34, 0.38))
    return solid(sitter, [disc(sitter, y, h, a, b) for y, h, a, b in sizes], bent=True)


def _faces(sitter: Sitter, edge: Array) -> bool:
    """Tell whether the camera looks into a hood."""
    return float((sitter.eye - edge.mean(axis=0)) @ np.array((0.0, -0.14, 1.0))) > 0


def opening(sitter: Sitter) -> Any:
    """Return what of the frame lies inside a hood's edge; empty where the camera does not look into it."""
    edge = _hood_rings(sitter)[0]
    return polygon(sitter.flat(edge)) if _faces(sitter, edge) else shapely.Polygon()


def draw_hood(pen: Pen, colour: Colour) -> None:
    """Draw the near side of a hood: all but the opening before the face."""
    sitter, paint = pen.sitter, cloth(colour)
    rings = _hood_rings(sitter)
    shape = shapely.union_all([solid(sitter, rings, bent=True), _drape(sitter)])
    if _faces(sitter, rings[0]):
        shape = shapely.difference(shape, polygon(sitter.flat(rings[0])))
    shape = smooth(shape, sitter)
    paint_solid(pen, shape, paint)
    if sitter.small:
        return
    line, white = ink_on(paint)
    seam = np.roll(rings[1], 16, axis=0)
    keep = sitter.seen(seam, (seam - rings[1].mean(axis=0)) + (0.0, 0.0, 0.25)) > 0.05
    keep &= seam[:, 1] > 0.02
    for part in runs(keep):
        pen.line(sitter.flat(seam[part]), 0.45, line, white=white)
    for side in (1.0, -1.0):
        fold = np.array(((side * 0.30, 0.02, 0.10), (side * 0.42, 0.16, 0.02), (side * 0.49, 0.34, -0.10)))
        if side * float(sitter.view[0]) > -0.4:
            pen.line(sitter.flat(curve(fold, 10)), 0.5, line, white=white)


def draw_inside(pen: Pen, colour: Colour) -> None:
    """Draw the inside of a hood, which the head hides but for a rim of shade."""
    edge = _hood_rings(pen.sitter)[0]
    if _faces(pen.sitter, edge):
        inside = polygon(pen.sitter.flat(edge)).buffer(0.01 * pen.sitter.size)
        pen.fill(inside, Paint(mix(colour, 0.55, INK), 0.62))
