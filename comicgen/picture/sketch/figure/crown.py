"""A figure's head into its parts: the head's drawing gets its place among the body's parts."""

import math
from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate

from ....staging.camera import Vec3
from ..head import Bearing, draw_head
from ..loft import contours, polygons
from ..marks import Area
from ..pen import Part
from .sitter import Sitter

PIXELS = 7.68
"""Pixels that the head's artist is told for one frame unit: a frame 768 pixels high."""
CHIN_SHADE = (0.03, 0.20)
"""How far the head's outline is moved to shade the neck, in heads."""
NAPE_SHADE = 0.07
"""How far down, where the neck is before the head."""

MOVING: dict[str, tuple[float, float]] = {
    "running": (0.75, 0.1),
    "chasing": (0.75, 0.1),
    "riding": (0.45, 0.0),
    "cycling": (0.35, 0.0),
    "dancing": (0.35, 0.1),
    "jumping": (0.35, 0.5),
    "flying": (1.0, 0.3),
    "falling": (0.8, 0.7),
}
"""The wind of a pose's motion: against the body's front, and upwards."""
Box = tuple[float, float, float, float]


def draw_crown(sitter: Sitter, detail: float) -> tuple[Box | None, tuple[float, float]]:
    """Add the head with its hair; return its box and the mouth's place in frame units."""
    actor, pen = sitter.actor, sitter.pen
    frame = sitter.bones.head
    bearing = Bearing(
        actor.expression, actor.gaze if sitter.bones.pose.face else None, wind(sitter), pen.lee, actor.wet
    )
    drawn = draw_head(actor.look, bearing, frame, pen.camera, pen.head * PIXELS * detail)
    if not drawn.head.marks:
        return None, drawn.mouth
    h = sitter.unit
    top = next(p.depth for p in sitter.parts if p.name == "top")
    key = min(sitter.z(frame.at((0.0, 0.5, 0.0))), sitter.z(sitter.bones["neck"]), top) - 0.26 * h
    back = max(drawn.behind.depth, top + 0.05 * h)
    head = _filled(drawn.head.shape)
    for layer, shape, place, name in (
        (drawn.behind, _filled(drawn.behind.shape), back, "back hair"),
        (drawn.head, head, key, "head"),
        (drawn.front, drawn.front.shape, key - h, "signs"),
    ):
        sitter.add(Part(place, shape, None, before=list(layer.marks), name=name))
    _shade_neck(sitter, head, NAPE_SHADE if drawn.away else CHIN_SHADE[1])
    box = drawn.box
    return (box.x, box.y, box.right, box.bottom), drawn.mouth


def wind(sitter: Sitter) -> Vec3:
    """Return the wind that a figure's own motion puts into its hair."""
    back, up = MOVING.get(sitter.bones.pose.key, (0.0, 0.0))
    x, _, z = sitter.bones.pelvis.facing
    return (-back * x, up, -back * z)


def _filled(shape: Any) -> Any:
    """Return a shape with its holes filled: enough for silhouettes."""
    parts = polygons(shape)
    if not any(map(shapely.get_num_interior_rings, parts)):
        return shape
    return shapely.union_all([shapely.Polygon(p.exterior) for p in parts])


def _shade_neck(sitter: Sitter, head: Any, by: float) -> None:
    """Lay the head's shadow on the neck under it, ``by`` heads lower."""
    part = next(p for p in sitter.parts if p.name == "neck")
    if part.paint is None or part.shape.is_empty or head.is_empty:
        return
    frame, size = sitter.bones.head, sitter.pen.head
    low, high = sitter.pen.flat(np.array((frame.origin, frame.at((0.0, 1.0, 0.0))))).tolist()
    x, y = low[0] - high[0], low[1] - high[1]
    far = by * size / max(math.hypot(x, y), 1e-6)
    moved = translate(head, x * far + CHIN_SHADE[0] * size * sitter.pen.lee, y * far)
    rings = contours(shapely.intersection(part.shape, moved))
    if rings:
        part.after.insert(0, Area(rings, part.paint, shade=0.9))
