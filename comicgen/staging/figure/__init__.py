"""An actor into a posed skeleton: joints and body frames in the world, in metres."""

from typing import TYPE_CHECKING

from .frames import OPENPOSE, OPENPOSE_LIMBS, Frame, Grip, HeadFrame, Skeleton
from .proportions import Proportions, proportions

if TYPE_CHECKING:
    from .. import Actor

__all__ = [
    "OPENPOSE",
    "OPENPOSE_LIMBS",
    "Frame",
    "Grip",
    "HeadFrame",
    "Proportions",
    "Skeleton",
    "proportions",
    "skeleton",
]


def skeleton(actor: "Actor", partner: "Actor | None" = None) -> Skeleton:
    """Return the actor posed and placed in the world.

    An unknown pose stands. A pair pose (handshake, hug, ...) reaches ``partner``, or without one
    somebody of its own height where it looks. Animals have no arms: their joints are a quadruped's.
    """
    from .beasts import BEASTS, pose_beast
    from .posing import pose_skeleton

    if actor.look.species in BEASTS:
        return pose_beast(actor)
    return pose_skeleton(actor, partner)
