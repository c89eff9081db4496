"""A look, an expression and a head's place in the world into a drawn head: three layers of marks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from ....drawing import Colour
from ....geometry import Rect
from ....staging.words.expressions import EXPRESSIONS, Expression, find_expression
from ..loft import contours
from ..marks import Area, Array, Mark
from .adornments import FAR as FAR_ADORNMENTS
from .adornments import ON_HAIR
from .brows import draw_brows, draw_furrow
from .eye import Eye
from .eyes import draw_eyes
from .face import cranium, draw_cranium, draw_ear, draw_flush, draw_skin, draw_tears, head_shape, skin_paint
from .forms import form_of
from .hair import WET, Mane, draw_behind, draw_front, mane, style
from .headwear import FAR as FAR_HATS
from .headwear import HATS
from .hood import opening
from .mouth import HEIGHT, LIFT, PROFILE, draw_mouth
from .mouths import SHAPES
from .nose import draw_nose
from .pen import Pen
from .shapes import common, polygon
from .signs import draw_signs
from .sitter import CENTRE, Sitter, sitter
from .wear import EARRINGS, GLASSES, ON_FACE, UNDER_MOUTH, draw_worn
from .whiskers import draw_stubble
from .years import draw_years

if TYPE_CHECKING:
    from ....staging import Look
    from ....staging.camera import Camera, Vec3
    from ....staging.figure import HeadFrame

GAZE = (0.40, 0.30)
"""How far an iris may leave the middle of the eye, in half widths and half heights."""
AWAY = -0.30
"""Cosine of the way to the camera under which a head is seen from behind: its jaw lies behind its neck."""
VISORS, UNDER_VISOR = {"cap", "uniform cap"}, 0.515
"""Hats with a visor, and the height up to which brows show under it."""
EDGE = 0.01
"""Head heights by which lines may leave hair that a hat cuts off."""
NEAR_NOSE = 0.3
"""Head heights round a nose's ridge within which its lines and those of the lips are."""
WITHIN = 0.4
"""Line weights inside the head's outline at which lines of nose and lips end."""
FULL_TURN = 38.0
"""Degrees off the face's own direction at which the iris is there."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a head does: a key of the expression table (other words are looked up, unknown ones are neutral), the world
    point its eyes are on, and the wind in its hair, in the world; at length 1 hair flies at 45 degrees."""

    expression: str = "neutral"
    gaze: "Vec3 | None" = None
    wind: "Vec3" = (0.0, 0.0, 0.0)
    lee: float = 1.0
    """The side of the frame that lies in shade: 1 right, -1 left."""
    wet: bool = False
    """Whether hair clings and drips."""


@dataclass(frozen=True, slots=True, eq=False)
class HeadLayer:
    """Marks back to front in frame units, the shapely shape of what they cover, and their depth in metres."""

    marks: tuple[Mark, ...]
    shape: Any
    depth: float

    @property
    def rings(self) -> tuple[Array, ...]:
        """The contours (n, 2) of what is covered."""
        return contours(self.shape)


@dataclass(frozen=True, slots=True, eq=False)
class HeadDrawing:
    """A head drawn. ``behind`` goes under neck and body, ``front`` over all else of the figure."""

    behind: HeadLayer
    head: HeadLayer
    front: HeadLayer
    mouth: tuple[float, float]
    """Where a balloon's tail points, in frame units."""
    box: Rect
    """Round the head with its hair but for what hangs below the chin, in frame units."""
    away: bool = False
    """Whether it is seen from behind: ``behind`` holds the face, which its neck hides."""


def draw_head(look: "Look", bearing: Bearing, frame: "HeadFrame", camera: "Camera", detail: float) -> HeadDrawing:
    """Return the head of ``look`` at ``frame`` with its ``bearing``, as the camera sees it.

    ``detail`` is the height of the head in pixels and decides how much is drawn. A head that is not wholly
    before the camera has no marks.
    """
    mood = EXPRESSIONS[find_expression(bearing.expression) or "neutral"]
    head = sitter(form_of(look), frame, camera, detail, SHAPES[mood.mouth].drop, bearing.lee)
    if not head.whole:
        return _nothing(head)
    return _draw(look, mood, head, bearing)


def _nothing(head: Sitter) -> HeadDrawing:
    at = head.flat(np.array((0.0, HEIGHT, 0.4)))
    depth = float(head.depth(CENTRE))
    empty = HeadLayer((), shapely.Polygon(), depth)
    return HeadDrawing(empty, empty, empty, (float(at[0]), float(at[1])), Rect(float(at[0]), float(at[1]), 0.0, 0.0))


def _turned(gaze: "Vec3 | None", head: Sitter, mood: Expression) -> tuple[float, float]:
    """Return how far the irises leave the middle of the eyes: to the character's left and up, in eye units."""
    if gaze is None:
        return mood.gaze[0] * GAZE[0], mood.gaze[1] * GAZE[1]
    left, up, ahead = (head.axes @ (np.array(gaze) - head.origin) / head.unit - (0.0, head.form.eye[1], 0.3)).tolist()
    turns = math.atan2(left, ahead), math.atan2(up, math.hypot(left, ahead))
    u, v = (min(max(math.degrees(turn) / FULL_TURN, -1.0), 1.0) for turn in turns)
    return u * GAZE[0], v * GAZE[1]


Parts = tuple[Mane, tuple[Any, Any], tuple[float, float], dict[str, Colour]]
"""Hair, the head's shape and its skull's, the eyes' turn, and what is worn with its colour."""


def _worn(look: "Look") -> dict[str, Colour]:
    """Return what is worn on the head; with a uniform a cap is the uniform's."""
    worn = {wear.name: wear.colour for wear in look.accessories}
    if "cap" in worn and look.outfit == "uniform":
        worn["uniform cap"] = worn.pop("cap")
    return worn


def _draw(look: "Look", mood: Expression, head: Sitter, bearing: Bearing) -> HeadDrawing:
    worn, gaze = _worn(look), _turned(bearing.gaze, head, mood)
    hat = next((name for name in HATS if name in worn), "")
    hair = mane(look.hair, look.hair_colour, head, hat or (WET if bearing.wet else ""), bearing.wind)
    if hat == "hood":
        hair = replace(hair, front=common(hair.front, opening(head)), behind=shapely.Polygon())
    shape, skull = head_shape(head, mood.mouth)
    parts = (hair, (shape, skull), gaze, worn)
    behind, middle, front = Pen(head), Pen(head), Pen(head)
    draw_worn(behind, worn, {**FAR_ADORNMENTS, **FAR_HATS})
    draw_behind(hair, behind, hair.behind.buffer(EDGE * head.size, quad_segs=2) if hat else None)
    away = head.view[2] < AWAY
    near = cranium(head) if away else shape
    _draw_skin(look, mood, behind if away else middle, parts)
    if away:
        draw_cranium(middle, near, skin_paint(look.skin))
        for side in _ears(look, head):
            if head.view[0] * side > 0.0:
                draw_ear(middle, side, skin_paint(look.skin))
    _draw_hair(look, mood, middle, parts)
    bare = len(middle.marks)
    draw_worn(middle, worn, {**ON_HAIR, **HATS})
    draw_signs(front, mood.signs)
    depth = float(head.depth(CENTRE))
    whole = shapely.union_all([near, hair.front, *_cover(middle.marks[bare:] if hat else ())])
    back = shapely.union(hair.behind, shape) if away else hair.behind
    layers = (
        HeadLayer(tuple(behind.marks), back, depth + 0.5 * head.unit),
        HeadLayer(tuple(middle.marks), whole, depth),
        HeadLayer(tuple(front.marks), shapely.Polygon(), depth - 0.5 * head.unit),
    )
    return HeadDrawing(*layers, _mouth_point(head), _box(shape, hair.front), away)


def _cover(marks: Sequence[Mark]) -> list[Any]:
    """Return what the areas of a hat cover on the frame: what is in shade lies on one that is not."""
    return [polygon(ring) for m in marks if isinstance(m, Area) and not m.shade for ring in m.rings]


def _ears(look: "Look", head: Sitter) -> list[float]:
    hidden = style(look.hair).ears == "hidden"
    return [] if hidden else [s for s in (1.0, -1.0) if head.view[0] * s > -0.62]


def _draw_skin(look: "Look", mood: Expression, pen: Pen, parts: Parts) -> None:
    """Draw face and ears: what the neck hides of a head seen from behind."""
    hair, shapes, *_ = parts
    head, paint, cut = pen.sitter, skin_paint(look.skin), style(look.hair)
    ears = _ears(look, head)
    for side in ears:
        if head.view[0] * side < 0.25:
            draw_ear(pen, side, paint)
    cast = None if cut.stubble or head.view[2] < -0.5 else hair.front
    draw_skin(pen, shapes, paint, cast, mood.mouth)
    if head.view[2] > -0.3:
        _draw_features(look, mood, pen, parts)
    for side in ears:
        if head.view[0] * side >= 0.25:
            draw_ear(pen, side, paint)


def _draw_hair(look: "Look", mood: Expression, pen: Pen, parts: Parts) -> None:
    """Draw hair, the brows that show through it and the ears over it."""
    hair, _, _, worn = parts
    head = pen.sitter
    within = None
    if HATS.keys() & worn.keys():
        within = opening(head) if "hood" in worn else hair.front.buffer(EDGE * head.size, quad_segs=2)
    draw_front(hair, pen, within)
    if head.view[2] > -0.3:
        draw_brows(pen, mood, look.hair_colour, UNDER_VISOR if VISORS & worn.keys() else 1.0)
    for side in _ears(look, head) if style(look.hair).ears == "over" else ():
        if head.view[0] * side > 0.05:
            draw_ear(pen, side, skin_paint(look.skin))
    draw_worn(pen, worn, EARRINGS)


def _clip(head: Sitter, shape: Any) -> Any:
    """Return the head's shape round its nose, where lines that stand off the face may leave it: of one turned away."""
    if head.view[2] > 0.92:
        return None
    near, reach = head.flat(head.nose[:, 0]), NEAR_NOSE * head.size
    box = (*(near.min(axis=0) - reach).tolist(), *(near.max(axis=0) + reach).tolist())
    inside = shapely.clip_by_rect(shape, *box).buffer(-WITHIN * head.line, quad_segs=2)
    shapely.prepare(inside)
    return inside


def _draw_features(look: "Look", mood: Expression, pen: Pen, parts: Parts) -> None:
    _, (shape, _), gaze, worn = parts
    paint = skin_paint(look.skin)
    draw_flush(pen, mood, paint)
    sides = (1.0,) if "eyepatch" in worn else (1.0, -1.0)
    draw_eyes(pen, [Eye(pen.sitter, side, mood, gaze) for side in sides], look.eyes)
    draw_furrow(pen, mood)
    pen.clip = clip = _clip(pen.sitter, shape)
    draw_nose(pen, paint)
    pen.clip = shape
    if "stubble" in worn:
        draw_stubble(pen, worn["stubble"], paint)
    pen.clip = None
    draw_worn(pen, worn, UNDER_MOUTH)
    pen.clip = clip if abs(pen.sitter.view[0]) > PROFILE else None
    draw_mouth(pen, mood.mouth, paint)
    pen.clip = None
    draw_years(pen)
    draw_tears(pen, mood)
    draw_worn(pen, worn, ON_FACE)
    draw_worn(pen, worn, GLASSES)


def _mouth_point(head: Sitter) -> tuple[float, float]:
    x, y = head.paper((0.0, HEIGHT), LIFT)
    return (float(x), float(y))


def _box(shape: Any, hair: Any) -> Rect:
    boxes = [s.bounds for s in (shape, hair) if not s.is_empty]
    x0, y0, x1 = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes)
    return Rect(x0, y0, x1 - x0, boxes[0][3] - y0)


__all__ = ["Bearing", "HeadDrawing", "HeadLayer", "draw_head"]
