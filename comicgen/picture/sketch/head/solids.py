"""Rings about the axis of the hair into what they cover, and that into marks: the solids of hats."""

from typing import Any

import numpy as np
import shapely

from ....drawing import Colour
from ..loft import ring
from ..marks import Array, Paint
from .hair.locks import HAIR
from .pen import Pen, mix
from .shapes import hulled, polygon, smooth
from .sitter import Sitter


def disc(sitter: Sitter, y: float, half: float, ahead: float, behind: float, tilt: float = 0.0) -> Array:
    """Return one level ring (n, 3) about the hair's axis at height ``y``; ``tilt`` lifts its front."""
    left, front = np.array(((1.0, 0.0, 0.0),)), np.array(((0.0, 0.0, 1.0),))
    points = ring(np.array(((0.0, y, HAIR[2]),)), left, front, (half * sitter.wide, ahead, behind))[0]
    tilted: Array = points + np.outer(points[:, 2] - HAIR[2], (0.0, tilt, 0.0))
    return tilted


def solid(sitter: Sitter, rings: list[Array], *, opened: bool = False, bent: bool = False) -> Any:
    """Return what rings cover on the frame with what is between them; ``opened`` at its first ring below.

    Hats bulge: their hull is all of them. What is ``bent`` is as many hulls as it has neighbouring rings.
    """
    flat = sitter.flat(np.array(rings))
    shape = shapely.union_all(hulled(flat)) if bent else shapely.convex_hull(shapely.linestrings(flat.reshape(-1, 2)))
    if opened and below(sitter, rings[0]):
        shape = shapely.difference(shape, polygon(flat[0]))
    return smooth(shape, sitter)


def below(sitter: Sitter, rim: Array) -> bool:
    """Tell whether the camera looks into a ring from below."""
    middle = rim.mean(axis=0)
    quarter = len(rim) // 4
    normal = np.cross(rim[quarter] - middle, rim[0] - middle)
    return bool((sitter.eye - middle) @ normal * np.sign(normal[1]) < 0)


def paint_solid(pen: Pen, shape: Any, paint: Paint, shade: float = 0.6) -> None:
    """Fill a shape, shade it away from the light and ink its outline."""
    pen.fill(shape, paint)
    if not pen.sitter.small and not shape.is_empty:
        pen.fill(pen.lee(shape, (0.08, 0.08)), paint, shade)
    pen.outline(shape, 1.0)


def ink_on(paint: Paint) -> tuple[Colour, bool]:
    """Return the colour of lines on a cloth, and whether they are white."""
    return (mix(paint.colour, 0.5, (210, 210, 225)), True) if paint.black else (mix(paint.colour, 0.5), False)
