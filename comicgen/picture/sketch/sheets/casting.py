"""One entry of a table into a staging that shows it: a model on a bare stage, a prop alone, a place with people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ....staging import Actor, Look, Scenery, Staging, Wear, anchors
from ....staging.blocking import afloat
from ....staging.blocking.block import Mark, block
from ....staging.blocking.cradling import CRADLES, LIES
from ....staging.blocking.facing import BROAD, BROADSIDE, GOING
from ....staging.blocking.riding import BACK, CYCLES, cyclist
from ....staging.blocking.riding import POSE as RIDING
from ....staging.blocking.seating import AT_DESK, choose_seat, take_seats
from ....staging.blocking.spots import moves
from ....staging.camera import Array, Vec3, look_at
from ....staging.camera.framing import View
from ....staging.direct import APART, FOCUS
from ....staging.figure.pairs import distance
from ....staging.figure.poses import POSES
from ....staging.sets import build_set, prop_parts
from ....staging.sets.solids import Growth, Solid, arranged, turned
from ....staging.words.answers import GIVES, KNEELS, TAKES
from ....staging.words.deeds import Deed
from ....staging.words.descriptor import read_look
from ....staging.words.dress import WEAR_COLOURS
from ....staging.words.held import held
from ....staging.words.looks import STEEL
from ....staging.words.scenery import VOID

STAGE = Scenery(VOID, 0)
OPEN = 22.0
"""Degrees that a model turns from the camera: a face in three-quarter view."""
WHOLE = View("full shot", "eye", 0.0, 0.86, wider=0.86, raise_by=0.05)
"""A whole figure with little paper round it."""
PROFILE = 72.0
"""Degrees that one at a desk turns, so that the desk does not stand before the body."""
PAIR = 50.0
"""Degrees that two who face each other turn from the camera."""
FOLLOWED = {"chasing": "running"}
STRUCK = {"punching": "startled", "kicking": "startled", "swinging sword": "blocking"}
ANSWERS = {**FOLLOWED, **STRUCK, "talking": "thinking", "comforting": "crying", GIVES: TAKES, TAKES: GIVES}
"""What the partner does where it is not the same."""
DESK_EYE = 1.75
"""Metres: the camera's height where a table must show what lies on it."""
ROOMY = {"swinging sword": 1.08}
"""Poses that reach farther than a body, and how much larger their frame is."""
SHOWN = {"holding up": ("lamp",), GIVES: ("flower",)}
"""What is held where the pose alone would be empty-handed."""
ROOM = 1.28
"""How much larger than a prop the frame is."""
NEAREST = 1.1
"""Metres that it keeps off even a small one: nearer things would be left out of a picture."""
LENGTH = 1.9
"""The camera's distance from a prop, as a multiple of the prop's own size."""
ROUND = {"bicycle": 75.0, "sail boat": 62.0, "wheelchair": 40.0}
"""Degrees that the camera goes round a prop which shows nothing from its front."""
STORY = 5
"""The seed of what is scattered about the places."""


@dataclass(frozen=True, slots=True)
class Model:
    """Who stands for a table's entries, where across the frame and how turned."""

    look: Look
    pose: str = "standing"
    expression: str = "neutral"
    at: float = 0.5
    turn: float = OPEN
    depth: float = 1.0
    lead: bool = True
    holds: tuple[str, ...] = ()


GIRL = read_look("17-year-old girl, short black bob, school blazer, skirt")
DOG = read_look("brown dog")
BOY = read_look("17-year-old boy, messy brown hair, green jacket, blue trousers")
WOMAN = read_look("woman, brown ponytail, red shirt, dark trousers")
MAN = read_look("man, short black hair, white shirt, grey trousers")


def staged(models: Sequence[Model], view: View, scenery: Scenery = STAGE) -> Staging:
    """Return models blocked for a camera as the director blocks a panel's cast."""
    marks = afloat.floating([_mark(i, model, models) for i, model in enumerate(models)])
    marks = [cyclist(m) if m.actor.pose == CYCLES else m for m in marks]
    scenery = afloat.at_sea(scenery, [m.pose for m in models])
    seat, view, marks = choose_seat(marks, scenery, view)
    found = take_seats(block(marks, view, FOCUS), seat, scenery)
    return Staging(found.actors, scenery, found.camera, view.shot, STORY)


def posed(key: str) -> Staging:
    """Return the staging of a pose; one that touches somebody, or runs after somebody, gets its partner."""
    pose = POSES[key]
    if pose.apart:
        answer, other = ANSWERS.get(key, key), DOG if key == KNEELS else GIRL
        pair = (
            Model(BOY, key, at=0.3, turn=PAIR, holds=SHOWN.get(key, ())),
            Model(other, "sitting" if other is DOG else answer, at=0.7, turn=-PAIR, holds=SHOWN.get(answer, ())),
        )
        if key in FOLLOWED:
            pair = (replace(pair[0], at=0.26), replace(pair[1], at=0.74, turn=PAIR))
        return staged(pair, WHOLE)
    if key == RIDING:
        return _mounted()
    if key == CRADLES:
        return _carried()
    if key in AT_DESK:
        return centred(Model(BOY, key, turn=PROFILE), replace(WHOLE, eye=DESK_EYE))
    turn = GOING if moves(key) else BROADSIDE if key in BROAD else OPEN
    view = replace(WHOLE, wider=ROOMY[key]) if key in ROOMY else WHOLE
    return centred(Model(BOY, key, turn=turn, holds=SHOWN.get(key, ())), view)


def _mounted() -> Staging:
    """Return a rider on a horse."""
    horse = read_look("horse")
    models = (Model(BOY, RIDING, turn=BROADSIDE), Model(horse, "walking", turn=BROADSIDE))
    rider, mount = (_mark(i, model, models) for i, model in enumerate(models))
    rider = replace(rider, rise=BACK * horse.height - POSES[RIDING].seat, mount=1)
    found = block([rider, replace(mount, lead=True)], WHOLE, FOCUS)
    return Staging(found.actors, STAGE, found.camera, WHOLE.shot, STORY)


def _carried() -> Staging:
    """Return one with a cat in the arms."""
    models = (Model(BOY, CRADLES), Model(read_look("black cat"), LIES, lead=False))
    bearer, cat = (_mark(i, model, models) for i, model in enumerate(models))
    found = block([bearer, replace(cat, bearer=0)], WHOLE, FOCUS)
    return Staging(found.actors, STAGE, found.camera, WHOLE.shot, STORY)


def centred(model: Model, view: View) -> Staging:
    """Return one model with the middle of the body, not of the head, in the middle of the frame."""
    (seen,) = anchors(staged([model], view))
    at = model.at + 0.5 - seen.body.centre[0]
    return staged([replace(model, at=min(max(at, 0.12), 0.88))], view)


def portraits(*models: Model, aspect: float = 1.0, shot: str = "close-up") -> Staging:
    """Return heads side by side, evenly across the frame."""
    across = [replace(m, at=(i + 0.5) / len(models)) for i, m in enumerate(models)]
    return staged(across, View(shot, "eye", 0.0, aspect))


def worn(look: Look, name: str) -> Look:
    """Return a look with one accessory in its usual colour."""
    return replace(look, accessories=(Wear(name, WEAR_COLOURS.get(name, STEEL)),))


def alone(prop: str, aspect: float = 1.0) -> Staging:
    """Return a prop by itself on the bare stage, as large as the frame allows."""
    x, z, yaw = build_set(VOID, STAGE.seed).spots[0]
    corners = _corners(arranged(prop_parts(prop), (x, 0.0, z), yaw, 1))
    low, high = corners.min(axis=0), corners.max(axis=0)
    middle, reach = (low + high) / 2, float(np.linalg.norm(high - low))
    eye = middle + np.array((0.30, 0.28, 0.91)) @ turned(ROUND.get(prop, 0.0)) * (LENGTH * reach + NEAREST)
    camera = look_at(_vec(eye), _vec(middle), 1.0, aspect)
    points = camera.project(corners)
    span = float(np.abs(points - (aspect / 2, 0.5)).max(axis=0).max())
    camera = replace(camera, focal=0.5 / ROOM / max(span, 1e-3))
    return Staging((), replace(STAGE, props=(prop,)), camera, "full shot", STORY)


def _corners(things: Sequence[object]) -> Array:
    found = [t.corners for t in things if isinstance(t, Solid)]
    for t in things:
        if isinstance(t, Growth):
            x, y, z = t.at
            half = t.width / 2
            found.append(np.array([(x + i, y + j, z) for i in (-half, half) for j in (0.0, t.height)]))
    return np.concatenate(found)


def _vec(v: Array) -> Vec3:
    x, y, z = v.tolist()
    return (x, y, z)


def _mark(i: int, model: Model, models: Sequence[Model]) -> Mark:
    pose = POSES[model.pose]
    other = 1 - i if len(models) == 2 and (pose.touch or pose.apart) else -1
    partner = f"model {other}" if other >= 0 else ""
    actor = Actor(f"model {i}", model.look, model.pose, model.expression, (0.0, 0.0, 0.0), 0.0)
    things = held(Deed(model.pose, model.expression, model.holds), model.look)
    actor = replace(actor, holds=things, partner=partner)
    apart = 0.0 if other < 0 or model.pose in APART else distance(pose, [m.look for m in models])
    return Mark(actor, model.at, model.depth, model.turn, model.lead, other if apart else -1, apart)
