"""A pose at ease into the way somebody carries it: weight on one leg, by age, build and who it is."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zlib import crc32

from ..camera import Vec3
from .pose import Arm, Leg, Pose

if TYPE_CHECKING:
    from .. import Actor, Look


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a kind of people stands: factors and shifts of a pose at ease."""

    sway: float = 1.0
    """Of the hips' and the shoulders' slant."""
    apart: float = 0.0
    """Hip heights that each foot is farther out."""
    toes: float = 0.0
    """Degrees that the toes are turned out more."""
    elbows: float = 0.0
    """Arm lengths that idle hands are farther out."""
    knees: float = 0.0
    """Hip heights that bent knees take off."""


GENDERS = {"woman": Bearing(1.35, -0.012, -2, -0.01), "man": Bearing(0.85, 0.03, 4, 0.025)}
AGES = {
    "toddler": Bearing(0.3, 0.05, -8, 0.10),
    "child": Bearing(0.6, 0.01, -10, 0.03),
    "elder": Bearing(0.6, 0.015, 4, 0.02, 0.035),
}
BUILDS = {
    "strong": Bearing(0.9, 0.03, 4, 0.07),
    "heavy": Bearing(0.7, 0.05, 8, 0.05),
    "chibi": Bearing(0.3, 0.02, -6, 0.05),
    "slim": Bearing(1.15, -0.01, 0, -0.01),
}
PLAIN = Bearing()


def borne(pose: Pose, actor: "Actor") -> Pose:
    """Return a pose at ease as this actor carries it; any other pose as it is.

    Half of all characters rest on the other leg: which half is written in the name. What is told from
    the side is done with the arm that leaves the chest open to the camera's usual side.
    """
    if pose.broad and actor.mirrored:
        return mirrored(pose)
    if not pose.easy:
        return pose
    sway, apart, toes, elbows, knees = _bearing(actor.look)
    x, y, z = pose.pelvis
    found = replace(
        pose,
        pelvis=(x * sway, y - knees, z),
        tilt=_swayed(pose.tilt, sway),
        bend=_swayed(pose.bend, sway),
        head=_swayed(pose.head, sway),
        arms=(_arm(pose.arms[0], elbows), _arm(pose.arms[1], elbows)),
        legs=(_leg(pose.legs[0], apart, toes), _leg(pose.legs[1], apart, toes)),
    )
    return mirrored(found) if crc32(actor.character.encode()) % 2 else found


def mirrored(pose: Pose) -> Pose:
    """Return the pose with left and right exchanged."""
    x, y, z = pose.pelvis
    (tilt, bend, head) = (_turned(v) for v in (pose.tilt, pose.bend, pose.head))
    arms, legs = (pose.arms[1], pose.arms[0]), (pose.legs[1], pose.legs[0])
    hand = 1 - pose.hand if pose.hand in (0, 1) else pose.hand
    return replace(pose, pelvis=(-x, y, z), tilt=tilt, bend=bend, head=head, arms=arms, legs=legs, hand=hand)


def _bearing(look: "Look") -> tuple[float, float, float, float, float]:
    own = (GENDERS.get(look.gender, PLAIN), AGES.get(look.age, PLAIN), BUILDS.get(look.build, PLAIN))
    sway = own[0].sway * own[1].sway * own[2].sway
    return (
        sway,
        sum(b.apart for b in own),
        sum(b.toes for b in own),
        sum(b.elbows for b in own),
        sum(b.knees for b in own),
    )


def _swayed(angles: Vec3, sway: float) -> Vec3:
    return (angles[0], angles[1] * sway, angles[2] * sway)


def _turned(angles: Vec3) -> Vec3:
    return (angles[0], -angles[1], -angles[2])


def _arm(arm: Arm, out: float) -> Arm:
    if arm.anchor != "shoulder" or arm.at[1] > -0.7:
        return arm
    return replace(arm, at=(arm.at[0] + out, arm.at[1] + 0.4 * abs(out), arm.at[2]))


def _leg(leg: Leg, out: float, toes: float) -> Leg:
    return replace(leg, at=(leg.at[0] + out, *leg.at[1:]), turn=max(leg.turn + toes, -6.0))
