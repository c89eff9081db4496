"""A look into the measures of a body: how many heads tall, how long its bones and how wide its shoulders."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .. import Look

HEADS = {"toddler": 4.0, "child": 5.2, "teen": 6.5, "adult": 7.1, "elder": 6.7}
"""How many of its own heads a figure is tall, by age."""
CHIBI = 3.0
# Heights from the floor in heads, for figures of so many heads.
_TALL = (3.0, 5.0, 6.5, 7.0, 8.0)
_CHIN = (2.0, 4.0, 5.5, 6.0, 7.0)
_SHOULDER = (1.88, 3.77, 5.17, 5.66, 6.60)
_HIP = (0.98, 2.36, 3.40, 3.70, 4.30)
_KNEE = (0.52, 1.22, 1.78, 1.95, 2.27)
_ANKLE = (0.15, 0.22, 0.26, 0.28, 0.30)
_WIDTH = (0.80, 0.80, 0.95, 1.0, 1.06)
_HAND = (0.60, 0.76, 0.93, 0.97, 1.0)
_FOOT = (0.72, 0.86, 0.97, 1.0, 1.0)
_LIMB = {"slim": 0.89, "strong": 1.13, "heavy": 1.28}
_WIDE = {"slim": 0.94, "strong": 1.10, "heavy": 1.14}
_FAT = {"heavy": 0.50}


@dataclass(frozen=True, slots=True)
class Proportions:
    """The measures of one body. Heights, lengths and reaches in metres; factors are of an adult's radii."""

    heads: float
    unit: float
    """Head height."""
    chin: float
    shoulder: float
    hip: float
    knee: float
    ankle: float
    upper_arm: float
    forearm: float
    shoulder_x: float
    """From the middle to the shoulder joint."""
    hip_x: float
    limb: float
    """Factor of the limbs' radii."""
    wide: float
    """Factor of the torso's radii."""
    fat: float
    """Extra girth at the belly, 0..0.4."""
    hand: float
    foot: float
    curve: float
    """0 a straight trunk, 1 a woman's."""
    stoop: float
    """Degrees that age bends the upper back."""
    chibi: bool

    @property
    def thigh(self) -> float:
        return self.hip - self.knee

    @property
    def shin(self) -> float:
        return self.knee - self.ankle

    @property
    def trunk(self) -> float:
        """From the hip joints to the shoulder line."""
        return self.shoulder - self.hip


def proportions(look: "Look", size: float = 1.0) -> Proportions:
    """Return the measures of a standing figure of ``look.height`` * ``size`` metres."""
    chibi = look.build == "chibi"
    heads = CHIBI if chibi else HEADS.get(look.age, 7.0)
    if look.build == "strong" and not chibi:
        heads += 0.2
    unit = look.height * size / heads
    chin, shoulder, hip, knee, ankle = (
        float(np.interp(heads, _TALL, row)) * unit for row in (_CHIN, _SHOULDER, _HIP, _KNEE, _ANKLE)
    )
    girth = float(np.interp(heads, _TALL, _WIDTH))
    grown = look.age in ("teen", "adult", "elder") and not chibi
    curve = 1.0 if look.gender == "woman" and grown else 0.0
    spread = {"woman": 0.56, "man": 0.68}.get(look.gender, 0.63) if grown else 0.60
    arm = shoulder / 5.66
    wide = girth * _WIDE.get(look.build, 1.0)
    return Proportions(
        heads,
        unit,
        chin,
        shoulder,
        hip,
        knee,
        ankle,
        1.22 * arm,
        1.02 * arm,
        spread * wide * unit,
        0.26 * wide * unit,
        girth * _LIMB.get(look.build, 1.0) * (0.90 if curve else 1.0),
        wide,
        _FAT.get(look.build, 0.0) + (0.06 if look.age == "elder" else 0.0) + (0.10 if look.age == "toddler" else 0.0),
        float(np.interp(heads, _TALL, _HAND)) * (0.92 if curve else 1.0),
        float(np.interp(heads, _TALL, _FOOT)) * (0.90 if curve else 1.0),
        curve,
        9.0 if look.age == "elder" else 0.0,
        chibi,
    )
