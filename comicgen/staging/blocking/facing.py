"""What the script says of facing and looking into turns of the body and points for the eyes.

A turn is degrees from facing the camera, positive to the frame's right. Faces are cheated open:
people who talk stand three-quarter to the camera, as on a stage, and let the eyes do the rest.
"""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from ...script import Cast, Panel
from ..camera import Vec3
from ..figure.poses import POSES
from ..words.answers import goal, whom
from ..words.deeds import Deed
from .block import Blocked
from .spots import Spot, moves, speakers, subject_of

OPEN = 46.0
"""Degrees: how far people who face each other turn from the camera."""
SIDE = 56.0
SPEAKS = 16.0
"""Degrees that the camera goes round two who talk, to the face of the only one who speaks."""
ASIDE = 5.0
"""Frame widths off the middle times degrees of a lying pose: from here on the feet point into the frame."""
CHEAT = 0.55
"""How far a look is drawn to the camera, as a share of the way to the other."""
GOING = 68.0
"""Degrees: one who runs or walks across the frame."""
CHASES = "chasing"
"""Who is chased so runs away from the one who does it, not the way that the page is read."""
BROADSIDE = 52.0
BROAD = tuple(key for key, pose in POSES.items() if pose.broad)
"""Poses that read from the side: their outline tells what is done."""
EMBRACE = 66.0
"""Degrees: two in each other's arms open up to the camera, so that both faces are seen."""
TIGHT = {"extreme close-up": 0.5, "close-up": 0.7, "medium close-up": 0.8, "medium shot": 0.9}
"""Close to a face the turn is smaller, so that both eyes are seen."""


def turns(panel: Panel, places: Sequence[Spot], done: Sequence[Deed], rtl: bool) -> tuple[float, ...]:
    """Return each one's turn, in the cast's order."""
    return tuple(_turn(i, panel, places, done, rtl) for i in range(len(panel.cast)))


def _turn(i: int, panel: Panel, places: Sequence[Spot], done: Sequence[Deed], rtl: bool) -> float:
    cast, spot, deed = panel.cast[i], places[i], done[i]
    if spot.near:
        return _from_behind(spot, 158.0)
    asked = _asked(cast, spot, deed)
    if asked is not None:
        return asked * (TIGHT.get(panel.shot, 1.0) if abs(asked) < 90 else 1.0)
    if POSES[deed.pose].spin and not cast.facing:
        return 180.0 if (spot.at - 0.5) * POSES[deed.pose].spin > ASIDE else 0.0
    hunter = next((j for j, d in enumerate(done) if d.pose == CHASES and j != i and whom(j, panel) == i), None)
    if hunter is not None and not cast.facing and moves(deed.pose):
        return GOING if spot.at > places[hunter].at else -GOING
    other = _target(cast.facing, panel)
    if other is None and not cast.facing:
        other = _default_target(i, panel, deed)
    if other is not None and other != i:
        return _to_other(i, other, panel, (places, deed, bool(cast.facing)))
    return _unasked(cast, panel, (spot, deed, rtl))


def _asked(cast: Cast, spot: Spot, deed: Deed) -> float | None:
    """Return the turn for a facing of left, right, camera or away; None for any other."""
    side = {"left": -1.0, "right": 1.0}.get(cast.facing)
    if side is not None:
        return side * (GOING if moves(deed.pose) else SIDE)
    if cast.facing == "camera":
        return _towards_lens(spot)
    return _from_behind(spot, 164.0) if cast.facing == "away" else None


def _unasked(cast: Cast, panel: Panel, facts: tuple[Spot, Deed, bool]) -> float:
    """Return the turn of one alone without orders: on its way, into the lens, or at ease."""
    spot, deed, rtl = facts
    if moves(deed.pose):
        return -GOING if rtl else GOING
    if panel.angle == "pov":
        return _towards_lens(spot)
    if panel.angle == "over-the-shoulder":
        return _from_behind(spot, 158.0)
    if deed.pose in BROAD:
        return BROADSIDE if _at_ease(cast, panel, spot) > 0 else -BROADSIDE
    return _at_ease(cast, panel, spot) * TIGHT.get(panel.shot, 1.0)


def _from_behind(spot: Spot, turn: float) -> float:
    """Return a turn away from the camera, towards the frame's middle."""
    return turn if spot.at <= 0.5 else -turn


def _towards_lens(spot: Spot) -> float:
    """Return the turn that looks into the lens from beside the frame's middle."""
    return (0.5 - spot.at) * 28.0


def _at_ease(cast: Cast, panel: Panel, spot: Spot) -> float:
    """Return a three-quarter turn into the frame: never quite frontal."""
    draw = sha256(f"{panel.id} {cast.character.id}".encode()).digest()
    size = 16.0 + 14.0 * draw[0] / 255
    if abs(spot.at - 0.5) > 0.08:
        return size if spot.at < 0.5 else -size
    return size if draw[1] % 2 else -size


def _target(name: str, panel: Panel) -> int | None:
    ids = [c.character.id for c in panel.cast]
    return ids.index(name) if name in ids else None


def _default_target(i: int, panel: Panel, deed: Deed) -> int | None:
    """Return whom one faces without orders: the partner of a pair pose, the one who speaks, the nearest."""
    others = [j for j in range(len(panel.cast)) if j != i]
    if pose_touches(deed.pose):
        return whom(i, panel) if POSES[deed.pose].touch != "cradle" else None
    if moves(deed.pose):
        return goal(i, panel)
    pose = POSES.get(deed.pose)
    if not others or (pose is not None and (pose.carries or not pose.face)):
        return None
    lead = subject_of(panel)
    return lead if lead != i else others[0]


def pose_touches(pose: str) -> bool:
    """Tell whether a pose is half of a pair."""
    return pose in POSES and bool(POSES[pose].touch or POSES[pose].apart)


def _to_other(i: int, j: int, panel: Panel, facts: tuple[Sequence[Spot], Deed, bool]) -> float:
    places, deed, asked = facts
    me, you = places[i], places[j]
    if you.near or me.depth > 1.25 * you.depth:
        return float(np.sign(you.at - me.at)) * 24.0
    side = 1.0 if you.at > me.at else -1.0
    if moves(deed.pose) and not asked:
        return side * GOING
    if pose_touches(deed.pose):
        return side * (EMBRACE if POSES[deed.pose].touch == "back" else 82.0)
    if me.depth < 0.8 * you.depth:
        return side * 118.0
    return side * (SIDE if asked else OPEN) * TIGHT.get(panel.shot, 1.0) - swing(panel, places)


def swing(panel: Panel, places: Sequence[Spot]) -> float:
    """Return the degrees that the camera goes round two who talk, so that the one who speaks is seen more openly."""
    said = speakers(panel)
    if len(panel.cast) != 2 or len(said) != 1 or panel.angle == "over-the-shoulder":
        return 0.0
    ids = [c.character.id for c in panel.cast]
    me = ids.index(said[0])
    return SPEAKS if places[me].at < places[1 - me].at else -SPEAKS


def gazes(panel: Panel, found: Blocked, done: Sequence[Deed]) -> tuple[Vec3 | None, ...]:
    """Return the point each one looks at, or None for straight ahead."""
    return tuple(_gaze(i, panel, found, done[i]) for i in range(len(panel.cast)))


def _gaze(i: int, panel: Panel, found: Blocked, deed: Deed) -> Vec3 | None:
    cast = panel.cast[i]
    if cast.look in ("left", "right", "away", "camera"):
        return _beside(found, i, cast.look)
    for name in (cast.look, cast.facing):
        target = _target(name, panel)
        if target is not None and target != i:
            return _cheated(found, i, target)
    if cast.facing == "camera" or (panel.angle == "pov" and not cast.facing):
        return found.camera.eye
    if found.actors[i].aboard and cast.facing in ("left", "right"):
        return _beside(found, i, cast.facing)
    if cast.facing:
        return None
    other = _default_target(i, panel, deed)
    return _cheated(found, i, other) if other is not None else None


def _eyes(found: Blocked, i: int) -> Vec3:
    point = found.bodies[i].in_head((0.0, 0.42, 0.2))
    return (float(point[0]), float(point[1]), float(point[2]))


def _cheated(found: Blocked, i: int, j: int) -> Vec3:
    """Return where one looks who looks at another: a little open to the camera where the head would be in profile."""
    eyes, other = np.array(_eyes(found, i)), np.array(_eyes(found, j))
    way, lens = other - eyes, np.array(found.camera.eye) - eyes
    flat, to_lens = way * (1.0, 0.0, 1.0), lens * (1.0, 0.0, 1.0)
    far, near = float(np.linalg.norm(flat)), float(np.linalg.norm(to_lens))
    if far < 1e-6 or near < 1e-6 or not 0.0 <= flat @ to_lens / (far * near) + 0.25 < 0.65:
        return (float(other[0]), float(other[1]), float(other[2]))
    spot = other + to_lens / near * far * CHEAT
    return (float(spot[0]), float(spot[1]), float(spot[2]))


def _beside(found: Blocked, i: int, way: str) -> Vec3:
    """Return a point three metres from one's eyes, to the frame's left or right, into it, or the lens."""
    if way == "camera":
        return found.camera.eye
    start = np.array(_eyes(found, i))
    right, ahead = np.array(found.camera.right), np.array(found.camera.forward)
    step = {"left": -right - 0.25 * ahead, "right": right - 0.25 * ahead, "away": ahead}[way]
    point = start + 3.0 * step * (1.0, 0.0, 1.0)
    return (float(point[0]), float(point[1]), float(point[2]))
