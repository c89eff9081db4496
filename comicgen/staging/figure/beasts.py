"""An animal and its pose into a skeleton with the same joint names: wrists are fore paws, ankles are hind paws."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..camera import Array, Vec3
from .frames import Frame, Grip, HeadFrame, Skeleton, frame, vec
from .pose import Pose
from .poses import POSES
from .proportions import proportions

if TYPE_CHECKING:
    from .. import Actor

SITS = ("sitting", "seiza", "praying", "eating", "reading", "sitting and reading", "typing", "hugging knees", "phone")
LIES = ("lying", "sleeping", "lying on the stomach")
RUNS = ("running", "chasing", "jumping", "jumping for joy", "kicking", "tripping", "falling")
WALKS = ("walking", "sneaking", "climbing", "pushing", "pulling", "reaching")
FLIES = ("flying", "jumping", "jumping for joy", "running", "chasing", "swimming", "falling")


@dataclass(frozen=True, slots=True)
class Beast:
    """The measures of a species, in shares of its height standing with the head up."""

    withers: float
    hips: float
    fore: float
    """Forward from the middle to the shoulder joints."""
    hind: float
    """Back from the middle to the hip joints."""
    spread: float
    head: tuple[float, float]
    """Height and forward place of the head's middle."""
    unit: float
    """Height of the head."""
    nod: float = 0.0
    """Degrees that the face points down."""
    hock: float = 0.16
    neck_low: float = 0.0


BEASTS: dict[str, Beast] = {
    "dog": Beast(0.66, 0.66, 0.33, 0.36, 0.085, (0.85, 0.56), 0.29, 6.0),
    "cat": Beast(0.58, 0.62, 0.32, 0.38, 0.080, (0.82, 0.52), 0.34, 4.0),
    "horse": Beast(0.70, 0.71, 0.26, 0.33, 0.065, (0.90, 0.56), 0.20, 38.0, 0.20),
    "bird": Beast(0.50, 0.42, 0.10, 0.12, 0.10, (0.80, 0.20), 0.38, 0.0, 0.10),
}


@dataclass(frozen=True, slots=True)
class Stance:
    """How an animal carries itself: shares of its height. Legs are fore left, fore right, hind left, hind right."""

    legs: tuple[tuple[float, float], ...]
    """Forward and lift of each foot from under its joint."""
    chest: float = 0.0
    """Rise of the shoulders."""
    rump: float = 0.0
    rump_ahead: float = 0.0
    head: tuple[float, float] = (0.0, 0.0)
    """Rise and forward shift of the head."""


STANCES: dict[str, Stance] = {
    "stand": Stance(((0.02, 0.0), (-0.03, 0.0), (-0.06, 0.0), (0.01, 0.0))),
    "walk": Stance(((0.22, 0.07), (-0.18, 0.0), (-0.24, 0.0), (0.20, 0.03)), 0.0, -0.01, 0.0, (-0.03, 0.04)),
    "run": Stance(((0.38, 0.16), (0.44, 0.28), (-0.46, 0.12), (-0.36, 0.22)), 0.03, -0.04, 0.03, (-0.06, 0.10)),
    "sit": Stance(((0.02, 0.0), (-0.02, 0.0), (0.30, 0.0), (0.30, 0.0)), 0.02, -0.42, 0.20, (0.02, -0.10)),
    "lie": Stance(((0.36, 0.0), (0.33, 0.0), (0.26, 0.0), (0.24, 0.0)), -0.40, -0.42, 0.06, (-0.34, 0.04)),
}


def stance_of(species: str, pose: str) -> str:
    """Return the stance that an animal takes for a pose: stand, walk, run, sit, lie or fly."""
    if species == "bird" and pose in FLIES:
        return "fly"
    for name, poses in (("sit", SITS), ("lie", LIES), ("run", RUNS), ("walk", WALKS)):
        if pose in poses or (name == "sit" and pose.startswith("sitting")):
            return "lie" if species == "horse" and name == "sit" else name
    return "run" if pose == "flying" else "stand"


def pose_beast(actor: "Actor") -> Skeleton:
    """Return an animal posed and placed."""
    beast = BEASTS[actor.look.species]
    tall = actor.look.height * actor.size
    stance = stance_of(actor.look.species, actor.pose)
    rise = 0.9 if stance == "fly" else 0.0
    shape = STANCES["run" if stance == "fly" else stance]
    yaw = np.radians(actor.yaw)
    turn = np.array(((np.cos(yaw), 0, np.sin(yaw)), (0, 1, 0), (-np.sin(yaw), 0, np.cos(yaw))))
    base = np.array(actor.position, dtype=float) + np.array((0.0, rise * tall, 0.0))

    def at(x: float, y: float, z: float) -> Array:
        point: Array = base + turn @ np.array((x, y, z)) * tall
        return point

    joints: dict[str, Array] = {}
    withers, hips = beast.withers + shape.chest, beast.hips + shape.rump
    if actor.look.species == "bird" and stance != "fly":
        withers, hips = (0.50, 0.42) if stance not in ("sit", "lie") else (0.34, 0.26)
    joints["chest"], joints["pelvis"] = at(0, withers, beast.fore), at(0, hips, shape.rump_ahead - beast.hind)
    joints["spine"] = (joints["chest"] + joints["pelvis"]) / 2
    for i, (name, sign) in enumerate((("left", 1), ("right", -1), ("left", 1), ("right", -1))):
        ahead, lift = shape.legs[i]
        x, legs = sign * beast.spread, ("shoulder", "elbow", "wrist") if i < 2 else ("hip", "knee", "ankle")
        z = beast.fore if i < 2 else shape.rump_ahead - beast.hind
        top = at(x, (withers if i < 2 else hips) - 0.10, z)
        foot = at(x, lift + 0.02, z + ahead)
        points = (_fore_leg if i < 2 else _hind_leg)(top, foot, turn, (tall, beast.hock))
        joints |= {f"{name} {j}": p for j, p in zip(legs, points, strict=True)}
        joints[f"{name} {'hand' if i < 2 else 'toe'}"] = foot
        if i < 2:
            joints[f"{name} clavicle"] = top
    head = _head(actor, beast, shape, (joints, turn, tall, base))
    joints["neck"] = joints["chest"] + (0.0, 0.06 * tall, 0.0)
    joints["head"] = np.array(head.origin) + 0.4 * head.unit * np.array(head.up)
    return _skeleton(actor, joints, turn, head)


def _fore_leg(top: Array, foot: Array, turn: Array, size: tuple[float, float]) -> tuple[Array, Array, Array]:
    """Return shoulder, elbow and wrist: the elbow lies behind, the wrist under it and before a lifted paw."""
    tall, pastern = size
    ahead, up = turn[:, 2], np.array((0.0, 1.0, 0.0))
    length = float(np.linalg.norm(top - foot))
    lift = max(0.0, 1 - length / (0.52 * tall))
    wrist = foot + up * pastern * 0.62 * tall + ahead * (0.015 + 0.16 * lift) * tall
    elbow = top * 0.52 + wrist * 0.48 - ahead * (0.055 + 0.10 * lift) * tall
    return top, elbow, wrist


def _hind_leg(top: Array, foot: Array, turn: Array, size: tuple[float, float]) -> tuple[Array, Array, Array]:
    """Return hip, knee and hock: the knee is in front, the hock behind and above the paw."""
    tall, hock = size
    ahead = turn[:, 2]
    back = float((top - foot) @ ahead) / tall
    heel = foot + np.array((0.0, hock * tall, 0.0)) - ahead * (0.075 + 0.12 * max(0.0, back)) * tall
    heel[1] = min(heel[1], top[1] - 0.04 * tall) if top[1] - foot[1] > 0.22 * tall else foot[1] + 0.05 * tall
    knee = top * 0.46 + heel * 0.54 + ahead * (0.125 + 0.05 * max(0.0, -back)) * tall
    return top, knee, heel


def _head(actor: "Actor", beast: Beast, shape: Stance, body: tuple[dict[str, Array], Array, float, Array]) -> HeadFrame:
    _, turn, tall, base = body
    unit = beast.unit * tall
    y, z = beast.head[0] + shape.head[0], beast.head[1] + shape.head[1]
    if actor.look.species == "bird" and shape is not STANCES["run"]:
        y = beast.head[0] + (shape.rump < -0.1) * -0.16
        z = beast.head[1]
    middle = base + turn @ np.array((0.0, y, z)) * tall
    side, nod = 0.0, beast.nod
    if actor.gaze is not None and actor.pose not in LIES:
        way = turn.T @ (np.array(actor.gaze) - middle)
        side = float(np.clip(np.degrees(np.arctan2(way[0], way[2])), -62, 62))
        nod += float(np.clip(-np.degrees(np.arctan2(way[1], np.hypot(way[0], way[2]))), -30, 25))
    s, n = np.radians(side), np.radians(nod)
    about = np.array(((np.cos(s), 0, np.sin(s)), (0, 1, 0), (-np.sin(s), 0, np.cos(s))))
    pitch = np.array(((1, 0, 0), (0, np.cos(n), -np.sin(n)), (0, np.sin(n), np.cos(n))))
    axes = turn @ about @ pitch
    left, up, facing = (vec(axes[:, i]) for i in range(3))
    return HeadFrame(vec(middle - axes[:, 1] * 0.5 * unit), left, up, facing, unit)


def _skeleton(actor: "Actor", joints: dict[str, Array], turn: Array, head: HeadFrame) -> Skeleton:
    build = replace(proportions(actor.look, actor.size), unit=head.unit)
    spine = joints["chest"] - joints["pelvis"]
    spine = spine / np.linalg.norm(spine)
    left = turn[:, 0]
    upright = np.stack([left, np.cross(spine, left), spine], axis=1)

    def paw(name: str) -> Frame:
        return frame(joints[name], turn)

    pose: Pose = POSES.get(actor.pose, POSES["standing"])
    pose = replace(pose, seat=0.0, spin=0.0, carries=())
    grips = (Grip(paw("left wrist"), "fist"), Grip(paw("right wrist"), "fist"))
    points: dict[str, Vec3] = {name: vec(p) for name, p in joints.items()}
    chest, pelvis = frame(joints["chest"], upright), frame(joints["pelvis"], upright)
    feet = (paw("left toe"), paw("right toe"))
    return Skeleton(points, pelvis, chest, head, grips, feet, head.unit, build, pose)
