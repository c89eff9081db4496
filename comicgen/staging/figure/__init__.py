"""An actor into a posed skeleton: joints and body frames in the world, in metres."""

from dataclasses import dataclass

from ..camera import Vec3


@dataclass(frozen=True, slots=True)
class HeadFrame:
    """Where a head is and how it is turned.

    ``origin`` is the point of the skull's axis at chin height; ``left``, ``up`` and ``facing`` are
    unit vectors of the character's own left, crown and nose; ``unit`` is the head's height in metres.
    """

    origin: Vec3
    left: Vec3
    up: Vec3
    facing: Vec3
    unit: float
