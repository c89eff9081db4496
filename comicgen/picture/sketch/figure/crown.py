"""A figure's head into its parts: the head's drawing gets its place among the body's parts."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from ....staging.camera import Vec3
from ..head import Bearing, HeadDrawing, draw_head
from ..loft import contours
from ..marks import Area, Array
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
    for layer, place, name in (
        (drawn.behind, back, "back hair"),
        (drawn.head, key, "head"),
        (drawn.front, key - h, "signs"),
    ):
        sitter.add(Part(place, _shape(layer.rings), None, before=list(layer.marks), name=name))
    _shade_neck(sitter, drawn)
    box = drawn.box
    return (box.x, box.y, box.right, box.bottom), drawn.mouth


def wind(sitter: Sitter) -> Vec3:
    """Return the wind that a figure's own motion puts into its hair."""
    back, up = MOVING.get(sitter.bones.pose.key, (0.0, 0.0))
    x, _, z = sitter.bones.pelvis.facing
    return (-back * x, up, -back * z)


def _shape(rings: Sequence[Array]) -> Any:
    """Return the area that contours cover, holes filled: enough for silhouettes."""
    polygons = [shapely.make_valid(shapely.polygons(r)) for r in rings if len(r) > 2]
    return shapely.union_all(polygons) if polygons else shapely.Polygon()


def _shade_neck(sitter: Sitter, drawn: HeadDrawing) -> None:
    """Lay the head's shadow on the neck under it."""
    part = next(p for p in sitter.parts if p.name == "neck")
    head = drawn.head
    if part.paint is None or part.shape.is_empty or not head.rings:
        return
    up = sitter.pen.flat(np.array(sitter.bones.head.at((0.0, 1.0, 0.0)))) - sitter.pen.flat(
        np.array(sitter.bones.head.origin)
    )
    down = -up / max(float(np.hypot(*up)), 1e-6) * (NAPE_SHADE if drawn.away else CHIN_SHADE[1]) * sitter.pen.head
    moved = shapely.transform(
        _shape(head.rings), lambda p: p + down + (CHIN_SHADE[0] * sitter.pen.head * sitter.pen.lee, 0.0)
    )
    rings = contours(shapely.intersection(part.shape, moved))
    if rings:
        part.after.insert(0, Area(rings, part.paint, shade=0.9))
