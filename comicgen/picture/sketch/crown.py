"""A figure's head into its parts: the head's drawing gets its place among the body's parts."""

import numpy as np
import shapely

from .loft import profile, ring
from .pen import Part
from .sitter import Sitter
from .wardrobe import cloth

SKULL = (
    *((0, 0.055, 0.335, 0.20), (0.13, 0.23, 0.378, -0.03), (0.28, 0.318, 0.386, -0.26), (0.44, 0.357, 0.366, -0.42)),
    *((0.60, 0.385, 0.398, -0.46), (0.80, 0.35, 0.335, -0.40), (0.89, 0.275, 0.24, -0.31), (1, 0.03, -0.01, -0.06)),
)


def draw_crown(sitter: Sitter, detail: float) -> tuple[float, float, float, float] | None:
    """Add the head; return its box in frame units."""
    frame = sitter.bones.head
    origin, left, up, facing = (np.array(v) for v in (frame.origin, frame.left, frame.up, frame.facing))
    table = profile(SKULL, 16)
    tile = np.ones((16, 1))
    middle = (table[:, 2] + table[:, 3]) / 2
    centre = origin + (up * table[:, :1] + facing * middle[:, None]) * frame.unit
    deep = np.maximum((table[:, 2] - table[:, 3]) / 2, 0.02) * frame.unit
    shape = sitter.outline(ring(centre, left * tile, facing * tile, (table[:, 1] * frame.unit, deep, deep), 2.5))
    key = min([sitter.z(frame.at((0, 0.5, 0))), sitter.z(sitter.bones["neck"])]) - 0.26 * sitter.unit
    part = sitter.add(Part(key, shape, sitter.wears.skin, name="head"))
    nose = frame.at((0.0, 0.27, 0.42))
    if sitter.seen(nose, facing) > 0:
        part.after += sitter.pen.dot(sitter.pen.flat(np.array(nose)), 0.03 * sitter.pen.head, cloth((60, 40, 40)))
    if shape.is_empty:
        return None
    x0, y0, x1, y1 = shapely.bounds(shape)
    return (float(x0), float(y0), float(x1), float(y1))
