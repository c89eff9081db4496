"""An actor and its pose into a skeleton: forward from pelvis to head, then inverse for the four limbs.

Arms and legs are solved in closed form, two bones in the plane of target and pole (the law of cosines).
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from .bearing import borne
from .beasts import BEASTS, pose_beast
from .body import Body
from .frames import Skeleton
from .holding import hold
from .pairs import spots
from .poses import POSES
from .proportions import proportions
from .reaching import reach
from .seated import in_seat
from .standing import stand

if TYPE_CHECKING:
    from .. import Actor


def pose_skeleton(actor: "Actor", partner: "Actor | None" = None) -> Skeleton:
    """Return the actor posed and placed. Without ``partner`` a pair pose reaches towards the actor's gaze."""
    build = proportions(actor.look, actor.size)
    pose = borne(POSES.get(actor.pose, POSES["standing"]), actor)
    pose = in_seat(pose, actor.aboard) if actor.aboard else pose
    pose, held = hold(pose, [w.name for w in actor.holds])
    body = Body(actor, pose, build)
    stand(body)
    body.lift_trunk()
    body.look(actor.gaze)
    other = _other(actor, partner) if pose.touch else None
    reach(body, spots(pose.touch, body.chest, build.trunk, other) if other else None)
    return body.skeleton(held)


def _other(actor: "Actor", partner: "Actor | None") -> Skeleton | None:
    """Return the partner standing idle; one who is only looked at is taken to be as tall and to look back."""
    if partner is None and actor.gaze is None:
        return None
    if partner is None:
        assert actor.gaze is not None
        away = np.array(actor.gaze) - np.array(actor.position)
        yaw = float(np.degrees(np.arctan2(-away[0], -away[2])))
        spot = (actor.gaze[0], actor.position[1], actor.gaze[2])
        partner = replace(actor, position=spot, yaw=yaw)
    if POSES.get(partner.pose, POSES["standing"]).touch:
        partner = replace(partner, pose="at attention")
    partner = replace(partner, gaze=None)
    # A horse's flank is as high as a person's chest; lower animals are reached where they are.
    low = partner.look.species in BEASTS and partner.look.species != "horse"
    return pose_beast(partner) if low else pose_skeleton(partner)
