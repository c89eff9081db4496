"""An actor seen by a camera into the marks of a drawn figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ...drawing import Colour
from ...staging import Actor
from ...staging.camera import NEAR, Camera, Vec3
from ...staging.figure import Skeleton, skeleton
from ...staging.figure.beasts import BEASTS
from ...staging.figure.frames import SIDES
from ...staging.figure.pairs import EMBRACES
from .clothes.garments import draw_trunk
from .clothes.worn import draw_worn
from .creatures.animals import draw_animal
from .creatures.robots import draw_robot
from .figure.arms import draw_arms
from .figure.crown import Box, draw_crown
from .figure.flesh import Flesh
from .figure.legs import draw_legs
from .figure.sitter import Sitter
from .held.gear import draw_held
from .inking import inked
from .loft import contours, depth
from .marks import Array, Mark, Stroke
from .pen import Edge, Part, Pen, line_weight
from .wardrobe.outfits import dress

FINE = 3.4
"""Head height in frame units under which folds and fingers are left out."""
ASTRIDE = 0.08
"""Metres between the knees' depths from which one leg of a rider is behind the mount."""
ON_TABLE = (" forearm", " hand", " hanging sleeve")
"""Parts of one at a table that lie on it."""
LYING = ("hand", "forearm", "sleeve")
"""Parts that an animal in the arms lies on: they are before it."""
UNDER = 0.004
"""Metres from a wrist that lies on a table down to its top."""
CROWN = ("head", "signs", "ear")
"""Parts of a face with its hair and hat, of an animal's with its ears."""
BLUNT = 0.02
"""Frame units that the line round the whole figure may be off its parts."""
RIM = 1.7
"""Weight of the line round the whole figure, half of it under the fills."""


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A drawn figure in frame units."""

    marks: tuple[Mark, ...]
    """In paint order."""
    silhouette: tuple[Array, ...]
    """The contours of all that is drawn: for rims, halos and masks."""
    depth: float
    """Mean depth of the joints in metres."""
    ground: tuple[Vec3, Vec3]
    """Lowest and highest corner of its box in the world."""
    head: Box | None
    """Left, top, right, bottom of the head with its hair; None where it is behind the camera."""
    bones: Skeleton
    mouth: tuple[float, float] | None = None
    """Where a balloon's tail points, in frame units."""
    under: tuple[Mark, ...] = ()
    """What is painted before another: the far leg of a rider, hands and arms that are behind a partner."""
    touch: tuple[Mark, ...] = ()
    """Hands that lie on a partner, to be painted once more when both are drawn."""
    crown: tuple[Mark, ...] = ()
    """The head, to be painted once more where no arm of another's may be drawn over it."""
    laid: "Laid | None" = None
    """What lies on a table, to be painted once more over it."""


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Forearms, hands and what they hold: their marks, and the lowest and highest corner of their box in the world."""

    marks: tuple[Mark, ...]
    low: Vec3
    high: Vec3


def draw_figure(
    actor: Actor,
    camera: Camera,
    detail: float = 1.0,
    partner: Actor | None = None,
    lee: float = 1.0,
    solid: frozenset[Colour] = frozenset(),
) -> Figure:
    """Return the actor drawn. ``detail`` 1 is full; less leaves out folds and fingers of larger figures too.

    ``lee`` is the side of the frame that lies in shade: 1 right, -1 left; ``solid`` are colours that no shade shows on.
    """
    bones = skeleton(actor, partner)
    pen = hold_pen(bones, camera, detail, lee, solid)
    if actor.look.species in BEASTS:
        return _beast(actor, bones, pen)
    if depth(bones.points, camera) < NEAR:
        return Figure((), (), 0.0, _box(bones), None, bones)
    sitter = sit(actor, bones, pen)
    if actor.look.species == "robot":
        skull = draw_robot(sitter)
        face = sitter.pen.flat(np.array(bones.head.at((0.0, 0.2, 0.4))))
        return _figure(sitter.parts, sitter.pen, bones, (box_of(skull.shape), (float(face[0]), float(face[1]))))
    draw_legs(sitter)
    draw_trunk(sitter)
    draw_arms(sitter)
    draw_held(sitter)
    draw_worn(sitter)
    head, mouth = draw_crown(sitter, detail)
    return _figure(sitter.parts, sitter.pen, bones, (head, mouth), partner)


def box_of(shape: Any) -> Box | None:
    """Return left, top, right, bottom of a shape on the frame, None where it is empty."""
    if shape.is_empty:
        return None
    x0, y0, x1, y1 = shapely.bounds(shape)
    return (float(x0), float(y0), float(x1), float(y1))


def _beast(actor: Actor, bones: Skeleton, pen: Pen) -> Figure:
    if depth(bones.points, pen.camera) < NEAR:
        return Figure((), (), 0.0, _box(bones), None, bones)
    parts = draw_animal(actor, bones, pen)
    head = next(p.shape for p in parts if p.name == "head")
    mouth = pen.flat(np.array(bones.head.at((0.0, 0.35, 0.5))))
    return _figure(parts, pen, bones, (box_of(head), (float(mouth[0]), float(mouth[1]))))


def sit(actor: Actor, bones: Skeleton, pen: Pen) -> Sitter:
    """Return the actor ready to be drawn, nothing drawn yet."""
    return Sitter(actor, bones, Flesh(bones), dress(actor.look), pen)


def hold_pen(
    bones: Skeleton, camera: Camera, detail: float, lee: float = 1.0, solid: frozenset[Colour] = frozenset()
) -> Pen:
    """Return the pen for a figure as large as the camera sees it."""
    far = max(depth(bones.points, camera), NEAR)
    head = 100.0 * camera.focal * bones.unit / far
    return Pen(camera, head, bones.unit, line_weight(head), head * detail > FINE, lee, solid)


def _figure(
    drawn: list[Part],
    pen: Pen,
    bones: Skeleton,
    face: tuple[Box | None, tuple[float, float]],
    around: Actor | None = None,
) -> Figure:
    parts = sorted(drawn, key=lambda p: -p.depth)
    touching, behind = _touching(bones, pen, around)
    behind += _far_leg(bones, pen)
    before = [p for p in parts if p.name not in behind]
    silhouette = contours(_union([p.shape for p in before if not p.shape.is_empty]))
    rim, *inks = inked(pen, [[Edge(ring, RIM) for ring in silhouette], *([p] for p in parts)])
    marks = dict(zip(parts, inks, strict=True))
    line = [Stroke(s.points, s.width, closed=s.closed, taper=False) for s in rim if isinstance(s, Stroke)]
    under = _of(marks, [p for p in parts if p.name in behind])
    laid = _laid(marks, bones)
    touch = _of(marks, [p for p in before if p.name in touching])
    crown = _of(marks, [p for p in before if p.name in CROWN])
    far, box = depth(bones.points, pen.camera), _box(bones)
    whole = (*line, *_of(marks, before))
    return Figure(whole, silhouette, far, box, face[0], bones, face[1], under, touch, crown, laid)


def _union(shapes: list[Any]) -> Any:
    """Return all shapes as one, as exact as the line round them needs."""
    return shapely.simplify(shapely.union_all(shapes), BLUNT, preserve_topology=False)


def _of(marks: dict[Part, list[Mark]], parts: Iterable[Part]) -> tuple[Mark, ...]:
    return tuple(m for p in parts for m in marks[p])


def _far_leg(bones: Skeleton, pen: Pen) -> list[str]:
    """Return the names of the parts that lie behind what is ridden; none for those who do not ride."""
    if bones.pose.key != "riding" or not bones.pose.seat:
        return []
    knees = pen.camera.view(np.array([bones[f"{s} knee"] for s, _ in SIDES]))[:, 2]
    if abs(knees[0] - knees[1]) < ASTRIDE:
        return []
    side = SIDES[int(knees[1] > knees[0])][0]
    return [f"{side} {part}" for part in ("thigh", "lap", "shin", "foot", "boot", "shorts")]


def _laid(marks: dict[Part, list[Mark]], bones: Skeleton) -> Laid | None:
    """Return what of a figure at a table lies on it."""
    if not bones.pose.desk:
        return None
    lying = _of(marks, [p for p in marks if p.name == "held" or p.name.endswith(ON_TABLE)])
    points = np.array([bones[f"{s} {j}"] for s, _ in SIDES for j in ("wrist", "hand")])
    low, high = points.min(axis=0) - (0.05, 0.0, 0.05), points.max(axis=0) + 0.05
    low[1] = min(bones[f"{s} wrist"][1] for s, _ in SIDES) - UNDER
    return Laid(lying, (float(low[0]), float(low[1]), float(low[2])), (float(high[0]), float(high[1]), float(high[2])))


def _touching(bones: Skeleton, pen: Pen, partner: Actor | None) -> tuple[list[str], list[str]]:
    """Return the names of what reaches round the near side of a pair's other half, and of what is behind that one."""
    near: list[str] = []
    far: list[str] = []
    if partner is None or not bones.pose.touch:
        return near, far
    if bones.pose.touch == "cradle":
        spots = np.array([bones.chest.origin, *(bones[f"{side} wrist"] for side, _ in SIDES)])
        chest, *wrists = pen.camera.view(spots)[:, 2].tolist()
        return [f"{s} {part}" for (s, _), w in zip(SIDES, wrists, strict=True) if w < chest for part in LYING], far
    x, _, z = partner.position
    embraced = bones.pose.touch in EMBRACES
    for (side, _), arm in zip(SIDES, bones.pose.arms, strict=True):
        joints = [bones[f"{side} {joint}"] for joint in ("wrist", "elbow")]
        before = [depth(p[None], pen.camera) < depth(np.array(((x, p[1], z),)), pen.camera) for p in joints]
        if arm.anchor != "partner":
            continue
        if before[0]:
            near.append(f"{side} hand")
            near += [f"{side} forearm", f"{side} sleeve"] if before[1] or embraced else []
        elif embraced:
            far += [f"{side} hand", f"{side} forearm"]
    return near, far


def _box(bones: Skeleton) -> tuple[Vec3, Vec3]:
    points = bones.points
    grow = 0.25 * bones.unit
    low, high = points.min(axis=0) - grow, points.max(axis=0) + grow
    low[1] = min(float(points[:, 1].min()), float(np.min([f.origin[1] for f in bones.feet]) - bones.build.ankle))
    return (float(low[0]), float(low[1]), float(low[2])), (float(high[0]), float(high[1]), float(high[2]))
