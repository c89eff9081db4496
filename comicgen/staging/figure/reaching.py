"""A body and its pose into arms: wrists at their targets, elbows where they point, hands turned as asked."""

from collections.abc import Callable

import numpy as np

from ..camera import Array
from .body import Body
from .chain import any_side, bent_at_most, long, pushed_out, solve_limb, square
from .frames import SIDES, Frame, Grip, vec
from .pose import Arm

WRIST = 78.0
"""Degrees a hand bends against its forearm at most."""
DESK = 0.765
"""Metres from the floor to a wrist that lies on a table."""
OTHER = ("hand", "elbow")
"""Anchors on the other arm."""
FREE = ("head", "floor", "desk", "partner", *OTHER)
"""Anchors of targets that cannot be inside one's own trunk."""


def reach(body: Body, spots: tuple[Array, Array] | None) -> None:
    """Place the arms; a hand that holds on to the other arm comes last. ``spots`` are on a partner."""
    order = sorted(zip(SIDES, body.pose.arms, strict=True), key=lambda a: a[1].anchor in OTHER)
    done = {}
    for (side, sign), arm in order:
        done[side] = _arm(body, (side, sign), arm, spots[0 if sign > 0 else 1] if spots else None)
    body.grips = [done[side] for side, _ in SIDES]


def _arm(body: Body, which: tuple[str, int], arm: Arm, spot: Array | None) -> Grip:
    build, unit = body.build, body.unit
    (side, sign), length = which, _length(body)
    wide = build.wide * unit
    shoulder = body.chest + body.trunk @ np.array((sign * build.shoulder_x, -0.25 * wide, -0.02 * wide))
    target = _target(body, which, arm, (shoulder, spot))
    up = max(0.0, float(body.trunk[:, 1] @ (target - shoulder)) / length)
    ahead = max(0.0, float(body.trunk[:, 2] @ (target - shoulder)) / length)
    shift = np.array((-sign * 0.10 * up, 0.24 * up + body.pose.shrug, 0.10 * ahead))
    shoulder = shoulder + body.trunk @ shift * wide
    pole = body.trunk @ (np.array(arm.pole) * (sign, 1, 1))
    elbow, wrist = solve_limb(shoulder, target, (build.upper_arm, build.forearm), pole)
    grip = _grip(body, sign, arm, (elbow, wrist))
    tip = np.array(grip.frame.origin) + np.array(grip.frame.up) * 0.4 * build.hand * unit
    collar = body.chest + body.trunk @ np.array((sign * 0.12, -0.06, 0.12)) * wide
    names = ("clavicle", "shoulder", "elbow", "wrist", "hand")
    points = (collar, shoulder, elbow, wrist, tip)
    body.joints |= {f"{side} {n}": p for n, p in zip(names, points, strict=True)}
    return grip


def _target(body: Body, which: tuple[str, int], arm: Arm, places: tuple[Array, Array | None]) -> Array:
    (side, sign), (shoulder, spot) = which, places
    at, unit, trunk = np.array(arm.at) * (sign, 1, 1), body.unit, body.trunk
    other = "right" if side == "left" else "left"
    if arm.anchor == "partner" and spot is not None:
        return spot + trunk @ at * unit
    found: dict[str, Callable[[], Array]] = {
        "chest": lambda: body.chest + trunk @ at * unit,
        "hip": lambda: body.joints[f"{side} hip"] + body.hips @ at * unit * body.build.wide,
        "knee": lambda: body.joints[f"{side} knee"] + body.ground @ at * unit,
        "head": lambda: np.array(body.head.at(vec(at))),
        "floor": lambda: body.base + body.ground @ at * body.build.hip,
        "hand": lambda: body.joints[f"{other} wrist"] + trunk @ at * unit,
        "desk": lambda: body.base + body.ground @ (at * unit) + np.array((0.0, DESK, 0.0)),
        "elbow": lambda: body.joints[f"{other} elbow"] + trunk @ at * unit,
        "partner": lambda: shoulder + trunk @ (np.array((-0.1 * sign, -0.45, 0.75)) * _length(body)),
    }
    target = found[arm.anchor]() if arm.anchor in found else shoulder + trunk @ at * _length(body)
    if arm.anchor in FREE:
        return target
    cleared: Array = body.chest + trunk @ pushed_out(trunk.T @ (target - body.chest), body.build)
    return cleared


def _length(body: Body) -> float:
    return body.build.upper_arm + body.build.forearm


def _grip(body: Body, sign: int, arm: Arm, ends: tuple[Array, Array]) -> Grip:
    elbow, wrist = ends
    along = wrist - elbow
    along = along / long(along)
    fingers = along
    if arm.fingers is not None:
        fingers = body.trunk @ (np.array(arm.fingers) * (sign, 1, 1))
        fingers = bent_at_most(along, fingers / long(fingers), WRIST)
    palm = body.trunk @ (np.array(arm.palm) * (sign, 1, 1))
    palm = palm - fingers * (palm @ fingers)
    size = long(palm)
    palm = palm / size if size > 1e-6 else any_side(fingers)
    thumb = square(fingers, palm) * -sign
    return Grip(Frame(vec(wrist), vec(thumb), vec(fingers), vec(palm)), arm.shape)
