"""A panel into a Staging: who stands where, doing what, in which set, seen by which camera.

Everything that repeats is drawn from facts of the story, never from neighbouring panels: a place
keeps its set and the side the camera stands on, two characters keep their sides, so that a panel
put in between changes no other picture.
"""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from ..script import Panel, Script
from . import Actor, Scenery, Staging
from .blocking import afloat, cradling
from .blocking.aboard import CABINS, aboard, steered
from .blocking.bedside import beside_bed
from .blocking.block import Blocked, Mark, block
from .blocking.facing import gazes, pose_touches, swing, turns
from .blocking.grounds import astray, settle
from .blocking.riding import mounted, unmounted
from .blocking.seating import Asked, choose_seat, take_seats
from .blocking.spots import Spot, looking_out, spots, starts_right
from .blocking.working import at_work, turned_to_work
from .camera.framing import CLOSE, SIZES, WIDE, View
from .detail import furnished, shown_close, watching
from .figure.pairs import distance
from .figure.poses import POSES
from .sets import build_set
from .values import values_of
from .words.answers import answered, lowered, meant, whom
from .words.deeds import AT_TABLE, Deed, deeds
from .words.descriptor import read_look
from .words.details import detail, sat_on
from .words.held import held
from .words.scenery import read_scenery

FOCUS = (0.0, -0.7)
"""Where the stage's middle is on a set's ground, x and z."""
AXIS = 48.0
"""Degrees that the camera goes round to look over a shoulder along the line between two people."""
APART = ("talking", "chasing")
"""Pair poses that need no fixed distance."""
BUST, TALL_FRAME = ("medium close-up", "medium shot", "cowboy shot"), 1.2
"""Shots that stand lower in a frame narrower than this aspect, so that balloons find room above the head."""
ROOM, OPEN_AIR = 2.5, 6.0
"""Metres: the least height of a wide shot in a room and outside."""
NEAR_SET = 0.4
"""Metres that people who sit may be off their set together, and the camera with them."""
REVERSE = 30.0
"""Degrees it goes round for one face of a conversation, so that the answer has another background."""


def stage(panel: Panel, aspect: float, script: Script) -> Staging:
    """Return the panel blocked in 3-D for a frame of ``aspect`` (width / height)."""
    scenery, panel = read_scenery(panel, script), looking_out(panel, script)
    done, quiet = lowered(panel, answered(panel, deeds(panel))), quiet_share(panel)
    done = unmounted(panel, done, [read_look(c.character.look).species for c in panel.cast])
    held = cradling.in_arms(panel, done)
    done, free = cradling.taken_up(done, held), [d for k, d in enumerate(done) if k not in held]
    places = cradling.with_bearers(spots(cradling.without(panel, held), script, free), held, len(done))
    scenery = afloat.at_sea(scenery, [d.pose for d in done])
    facing = turns(panel, places, done, starts_right(script))
    marks = [
        Mark(
            _actor(i, deed, panel, script),
            spot.at,
            spot.depth,
            turn,
            spot.lead,
            *_touch(i, panel, done),
            bearer=held.get(i, -1),
        )
        for i, (deed, spot, turn) in enumerate(zip(done, places, facing, strict=True))
    ]
    marks = turned_to_work(afloat.floating(mounted(marks, panel)), scenery, [c.facing == "camera" for c in panel.cast])
    view = _on_set(_view(panel, script, aspect, (places, facing)), places, scenery)
    if scenery.place in CABINS:
        found = aboard(marks, view, scenery, panel)
    else:
        found = _seated(marks, view, scenery, Asked(bool(AT_TABLE.search(panel.action.lower())), sat_on(panel)))
    actors, camera = _looking(found, gazes(panel, found, done)), found.camera
    scenery = steered(actors, furnished(panel, done, actors, (scenery, camera)), camera)
    actors = watching(panel, actors, scenery)
    if shown := detail(panel, done):
        scenery, camera = shown_close(shown, panel, actors, (scenery, camera))
    return Staging(actors, scenery, camera, panel.shot, seed_of(script.seed, panel.id), quiet)


def seed_of(*words: object) -> int:
    """Return a number that is the same for the same words in every process."""
    return int.from_bytes(sha256(" ".join(map(str, words)).encode()).digest()[:4])


CROWDED = (50, 120, 220)
"""Letters from which a panel's balloons want another step of quiet room."""


def quiet_share(panel: Panel) -> float:
    """Return the share of the frame's height that balloons will want at the top.

    Letters count in coarse steps, so that editing a line of dialogue takes no picture again.
    """
    texts = [line.text for line in panel.lines]
    if not texts:
        return 0.0
    letters = sum(sum(3 if ord(c) > 0x2E80 else 1 for c in text) for text in texts)
    step = bisect(CROWDED, letters)
    return min(0.42, 0.13 + 0.05 * len(texts) + 0.09 * step)


def _actor(i: int, deed: Deed, panel: Panel, script: Script) -> Actor:
    cast = panel.cast[i]
    look = read_look(cast.character.look)
    j = whom(i, panel) if pose_touches(deed.pose) else None
    partner = "" if j is None else panel.cast[j].character.id
    return Actor(
        cast.character.id,
        look,
        deed.pose,
        deed.expression,
        (0.0, 0.0, 0.0),
        0.0,
        None,
        cast.size,
        held(deed, look),
        partner,
        values=values_of(cast.character.id, script),
        wet=deed.wet,
    )


def _touch(i: int, panel: Panel, done: Sequence[Deed]) -> tuple[int, float]:
    """Return the index of the one whom a pair pose touches and the distance that looks right."""
    pose, j = POSES[done[i].pose], whom(i, panel)
    if not pose.apart or j is None or pose.key in APART:
        return -1, 0.0
    if not (pose.touch or meant(i, j, panel) or POSES[done[j].pose].apart):
        return -1, 0.0
    return j, distance(pose, [read_look(panel.cast[k].character.look) for k in (i, j)])


def _view(panel: Panel, script: Script, aspect: float, cast: tuple[Sequence[Spot], Sequence[float]]) -> View:
    places, facing = cast
    side = seed_of(script.seed, panel.place or panel.place_text, "camera")
    yaw = (7.0 + side % 11) * (1 if side // 16 % 2 else -1)
    yaw += seed_of(script.seed, panel.id, "camera") % 9 - 4.0
    near = next((s for s in places if s.near), None)
    wider = 1.0
    if near is not None:
        yaw += AXIS if near.at < 0.5 else -AXIS
        wider = {"close-up": 2.3, "medium close-up": 1.6, "medium shot": 1.25}.get(panel.shot, 1.1)
    elif len(places) == 1 and panel.shot in CLOSE and abs(facing[0]) < 90:
        yaw += -REVERSE if facing[0] > 0 else REVERSE
    yaw += swing(panel, places)
    quiet = quiet_share(panel)
    lift = 0.05 if not panel.lines and panel.shot in ("medium shot", "cowboy shot", "full shot") else 0.0
    if quiet > 0.28 and panel.shot != "extreme close-up":
        lift, wider = 0.28 - quiet, wider * (1.0 + (quiet - 0.28))
    if panel.lines and panel.shot in BUST and aspect < TALL_FRAME:
        lift = min(lift, -0.4 * quiet)
    roll = 0.0
    if panel.angle == "dutch":
        roll = 10.0 if seed_of(script.seed, panel.id, "roll") % 2 else -10.0
    x = 0.5 if not places else 0.5 * (min(s.at for s in places) + max(s.at for s in places))
    return View(panel.shot, panel.angle, yaw, aspect, wider, x, lift, roll)


def _on_set(view: View, places: Sequence[Spot], scenery: Scenery) -> View:
    """Return a wide view no wider than the set: else those at its sides would stand in walls and houses."""
    place = build_set(scenery.place, scenery.seed)
    if view.shot not in WIDE:
        return view
    half = (place.stand.x1 - place.stand.x0) / 2
    reach = max((abs(s.at - 0.5) * s.depth for s in places), default=0.3)
    widest = max(ROOM if place.closed else OPEN_AIR, half / (max(reach, 0.2) * view.aspect))
    return replace(view, wider=view.wider * min(1.0, widest / SIZES[view.shot].height))


def _seated(marks: Sequence[Mark], view: View, scenery: Scenery, asked: Asked) -> Blocked:
    """Return the panel on the seats of its set, or on its ground where the seat would put others behind its walls."""
    if working := at_work(block(marks, view, FOCUS), scenery):
        return take_seats(working, None, scenery, asked)
    seat, turned, placed = choose_seat(marks, scenery, view, asked)
    if seat:
        found = take_seats(block(placed, turned, FOCUS), seat, scenery, asked)
        if seat.kind == "lying":
            return beside_bed(found, scenery)
        if astray(found, scenery) < NEAR_SET:
            return found
    free = take_seats(settle(block(marks if seat else placed, view, FOCUS), scenery), None, scenery, asked)
    return found if seat and astray(free, scenery) > 0.5 * astray(found, scenery) else free


def _looking(found: Blocked, points: Sequence[tuple[float, float, float] | None]) -> tuple[Actor, ...]:
    return tuple(replace(a, gaze=p) for a, p in zip(found.actors, points, strict=True))
