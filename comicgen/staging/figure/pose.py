"""What a pose is made of: pelvis, trunk, head, two arms that reach and two legs that stand.

Directions and offsets are (outward, up, forward): outward is away from the body's middle, so that
one arm's numbers serve either side.
"""

from dataclasses import dataclass

from ..camera import Vec3


@dataclass(frozen=True, slots=True)
class Arm:
    """Where a hand goes.

    ``anchor`` names what ``at`` is measured from, and in what: ``shoulder`` in arm lengths along the
    chest, ``chest``, ``hip`` and ``knee`` in heads along the body part, ``head`` in head heights from
    the chin, ``floor`` in hip heights, ``hand`` and ``elbow`` in heads from the other arm's, ``partner`` in heads from
    the other figure's touched spot, ``desk`` in heads from the body's middle at the height of a table top.
    """

    at: Vec3 = (0.12, -0.965, 0.10)
    anchor: str = "shoulder"
    pole: Vec3 = (0.55, -0.1, -1.0)
    """Where the elbow points."""
    shape: str = "relax"
    fingers: Vec3 | None = None
    """Where the hand points; None goes on from the forearm."""
    palm: Vec3 = (-1.0, 0.0, -0.25)
    """Where the palm looks."""


@dataclass(frozen=True, slots=True)
class Leg:
    """Where a foot goes: ``at`` in hip heights, outward from its hip, up from the floor, forward.

    ``at[1]`` is the gap under the sole's lowest point, so 0 is planted whatever the ``pitch`` (degrees,
    heel up) and ``turn`` (degrees, toes out).
    """

    at: Vec3 = (0.0, 0.0, 0.0)
    turn: float = 12.0
    pitch: float = 0.0
    pole: Vec3 = (0.12, 0.0, 1.0)
    """Where the knee points."""


@dataclass(frozen=True, slots=True)
class Pose:
    """One entry of the pose table. Angles are degrees: pitch forward, turn to its own left, roll to its right."""

    key: str
    words: tuple[str, ...] = ()
    """English synonyms; other forms of a verb follow by rule."""
    chinese: tuple[str, ...] = ()
    pelvis: Vec3 = (0.0, 1.0, 0.0)
    """Shift to its left, height and shift forward, in hip heights: 1 is standing."""
    tilt: Vec3 = (0.0, 0.0, 0.0)
    bend: Vec3 = (0.0, 0.0, 0.0)
    """Chest against pelvis."""
    head: Vec3 = (0.0, 0.0, 0.0)
    arms: tuple[Arm, Arm] = (Arm(), Arm())
    """Left, right."""
    legs: tuple[Leg, Leg] = (Leg(), Leg())
    shrug: float = 0.0
    """Heads that both shoulders are drawn up."""
    easy: bool = False
    """True where the body only carries itself: how it does depends on who it is."""
    seat: float = 0.0
    """Metres: height of what it sits on."""
    desk: bool = False
    """True where the forearms lie on a table."""
    air: bool = False
    """True where the feet are off the floor on purpose."""
    wind: float = 0.0
    """How far loose cloth trails behind: 0 hangs, 1 streams."""
    spin: float = 0.0
    """Degrees that the whole body is turned on the floor, so that one who lies is seen from the side."""
    touch: str = ""
    """Pair poses: the spot of the partner that the hands reach: hand, gift, palm, clasp, back, shoulder, face."""
    apart: float = 0.0
    """Pair poses: metres between the two that look right."""
    broad: bool = False
    """True where the outline tells from the side what is done."""
    carries: tuple[str, ...] = ()
    """What the hands hold when the script says nothing."""
    hand: int = -1
    """The hand that takes what the script names: 0 left, 1 right, -1 an idle one."""
    face: bool = True
    """False where the head keeps its own direction whatever the gaze (sleep, a headlong fall)."""
    limits: tuple[float, float] = (68.0, 38.0)
    """How far the head turns and nods against the chest, in degrees."""
