"""A pose into the same done in a seat: its arms and head over legs that sit."""

from dataclasses import replace

import numpy as np

from . import gestures as g
from .pose import Arm, Pose

UPRIGHT = 40.0
"""Degrees that a trunk may be tilted and still tell something of one who sits."""
BOWED = (9.0, 16.0)
"""Degrees that trunk and neck bend at most in a seat; to either side too."""
BACK = -9.0
"""Degrees that a trunk leans into the back of its seat."""
NOD = (16.0, 6.0, 12.0)
"""The head of one who sleeps in a seat."""
ON_LEGS = ("knee", "floor")
"""Anchors of hands that follow the legs."""


def in_seat(pose: Pose, height: float) -> Pose:
    """Return a pose as it is done in a seat of ``height``; one flat or upside down only rests in it."""
    sits = bool(pose.seat)
    resting = bool(pose.spin) or pose.pelvis[1] < 0.2 or abs(pose.tilt[0]) > UPRIGHT
    rest = (g.KNEE, g.LAP)
    arms = pose.arms if sits or not resting else rest
    left, right = (mine if sits or mine.anchor not in ON_LEGS else own for mine, own in zip(arms, rest, strict=True))
    return replace(
        pose,
        pelvis=(0.0, 1.0, 0.0),
        tilt=(BACK, 0.0, 0.0),
        bend=_at_most(pose.bend, BOWED[0]) if not resting else (BOWED[0], 0.0, 0.0),
        head=NOD if not pose.face else _at_most(pose.head, BOWED[1]),
        arms=(_before(left), _before(right)),
        legs=g.CHAIR,
        seat=height,
        easy=False,
        air=False,
        wind=0.0,
        spin=0.0,
    )


def _before(arm: Arm) -> Arm:
    """Return the arm with its elbow before the back of the seat."""
    out, up, ahead = arm.pole
    return replace(arm, pole=(out, up - 0.5, max(ahead, -0.3)))


def _at_most(angles: tuple[float, float, float], limit: float) -> tuple[float, float, float]:
    x, y, z = np.clip(angles, -limit, limit).tolist()
    return (x, y, z)
