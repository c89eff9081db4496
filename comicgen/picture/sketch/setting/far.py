"""Directions in the sky into places on the frame."""

import numpy as np

from ..marks import Array
from .hand import Hand

FAR = 900.0
"""Metres at which directions are projected."""
AHEAD = 0.18
"""Cosine to the camera's axis under which a direction counts as out of sight."""


def directions(azimuth: Array, elevation: Array) -> Array:
    """Return (..., 3) far points by azimuth (degrees to the right of -z) and elevation (degrees), from the origin."""
    a, e = np.radians(azimuth), np.radians(elevation)
    out: Array = FAR * np.stack([np.cos(e) * np.sin(a), np.sin(e), -np.cos(e) * np.cos(a)], axis=-1)
    return out


def seen(hand: Hand, azimuth: Array, elevation: Array) -> Array:
    """Return (..., 2) frame points of directions as seen by the camera; NaN behind it and far beside the frame."""
    view = (directions(azimuth, elevation)) @ np.array((hand.camera.right, hand.camera.up, hand.camera.forward)).T
    points = hand.frame(view)
    points[view[..., 2] < AHEAD * FAR] = np.nan
    return points


def horizon(hand: Hand) -> float:
    """Return the horizon's height on the frame at its middle; beyond the frame when the camera looks up or down."""
    x, _, z = hand.camera.forward
    out = 200.0 if hand.camera.forward[1] > 0 else -100.0
    if abs(x) + abs(z) < 1e-6:
        return out
    y = float(seen(hand, np.array(np.degrees(np.arctan2(x, -z))), np.array(0.0))[1])
    return y if np.isfinite(y) else out


def span(hand: Hand) -> tuple[float, float]:
    """Return the azimuths that the frame shows, with a margin."""
    x, _, z = hand.camera.forward
    middle = float(np.degrees(np.arctan2(x, -z)))
    half = float(np.degrees(np.arctan((hand.camera.aspect / 2 + abs(hand.camera.shift[0]) + 0.15) / hand.camera.focal)))
    half = min(175.0, half * (1 + 1.5 * abs(hand.camera.forward[1])) + 6)
    return (middle - half, middle + half)
