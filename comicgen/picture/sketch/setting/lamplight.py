"""Lamplight into marks: walls that darken away from the lamp, at night a glow on faces near lamps."""

from dataclasses import replace

import numpy as np
import shapely

from ....staging.sets.solids import Set
from ..marks import Area, Array, Mark
from .gradation import rounded
from .hand import Hand
from .light import SHADE_TONE

NEAR, FAR = 26.0, 105.0
"""Frame units from the light's middle where a lit room begins to darken, and where it is dark."""
NEARLY = 0.4
"""Share of a surface's own tone that is left where the light is strongest."""
GLOOM = 0.8
"""Tone of the dark."""


def gloom(hand: Hand, point: Array) -> float:
    """Return the tone that the dark adds at a place on the frame."""
    away = float(np.hypot(*(point - middle(hand))))
    return GLOOM * float(np.clip((away - NEAR) / (FAR - NEAR), 0.0, 1.0))


def middle(hand: Hand) -> Array:
    """Return where on the frame the light of a lit room is strongest."""
    return np.array((hand.width * 0.5, 45.0)) if hand.lamp is None else hand.lamp


def lamplit(hand: Hand, area: Area) -> list[Mark]:
    """Return a lit surface that darkens evenly away from the light."""
    paint = replace(area.paint, tone=max(area.paint.tone, GLOOM) - SHADE_TONE)
    own = NEARLY * area.paint.tone / GLOOM
    return list(rounded(replace(area, paint=paint, shade=1.0), middle(hand), (NEAR, own), (FAR, 1.0)))


def glows(place: Set, hand: Hand, faces: Array, normals: Array) -> Array:
    """Return how much of the night the lamps take off each face, (f,) 0..1: near them and turned to them.

    ``faces`` is (f, k, 3) corners, ``normals`` (f, 3).
    """
    if hand.light.time != "night" or not place.lamps or not len(faces):
        return np.zeros(len(faces))
    best = np.zeros(len(faces))
    for lamp in place.lamps:
        distance, facing = _reached(np.array(lamp.at), faces, normals)
        best = np.maximum(best, np.where(facing, np.clip(1.25 - distance / (2.6 * lamp.radius), 0.0, 0.85), 0.0))
    return best


def turned_away(place: Set, hand: Hand, faces: Array, normals: Array) -> Array:
    """Return the shade (f,) of a lit room's faces: full where no lamp shines on them."""
    lit = np.zeros(len(faces), dtype=bool)
    for lamp in place.lamps or ():
        lit |= _reached(np.array(lamp.at), faces, normals)[1]
    shade: Array = np.where(lit, 0.0, 1.0)
    return shade


def _reached(at: Array, faces: Array, normals: Array) -> tuple[Array, Array]:
    """Return the distances of faces from a lamp, and whether they are turned to it."""
    way = at - np.clip(at, faces.min(axis=1), faces.max(axis=1))
    distance = np.linalg.norm(way, axis=1)
    return distance, np.einsum("fc,fc->f", normals, way) > 0.05 * distance


def shape_rings(polygon: shapely.Polygon) -> list[Array]:
    """Return the rings of a polygon as (n, 2) arrays."""
    return [shapely.get_coordinates(r)[:-1] for r in (polygon.exterior, *polygon.interiors)]
