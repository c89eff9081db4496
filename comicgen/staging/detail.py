"""A staged panel into a detail: the camera goes close to a hand, to feet, or to a thing that nobody holds."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..script import Panel
from . import Actor, Scenery
from .blocking.grounds import crossed, obstacles
from .blocking.laying import bounds, height, lay, stand
from .blocking.open_ground import Site
from .blocking.seating import AT_DESK
from .blocking.spots import moves
from .camera import Array, Camera, Vec3, look_at
from .camera.framing import heading
from .figure import Skeleton, skeleton
from .sets import build_set, find_props, missing_props
from .words.deeds import Deed, clauses_about
from .words.details import LOOKS, Detail, laid_out, named

FOCUS: Vec3 = (0.0, 0.0, -0.7)
"""Where the stage's middle is."""
LENS, FAR = 2.2, 1.7
"""The lens, a longer one where it would be nearer than so many metres: what is at the lens is left out."""
ROOM = {"extreme close-up": 1.25, "close-up": 1.7, "medium close-up": 2.4}
"""How much larger the frame is than what it shows."""
LEAST = 0.16
"""Metres: the lowest frame."""
DOWN = {"thing": 30.0, "hand": 14.0, "foot": 8.0}
"""Degrees that the camera looks down."""
ASIDE = (24.0, -24.0, 50.0, -50.0, 80.0, -80.0, 120.0, -120.0)
"""Degrees from straight ahead, in the order in which they are tried."""
BESIDE = 66.0
"""Degrees from one's front to the side from which two hands that meet are seen, before those of ASIDE."""
BEFORE, AHEAD, LEAF = 0.55, 1.1, 0.4
"""Metres: what lies about lies before one who is alone there, and ahead of one who goes; half the side of a table of
one's own."""
BODY, TALL = 0.26, 1.7
"""Metres: half the width and the height of one who may stand before the camera."""
HAND, FOOT = 0.62, 0.8
"""Head heights: how far what belongs to a hand or a foot reaches round it."""


def furnished(panel: Panel, done: tuple[Deed, ...], actors: Sequence[Actor], stage: tuple[Scenery, Camera]) -> Scenery:
    """Return the scenery with what the action lays down near the actors, and with what it names and the set lacks."""
    scenery, camera = stage
    things = laid_out(panel, done)
    large = missing_props(named(panel, done), build_set(scenery.place, scenery.seed))
    if not (things or large):
        return scenery
    at_own, going = [a for a in actors if a.desk and a.pose in AT_DESK], [a for a in actors if moves(a.pose)]
    if len(going) == 1:
        spots = [np.array(a.position) - AHEAD * heading(-a.yaw) for a in going]
    elif at_own or len(actors) == 1:
        spots = [np.array(a.position) - BEFORE * heading(-a.yaw) for a in at_own or actors]
    else:
        spots = [np.array(a.position) for a in actors] or [np.array(FOCUS)]
    x, y, z = np.mean(spots, axis=0).tolist()
    table = _top((x, z), at_own[0].desk) if at_own else None
    site = Site((x, y, z), camera, scenery, tuple(a.position for a in actors), table)
    laid = lay(things, site)
    stood, left = stand([p for p in large if p not in {one.prop for one in laid}], site, laid)
    return replace(scenery, laid=(*laid, *stood), props=(*scenery.props, *left))


def _top(middle: tuple[float, float], desk: str) -> tuple[Array, Array]:
    """Return the part of the top of one's own desk that things are laid on."""
    board, half = np.array((middle[0], height(desk), middle[1])), np.array((LEAF, 0.0, LEAF))
    return board - half, board + half


def watching(panel: Panel, actors: tuple[Actor, ...], scenery: Scenery) -> tuple[Actor, ...]:
    """Return the actors with the heads of those who look at something that lies there turned to it."""
    if not scenery.laid:
        return actors
    where = {one.prop: one.at for one in scenery.laid}
    turned = []
    for cast, actor in zip(panel.cast, actors, strict=True):
        seen = [p for c in clauses_about(cast, panel) if LOOKS.search(c) for p in find_props(c) if p in where]
        told = cast.look or cast.facing in ("left", "right", "camera", "away")
        turned.append(actor if told or not seen else replace(actor, gaze=where[seen[0]]))
    return tuple(turned)


def shown_close(
    shown: Detail, panel: Panel, actors: tuple[Actor, ...], stage: tuple[Scenery, Camera]
) -> tuple[Scenery, Camera]:
    """Return scenery and camera of a panel that shows a detail."""
    scenery, camera = stage
    if shown.thing:
        if not any(one.prop == shown.thing for one in scenery.laid):
            scenery = replace(scenery, laid=lay([(shown.thing, "")], Site(FOCUS, camera, scenery)))
        one = next(one for one in scenery.laid if one.prop == shown.thing)
        low, high = bounds(shown.thing)
        middle = np.array(one.at) + np.array((0.0, float(high[1]) / 2, 0.0))
        size = float(max(high[1] - low[1], np.hypot(*(high - low)[[0, 2]]) * 0.8))
        return scenery, _close(middle, size, panel.shot, ("thing", -one.yaw), (scenery, camera.aspect))
    actor = next((a for a in actors if _does(a)), actors[0])
    partner = next((a for a in actors if a.character == actor.partner), None)
    bones = skeleton(actor, partner)
    middle, size = _hand(bones) if shown.part == "hand" else _feet(bones)
    yaw, others = -actor.yaw, [a for a in actors if a is not actor]
    if shown.part == "hand" and partner and bones.pose.touch:
        middle, size = _meeting((bones, skeleton(partner, actor)))
        yaw, others = yaw + BESIDE, [a for a in others if a is not partner]
    return scenery, _close(middle, size, panel.shot, (shown.part, yaw), (scenery, camera.aspect), others)


def _does(actor: Actor) -> bool:
    return bool(actor.holds or actor.partner)


def _hand(bones: Skeleton) -> tuple[Array, float]:
    """Return the middle and size of the hand that holds something, else of the higher one."""
    held = next((hand for _, hand in bones.held), None)
    wrists = [np.array(g.frame.at((0.0, 0.08, 0.02))) for g in bones.grips]
    if held == 2:
        return (wrists[0] + wrists[1]) / 2, 2.0 * HAND * bones.unit
    k = held if held is not None else int(wrists[1][1] >= wrists[0][1])
    return wrists[k], 1.15 * HAND * bones.unit


def _meeting(pair: Sequence[Skeleton]) -> tuple[Array, float]:
    """Return the middle and size of the two hands that meet."""
    wrists = [np.array([g.frame.at((0.0, 0.08, 0.02)) for g in bones.grips]) for bones in pair]
    gaps = np.linalg.norm(wrists[0][:, None] - wrists[1][None], axis=2)
    mine, yours = np.unravel_index(int(gaps.argmin()), gaps.shape)
    middle = (wrists[0][mine] + wrists[1][yours]) / 2
    return middle, float(gaps.min()) + 1.5 * HAND * max(bones.unit for bones in pair)


def _feet(bones: Skeleton) -> tuple[Array, float]:
    feet = np.array([f.origin for f in bones.feet])
    span = float(np.linalg.norm(feet[0] - feet[1]))
    return feet.mean(axis=0) + np.array((0.0, 0.1, 0.0)), max(2 * FOOT * bones.unit, 0.8 * span)


def _close(
    middle: Array,
    size: float,
    shot: str,
    way: tuple[str, float],
    place: tuple[Scenery, float],
    people: Sequence[Actor] = (),
) -> Camera:
    """Return the camera before a point, from the first side from which nothing stands before it."""
    (what, yaw), (scenery, aspect) = way, place
    tall = max(size * ROOM[shot] / min(aspect, 1.0), LEAST)
    down = np.radians(DOWN[what])
    low, high = _before(scenery, people)
    focal, eyes = max(LENS, FAR / tall), []
    for aside in ASIDE:
        ahead = heading(yaw + aside) * np.cos(down) - np.array((0.0, np.sin(down), 0.0))
        eyes.append(middle - ahead * focal * tall)
        if not len(low) or not crossed(eyes[-1], middle[None], low, high).any():
            break
    else:
        eyes = eyes[:1]
    eye = eyes[-1]
    return look_at(_vec(eye), _vec(middle), focal, aspect, 0.0, (0.0, -0.05))


def _before(scenery: Scenery, people: Sequence[Actor]) -> tuple[Array, Array]:
    """Return lowest and highest corners (m, 3) of what may stand before the camera: things and people."""
    low, high = obstacles(scenery.place, scenery.seed)
    spots = np.array([a.position for a in people]).reshape(-1, 3)
    wide = np.array((BODY, 0.0, BODY))
    return np.concatenate([low, spots - wide]), np.concatenate([high, spots + wide + np.array((0.0, TALL, 0.0))])


def _vec(v: Array) -> Vec3:
    return (float(v[0]), float(v[1]), float(v[2]))
