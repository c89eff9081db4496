"""What every animal is drawn from: its measures, and the model that holds its parts."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from ....drawing import Colour
from ....staging import Actor
from ....staging.figure import Skeleton
from ..hulls import outline
from ..loft import Loft, depth
from ..marks import Array, Paint
from ..pen import Part, Pen
from ..wardrobe.outfits import mixed


@dataclass(frozen=True, slots=True)
class Coat:
    """How a species is built; radii in shares of its height, the head in head heights."""

    trunk: tuple[tuple[float, float, float, float], ...]
    """Along the spine (0 rump, 1 breast): half width, back, belly."""
    neck: tuple[float, float, float]
    """Widths at the root, the middle and the head."""
    leg: tuple[float, float, float, float]
    """Radii: thigh, knee, shank, paw."""
    skull: tuple[tuple[float, float, float, float], ...]
    """Along the face (heads): half width, up, down."""
    eye: tuple[float, float, float, float]
    """Out, up, forward and size, in heads."""
    nose: tuple[float, float, float]
    """Up, forward and size."""
    tail: tuple[tuple[float, float, float], ...]
    """Points (back, up) and width, in shares of the height from the rump."""
    hooves: bool = False


COATS: dict[str, Coat] = {
    "dog": Coat(
        (
            (0.0, 0.03, 0.03, 0.04), (0.04, 0.10, 0.09, 0.12), (0.20, 0.125, 0.10, 0.17), (0.45, 0.115, 0.095, 0.16),
            (0.75, 0.14, 0.11, 0.24), (0.92, 0.13, 0.10, 0.22), (1.0, 0.05, 0.04, 0.10),
        ),
        (0.145, 0.115, 0.10),
        (0.100, 0.052, 0.031, 0.047),
        (
            (-0.44, 0.10, 0.12, 0.12), (-0.36, 0.30, 0.30, 0.26), (-0.10, 0.43, 0.40, 0.36), (0.12, 0.39, 0.33, 0.36),
            (0.27, 0.27, 0.14, 0.31), (0.47, 0.22, 0.09, 0.27), (0.64, 0.17, 0.06, 0.20), (0.71, 0.08, 0.02, 0.08),
        ),
        (0.20, 0.66, 0.24, 0.062),
        (0.52, 0.70, 0.085),
        ((0.0, 0.0, 0.045), (0.14, 0.10, 0.05), (0.22, 0.28, 0.042), (0.16, 0.40, 0.015)),
    ),
    "cat": Coat(
        (
            (0.0, 0.03, 0.03, 0.04), (0.05, 0.11, 0.10, 0.12), (0.22, 0.135, 0.11, 0.17), (0.48, 0.125, 0.10, 0.17),
            (0.76, 0.13, 0.10, 0.19), (0.92, 0.12, 0.09, 0.17), (1.0, 0.05, 0.04, 0.08),
        ),
        (0.13, 0.11, 0.11),
        (0.098, 0.052, 0.034, 0.044),
        (
            (-0.42, 0.12, 0.12, 0.14), (-0.34, 0.34, 0.32, 0.32), (-0.05, 0.50, 0.42, 0.42), (0.15, 0.45, 0.34, 0.38),
            (0.30, 0.30, 0.12, 0.30), (0.40, 0.17, 0.04, 0.22), (0.44, 0.07, 0.0, 0.10),
        ),
        (0.22, 0.56, 0.27, 0.085),
        (0.46, 0.44, 0.045),
        ((0.0, 0.0, 0.04), (0.16, 0.0, 0.042), (0.30, 0.16, 0.04), (0.34, 0.42, 0.036), (0.44, 0.56, 0.012)),
    ),
    "horse": Coat(
        (
            (0.0, 0.04, 0.04, 0.05), (0.05, 0.11, 0.09, 0.14), (0.22, 0.135, 0.10, 0.17), (0.50, 0.125, 0.085, 0.20),
            (0.76, 0.125, 0.085, 0.19), (0.92, 0.115, 0.07, 0.16), (1.0, 0.05, 0.04, 0.09),
        ),
        (0.125, 0.095, 0.07),
        (0.092, 0.044, 0.019, 0.031),
        (
            (-0.46, 0.10, 0.12, 0.16), (-0.36, 0.28, 0.28, 0.38), (-0.08, 0.30, 0.28, 0.46), (0.25, 0.25, 0.24, 0.36),
            (0.70, 0.18, 0.17, 0.24), (1.05, 0.18, 0.15, 0.22), (1.22, 0.14, 0.10, 0.16), (1.28, 0.05, 0.02, 0.06),
        ),
        (0.265, 0.60, 0.12, 0.075),
        (0.50, 1.22, 0.0),
        ((0.0, 0.02, 0.03), (0.10, 0.02, 0.055), (0.15, -0.18, 0.065), (0.13, -0.40, 0.055), (0.16, -0.52, 0.01)),
        hooves=True,
    ),
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Model:
    """An animal while it is being drawn."""

    actor: Actor
    bones: Skeleton
    pen: Pen
    coat: Coat
    fur: Paint
    parts: list[Part]

    @property
    def tall(self) -> float:
        return self.actor.look.height * self.actor.size

    def z(self, *points: Array) -> float:
        return depth(np.array(points), self.pen.camera)

    def outline(self, *lofts: Array | Loft) -> Any:
        return outline(lofts, self.pen.camera)

    def head(self, x: float, y: float, z: float) -> Array:
        return np.array(self.bones.head.at((x, y, z)))


def darker(colour: Colour, share: float) -> Colour:
    """Return a colour moved that share towards black."""
    return (mixed(colour[0], 20, share), mixed(colour[1], 20, share), mixed(colour[2], 24, share))


def disc(model: Model, centre: Array, radius: float) -> Any:
    """Return the joint of ``radius`` metres round a world point."""
    return model.pen.disc(centre, radius / model.bones.unit)
