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
_LIMB = {"slim": 0.80, "strong": 1.20, "heavy": 1.36}
_WIDE = {"slim": 0.88, "strong": 1.08, "heavy": 1.16}
_FAT = {"heavy": 1.05}
_AGED = {"toddler": 0.16, "child": 0.04, "elder": 0.16}
_SHOULDERS = {"woman": 0.585, "man": 0.735}
_BROAD = {"slim": 0.97, "strong": 1.13, "heavy": 1.0}
_NECK = {"slim": 0.90, "strong": 1.22, "heavy": 1.20}


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
    """0 lean, 1 as stout as a figure is drawn."""
    muscle: float
    """0 plain, 1 broad chest and round arms."""
    neck: float
    """Radius of the neck in heads."""
    hand: float
    foot: float
    curve: float
    """0 a man's trunk, 1 a woman's."""
    young: float
    """1 a child's straight trunk, 0 a grown one."""
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
    build, chibi = look.build, look.build == "chibi"
    heads = CHIBI if chibi else HEADS.get(look.age, 7.0)
    if build == "strong":
        heads += 0.2
    unit = look.height * size / heads
    chin, shoulder, hip, knee, ankle = (
        float(np.interp(heads, _TALL, row)) * unit for row in (_CHIN, _SHOULDER, _HIP, _KNEE, _ANKLE)
    )
    girth = float(np.interp(heads, _TALL, _WIDTH))
    grown = look.age in ("teen", "adult", "elder") and not chibi
    curve = {"woman": 1.0, "man": 0.0}.get(look.gender, 0.35) * grown
    spread = _SHOULDERS.get(look.gender, 0.66) if grown else 0.60
    arm = shoulder / 5.66
    wide = girth * _WIDE.get(build, 1.0)
    return Proportions(
        heads=heads,
        unit=unit,
        chin=chin,
        shoulder=shoulder,
        hip=hip,
        knee=knee,
        ankle=ankle,
        upper_arm=1.17 * arm,
        forearm=0.97 * arm,
        shoulder_x=spread * wide * _BROAD.get(build, 1.0) * unit,
        hip_x=(0.26 + 0.03 * _FAT.get(build, 0.0)) * wide * unit,
        limb=girth * _LIMB.get(build, 1.0) * (1 - 0.10 * curve),
        wide=wide,
        fat=_FAT.get(build, 0.0) * (1.0 if grown else 0.8) + _AGED.get(look.age, 0.0) * (build != "slim"),
        muscle=float(build == "strong"),
        neck=_neck(look, grown) * girth * _NECK.get(build, 1.0) * (1.1 if chibi else 1.0),
        hand=float(np.interp(heads, _TALL, _HAND)) * (1 - 0.08 * curve),
        foot=float(np.interp(heads, _TALL, _FOOT)) * (1 - 0.10 * curve),
        curve=curve,
        young=0.0 if grown else 1.0,
        stoop=16.0 if look.age == "elder" else 0.0,
        chibi=chibi,
    )


def _neck(look: "Look", grown: bool) -> float:
    """Return the radius of a neck of average build, before the body's own width."""
    if not grown:
        return 0.205
    full = {"woman": 0.165, "man": 0.225}.get(look.gender, 0.19)
    return full - (0.015 if look.age == "teen" and look.gender != "woman" else 0.0)
