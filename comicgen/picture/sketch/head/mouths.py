"""The table of mouths: a name into the lines of its lips, and what shows between them."""

from dataclasses import dataclass

Line = tuple[tuple[float, float], ...]
JAWED = 0.05
"""How far a lower lip opens before the jaw goes with it, in head heights."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A mouth in head heights about its middle: one line, or an upper and a lower one round the opening.

    Upper lines run from the character's right to the left, lower ones back.
    """

    upper: Line
    lower: Line = ()
    teeth: float = 0.0
    """How much of the opening the upper teeth fill; 1 is two rows of set teeth."""
    tongue: bool = False
    fangs: bool = False
    under: bool = True
    """Whether the shadow under the lower lip is drawn."""
    weight: float = 0.9
    corners: int = 0
    """Ticks at the ends: 1 at the left one, -1 at the right one, 2 at both."""
    folds: bool = False
    """Whether the cheeks fold beside it."""
    lopsided: bool = False

    @property
    def drop(self) -> float:
        """How far the chin goes down, in head heights."""
        return max(0.0, -min(v for _, v in self.lower) - JAWED) * 0.8 if self.lower else 0.0


def _even(half: Line, low: Line = ()) -> tuple[Line, Line]:
    """Return upper and lower lips whose right half mirrors the left one; halves run outwards from the middle."""

    def whole(part: Line) -> Line:
        return (*((-u, v) for u, v in reversed(part) if u), *part)

    return whole(half), tuple(reversed(whole(low))) if low else ()


SHAPES: dict[str, Shape] = {
    "line": Shape(((-0.058, -0.003), (0, 0.004), (0.058, -0.004))),
    "smile": Shape(
        ((-0.108, 0.030), (-0.060, -0.006), (0, -0.020), (0.060, -0.006), (0.108, 0.030)), corners=2, weight=1.0
    ),
    "faint smile": Shape(((-0.068, 0.010), (0, -0.010), (0.068, 0.010))),
    "grin": Shape(
        *_even(((0, 0.002), (0.07, 0.014), (0.132, 0.048)), ((0, -0.052), (0.080, -0.034), (0.132, 0.048))),
        teeth=1.0,
        corners=2,
        folds=True,
    ),
    "laugh": Shape(
        *_even(((0, 0.020), (0.07, 0.026), (0.136, 0.050)), ((0, -0.112), (0.086, -0.076), (0.136, 0.050))),
        teeth=0.22,
        tongue=True,
        under=False,
        folds=True,
    ),
    "open smile": Shape(
        *_even(((0, 0.012), (0.05, 0.016), (0.104, 0.034)), ((0, -0.074), (0.066, -0.050), (0.104, 0.034))),
        teeth=0.24,
        tongue=True,
        corners=2,
    ),
    "frown": Shape(((-0.082, -0.034), (-0.040, 0.004), (0.0, 0.013), (0.040, 0.004), (0.082, -0.034)), weight=0.95),
    "angry": Shape(
        ((-0.088, -0.034), (-0.052, 0.006), (0.0, 0.010), (0.052, 0.004), (0.092, -0.038)), weight=1.15, corners=2
    ),
    "snarl": Shape(
        ((-0.092, -0.026), (-0.052, 0.016), (0.0, 0.020), (0.052, 0.016), (0.094, -0.028)),
        ((0.094, -0.028), (0.078, -0.052), (0.0, -0.036), (-0.078, -0.052), (-0.092, -0.026)),
        teeth=1.0,
        corners=2,
        weight=1.05,
    ),
    "shout": Shape(
        *_even(
            ((0, 0.046), (0.060, 0.054), (0.108, 0.030)),
            ((0, -0.130), (0.080, -0.124), (0.132, -0.074), (0.108, 0.030)),
        ),
        teeth=0.20,
        tongue=True,
        fangs=True,
        under=False,
        folds=True,
    ),
    "scream": Shape(
        *_even(
            ((0, 0.062), (0.050, 0.050), (0.080, 0.012)),
            ((0, -0.166), (0.066, -0.142), (0.100, -0.070), (0.080, 0.012)),
        ),
        teeth=0.13,
        tongue=True,
        under=False,
        folds=True,
    ),
    "gape": Shape(
        *_even(
            ((0, 0.034), (0.036, 0.026), (0.056, -0.010)),
            ((0, -0.124), (0.046, -0.104), (0.064, -0.050), (0.056, -0.010)),
        ),
        teeth=0.12,
        tongue=True,
        folds=True,
    ),
    "o": Shape(
        *_even(((0, 0.028), (0.024, 0.020), (0.036, -0.010)), ((0, -0.058), (0.026, -0.046), (0.036, -0.010))),
        tongue=True,
    ),
    "wavy": Shape(
        ((-0.088, -0.012), (-0.052, 0.016), (-0.012, -0.016), (0.030, 0.016), (0.066, -0.010), (0.086, 0.004)),
        weight=1.0,
    ),
    "wavy small": Shape(
        ((-0.052, -0.006), (-0.026, 0.013), (0.0, -0.010), (0.026, 0.013), (0.052, -0.006)), weight=0.95
    ),
    "cry": Shape(
        ((-0.104, -0.036), (-0.052, 0.022), (0.0, 0.012), (0.052, 0.022), (0.104, -0.036)),
        (
            (0.104, -0.036),
            (0.062, -0.076),
            (0.030, -0.062),
            (0.0, -0.072),
            (-0.030, -0.062),
            (-0.062, -0.076),
            (-0.104, -0.036),
        ),
        teeth=0.24,
        tongue=True,
        under=True,
    ),
    "teeth": Shape(
        ((-0.102, 0.014), (-0.050, 0.030), (0, 0.024), (0.050, 0.030), (0.102, 0.014)),
        (
            (0.102, 0.014),
            (0.090, -0.042),
            (0.045, -0.034),
            (0, -0.046),
            (-0.045, -0.034),
            (-0.090, -0.042),
            (-0.102, 0.014),
        ),
        teeth=1.0,
        under=False,
    ),
    "grit": Shape(
        ((-0.112, -0.020), (-0.050, 0.030), (0.0, 0.024), (0.050, 0.030), (0.112, -0.020)),
        ((0.112, -0.020), (0.088, -0.056), (0, -0.044), (-0.088, -0.056), (-0.112, -0.020)),
        teeth=1.0,
        corners=2,
        folds=True,
    ),
    "small": Shape(((-0.036, 0.0), (0, -0.012), (0.036, 0.0))),
    "purse": Shape(((-0.034, -0.014), (-0.010, 0.006), (0.020, 0.002), (0.046, 0.018)), weight=1.0, lopsided=True),
    "small open": Shape(*_even(((0, 0.014), (0.030, 0.0)), ((0, -0.032), (0.020, -0.022), (0.030, 0.0))), under=False),
    "slack": Shape(
        ((-0.056, -0.016), (0, 0.012), (0.056, -0.012)),
        ((0.056, -0.012), (0.034, -0.050), (-0.010, -0.058), (-0.040, -0.044), (-0.056, -0.016)),
        teeth=0.2,
        tongue=True,
    ),
    "smirk": Shape(
        ((-0.070, -0.014), (-0.010, -0.016), (0.060, 0.002), (0.122, 0.048)), weight=1.05, corners=1, lopsided=True
    ),
    "firm": Shape(((-0.078, -0.020), (-0.044, -0.002), (0.044, -0.002), (0.078, -0.020)), weight=1.25),
    "askew": Shape(
        ((-0.086, -0.030), (-0.040, 0.008), (0.004, -0.012), (0.048, 0.022), (0.088, 0.014)), weight=1.05, lopsided=True
    ),
    "flat": Shape(((-0.062, 0.004), (-0.010, 0.002), (0.062, -0.012)), weight=1.05, lopsided=True),
    "droop": Shape(
        ((-0.104, -0.036), (-0.056, -0.010), (0.010, -0.002), (0.072, -0.012)), weight=1.0, corners=-1, lopsided=True
    ),
    "sneer": Shape(
        ((-0.086, -0.026), (-0.030, 0.002), (0.034, 0.034), (0.086, 0.020)),
        ((0.086, 0.020), (0.066, -0.022), (0.0, -0.036), (-0.050, -0.042), (-0.086, -0.026)),
        teeth=1.0,
        folds=True,
        lopsided=True,
    ),
    "pout": Shape(((-0.034, -0.016), (-0.020, 0.010), (0, -0.004), (0.020, 0.010), (0.034, -0.016)), weight=1.1),
    "queasy": Shape(
        ((-0.074, 0.008), (-0.040, -0.010), (-0.006, 0.012), (0.030, -0.010), (0.070, 0.010)),
        ((0.070, 0.010), (0.040, -0.044), (0.0, -0.026), (-0.040, -0.046), (-0.074, 0.008)),
        tongue=True,
    ),
}
