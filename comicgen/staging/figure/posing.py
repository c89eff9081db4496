"""An actor and its pose into a skeleton: forward from pelvis to head, then inverse for the four limbs.

Arms and legs are solved in closed form, two bones in the plane of target and pole (the law of cosines).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ..camera import Array, Vec3
from .chain import STRETCH, any_side, bent_at_most, euler, pushed_out, rest, solve_limb
from .frames import SIDES, Frame, Grip, HeadFrame, Skeleton, frame, vec
from .holding import hold
from .pose import Arm, Leg, Pose
from .poses import POSES
from .proportions import Proportions, proportions

if TYPE_CHECKING:
    from .. import Actor

DRAWN = 1.05
"""A drawn head is this much larger than the head that the body was measured with."""
PIVOT = (0.0, 0.20, -0.10)
"""Where the head turns on the neck, in head heights from the chin's axis point."""
WRIST = 78.0
"""Degrees a hand bends against its forearm at most."""
CHAIR_THIGH = 0.34
"""From the seat up to the hip joint, in heads."""


def pose_skeleton(actor: "Actor", partner: "Actor | None" = None) -> Skeleton:
    """Return the actor posed and placed. Without ``partner`` a pair pose reaches towards the actor's gaze."""
    build = proportions(actor.look, actor.size)
    pose, held = hold(POSES.get(actor.pose, POSES["standing"]), [w.name for w in actor.holds])
    body = _Body(actor, pose, build)
    body.stand()
    body.lift_trunk()
    body.look(actor.gaze)
    spots = _spots(body, actor, partner) if pose.touch else None
    body.reach(spots)
    return body.skeleton(held)


class _Body:
    """A figure while it is being posed."""

    def __init__(self, actor: "Actor", pose: Pose, build: Proportions) -> None:
        self.pose, self.build, self.unit = pose, build, build.unit
        self.base = np.array(actor.position, dtype=float)
        self.ground = euler((0.0, actor.yaw + pose.spin, 0.0))
        self.hips = self.ground @ euler(pose.tilt)
        bend = (pose.bend[0] + build.stoop * (not pose.spin), *pose.bend[1:])
        self.trunk = self.hips @ euler(bend)
        self.joints: dict[str, Array] = {}
        self.feet: dict[str, Array] = {}
        self.grips: list[Grip] = []
        x, y, z = pose.pelvis
        height = (pose.seat + CHAIR_THIGH * build.wide * self.unit) if pose.seat else y * build.hip
        self.pelvis = self.base + self.ground @ np.array((x * build.hip, height, z * build.hip))

    def stand(self) -> None:
        """Place the legs: planted feet pull the pelvis down until both are reached, knees and seat push it up."""
        for _ in range(4):
            drop = 0.0
            for (side, sign), leg in zip(SIDES, self.pose.legs, strict=True):
                drop = max(drop, self._leg(side, sign, leg))
            rise = self._sunk()
            if drop < 1e-4 and rise < 1e-4:
                return
            if not self.pose.seat:
                self.pelvis = self.pelvis + np.array((0.0, rise if rise > 1e-4 else -drop, 0.0))
            elif rise < 1e-4:
                return
        for (side, sign), leg in zip(SIDES, self.pose.legs, strict=True):
            self._leg(side, sign, leg)

    def _leg(self, side: str, sign: int, leg: Leg) -> float:
        """Solve one leg; return how far the pelvis must come down for a planted foot."""
        build, hip = self.build, self.pelvis + self.hips @ np.array((sign * self.build.hip_x, -0.02 * self.unit, 0.0))
        foot = self.ground @ euler((leg.pitch, sign * leg.turn, 0.0))
        out, up, forward = (v * build.hip for v in leg.at)
        spot = np.array((sign * (build.hip_x + out), up + self._ankle_height(leg), forward))
        if self.pose.seat:
            spot = self._seated(spot, hip)
        target = self.base + self.ground @ spot
        pole = self.ground @ (np.array(leg.pole) * (sign, 1, 1))
        reach = STRETCH * (build.thigh + build.shin)
        knee, ankle = solve_limb(hip, target, (build.thigh, build.shin), pole)
        floor = float(self.base[1]) + self._ankle_height(leg)
        if ankle[1] < floor - 1e-6 and not self.pose.air:
            knee, ankle = solve_limb(
                hip, ankle + np.array((0.0, 2 * (floor - ankle[1]), 0.0)), (build.thigh, build.shin), pole
            )
        toe = ankle + foot @ np.array((0.0, -build.ankle * 0.6, 0.62 * build.foot * self.unit))
        self.joints |= {f"{side} hip": hip, f"{side} knee": knee, f"{side} ankle": ankle, f"{side} toe": toe}
        self.feet[side] = foot
        if self.pose.air or up > 0.02 * build.hip:
            return 0.0
        flat = float(np.hypot(hip[0] - target[0], hip[2] - target[2]))
        high = float(hip[1] - target[1])
        return max(0.0, high - float(np.sqrt(max(reach * reach - flat * flat, 1e-6))))

    def _ankle_height(self, leg: Leg) -> float:
        """Return the ankle's height over the floor when the sole's lowest point is on it."""
        build, pitch = self.build, np.radians(leg.pitch)
        long = build.foot * self.unit
        # A lifted heel rolls on the ball of the foot, a lifted toe on the heel; a steep foot stands on its
        # tip, and that of one who kneels lies on the instep.
        tip = 0.46 if leg.pitch < 65 else 0.72
        sole = ((-build.ankle, -0.22), (-build.ankle, tip), (0.03 * long, 0.0), (-0.35 * build.ankle, 0.46))
        lowest = min(y * np.cos(pitch) - z * long * np.sin(pitch) for y, z in sole)
        return -float(lowest)

    def _seated(self, spot: Array, hip: Array) -> Array:
        """Let the feet of short legs dangle from the edge of the seat."""
        low = float(hip[1] - self.base[1]) - self.build.shin * 0.98 - 0.30 * self.unit
        far = min(spot[2], self.build.thigh * 0.97) if low > spot[1] else spot[2]
        return np.array((spot[0], max(spot[1], low), far))

    def _sunk(self) -> float:
        """Return how far a knee or the seat is under the ground."""
        if self.pose.air:
            return 0.0
        unit, floor = self.unit, float(self.base[1])
        knees = min(float(self.joints[f"{s} knee"][1]) for s, _ in SIDES) - 0.19 * self.build.limb * unit
        seat = float(self.pelvis[1]) - rest(self.hips, (0.48, 0.33, 0.34)) * self.build.wide * unit
        return max(0.0, floor - min(knees, seat))

    def lift_trunk(self) -> None:
        """Place spine, chest and neck; one who lies is raised until chest and head rest on the ground."""
        length = self.build.trunk
        self.chest = self.pelvis + self.hips[:, 1] * 0.42 * length + self.trunk[:, 1] * 0.58 * length
        self.turn = self.trunk @ euler((self.pose.head[0] - 0.6 * self.build.stoop, *self.pose.head[1:]))
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
        rise = self.build.chin - self.build.shoulder + 0.20 * self.unit
        nape: Array = self.chest + up / np.linalg.norm(up) * rise + self.trunk[:, 2] * 0.05 * self.unit
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
        nape = self._nape()
        unit = DRAWN * self.unit
        origin = nape - self.turn @ (np.array(PIVOT) * unit)
        left, up, facing = (vec(self.turn[:, i]) for i in range(3))
        self.head = HeadFrame(vec(origin), left, up, facing, unit)
        middle = self.chest - self.trunk[:, 1] * 0.5 * self.build.trunk
        self.joints |= {
            "pelvis": self.pelvis,
            "spine": self.pelvis + self.hips[:, 1] * 0.30 * self.build.trunk,
            "chest": middle,
            "neck": self.chest + self.trunk[:, 1] * 0.12 * self.unit,
            "head": nape,
        }

    def reach(self, spots: tuple[Array, Array] | None) -> None:
        """Place the arms; a hand that holds on to the other one comes last."""
        order = sorted(zip(SIDES, self.pose.arms, strict=True), key=lambda a: a[1].anchor == "hand")
        done = {}
        for (side, sign), arm in order:
            done[side] = self._arm(side, sign, arm, spots[0 if sign > 0 else 1] if spots else None)
        self.grips = [done[side] for side, _ in SIDES]

    def _arm(self, side: str, sign: int, arm: Arm, spot: Array | None) -> Grip:
        build, unit = self.build, self.unit
        length = build.upper_arm + build.forearm
        shoulder = self._shoulder(sign, arm)
        target = self._target(side, sign, arm, shoulder, spot)
        up = max(0.0, float(self.trunk[:, 1] @ (target - shoulder)) / length)
        ahead = max(0.0, float(self.trunk[:, 2] @ (target - shoulder)) / length)
        shift = np.array((-sign * 0.10 * up, 0.24 * up, 0.10 * ahead)) * build.wide * unit
        shoulder = shoulder + self.trunk @ shift
        pole = self.trunk @ (np.array(arm.pole) * (sign, 1, 1))
        elbow, wrist = solve_limb(shoulder, target, (build.upper_arm, build.forearm), pole)
        grip = self._grip(sign, arm, elbow, wrist)
        tip = np.array(grip.frame.origin) + np.array(grip.frame.up) * 0.4 * build.hand * unit
        collar = self.chest + self.trunk @ np.array((sign * 0.12, -0.06, 0.12)) * build.wide * unit
        names = ("clavicle", "shoulder", "elbow", "wrist", "hand")
        points = (collar, shoulder, elbow, wrist, tip)
        self.joints |= {f"{side} {n}": p for n, p in zip(names, points, strict=True)}
        return grip

    def _shoulder(self, sign: int, arm: Arm) -> Array:
        wide = self.build.wide * self.unit
        at: Array = self.chest + self.trunk @ np.array((sign * self.build.shoulder_x, -0.25 * wide, -0.02 * wide))
        return at

    def _target(self, side: str, sign: int, arm: Arm, shoulder: Array, spot: Array | None) -> Array:
        at, unit = np.array(arm.at) * (sign, 1, 1), self.unit
        if arm.anchor == "partner" and spot is not None:
            return spot + self.trunk @ at * unit
        other = "right" if side == "left" else "left"
        places: dict[str, Callable[[], Array]] = {
            "chest": lambda: self.chest + self.trunk @ at * unit,
            "hip": lambda: self.joints[f"{side} hip"] + self.hips @ at * unit,
            "knee": lambda: self.joints[f"{side} knee"] + self.ground @ at * unit,
            "head": lambda: np.array(self.head.at(vec(at))),
            "floor": lambda: self.base + self.ground @ at * self.build.hip,
            "hand": lambda: self.joints[f"{other} wrist"] + self.trunk @ at * unit,
            "partner": lambda: shoulder + self.trunk @ (np.array((-0.1 * sign, -0.45, 0.75)) * self._length),
        }
        if arm.anchor in places:
            return places[arm.anchor]()
        return self._clear(shoulder + self.trunk @ at * self._length)

    @property
    def _length(self) -> float:
        return self.build.upper_arm + self.build.forearm

    def _clear(self, wrist: Array) -> Array:
        """Push a wrist that is inside a stout trunk out of it."""
        local = pushed_out(self.trunk.T @ (wrist - self.chest), self.build)
        cleared: Array = self.chest + self.trunk @ local
        return cleared

    def _grip(self, sign: int, arm: Arm, elbow: Array, wrist: Array) -> Grip:
        along = (wrist - elbow) / np.linalg.norm(wrist - elbow)
        fingers = along
        if arm.fingers is not None:
            fingers = self.trunk @ (np.array(arm.fingers) * (sign, 1, 1))
            fingers = bent_at_most(along, fingers / np.linalg.norm(fingers), WRIST)
        palm = self.trunk @ (np.array(arm.palm) * (sign, 1, 1))
        palm = palm - fingers * np.dot(palm, fingers)
        size = float(np.linalg.norm(palm))
        palm = palm / size if size > 1e-6 else any_side(fingers)
        thumb = np.cross(fingers, palm) * -sign
        return Grip(Frame(vec(wrist), vec(thumb), vec(fingers), vec(palm)), arm.shape)

    def skeleton(self, held: tuple[tuple[str, int], ...]) -> Skeleton:
        """Return what has been posed."""
        feet = [frame(self.joints[f"{side} ankle"], self.feet[side]) for side, _ in SIDES]
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


def _spots(body: _Body, actor: "Actor", partner: "Actor | None") -> tuple[Array, Array] | None:
    """Return the world points that the left and the right hand of a pair pose reach, if there is somebody."""
    other = _other(actor, partner)
    if other is None:
        return None
    here, there = body.chest, np.array(other.chest.origin)
    if body.pose.touch == "hand":
        low = (here + there) / 2 - np.array((0.0, 0.5 * (body.build.trunk + other.build.trunk) / 2, 0.0))
        return (low, low)
    way = (there - here) * (1, 0, 1)
    way = way / max(float(np.linalg.norm(way)), 1e-6)
    across, unit = np.cross((0.0, 1.0, 0.0), way), other.unit
    offsets: dict[str, tuple[float, float, float]] = {
        "back": (0.30 * unit, -0.75 * unit, 0.36 * unit),
        "shoulder": (0.5 * unit, -0.02 * unit, -0.10 * unit),
        "face": (0.20 * unit, 0.75 * unit, -0.42 * unit),
    }
    out, up, beyond = offsets[body.pose.touch]
    spot, aside = there + np.array((0, up, 0)) + way * beyond, across * out
    return (spot + aside, spot - aside)


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
        partner = replace(partner, pose="standing")
    return pose_skeleton(replace(partner, gaze=None))
