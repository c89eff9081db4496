"""Whoever a picture is about, as far as a set must know."""

from dataclasses import dataclass

from ....staging.camera import Vec3

LOW = 0.95
"""Metres: one who lies counts as this high, so that the bed is not taken for something before the face."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A figure on the ground: where it stands and how tall it is as posed (a sitter about 1.3 m)."""

    at: Vec3
    height: float = 1.7
    bust: tuple[Vec3, ...] = ()
    """Points of face and chest: nothing of the set may stand before them."""
    body: tuple[Vec3, ...] = ()
    """Points of the rest: no post may stand before them."""
    inside: tuple[Vec3, ...] = ()
    """Points that may not be inside of a thing; none for those who sit or lie on one."""
    bones: tuple[tuple[Vec3, Vec3, float], ...] = ()
    """What casts its shadow: both ends and half the thickness of each limb; empty for someone upright."""
    dark: bool = False
    """Whether the head is dark on paper: it wants a pale sky behind it."""
    hips: Vec3 | None = None
    """Where the hips are of one who sits on what the set has."""
