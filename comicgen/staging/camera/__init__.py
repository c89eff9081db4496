"""A perspective camera: world metres into a frame one unit high.

Lens equation with shift, after the view-camera: X = aspect/2 + f x/z + sx, Y = 1/2 - f y/z - sy,
in frame heights from the top left corner.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[np.float64]]

Vec3 = tuple[float, float, float]
NEAR = 0.12
"""Metres: nothing nearer is drawn."""


@dataclass(frozen=True, slots=True)
class Camera:
    """``right``, ``up`` and ``forward`` are unit vectors; ``focal`` is focal length / frame height."""

    eye: Vec3
    right: Vec3
    up: Vec3
    forward: Vec3
    focal: float
    aspect: float
    """Frame width / frame height."""
    shift: tuple[float, float] = (0.0, 0.0)
    """Lens shift in frame heights, x to the right and y upwards on the frame."""

    def view(self, points: Array) -> Array:
        """Return (..., 3) world points in camera axes: right, up, depth in metres."""
        eye, axes = _axes(self)
        viewed: Array = (np.asarray(points, dtype=float) - eye) @ axes
        return viewed

    def lens(self, viewed: Array) -> Array:
        """Return (..., 2) frame coordinates (frame height = 1) of points in camera axes."""
        depth = np.maximum(viewed[..., 2], NEAR / 2)
        frame = np.empty((*depth.shape, 2))
        frame[..., 0] = self.aspect / 2 + self.focal * viewed[..., 0] / depth + self.shift[0]
        frame[..., 1] = 0.5 - self.focal * viewed[..., 1] / depth - self.shift[1]
        return frame

    def project(self, points: Array) -> Array:
        """Return (..., 2) frame coordinates of (..., 3) world points."""
        return self.lens(self.view(points))

    def scale(self, point: Vec3) -> float:
        """Return the frame heights that one metre covers at the point's depth."""
        return self.focal / max(float(self.view(np.array(point))[2]), NEAR)


@lru_cache(16)
def _axes(camera: Camera) -> tuple[Array, Array]:
    """Return a camera's place, and its axes as columns."""
    return np.array(camera.eye), np.array((camera.right, camera.up, camera.forward)).T


def look_at(
    eye: Vec3, target: Vec3, focal: float, aspect: float, roll: float = 0.0, shift: tuple[float, float] = (0.0, 0.0)
) -> Camera:
    """Return the camera at ``eye`` facing ``target``, turned by ``roll`` degrees about its axis."""
    forward = np.subtract(target, eye)
    forward = forward / np.linalg.norm(forward)
    right = np.cross(forward, (0.0, 1.0, 0.0))
    length = float(np.linalg.norm(right))
    right = right / length if length > 1e-6 else np.array((1.0, 0.0, 0.0))
    up = np.cross(right, forward)
    c, s = np.cos(np.radians(roll)), np.sin(np.radians(roll))
    right, up = c * right + s * up, c * up - s * right
    return Camera(_vec(eye), _vec(right), _vec(up), _vec(forward), focal, aspect, shift)


def _vec(v: Any) -> Vec3:
    return (float(v[0]), float(v[1]), float(v[2]))
