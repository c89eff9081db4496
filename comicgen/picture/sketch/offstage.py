"""Pieces of a set into those that stay: none stands before a face or a chest, or where somebody stands."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...staging.camera import Camera
from .body import Figure
from .marks import Array
from .order import Piece, joined

GRAZE = 0.12
"""Metres: a body nearer to a solid than this is inside it."""
NEARLY = 0.96
"""Share of the way from the eye to a body that must be free."""


def on_stage(pieces: Sequence[Piece], figures: Sequence[Figure], camera: Camera) -> list[Piece]:
    """Return the pieces but those that hide somebody's face or chest, and those that somebody on their feet is in."""
    if not pieces or not figures:
        return list(pieces)
    normals, starts = joined([p.normals for p in pieces])
    planes = (normals, np.concatenate([p.offsets for p in pieces]), starts[:-1])
    away = _stood_in(planes, figures) | _before_busts(planes, pieces, figures, np.array(camera.eye))
    return [p for p, gone in zip(pieces, away.tolist(), strict=True) if not gone]


def bust_of(figure: Figure) -> Array:
    """Return the points of a figure that must be seen: both sides of the face, its middle, the chest."""
    head = figure.bones.head
    spots = ((0.0, 0.45, 0.0), (0.36, 0.5, 0.0), (-0.36, 0.5, 0.0))
    return np.array([*map(head.at, spots), figure.bones.chest.origin])


def _stood_in(planes: tuple[Array, Array, Any], figures: Sequence[Figure]) -> Any:
    """Tell in which pieces somebody stands who is on their feet."""
    normals, offsets, starts = planes
    feet = [f.bones for f in figures if not f.bones.seat and not f.bones.pose.spin]
    spots = np.array([bones[j] for bones in feet for j in ("neck", "left knee", "right knee")]).reshape(-1, 3)
    inside = normals @ spots.T < offsets[:, None] + GRAZE
    return np.logical_and.reduceat(inside, starts, axis=0).any(axis=1)


def _before_busts(
    planes: tuple[Array, Array, Any], pieces: Sequence[Piece], figures: Sequence[Figure], eye: Array
) -> Any:
    """Tell which pieces hide a face or a chest (lines of sight clipped by the planes, Cyrus and Beck 1978)."""
    normals, offsets, starts = planes
    seen = [f for f in figures if f.head is not None]
    screens = np.array([p.screen or (np.nan,) * 4 for p in pieces])
    busts = np.array([f.head for f in seen]).reshape(-1, 4)
    busts[:, 3] += 1.5 * (busts[:, 3] - busts[:, 1])
    meets = (screens[:, None, :2] < busts[:, 2:]).all(axis=2) & (screens[:, None, 2:] > busts[:, :2]).all(axis=2)
    spots = np.array([bust_of(f) for f in seen]).reshape(-1, 3)
    over = (normals @ eye - offsets)[:, None]
    under = normals @ (eye + NEARLY * (spots - eye)).T - offsets[:, None]
    step = over - under
    t = np.divide(over, step, out=np.zeros_like(step), where=np.abs(step) > 1e-9)
    enter = np.maximum.reduceat(np.where(over > 0, t, 0.0), starts, axis=0)
    leave = np.minimum.reduceat(np.where(under > 0, t, 1.0), starts, axis=0)
    outside = np.logical_or.reduceat((over > 0) & (under > 0), starts, axis=0)
    crossed: Any = (enter < leave) & ~outside
    return (crossed.reshape(len(pieces), -1, 4).any(axis=2) & meets).any(axis=1)
