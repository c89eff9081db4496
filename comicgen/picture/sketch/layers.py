"""The cast's figures into pieces to be sorted among the set: pairs who touch or ride are one piece, layer by layer."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely

from ...staging import Actor, Staging
from ...staging.blocking.riding import MOUNTS
from ...staging.camera import Camera
from ...staging.figure.beasts import BEASTS
from ...staging.figure.pairs import EMBRACES
from .body import Figure
from .loft import contours
from .marks import Area, Mark, Paint
from .order import FRAME, Piece, box_piece, figure_piece

RING = 0.75
"""Frame units of bare paper round a figure."""
CARRIED = 0.8
"""Metres between a rider's foot point and the mount's."""
BESIDE = 0.2
"""Metres that an animal's head may be farther than the chest of one who embraces it, and yet be beside it."""


def cast_pieces(staging: Staging, figures: Sequence[Figure]) -> list[tuple[Piece, tuple[int, ...]]]:
    """Return the figures' pieces, each with the owners of its marks; pairs that touch or ride are one piece."""
    camera = staging.camera
    single = [_piece(a, f, camera) for a, f in zip(staging.actors, figures, strict=True)]
    left = list(range(len(single)))
    found: list[tuple[Piece, tuple[int, ...]]] = []
    for i, actor in enumerate(staging.actors):
        if i not in left:
            continue
        j = _carrier(i, staging)
        if j in left:
            stack = [(i, figures[i].under), (j, single[j].marks), (i, single[i].marks)]
            found.append(_layered(stack, single[j]))
            left = [k for k in left if k not in (i, j)]
        elif actor.partner and (k := _partner(i, staging)) in left and any((*figures[i].touch, *figures[k].touch)):
            far, near = sorted((i, k), key=lambda n: -figures[n].depth)
            stack = [(n, figures[n].under) for n in (far, near)]
            stack += [(far, single[far].marks), (near, single[near].marks)]
            stack += [(n, figures[n].touch) for n in (near, far)]
            stack += [(n, figures[n].crown) for n in (far, near) if _uncovered(n, (far, near), staging, figures)]
            found.append(_layered(stack, single[near]))
            left = [n for n in left if n not in (i, k)]
    found += [_layered([(i, (*figures[i].under, *single[i].marks))], replace(single[i], figure=i)) for i in left]
    for i, figure in enumerate(figures):
        if figure.laid:
            laid = figure.laid
            piece = replace(box_piece(laid.marks, laid.low, laid.high, camera), figure=i)
            found.append((piece, (i,) * len(laid.marks)))
    return found


def _uncovered(n: int, pair: tuple[int, int], staging: Staging, figures: Sequence[Figure]) -> bool:
    """Tell whether the head of one of a pair (far, near) who embrace is over the other's arms."""
    if staging.actors[n].look.species in BEASTS:
        other = figures[sum(pair) - n].bones
        head, chest = staging.camera.view(np.array((figures[n].bones.head.origin, other.chest.origin)))[:, 2]
        return bool(head < chest + BESIDE)
    return n == pair[1] and figures[n].bones.pose.touch in EMBRACES


def _layered(stack: Sequence[tuple[int, tuple[Mark, ...]]], place: Piece) -> tuple[Piece, tuple[int, ...]]:
    marks = tuple(m for _, layer in stack for m in layer)
    return replace(place, marks=marks, cast=True), tuple(i for i, layer in stack for _ in layer)


def _carrier(i: int, staging: Staging) -> int:
    """Return the index of the animal that carries an actor, -1 for none."""
    actor = staging.actors[i]
    for j, other in enumerate(staging.actors):
        near = np.hypot(other.position[0] - actor.position[0], other.position[2] - actor.position[2]) < CARRIED
        if j != i and near and actor.pose == "riding" and other.look.species in MOUNTS:
            return j
    return -1


def _partner(i: int, staging: Staging) -> int:
    return next((k for k, a in enumerate(staging.actors) if a.character == staging.actors[i].partner), -1)


def _piece(actor: Actor, figure: Figure, camera: Camera) -> Piece:
    """Return a figure with its ring of bare paper, to be sorted among the set's solids."""
    marks = (*_ring(figure, camera), *figure.marks)
    low, high = figure.ground
    if high[1] - low[1] < 0.6 * max(high[0] - low[0], high[2] - low[2]):
        return box_piece(marks, low, high, camera)
    middle = figure.bones.pelvis.origin
    foot = (middle[0], actor.position[1], middle[2])
    tall, seat = high[1] - actor.position[1], figure.bones.seat
    return figure_piece(marks, foot, tall, camera, seat=seat, yaw=actor.yaw if seat else 0.0)


def _ring(figure: Figure, camera: Camera) -> tuple[Mark, ...]:
    head = FRAME * camera.scale(figure.bones.head.origin) * figure.bones.unit
    wide = RING * min(1.0, 0.3 + head / 12.0)
    whole = shapely.multipolygons([shapely.polygons(ring) for ring in figure.silhouette if len(ring) > 3])
    rings = contours(shapely.buffer(whole, wide, quad_segs=2))  # it joins them as well
    return (Area(rings, Paint((255, 255, 255)), knockout=True),) if rings else ()
