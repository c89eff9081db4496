"""The light along a figure's edge in the dark, on the side of the moon or the lamp."""

import numpy as np
import shapely

from ....drawing import Colour
from ....staging.camera import Camera
from ..body import Figure
from ..loft import contours
from ..marks import Area, Mark, Paint
from ..mending import mended
from ..setting import Light

MOON: Colour = (206, 218, 250)
LAMP: Colour = (255, 240, 206)
WIDE = (0.030, 0.16, 0.55)
"""Width in heads, and its least and largest in frame units."""
INSIDE = 0.012
"""Heads from the contour to the light: the outline stays."""


def rim_light(figure: Figure, light: Light, camera: Camera) -> tuple[Mark, ...]:
    """Return the light on a figure's edge at night and in lamplight, nothing by day."""
    if not light.dark:
        return ()
    whole = shapely.union_all([mended(shapely.polygons(r)) for r in figure.silhouette if len(r) > 3])
    head = 100.0 * camera.scale(figure.bones.head.origin) * figure.bones.unit
    wide = min(max(WIDE[0] * head, WIDE[1]), WIDE[2])
    sun = np.array(light.sun)
    way = np.array((float(sun @ camera.right), -float(sun @ camera.up)))
    way *= wide / max(float(np.hypot(*way)), 1e-6)
    inner = shapely.buffer(whole, -max(INSIDE * head, 0.12), quad_segs=2)
    lit = shapely.difference(inner, shapely.transform(inner, lambda p: p - way))
    rings = contours(shapely.buffer(shapely.buffer(lit, -0.03), 0.03, quad_segs=2))
    return (Area(rings, Paint(MOON if light.time == "night" else LAMP), fixed=True),) if rings else ()
