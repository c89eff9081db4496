"""An actor and its pose into a trunk with a head: the part of a figure that legs carry and arms hang from."""

from typing import TYPE_CHECKING

import numpy as np

from ..camera import Array, Vec3
from .chain import euler, long, rest
from .frames import Grip, HeadFrame, Skeleton, frame, vec
from .nodding import nodding
from .pairs import EMBRACES
from .pose import Pose
from .proportions import Proportions

if TYPE_CHECKING:
    from .. import Actor

DRAWN = 1.05
"""A drawn head is this much larger than the head that the body was measured with."""
PIVOT = (0.0, 0.20, -0.10)
"""Where the head turns on the neck, in head heights from the chin's axis point."""
CHAIR_THIGH = 0.34
"""From the seat up to the hip joint, in heads."""
TUCK = 0.35
"""Share of a stoop that the hips take back, so that the head stays over the feet."""


class Body:
    """A figure while it is being posed."""

    def __init__(self, actor: "Actor", pose: Pose, build: Proportions) -> None:
        self.pose, self.build, self.unit = pose, build, build.unit
        self.mirrored = actor.mirrored
        self.expression = actor.expression
        self.base = np.array(actor.position, dtype=float)
        self.ground = euler((0.0, actor.yaw + pose.spin, 0.0))
        stoop = build.stoop * (not pose.spin)
        on_feet = not (pose.seat or pose.air)
        self.hips = self.ground @ euler((pose.tilt[0] - TUCK * stoop * on_feet, *pose.tilt[1:]))
        self.trunk = self.hips @ euler((pose.bend[0] + stoop, *pose.bend[1:]))
        self.joints: dict[str, Array] = {}
        self.feet: dict[str, Array] = {}
        self.grips: list[Grip] = []
        x, y, z = pose.pelvis
        height = (pose.seat + CHAIR_THIGH * build.wide * self.unit) if pose.seat else y * build.hip
        self.pelvis = self.base + self.ground @ np.array((x * build.hip, height, z * build.hip))

    def lift_trunk(self) -> None:
        """Place spine, chest and neck; one who lies is raised until chest and head rest on the ground."""
        length = self.build.trunk
        self.chest = self.pelvis + self.hips[:, 1] * 0.42 * length + self.trunk[:, 1] * 0.58 * length
        self.turn = self.trunk @ euler((self.pose.head[0] - 0.75 * self.build.stoop, *self.pose.head[1:]))
        if not self.pose.air:
            chest = (
                self.pelvis[1]
                + 0.62 * (self.chest[1] - self.pelvis[1])
                - rest(self.trunk, (0.60, 0.31, 0.31)) * self.build.wide * self.unit
            )
            crown = self._nape()[1] + self.turn[1, 1] * 0.3 * self.unit - 0.44 * self.unit
            rise = max(0.0, float(self.base[1]) - min(float(chest), float(crown)))
            if rise > 0.25 * self.unit or self.pose.pelvis[1] < 0.2:
                self.chest = self.chest + np.array((0.0, rise, 0.0))

    def _nape(self) -> Array:
        """Return where the head turns on the neck."""
        up = self.trunk[:, 1] + self.turn[:, 1]
        rise = self.build.chin - self.build.shoulder + (0.20 - 0.005 * self.build.stoop) * self.unit
        ahead = 0.05 + 0.008 * self.build.stoop
        nape: Array = self.chest + up * (rise / long(up)) + self.trunk[:, 2] * ahead * self.unit
        return nape

    def look(self, gaze: Vec3 | None) -> None:
        """Turn the head towards the gaze as far as a neck goes, and place it on the neck."""
        if gaze is not None and self.pose.face:
            way = self.trunk.T @ (np.array(gaze) - self._nape())
            turn = np.degrees(np.arctan2(way[0], way[2]))
            nod = -np.degrees(np.arctan2(way[1] - 0.1 * self.unit, np.hypot(way[0], way[2])))
            side, down = self.pose.limits
            # Behind one's back the head stops at its limit on the side that is nearer.
            turn, nod = np.clip(turn, -side, side), np.clip(nod, -down, down)
            self.turn = self.trunk @ euler((float(nod), float(turn), self.pose.head[2]))
        elif self.pose.touch in EMBRACES:
            # In an embrace the face opens to the camera's side, cheek to the other's hair.
            nod, turn, roll = self.pose.head
            side = 1.0 if self.mirrored else -1.0
            self.turn = self.trunk @ euler((nod, side * turn, side * roll))
        nape = self._nape()
        unit = DRAWN * self.unit
        origin = nape - self.turn @ (np.array(PIVOT) * unit)
        left, up, facing = (vec(self.turn[:, i]) for i in range(3))
        self.head = nodding(HeadFrame(vec(origin), left, up, facing, unit), self.expression)
        middle = self.chest - self.trunk[:, 1] * 0.5 * self.build.trunk
        self.joints |= {
            "pelvis": self.pelvis,
            "spine": self.pelvis + self.hips[:, 1] * 0.30 * self.build.trunk,
            "chest": middle,
            "neck": self.chest + self.trunk[:, 1] * 0.12 * self.unit,
            "head": nape,
        }

    def skeleton(self, held: tuple[tuple[str, int], ...]) -> Skeleton:
        """Return what has been posed."""
        feet = [frame(self.joints[f"{side} ankle"], self.feet[side]) for side in ("left", "right")]
        return Skeleton(
            {name: vec(point) for name, point in self.joints.items()},
            frame(self.pelvis, self.hips),
            frame(self.chest, self.trunk),
            self.head,
            (self.grips[0], self.grips[1]),
            (feet[0], feet[1]),
            self.unit,
            self.build,
            self.pose,
            self.pose.seat,
            held,
        )
