"""Those who sit, lean or type where the set has nothing for it get their own: props under, behind and before them."""

from collections.abc import Sequence

import numpy as np

from ...staging import Actor, Staging
from ...staging.blocking.afloat import SUNK, SWIMS
from ...staging.blocking.riding import BICYCLE, fit
from ...staging.blocking.seating import LONG, NEXT
from ...staging.camera import Camera
from ...staging.sets import prop_parts, seat_of
from ...staging.sets.solids import Growth, Seat, Set, Solid, Thing, arranged, grown, turned
from .body import Figure
from .marks import Array
from .order import Piece
from .setting import Light
from .setting.hand import Hand
from .setting.plants import draw_plants
from .setting.solids import draw_solids
from .tables import TABLE, shared_table

BEFORE = 0.68
"""Metres from the hips to the middle of a desk."""
ON_DESK = {"typing": "laptop"}
"""What stands on a desk that one brings along, by what is done at it."""
HANDS = 0.58
"""Metres from the hips to its middle."""
CHEST = (0.9, 1.6)
"""Heights between which a back touches what it leans on, in metres."""
BACK = 0.36
"""Heads from the chest's middle to the back."""


SHARED = (*LONG, "driver")
GRIP = 0.06
"""Metres from the wrists to what the hands close round."""
IN_HANDS, PALM = {"steering wheel": 0.19}, 0.3
"""What is between both hands, its middle over its foot in metres, and heads from a wrist to the palm."""


def own_things(staging: Staging, figures: tuple[Figure, ...]) -> list[list[Thing]]:
    """Return the parts of each of the seats, supports and desks that actors bring with them."""
    people = list(zip(staging.actors, figures, strict=True))
    seats, desked = _seats([(a, f) for a, f in people if a.seat]), [(a, f) for a, f in people if a.desk]
    diners = [(a, f) for a, f in desked if a.desk == TABLE]
    table: list[Thing] = []
    if len(diners) > 1:
        hips = np.array([f.bones.pelvis.origin for _, f in diners])
        table = shared_table(hips, [a.yaw for a, _ in diners])
    return [*seats, *([table] if table else []), *(_desk(a, f) for a, f in desked if not (table and a.desk == TABLE))]


def own_seats(brought: list[list[Thing]], camera: Camera, light: Light) -> list[Piece]:
    """Return the pieces of what actors bring with them."""
    things = [t for one in brought for t in one]
    if not things:
        return []
    solids = tuple(t for t in things if isinstance(t, Solid))
    growths = tuple(t for t in things if isinstance(t, Growth))
    place, hand = Set("seats", solids=solids, growths=growths), Hand(camera, light, 1.0)
    return draw_solids(place, hand, frozenset()) + draw_plants(place, hand, frozenset())


def _seats(people: Sequence[tuple[Actor, Figure]]) -> list[list[Thing]]:
    """Return the parts of each seat; two side by side share a long one or a car."""
    if len(people) == 2 and len({a.seat for a, _ in people}) == 1 and seat_of(people[0][0].seat)[0] in SHARED:
        hips = np.array([f.bones.pelvis.origin for _, f in people])
        if float(np.linalg.norm(hips[0] - hips[1])) < NEXT:
            parts, yaw = prop_parts(people[0][0].seat), sum(a.yaw for a, _ in people) / 2
            middle = np.array([p.at for p in parts if isinstance(p, Seat)]).mean(axis=0)
            x, _, z = (hips.mean(axis=0) - middle @ turned(yaw)).tolist()
            return [arranged(parts, (x, 0.0, z), yaw, 1)]
    return [_seat(a, f) for a, f in people]


def _seat(actor: Actor, figure: Figure) -> list[Thing]:
    """Return the prop's parts with its seat under the hips; what has no seat stands behind the back."""
    parts = prop_parts(actor.seat)
    if actor.seat == BICYCLE:
        parts = [grown(p, fit(actor)) for p in parts]
    if actor.pose == SWIMS:
        x, y, z = figure.bones.pelvis.origin
        return arranged(parts, (x, y - SUNK * figure.bones.unit, z), actor.yaw, 1)
    seat = next((p.at for p in parts if isinstance(p, Seat)), None)
    x, _, z = figure.bones.pelvis.origin
    if seat is not None or figure.bones.seat:
        off = np.array(seat or (0.0, 0.0, 0.0)) @ turned(actor.yaw)
        return arranged(parts, (x - float(off[0]), 0.0, z - float(off[2])), actor.yaw, 1)
    bones = figure.bones
    touched = np.array(bones.chest.origin) - np.array(bones.chest.facing) * BACK * bones.build.wide * bones.unit
    corners = [p.corners for p in parts if isinstance(p, Solid)]
    tall = [c for c in corners if c[:, 1].min() < CHEST[0] and c[:, 1].max() > CHEST[1]]
    deep = max((float(c[:, 2].max()) for c in tall), default=0.1)
    back = np.array((0.0, 0.0, -deep)) @ turned(actor.yaw)
    return arranged(parts, (float(touched[0] + back[0]), actor.position[1], float(touched[2] + back[2])), actor.yaw, 1)


def _grasped(actor: Actor, figure: Figure) -> Array:
    """Return where the hands are from the hips, sideways and ahead."""
    hands = np.array([figure.bones[j] for j in ("left wrist", "right wrist")])
    off: Array = (hands - np.array(figure.bones.pelvis.origin)).mean(axis=0) @ turned(actor.yaw).T
    return off * (1.0, 0.0, 1.0) + (0.0, 0.0, GRIP)


def _desk(actor: Actor, figure: Figure) -> list[Thing]:
    """Return the prop's parts before one who sits, its front to them, and what stands on it."""
    hips, turn = np.array(figure.bones.pelvis.origin), turned(actor.yaw)
    if actor.desk in IN_HANDS:
        middle = np.array([(g.frame.at((0.0, PALM * figure.bones.unit, 0.0))) for g in figure.bones.grips]).mean(axis=0)
        x, y, z = middle - np.array((0.0, IN_HANDS[actor.desk], 0.0))
        return arranged(prop_parts(actor.desk), (float(x), float(y), float(z)), actor.yaw, 2)
    away = np.array((0.0, 0.0, BEFORE)) if figure.bones.seat else _grasped(actor, figure)
    x, _, z = hips + away @ turn
    found = arranged(prop_parts(actor.desk), (float(x), 0.0, float(z)), actor.yaw + 180.0, 2)
    if actor.pose in ON_DESK:
        top = max(float(t.corners[:, 1].max()) for t in found if isinstance(t, Solid))
        x, _, z = hips + np.array((0.0, 0.0, HANDS)) @ turn
        found += arranged(prop_parts(ON_DESK[actor.pose]), (float(x), top, float(z)), actor.yaw + 180.0, 3)
    return found
