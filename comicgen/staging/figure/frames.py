"""The parts of a posed figure: body frames, grips and the skeleton that holds them, in world metres."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..camera import Array, Vec3

if TYPE_CHECKING:
    from .pose import Pose
    from .proportions import Proportions

SIDES = (("left", 1), ("right", -1))
"""The character's own sides, and the sign of their x in the body's frames."""
EAR = (0.352, 0.36, -0.06)
EYE = (0.166, 0.415, 0.36)
NOSE = (0.0, 0.27, 0.45)


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

    def at(self, point: Vec3) -> Vec3:
        """Return the world point at (left, up, facing) head heights from the origin."""
        axes = np.array((self.left, self.up, self.facing))
        return vec(np.array(self.origin) + self.unit * (np.array(point) @ axes))


@dataclass(frozen=True, slots=True)
class Frame:
    """A rigid body part: its origin and the unit vectors of its own left, up and front."""

    origin: Vec3
    left: Vec3
    up: Vec3
    facing: Vec3

    @property
    def axes(self) -> Array:
        """The three unit vectors as rows (3, 3)."""
        return np.array((self.left, self.up, self.facing))

    def at(self, offset: Any) -> Array:
        """Return the world point ``offset`` metres along left, up and front."""
        point: Array = np.array(self.origin) + np.asarray(offset, dtype=float) @ self.axes
        return point


@dataclass(frozen=True, slots=True)
class Grip:
    """A hand: ``frame`` sits on the wrist, up along the fingers, facing out of the palm, left to the thumb."""

    frame: Frame
    shape: str
    """A key of the hand shapes: relax, flat, open, spread, fist, point, hold, peace, thumb up, pray, tucked, pocket."""


@dataclass(frozen=True, slots=True, eq=False)
class Skeleton:
    """A posed figure. Joint names carry the character's own side: ``left elbow``, ``right toe``."""

    joints: Mapping[str, Vec3]
    pelvis: Frame
    chest: Frame
    head: HeadFrame
    grips: tuple[Grip, Grip]
    """Left and right hand."""
    feet: tuple[Frame, Frame]
    """Left and right foot, on the ankle."""
    unit: float
    """Height of the head the body was measured with, in metres (the drawn head is a little larger)."""
    build: "Proportions"
    pose: "Pose"
    seat: float = 0.0
    """Height above the actor's ground of what it sits on; 0 where it sits on nothing."""
    held: tuple[tuple[str, int], ...] = ()
    """(thing, hand): 0 in the left hand, 1 in the right, 2 in both."""

    def __getitem__(self, joint: str) -> Array:
        return np.array(self.joints[joint])

    @property
    def points(self) -> Array:
        """All joints and the crown of the head, (n, 3)."""
        return np.array([*self.joints.values(), self.head.at((0.0, 1.0, 0.0))])

    def openpose(self) -> tuple[tuple[str, Vec3], ...]:
        """Return the 18 joints of the COCO body model in its order, by name."""
        head = self.head
        face = {
            "nose": head.at(NOSE),
            "left eye": head.at(EYE),
            "right eye": head.at((-EYE[0], *EYE[1:])),
            "left ear": head.at(EAR),
            "right ear": head.at((-EAR[0], *EAR[1:])),
        }
        return tuple((name, face[name] if name in face else self.joints[name]) for name in OPENPOSE)


OPENPOSE = (
    "nose",
    "neck",
    *(f"right {j}" for j in ("shoulder", "elbow", "wrist")),
    *(f"left {j}" for j in ("shoulder", "elbow", "wrist")),
    *(f"right {j}" for j in ("hip", "knee", "ankle")),
    *(f"left {j}" for j in ("hip", "knee", "ankle")),
    "right eye",
    "left eye",
    "right ear",
    "left ear",
)
OPENPOSE_LIMBS = (
    *((1, 2), (2, 3), (3, 4), (1, 5), (5, 6), (6, 7), (1, 8), (8, 9), (9, 10), (1, 11), (11, 12), (12, 13)),
    *((1, 0), (0, 14), (14, 16), (0, 15), (15, 17)),
)
"""Pairs of indices of OPENPOSE that a pose map joins."""


def vec(v: Any) -> Vec3:
    """Return three numbers as plain floats."""
    return (float(v[0]), float(v[1]), float(v[2]))


def frame(origin: Any, turn: Array) -> Frame:
    """Return the frame whose left, up and front are the columns of a rotation matrix."""
    return Frame(vec(origin), vec(turn[:, 0]), vec(turn[:, 1]), vec(turn[:, 2]))
