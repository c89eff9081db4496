"""Two who touch into how far apart they stand, and the points that the one's hands reach on the other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..camera import Array, Vec3
from .frames import Skeleton
from .pose import Pose

if TYPE_CHECKING:
    from .. import Look

SPOTS: dict[str, Vec3] = {
    "back": (0.30, -0.75, 0.14),
    "shoulder": (0.5, -0.02, -0.10),
    "face": (0.20, 0.75, -0.42),
    "flank": (0.55, -0.45, 0.55),
    "cradle": (0.0, 0.0, 0.0),
}
"""What is touched: outward, up and beyond the partner's shoulder line, in heads."""
EMBRACES = ("back", "flank")
"""Touches that put one's arms round the other."""
USUAL = 1.7
"""Metres: how tall those are for whom the table of poses tells the distance."""
MEET: dict[str, float] = {"hand": -0.50, "clasp": -0.94, "palm": 0.26, "gift": -0.42}
"""Where two hands meet half-way: over the shoulder lines, as a share of the trunk."""


GIRTH = {"heavy": 0.2, "fat": 0.2, "strong": 0.06}
"""Metres from the usual front of a body to that of a stout one."""


def distance(pose: Pose, looks: "Sequence[Look]") -> float:
    """Return the metres between two that look right for a pose: less for those who are not tall, more for a blow at
    somebody stout."""
    stout = 0.0 if pose.touch else GIRTH.get(looks[-1].build, 0.0)
    return stout + pose.apart * sum(look.height for look in looks) / len(looks) / USUAL


def spots(touch: str, chest: Array, trunk: float, other: Skeleton) -> tuple[Array, Array]:
    """Return the points that the left and the right hand reach; ``chest`` and ``trunk`` are the reaching one's."""
    there = np.array(other.chest.origin)
    if touch in MEET:
        rise = MEET[touch] * (trunk + other.build.trunk) / 2
        middle = (chest + there) / 2 + np.array((0.0, rise, 0.0))
        return (middle, middle)
    way = (there - chest) * (1, 0, 1)
    way = way / max(float(np.linalg.norm(way)), 1e-6)
    across = np.cross((0.0, 1.0, 0.0), way)
    out, up, beyond = (v * other.unit for v in SPOTS[touch])
    spot = there + np.array((0.0, up, 0.0)) + way * beyond
    return (spot + across * out, spot - across * out)
