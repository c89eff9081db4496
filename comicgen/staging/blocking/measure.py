"""An actor's posed body into the points that a camera must see: head, mouth and the whole figure."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from .. import Actor
from ..camera import Array, Camera, Vec3
from ..camera.framing import Subject
from ..figure import HeadFrame, Skeleton, skeleton

HAIR = {
    "spiky": (0.52, 1.32, 0.66),
    "bob": (0.64, 1.08, 0.62),
    "long": (0.52, 1.08, 0.63),
    "bun": (0.48, 1.27, 0.70),
    "curly": (0.54, 1.28, 0.71),
    "buzz": (0.44, 1.03, 0.51),
    "bald": (0.42, 1.01, 0.47),
    "messy": (0.56, 1.17, 0.62),
    "wavy": (0.64, 1.08, 0.62),
    "braid": (0.53, 1.08, 0.55),
    "twin braids": (0.56, 1.08, 0.55),
    "afro": (0.67, 1.28, 0.75),
    "hime": (0.52, 1.08, 0.63),
    "mohawk": (0.46, 1.35, 0.64),
    "topknot": (0.48, 1.34, 0.58),
    "half-up": (0.52, 1.08, 0.62),
    "bowl": (0.56, 1.09, 0.61),
}
"""How far hair reaches from the skull's axis, in head heights: to the side, up from the chin, back."""
PLAIN = (0.51, 1.11, 0.57)
LOW, BEFORE = -0.04, 0.51
"""The chin and the fringe, in head heights."""
MUZZLES: dict[str, tuple[float, float, float, float, float]] = {
    "dog": (0.44, 0.12, 0.95, 0.42, 0.78),
    "cat": (0.52, 0.08, 1.08, 0.42, 0.48),
    "horse": (0.36, -0.49, 0.92, 0.30, 1.33),
    "bird": (0.46, 0.08, 0.96, 0.50, 0.62),
    "robot": (0.50, -0.02, 1.06, 0.44, 0.45),
}
"""Reach of heads without hair: side, lowest, top, back, front, in head heights."""
MOUTHS: dict[str, Vec3] = {
    "dog": (0.0, 0.26, 0.66),
    "cat": (0.0, 0.24, 0.46),
    "horse": (0.0, -0.30, 1.18),
    "bird": (0.0, 0.42, 0.60),
    "robot": (0.0, 0.20, 0.42),
}
BRIM = 0.70
"""How far a hat reaches to every side."""
HATS = {"hat": 1.36, "cap": 1.18, "beanie": 1.24, "crown": 1.30}
"""How high headgear reaches over the chin, in head heights."""
ARM = (("shoulder", "elbow"), ("elbow", "wrist"))
MOUTH = (0.0, 0.158, 0.40)
EYES = (0.0, 0.41, 0.34)


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """A posed body in the world: its head, and (n, 3) points that bound it."""

    head: HeadFrame
    points: Array
    reach: tuple[float, float, float, float, float]
    """Of the head with hair and headgear: side, lowest, top, back, front, in head heights."""
    lips: Vec3
    """The mouth, in head heights."""
    hips: Array
    wrists: Array
    """(2, 3) points, (0, 3) for those who have none."""

    def in_head(self, point: Vec3) -> Array:
        """Return the world point at (left, up, facing) head heights from the chin."""
        axes = np.array((self.head.left, self.head.up, self.head.facing))
        at: Array = np.array(self.head.origin) + self.head.unit * (np.array(point) @ axes)
        return at

    def ball(self) -> Array:
        """Return (n, 3) points on the head's outside, hair and headgear included."""
        side, low, top, back, front = self.reach
        middle = (low + top) / 2
        shell = _sphere() * np.array((side, (top - low) / 2, 1.0)) + np.array((0.0, middle, 0.0))
        shell[:, 2] *= np.where(shell[:, 2] < 0, back, front)
        axes = np.array((self.head.left, self.head.up, self.head.facing))
        ball: Array = np.array(self.head.origin) + self.head.unit * (shell @ axes)
        return ball

    def subject(self) -> Subject:
        """Return what the camera frames of this body."""
        low = float(self.points[:, 1].min())
        top = float(max(self.ball()[:, 1].max(), self.points[:, 1].max()))
        least = 0.6 if self.lips == MOUTH else 0.16
        return Subject(float(self.in_head(EYES)[1]), top, self.head.unit, max(low, 0.0), least)


@lru_cache(maxsize=256)
def measure(actor: Actor, partner: Actor | None = None) -> Measure:
    """Return the actor's body as it is posed and placed, a pair's hands on ``partner``."""
    body, species = skeleton(actor, partner), actor.look.species
    side, top, back = HAIR.get(actor.look.hair, PLAIN)
    worn = [w.name for w in actor.look.accessories]
    top = max([top, *(HATS[name] for name in worn if name in HATS)])
    front = BRIM if "hat" in worn or "cap" in worn else BEFORE
    if "hat" in worn:
        side, back = max(side, BRIM), max(back, BRIM)
    reach = MUZZLES.get(species, (side, LOW, top, back, front))
    lips = MOUTHS.get(species, MOUTH)
    points = np.concatenate([body.points, _arms(body)])
    wrists = np.array([g.frame.origin for g in body.grips]).reshape(-1, 3)
    return Measure(body.head, points, reach, lips, np.array(body.pelvis.origin), wrists)


def _arms(body: Skeleton) -> Array:
    """Return the middles of upper arms and forearms, (0, 3) for those who have none."""
    bones = [(f"{side} {a}", f"{side} {b}") for side in ("left", "right") for a, b in ARM]
    ends = [(body[a], body[b]) for a, b in bones if a in body.joints and b in body.joints]
    middles: Array = np.array(ends).reshape(-1, 2, 3).mean(axis=1)
    return middles


def moved(body: Measure, actor: Actor, position: Vec3, yaw: float) -> Measure:
    """Return the body turned and moved to a new place, without posing it again."""
    c, s = np.cos(np.radians(yaw - actor.yaw)), np.sin(np.radians(yaw - actor.yaw))
    turn = np.array(((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c)))
    here, there = np.array(actor.position), np.array(position)
    head = body.head
    frame = HeadFrame(
        _vec((np.array(head.origin) - here) @ turn + there),
        _vec(np.array(head.left) @ turn),
        _vec(np.array(head.up) @ turn),
        _vec(np.array(head.facing) @ turn),
        head.unit,
    )
    points, hips, wrists = ((p - here) @ turn + there for p in (body.points, body.hips, body.wrists))
    return replace(body, head=frame, points=points, hips=hips, wrists=wrists)


def seen_box(points: Array, camera: Camera) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of world points in fractions of the frame, not cut to it."""
    frame = camera.project(points) / np.array((camera.aspect, 1.0))
    (x0, y0), (x1, y1) = frame.min(axis=0), frame.max(axis=0)
    return (float(x0), float(y0), float(x1), float(y1))


def _sphere() -> Array:
    turn, tilt = np.meshgrid(np.linspace(0, 2 * np.pi, 16, endpoint=False), np.linspace(-np.pi / 2, np.pi / 2, 9))
    return np.stack([np.cos(tilt) * np.sin(turn), np.sin(tilt), np.cos(tilt) * np.cos(turn)], axis=-1).reshape(-1, 3)


def _vec(v: Array | tuple[float, ...]) -> Vec3:
    return (float(v[0]), float(v[1]), float(v[2]))
