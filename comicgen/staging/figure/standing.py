"""A body and its pose into legs: feet on their places, and the hips where both legs reach them."""

import math

import numpy as np

from ..camera import Array
from .body import Body
from .chain import STRETCH, euler, rest, solve_limb
from .frames import SIDES
from .pose import Leg


def stand(body: Body) -> None:
    """Place the legs: planted feet pull the pelvis down until both are reached, knees and seat push it up."""
    for _ in range(4):
        drop = max(_leg(body, side, sign, leg) for (side, sign), leg in zip(SIDES, body.pose.legs, strict=True))
        rise = _sunk(body)
        if drop < 1e-4 and rise < 1e-4:
            return
        if not body.pose.seat:
            body.pelvis = body.pelvis + np.array((0.0, rise if rise > 1e-4 else -drop, 0.0))
        elif rise < 1e-4:
            return
    for (side, sign), leg in zip(SIDES, body.pose.legs, strict=True):
        _leg(body, side, sign, leg)


def _leg(body: Body, side: str, sign: int, leg: Leg) -> float:
    """Solve one leg; return how far the pelvis must come down for a planted foot."""
    build, bones = body.build, (body.build.thigh, body.build.shin)
    hip = body.pelvis + body.hips @ np.array((sign * build.hip_x, -0.02 * body.unit, 0.0))
    foot = body.ground @ euler((leg.pitch, sign * leg.turn, 0.0))
    out, up, forward = (v * build.hip for v in leg.at)
    high = _ankle_height(body, leg)
    spot = np.array((sign * (build.hip_x + out), up + high, forward))
    if body.pose.seat:
        spot = _seated(body, spot, hip)
    target = body.base + body.ground @ spot
    pole = body.ground @ (np.array(leg.pole) * (sign, 1, 1))
    knee, ankle = solve_limb(hip, target, bones, pole)
    floor = float(body.base[1]) + high
    if ankle[1] < floor - 1e-6 and not body.pose.air:
        knee, ankle = solve_limb(hip, ankle + np.array((0.0, 2 * (floor - ankle[1]), 0.0)), bones, pole)
    toe = ankle + foot @ np.array((0.0, -build.ankle * 0.6, 0.62 * build.foot * body.unit))
    body.joints |= {f"{side} hip": hip, f"{side} knee": knee, f"{side} ankle": ankle, f"{side} toe": toe}
    body.feet[side] = foot
    if body.pose.air or up > 0.02 * build.hip:
        return 0.0
    reach = STRETCH * (build.thigh + build.shin)
    flat = math.hypot(hip[0] - target[0], hip[2] - target[2])
    return max(0.0, float(hip[1] - target[1]) - math.sqrt(max(reach * reach - flat * flat, 1e-6)))


def _ankle_height(body: Body, leg: Leg) -> float:
    """Return the ankle's height over the floor when the sole's lowest point is on it."""
    build, pitch = body.build, math.radians(leg.pitch)
    long = build.foot * body.unit
    # A lifted heel rolls on the ball of the foot, a lifted toe on the heel; a steep foot stands on its
    # tip, and that of one who kneels lies on the instep.
    tip = 0.46 if leg.pitch < 65 else 0.72
    sole = ((-build.ankle, -0.22), (-build.ankle, tip), (0.03 * long, 0.0), (-0.35 * build.ankle, 0.46))
    return -min(y * math.cos(pitch) - z * long * math.sin(pitch) for y, z in sole)


def _seated(body: Body, spot: Array, hip: Array) -> Array:
    """Let the feet of short legs dangle from the edge of the seat."""
    low = float(hip[1] - body.base[1]) - body.build.shin * 0.98 - 0.30 * body.unit
    far = min(spot[2], body.build.thigh * 0.97) if low > spot[1] else spot[2]
    return np.array((spot[0], max(spot[1], low), far))


def _sunk(body: Body) -> float:
    """Return how far a knee or the seat is under the ground."""
    if body.pose.air:
        return 0.0
    unit, floor = body.unit, float(body.base[1])
    knees = min(float(body.joints[f"{s} knee"][1]) for s, _ in SIDES) - 0.19 * body.build.limb * unit
    seat = float(body.pelvis[1]) - rest(body.hips, (0.48, 0.33, 0.34)) * body.build.wide * unit
    return max(0.0, floor - min(knees, seat))
