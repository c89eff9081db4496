"""People in a vehicle into its seats: all look ahead, and the camera goes where the frame shows them as asked.

The seats are where they are, so it is the camera that goes round until left and right are those of the script.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np

from ...script import Panel
from ...story import Character
from .. import Actor, Laid, Scenery
from ..camera import Array, Camera, Vec3
from ..camera.framing import CLOSE, SIZES, WIDE, View, heading, sideways, solve
from ..sets import seats
from ..sets.solids import Seat
from ..words.looks import UPRIGHT
from .block import Blocked, Mark, framed
from .measure import Measure, measure, moved, seen_box
from .passengers import DRIVES

CABINS = ("car inside",)
"""Places where nobody can be but in a seat."""
WHEEL = "steering wheel"
BACK_SEAT, DEEP = re.compile(r"\bback ?seat|\bin the back\b|后座|后排"), 1.5
"""What tells that somebody sits in the back: the words, and how far behind the others."""
FRONT = -0.6
"""Metres: the front row is before this."""
LOOSE = 24.0
"""Degrees that the camera goes round for nothing."""
WAYS = tuple(float(t) for t in range(-72, 73, 12))
"""Degrees from ahead at which the camera may stand."""
OUT, ROUND, HID, REAR = 1.0, 0.006, 0.6, 0.5
"""What is lost by a frame's width beside the place asked for, a degree off the way one should be turned, one head
before another, and one in the back while there is room in front."""
HEAD = 0.26
"""Metres: the width of a head with its hair."""
WIDEST, WIDER, ROUNDS, EDGE = 1.5, 1.09, 10, 0.012
"""How much wider a frame may be for those in it to be as near to each other as asked, by what it grows until all
heads are in it, how often, and the share of the frame that they keep from its edges."""
WHEEL_AT = (0.46, 0.46)
"""Metres: the foot of a wheel that nobody holds, over the ground and before the hips."""
AT_LENS, HELD_AT_LENS = 1.3, 0.95
"""Metres: a wheel that nobody holds, and one in somebody's hands, is left out where it is nearer to the lens."""


@dataclass(frozen=True, slots=True)
class Ride:
    """One way to seat everybody: the seats in the marks' order, the camera's way round and its cost."""

    taken: tuple[Seat, ...]
    yaw: float
    cost: float


def aboard(marks: Sequence[Mark], view: View, scenery: Scenery, panel: Panel) -> Blocked:
    """Return everybody in a seat of the vehicle, those in the back who are told to be there."""
    marks = _one_driver(marks)
    behind = [_in_the_back(c.character, panel) or m.depth > DEEP for c, m in zip(panel.cast, marks, strict=True)]
    view = replace(view, shot="full shot") if view.shot in WIDE else view
    ride = _ride(marks, view, seats(scenery.place, scenery.seed), behind)
    actors = [_in(m.actor, seat) for m, seat in zip(marks, ride.taken, strict=True)]
    bodies = [measure(replace(a, position=(0.0, 0.0, 0.0))) for a in actors]
    for i, (actor, seat) in enumerate(zip(actors, ride.taken, strict=True)):
        spot = (seat.at[0] - float(bodies[i].hips[0]), actor.position[1], seat.at[2] - float(bodies[i].hips[2]))
        bodies[i] = moved(bodies[i], replace(actor, position=(0.0, 0.0, 0.0)), spot, actor.yaw)
        actors[i] = replace(actor, position=spot)
    placed = [replace(m, actor=a) for m, a in zip(marks, actors, strict=True)]
    view = replace(view, yaw=ride.yaw, wider=view.wider * _apart(placed, bodies, view))
    for round_ in range(ROUNDS):
        found = _seen(placed, bodies, replace(view, wider=view.wider * WIDER**round_))
        if _inside(found, view):
            break
    return _clear(found)


def _clear(found: Blocked) -> Blocked:
    """Return the picture without a wheel that would fill the lens."""
    eye = np.array(found.camera.eye)
    actors = tuple(
        replace(a, desk="") if a.desk == WHEEL and np.linalg.norm(b.wrists - eye, axis=1).min() < HELD_AT_LENS else a
        for a, b in zip(found.actors, found.bodies, strict=True)
    )
    return replace(found, actors=actors)


def _one_driver(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks with all but the first who drives sitting beside."""
    first = next((m for m in marks if m.actor.pose == DRIVES), None)
    return [
        replace(m, actor=replace(m.actor, pose="sitting")) if m.actor.pose == DRIVES and m is not first else m
        for m in marks
    ]


def _in_the_back(who: Character, panel: Panel) -> bool:
    told = [c for c in re.split(r"[.;,。；，]", panel.action.lower()) if BACK_SEAT.search(c)]
    named = any(n.lower() in c for c in told for n in (who.name, who.id) if n)
    return named or bool(BACK_SEAT.search(panel.place_text.lower()))


def steered(actors: Sequence[Actor], scenery: Scenery, camera: Camera) -> Scenery:
    """Return the scenery with a wheel before the driver's seat; one who drives has brought it along."""
    if scenery.place not in CABINS or any(a.pose == DRIVES and a.aboard for a in actors):
        return scenery
    x, _, z = next(s.at for s in seats(scenery.place, scenery.seed) if s.kind == "driver")
    at = (x, WHEEL_AT[0], z + WHEEL_AT[1])
    near = float(np.linalg.norm(np.array(camera.eye) - at)) < AT_LENS
    return scenery if near else replace(scenery, laid=(*scenery.laid, Laid(WHEEL, at)))


def _ride(marks: Sequence[Mark], view: View, free: Sequence[Seat], behind: Sequence[bool]) -> Ride:
    """Return the seats and the way round that show everybody nearest to where the script puts them."""
    away = bool(marks) and all(abs(m.turn) > 120 for m in marks)
    ways = [t + 180.0 * away + 0.25 * view.yaw for t in WAYS]
    rides = (_judged(taken, way, marks, view) for taken in _seatings(marks, free, behind) for way in ways)
    return min(rides, key=lambda r: round(r.cost, 4))


def _seatings(marks: Sequence[Mark], free: Sequence[Seat], behind: Sequence[bool]) -> Iterable[tuple[Seat, ...]]:
    """Yield the seats that each may take: the driver's for who drives, the back for whom is told to be there."""

    def may(i: int, seat: Seat) -> bool:
        front = seat.at[2] > FRONT
        return front if marks[i].actor.pose == DRIVES else not (behind[i] and front)

    free = sorted(free, key=lambda s: s.at)
    free += [replace(s, at=(s.at[0] * 0.5, *s.at[1:])) for s in free[: max(0, len(marks) - len(free))]]
    found = [t for t in permutations(free, len(marks)) if all(may(i, s) for i, s in enumerate(t))]
    return found or [tuple(free[: len(marks)])]


def _judged(taken: tuple[Seat, ...], way: float, marks: Sequence[Mark], view: View) -> Ride:
    if not marks:
        return Ride(taken, view.yaw, 0.0)
    size = SIZES[view.shot]
    spots = np.array([s.at for s in taken])
    across, deep = spots @ sideways(way), spots @ heading(way)
    deep += size.height * size.focal - deep.min()
    seen = (across - across.mean()) * size.focal / deep
    wish = np.array([(m.at - 0.5) * view.aspect for m in marks])
    cost = OUT * float(np.abs(seen - seen.mean() - wish + wish.mean()).mean())
    turned = [max(0.0, abs((m.turn - way + 180.0) % 360.0 - 180.0) - LOOSE) for m in marks]
    cost += ROUND * float(np.mean(turned)) + ROUND / 3 * abs((way - view.yaw + 90.0) % 180.0 - 90.0)
    gaps = np.abs(seen[:, None] - seen) * deep / size.focal + 9.0 * np.eye(len(taken))
    cost += HID * int((gaps < HEAD).sum())
    cost += HID * int((np.sign(np.subtract.outer(seen, seen)) != np.sign(np.subtract.outer(wish, wish))).sum())
    return Ride(taken, way, cost + REAR * sum(s.at[2] < FRONT for s in taken))


def _in(actor: Actor, seat: Seat) -> Actor:
    """Return the actor in a seat, turned as the seat is; an animal stands on it."""
    upright = actor.look.species in UPRIGHT
    rise = 0.0 if upright else seat.height
    height, desk = (seat.height if upright else 0.0), (WHEEL if upright and actor.pose == DRIVES else actor.desk)
    return replace(actor, position=(0.0, rise, 0.0), yaw=seat.yaw, mirrored=False, aboard=height, desk=desk)


def _apart(marks: Sequence[Mark], bodies: Sequence[Measure], view: View) -> float:
    """Return how much wider the frame must be, so that neighbours are no farther apart on it than asked."""
    wish = max((m.at for m in marks), default=0.5) - min((m.at for m in marks), default=0.5)
    if wish < 0.05:
        return 1.0
    across = np.array([b.hips for b in bodies]) @ sideways(view.yaw)
    height = SIZES[view.shot].height * view.wider
    return float(np.clip((across.max() - across.min()) / (wish * view.aspect * height), 1.0, WIDEST))


def _seen(marks: Sequence[Mark], bodies: Sequence[Measure], view: View) -> Blocked:
    """Return the camera moved aside until the heads' middle lies where the script has it."""
    actors = tuple(m.actor for m in marks)
    if not marks:
        return Blocked(solve(view, framed(marks, bodies), (0.0, FRONT)), actors, ())
    wish = np.array([m.at for m in marks]).mean()
    hips = np.array([b.hips for b in bodies])
    # The nearest is framed: those in the back are seen past the front.
    middle: Array = hips.mean(axis=0)
    middle = middle + heading(view.yaw) * float(((hips - middle) @ heading(view.yaw)).min())
    camera = solve(view, framed(marks, bodies), (float(middle[0]), float(middle[2])))
    for _ in range(3):
        boxes = np.array([seen_box(b.ball(), camera) for b in bodies])
        off = float((boxes[:, 0] + boxes[:, 2]).mean() / 2 - wish)
        depth = float(np.mean([camera.view(b.hips)[2] for b in bodies]))
        camera = replace(camera, eye=_plus(camera.eye, sideways(view.yaw) * off * view.aspect * depth / camera.focal))
    return Blocked(camera, actors, tuple(bodies))


def _inside(found: Blocked, view: View) -> bool:
    """Tell whether all heads are in the frame, but for one that is shown closer than that."""
    if view.shot in CLOSE[:2] and len(found.actors) == 1:
        return True
    boxes = np.array([seen_box(b.ball(), found.camera) for b in found.bodies]).reshape(-1, 4)
    return bool((boxes[:, :2] > EDGE).all() and (boxes[:, 2:] < 1.0 - EDGE).all())


def _plus(a: Vec3, b: Array) -> Vec3:
    x, y, z = (np.array(a) + b).tolist()
    return (x, y, z)
