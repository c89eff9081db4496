"""Those who sit onto the seats of a set: the camera moves to the seat, the frame stays as it was."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np

from .. import Actor, Scenery
from ..camera import Vec3
from ..camera.framing import SIZES, View
from ..figure.poses import POSES
from ..sets import build_set, seat_of, seats
from ..sets.solids import Seat
from ..words.looks import UPRIGHT
from ..words.scenery import VOID
from .afloat import OPEN_SEA, SWIMS, WASH, WATER
from .block import Blocked, Mark
from .measure import measure, moved
from .passengers import CAR, DRIVES, beside_driver

AROUND = 48.0
"""Degrees: the farthest the camera goes round a seat from its usual side."""
REACH = 0.55
"""Metres: a seat this near is taken as it is."""
LONG, OPEN = ("bench", "sofa"), 18.0
"""Seats for two, and degrees that those side by side are turned on them: their heads do the rest."""
ABREAST = 0.8
"""Metres between two on a bench."""
HEAD = 0.8
"""Heads: half the width of a head with its hair, whichever way it is turned."""
NEXT, LONELY = 1.3, 1.6
"""Metres to the seat beside another, and what is lost by a seat without one where two sit."""
TURN = 75.0
BESIDE = 100.0
"""Degrees: the head of one who lies points to the frame's side and a little away."""
ON_BACK, OFF_MIDDLE = "lying", 0.1
"""The pose of one on the back, and the share of the frame's width from which somebody is at its side."""
AT_DESK = {"typing": "office desk", "writing": "table", "eating": "table", "sitting at a table": "table"}
"""Poses of those who sit at something, and what it is where the set has none."""
DESKS = {"classroom": "school desk"}
"""What stands for a table where each has a desk."""
TABLE = (0.62, 0.95)
"""Metres: how high a desk or a counter is."""
AHEAD = 0.55
"""Metres from the hips to a point on the desk."""
CARRIED = ("riding", "cycling", DRIVES)
"""Poses whose seat is that of a mount or a vehicle."""
OWN = "chair"
PLAIN = (OWN, *LONG)
"""What is put under one who sits where the set has no seat, and the words that mean any seat of a kind."""
ON_GROUND = ("park", "forest", "beach", "mountain", "desert", "street", "alley", "rooftop", "dungeon")

LEANS = "leaning"
SUPPORTS = {
    **dict.fromkeys(("park", "forest", "mountain"), "dead tree"),
    **dict.fromkeys(("street", "alley", "bus stop", "rooftop"), "utility pole"),
}
"""What one leans on who is not placed at a wall; a column anywhere else."""


GRIPPED = {"climbing": "ladder", DRIVES: "steering wheel"}
"""Poses whose hands hold on to something before the body, and what it is."""
BORNE = {SWIMS: WATER, DRIVES: CAR}
"""Poses whose place comes along with them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words want of those who sit: at a table, and on what."""

    table: bool = False
    on: str = ""
    """A prop's name."""

    def takes(self, seat: Seat, scenery: Scenery) -> bool:
        """Tell whether a seat of the set is what is wanted: a chair is any chair, a throne only a throne."""
        there = self.on in PLAIN or self.on in build_set(scenery.place, scenery.seed).props
        return not self.on or (there and seat.kind == seat_of(self.on)[0])


BY_CHANCE = Asked()


def sits(actor: Actor) -> bool:
    """Tell whether an actor needs something to sit on; animals sit on the ground, riders on their mounts."""
    return actor.pose not in CARRIED and actor.look.species in UPRIGHT and POSES[actor.pose].seat > 0


def lies(actor: Actor) -> bool:
    """Tell whether an actor is flat on the back, a side or the front."""
    pose = POSES[actor.pose]
    return actor.look.species in UPRIGHT and bool(pose.spin) and not pose.air


def choose_seat(
    marks: Sequence[Mark], scenery: Scenery, view: View, asked: Asked = BY_CHANCE
) -> tuple[Seat | None, View, list[Mark]]:
    """Return the seat of the first who sits or lies, and view and marks turned so that both agree."""
    marks = list(marks)
    mark = next((m for m in marks if sits(m.actor) or lies(m.actor)), None)
    found = [s for s in seats(scenery.place, scenery.seed) if mark and _fits(s, mark.actor)]
    if mark and not lies(mark.actor):
        found = [s for s in found if asked.takes(s, scenery)]
    if mark and (asked.table or mark.actor.pose in AT_DESK):
        found = [s for s in found if has_desk(s, scenery)]
    if mark is None or not found:
        two = [m for m in marks if sits(m.actor)][:2]
        shared = asked.on and seat_of(asked.on)[0] in LONG and len(two) > 1
        return None, view, _together(two, marks, view) if shared else marks
    if lies(mark.actor):
        return _choose_bed(marks, mark, found[0], view)
    return _choose_place(marks, mark, found, view, asked)


def _choose_place(
    marks: list[Mark], mark: Mark, found: Sequence[Seat], view: View, asked: Asked
) -> tuple[Seat, View, list[Mark]]:
    """Return the seat nearest to the stage, beside which another may sit if one does, and those on it turned open."""
    beside = next((m for m in marks if m is not mark and sits(m.actor)), None)
    best = min(found, key=lambda s: (round(_cost(s, mark, view) + _lonely(s, found, mark, beside), 3), s.at))
    together, turn = best.kind in LONG and beside is not None and not _lonely(best, found, mark, beside), mark.turn
    if together:
        marks = _together([m for m in marks if sits(m.actor)][:2], marks, view)
        turn = float(np.clip(turn, -OPEN, OPEN))
    exact = together or asked.table or mark.actor.pose in AT_DESK
    limit = AROUND if abs(turn) < 100 and not exact else 180.0
    return best, replace(view, yaw=float(np.clip(wrap(turn - best.yaw), -limit, limit))), marks


def _choose_bed(marks: list[Mark], mark: Mark, bed: Seat, view: View) -> tuple[Seat, View, list[Mark]]:
    """Turn one who lies along the bed, head on the pillow at its far end, and the camera to the bed's side.

    The head points to the frame's nearer side, so that the body is in the frame; on the back where its face would
    look away then.
    """
    lie = _lie(mark.actor)
    side = BESIDE if lie > 0 else -BESIDE
    turned = mark
    if (mark.at - 0.5) * side < -OFF_MIDDLE * BESIDE:
        turned, side = replace(mark, actor=replace(mark.actor, pose=ON_BACK)), -side
        lie = _lie(turned.actor)
    turned = replace(turned, turn=wrap(side - lie), rise=bed.height)
    marks = [turned if m is mark else m for m in marks]
    return bed, replace(view, yaw=wrap(turned.turn - (bed.yaw + 180.0 - lie))), marks


def _lie(actor: Actor) -> float:
    """Return the way in which the head of one who lies points, in degrees from the way that one looks."""
    body = measure(replace(actor, position=(0.0, 0.0, 0.0), yaw=0.0))
    way = np.array(body.head.origin) - body.hips
    return float(np.degrees(np.arctan2(way[0], way[2])))


def _fits(seat: Seat, actor: Actor) -> bool:
    if lies(actor):
        return seat.kind == "lying"
    return abs(seat.height - POSES[actor.pose].seat) < 0.16 and seat.kind not in ("bed", "ground", "lying")


def has_desk(seat: Seat, scenery: Scenery) -> bool:
    """Tell whether there is a desk, a table or a counter before a seat."""
    way = np.radians(seat.yaw)
    spot = np.array((seat.at[0] + AHEAD * np.sin(way), seat.at[2] + AHEAD * np.cos(way)))
    for solid in build_set(scenery.place, scenery.seed).solids:
        low, high = solid.corners.min(axis=0), solid.corners.max(axis=0)
        if TABLE[0] < high[1] < TABLE[1] and (low[[0, 2]] < spot).all() and (spot < high[[0, 2]]).all():
            return True
    return False


def _cost(seat: Seat, mark: Mark, view: View) -> float:
    """Return how far a seat is from the stage's middle, and how far the camera has to go round for it."""
    way = abs(wrap(mark.turn - seat.yaw - view.yaw))
    return float(np.hypot(seat.at[0], seat.at[2] + 1.0)) + way / 40.0


def _together(two: Sequence[Mark], marks: Sequence[Mark], view: View) -> list[Mark]:
    """Return the marks with two on one bench as far apart as its seats are, and turned a little to each other."""
    middle = (two[0].at + two[1].at) / 2
    half = ABREAST / (SIZES[view.shot].height * view.wider * view.aspect) / 2

    def put(mark: Mark) -> Mark:
        side = 1.0 if mark.at > middle else -1.0
        return replace(mark, at=middle + side * half, turn=float(np.clip(mark.turn, -OPEN, OPEN)))

    return [put(m) if any(m is one for one in two) else m for m in marks]


def _lonely(seat: Seat, found: Sequence[Seat], mark: Mark, beside: Mark | None) -> float:
    """Return what is lost by a seat that has none beside it where another is to sit."""
    if beside is None:
        return 0.0
    turn, side = np.radians(mark.turn - seat.yaw), np.sign(beside.at - mark.at)
    way = side * np.array((np.cos(turn), np.sin(turn)))
    steps = [np.array((s.at[0] - seat.at[0], s.at[2] - seat.at[2])) for s in found if s is not seat]
    return 0.0 if any(0.0 < float(np.hypot(*p)) < NEXT and float(p @ way) > 0.2 for p in steps) else LONELY


def take_seats(found: Blocked, seat: Seat | None, scenery: Scenery, asked: Asked = BY_CHANCE) -> Blocked:
    """Return the picture moved to the seat, others who sit on the nearest seats or on one of their own."""
    first = next((i for i, a in enumerate(found.actors) if sits(a) or lies(a)), None)
    if seat is not None and first is not None:
        found = shifted(found, _hips_onto(found, first, seat))
    free = [s for s in seats(scenery.place, scenery.seed) if s is not seat]
    actors, bodies = list(found.actors), list(found.bodies)
    for i, actor in enumerate(found.actors):
        if actor.pose == LEANS and actor.look.species in UPRIGHT:
            actors[i] = replace(actor, seat=SUPPORTS.get(scenery.place, "column"))
        if actor.pose in GRIPPED and actor.look.species in UPRIGHT:
            actors[i] = replace(actors[i], desk=GRIPPED[actor.pose])
        if actor.pose in BORNE and actor.look.species in UPRIGHT:
            wet = actor.pose == SWIMS and scenery.place == OPEN_SEA
            actors[i] = replace(actors[i], seat=WASH if wet else BORNE[actor.pose])
        if not sits(actor) or (i == first and seat is not None):
            continue
        bare = not asked.table and actor.pose not in AT_DESK
        near = _nearest(
            actor,
            [s for s in free if asked.takes(s, scenery) and (bare or has_desk(s, scenery)) and _framed(found, i, s)],
        )
        if near is None:
            picnic = scenery.place in ON_GROUND and actor.pose == "eating" and not asked.table
            desk = "" if picnic else AT_DESK.get(actor.pose, "table" if asked.table else "")
            desk = DESKS.get(scenery.place, desk) if desk == "table" else desk
            actors[i] = replace(actor, seat=asked.on or own_seat(scenery.place), desk=desk)
            continue
        free.remove(near)
        spot = _plus(actor.position, _hips_onto(found, i, near))
        bodies[i] = moved(bodies[i], actor, spot, actor.yaw)
        actors[i] = replace(actor, position=spot)
    found = replace(found, actors=tuple(_one_table(actors, scenery, asked)), bodies=tuple(bodies))
    riders = [i for i, a in enumerate(found.actors) if sits(a)]
    return reduce(beside_driver, riders, found)


def _one_table(actors: Sequence[Actor], scenery: Scenery, asked: Asked) -> list[Actor]:
    """Return the actors all at a table of their own where one of them is: who eats together sits at one table."""
    if not any(a.desk == "table" for a in actors):
        return list(actors)
    eats = [sits(a) and not a.seat and (asked.table or AT_DESK.get(a.pose) == "table") for a in actors]
    own = asked.on or own_seat(scenery.place)
    return [replace(a, seat=own, desk="table") if e else a for a, e in zip(actors, eats, strict=True)]


def own_seat(place: str) -> str:
    """Return what one sits on in a place without a seat at hand: a chair indoors and nowhere, a crate outside."""
    outside = place in ON_GROUND or not (place == VOID or build_set(place).ceiling)
    return "crate" if outside else OWN


def _nearest(actor: Actor, free: Sequence[Seat]) -> Seat | None:
    near = [(np.hypot(s.at[0] - actor.position[0], s.at[2] - actor.position[2]), s) for s in free]
    near = [(d, s) for d, s in near if d < REACH and abs(wrap(s.yaw - actor.yaw)) < TURN and _fits(s, actor)]
    return min(near, key=lambda n: n[0])[1] if near else None


def _framed(found: Blocked, i: int, seat: Seat) -> bool:
    """Tell whether the frame shows the whole head of somebody who moves onto a seat."""
    head = found.bodies[i].head
    spots = np.array([head.at((x, 0.5, 0.0)) for x in (-HEAD, HEAD)]) + np.array(_hips_onto(found, i, seat))
    across = found.camera.project(spots)[:, 0]
    return bool((across > 0.0).all() and (across < found.camera.aspect).all())


def _hips_onto(found: Blocked, i: int, seat: Seat) -> Vec3:
    hips = found.bodies[i].hips
    return (seat.at[0] - float(hips[0]), 0.0, seat.at[2] - float(hips[2]))


def shifted(found: Blocked, step: Vec3) -> Blocked:
    """Return camera and actors moved together, so that the frame shows the same."""
    camera = replace(found.camera, eye=_plus(found.camera.eye, step))
    bodies = tuple(moved(b, a, _plus(a.position, step), a.yaw) for a, b in zip(found.actors, found.bodies, strict=True))
    actors = tuple(replace(a, position=_plus(a.position, step)) for a in found.actors)
    return Blocked(camera, actors, bodies)


def wrap(degrees: float) -> float:
    """Return an angle in -180..180."""
    return (degrees + 180.0) % 360.0 - 180.0


def _plus(a: Vec3, b: Vec3) -> Vec3:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])
