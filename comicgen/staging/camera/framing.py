"""Shot size and camera angle into a camera that puts the named part of a body where the frame wants it.

Sizes, focal lengths and heights on the frame follow storyboard practice: at eye level the camera is
not tilted, the lens is shifted instead, so that uprights stay upright. A tilted camera that would
sink into the ground stays above it and restores the framing by lens shift.
"""

from dataclasses import dataclass

import numpy as np

from . import Array, Camera, Vec3, look_at

TALL = 1.7
"""Metres: the stature for which the frame heights are given."""
HEAD = 0.245
"""Metres: the head height for which the frame heights are given."""
SMALL = 0.5
"""Subjects that may fill less of the frame than this are animals: the camera comes down to them."""
LONG = 1.8
"""What an animal makes of the focal length: longer than tall, it would shrink towards its tail."""
STAND_OFF, TILTED = 0.58, 1.25
"""Metres that a camera keeps from a face, so that a brim does not touch the lens; a tilted one is farther, else the
rest of the body would be behind it."""
FEET = 0.95
"""Of the frame's height: how low feet may stand in a wide shot that a set has made narrower."""
FLOOR = 0.12
"""Metres: the camera never sinks lower than this."""


@dataclass(frozen=True, slots=True)
class Size:
    """A shot size: frame height in metres at the subject, focal length, and the part placed at ``y``.

    ``drop`` is metres below the eyes, or None for the middle of the body. ``by_head`` scales the
    frame with the head instead of the stature. ``y`` is the part's height on the frame from the top.
    """

    height: float
    focal: float
    drop: float | None
    y: float
    by_head: bool


SIZES = {
    "extreme close-up": Size(0.24, 2.4, 0.0, 0.50, True),
    "close-up": Size(0.52, 2.2, 0.0, 0.56, True),
    "medium close-up": Size(0.80, 1.9, 0.12, 0.46, True),
    "medium shot": Size(1.15, 1.6, 0.30, 0.52, True),
    "cowboy shot": Size(1.55, 1.4, 0.48, 0.55, True),
    "full shot": Size(2.42, 1.25, None, 0.57, False),
    "long shot": Size(3.9, 1.0, None, 0.66, False),
    "extreme long shot": Size(11.0, 0.95, None, 0.76, False),
}
CLOSE = ("extreme close-up", "close-up", "medium close-up")
WIDE = ("long shot", "extreme long shot")

PITCH = {"low": 17.0, "worm's-eye": 35.0, "high": -26.0, "bird's-eye": -60.0}
LENS = {"low": 0.9, "worm's-eye": 0.72, "bird's-eye": 0.9}
"""What an angle makes of the focal length: a shorter lens from close below, from above."""
DUTCH = 10.0
"""Degrees of roll."""
FOCAL = {"over-the-shoulder": 1.35, "pov": 1.15}


@dataclass(frozen=True, slots=True)
class Subject:
    """What the camera frames: heights over the ground in metres of one body or of a group's middle."""

    eyes: float
    top: float
    head: float
    """Height of the head itself."""
    low: float = 0.0
    """The lowest point: 0 for feet on the ground."""
    least: float = 0.6
    """Share of a grown person's frame that is left when one crouches: less for small animals."""

    @property
    def tall(self) -> float:
        return max(self.top - self.low, self.head * 1.6)


@dataclass(frozen=True, slots=True)
class View:
    """How a camera looks: shot and angle, ``yaw`` about the subject in degrees, frame's aspect.

    ``wider`` multiplies the frame's height, ``x`` is where the subject lies across the frame,
    ``raise_by`` moves it up by that share of the frame's height, ``roll`` in degrees.
    """

    shot: str
    angle: str
    yaw: float
    aspect: float
    wider: float = 1.0
    x: float = 0.5
    raise_by: float = 0.0
    roll: float = 0.0
    eye: float | None = None
    """Height of an untilted camera where it is not the subject's own."""


def frame_height(view: View, subject: Subject) -> float:
    """Return the metres that the frame's height covers at the subject."""
    size = SIZES[view.shot]
    if size.by_head:
        return size.height * subject.head / HEAD * view.wider
    if view.shot == "extreme long shot":
        return size.height * view.wider
    return size.height * max(subject.tall / TALL, subject.least) * view.wider


def part_height(view: View, subject: Subject) -> float:
    """Return the height over the ground of the body part that the shot names."""
    drop = SIZES[view.shot].drop
    if drop is None:
        return subject.low + 0.54 * subject.tall
    return subject.eyes - drop * subject.head / HEAD


def focal_length(view: View, subject: Subject) -> float:
    """Return focal length / frame height for a shot, an angle and what is framed."""
    long = LONG if subject.least < SMALL else 1.0
    focal = long * FOCAL.get(view.angle, SIZES[view.shot].focal * LENS.get(view.angle, 1.0))
    return max(focal, (TILTED if view.angle in PITCH else STAND_OFF) / frame_height(view, subject))


def solve(view: View, subject: Subject, focus: tuple[float, float]) -> Camera:
    """Return the camera that frames a subject standing at ``focus`` (x, z)."""
    focal, height = focal_length(view, subject), frame_height(view, subject)
    y = SIZES[view.shot].y - view.raise_by
    if view.shot in WIDE:
        y = min(y, FEET - 0.54 * subject.tall / height)
    aim = (focus[0], part_height(view, subject), focus[1])
    pitch = PITCH.get(view.angle, 0.0)
    if pitch > 0 and view.shot in WIDE:
        aim = (aim[0], min(aim[1], 1.0), aim[2])
    ahead, right = heading(view.yaw), sideways(view.yaw)
    aside = (view.x - 0.5) * view.aspect * height
    if pitch == 0.0:
        return _level(view, subject, np.array(aim) - right * aside, (focal, height, y))
    forward = ahead * np.cos(np.radians(pitch)) + np.array((0.0, np.sin(np.radians(pitch)), 0.0))
    up = np.cross(right, forward)
    eye = np.array(aim) - forward * focal * height - right * aside - up * (0.5 - y) * height
    if eye[1] >= FLOOR:
        return look_at(_vec(eye), _vec(eye + forward), focal, view.aspect, view.roll)
    eye[1] = FLOOR
    to_aim = np.array(aim) - eye
    rise = (0.5 - y) - focal * float(to_aim @ up) / float(to_aim @ forward)
    return look_at(_vec(eye), _vec(eye + forward), focal, view.aspect, view.roll, (0.0, rise))


def _level(view: View, subject: Subject, aim: Array, lens: Vec3) -> Camera:
    focal, height, y = lens
    ahead = heading(view.yaw)
    eye = aim - ahead * focal * height
    eye[1] = eye_level(view, subject)
    if view.angle == "dutch":
        eye[1] = aim[1]
        return look_at(_vec(eye), _vec(eye + ahead), focal, view.aspect, view.roll or DUTCH, (0.0, 0.5 - y))
    rise = (0.5 - y) - focal * (aim[1] - eye[1]) / (focal * height)
    return look_at(_vec(eye), _vec(eye + ahead), focal, view.aspect, view.roll, (0.0, rise))


def eye_level(view: View, subject: Subject) -> float:
    """Return the height of an untilted camera: the subject's own eyes, a grown person's in wide shots."""
    if view.eye is not None:
        return view.eye
    small = subject.least < SMALL and subject.tall < 1.0
    if view.shot in WIDE:
        return min(1.7, 2.2 * subject.tall) if small else 1.7
    if view.shot == "full shot":
        return 1.4 * subject.eyes if small else max(subject.eyes, 1.1)
    return subject.eyes


def heading(yaw: float) -> Array:
    """Return the level direction in which a camera of this yaw looks: 0 is towards -z, and it grows towards +x."""
    return np.array((np.sin(np.radians(yaw)), 0.0, -np.cos(np.radians(yaw))))


def sideways(yaw: float) -> Array:
    """Return the level direction to the right of a camera of this yaw."""
    return np.array((np.cos(np.radians(yaw)), 0.0, np.sin(np.radians(yaw))))


def _vec(v: Array) -> Vec3:
    return (float(v[0]), float(v[1]), float(v[2]))
