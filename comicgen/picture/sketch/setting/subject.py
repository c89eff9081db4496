"""Whoever a picture is about, as far as a set must know."""

from dataclasses import dataclass

from ....staging.camera import Vec3


@dataclass(frozen=True, slots=True)
class Subject:
    """A figure on the ground: where it stands and how tall it is as posed (a sitter about 1.3 m)."""

    at: Vec3
    height: float = 1.7
