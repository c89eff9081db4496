"""Held things into arms: which hand takes what, and how an idle arm is raised for it."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot

from .gestures import BOOK, CRADLE, FRET, HUG, SCREEN, STRUM
from .pose import Arm, Pose

LEFT, RIGHT, BOTH = 0, 1, 2
CLOSED = ("hold", "fist", "point", "pinch")
"""Shapes of hands that have something in them."""

PINCHED = (-0.9, 0.2, -0.2)
"""Where the palm looks of one who hands over what two fingers hold: it is seen flat, not from its edge."""
UP = Arm((0.06, -0.34, 0.46), pole=(0.8, -1, -0.3), shape="fist", fingers=(-0.45, 0.25, 0.85), palm=(-0.8, 0.05, -0.5))
DOWN = Arm((0.18, -0.95, 0.06), shape="fist", palm=(-1.0, 0.0, -0.1))
LOW = Arm((0.20, -0.74, 0.36), pole=(0.8, -0.4, -0.8), shape="fist", fingers=(-0.1, -0.7, 0.7), palm=(-1, 0, 0))
LOOK = Arm((0.20, 0.30, 0.60), "head", (1, -0.9, 0), "hold", (-0.4, 0.8, 0.1), (-0.3, 0, -1))
RAISED = Arm((0.22, -0.10, 0.62), pole=(0.9, -0.9, 0), shape="fist", fingers=(-0.2, 0.3, 0.9), palm=(-0.9, 0, -0.2))
AIM = Arm((-0.14, -0.08, 0.86), pole=(1, -0.8, 0), shape="fist", fingers=(-0.05, 0.05, 1), palm=(-1, 0, 0))
STAFF = Arm((0.40, -0.44, 0.36), pole=(0.8, -0.6, -0.6), shape="fist", fingers=(-0.2, 0.0, 1), palm=(-1, 0, -0.1))
SHOWN = replace(SCREEN, at=(-0.04, -0.30, 0.50), shape="pinch")

ARMS: dict[str, tuple[int, Arm, Arm | None]] = {
    "book": (BOTH, BOOK, BOOK),
    "map": (BOTH, replace(BOOK, at=(-0.02, -0.40, 0.50)), replace(BOOK, at=(-0.02, -0.40, 0.50))),
    "phone": (RIGHT, SCREEN, None),
    "letter": (RIGHT, SHOWN, None),
    "umbrella": (RIGHT, replace(UP, at=(0.20, -0.38, 0.34)), None),
    "sword": (RIGHT, LOW, None),
    "axe": (RIGHT, replace(LOW, at=(0.22, -0.62, 0.34), fingers=(-0.1, 0.1, 0.9)), None),
    "knife": (RIGHT, replace(LOW, at=(0.16, -0.56, 0.44), fingers=(-0.2, -0.2, 0.9)), None),
    "cup": (RIGHT, UP, None),
    "bottle": (RIGHT, UP, None),
    "pen": (RIGHT, replace(UP, shape="pinch"), None),
    "fork": (RIGHT, replace(UP, shape="pinch"), None),
    "flower": (RIGHT, UP, None),
    "bag": (RIGHT, DOWN, None),
    "lamp": (RIGHT, RAISED, None),
    "ball": (RIGHT, replace(UP, at=(0.14, -0.52, 0.40), shape="tray", palm=(-0.3, 1, 0)), None),
    "stick": (RIGHT, STAFF, None),
    "rope": (RIGHT, replace(UP, at=(0.16, -0.50, 0.38)), None),
    "gun": (RIGHT, AIM, None),
    "sign": (RIGHT, replace(UP, at=(0.40, -0.32, 0.32)), None),
    "microphone": (RIGHT, replace(UP, at=(0.0, -0.12, 0.42)), None),
    "pan": (RIGHT, replace(LOW, at=(0.10, -0.50, 0.50), fingers=(-0.1, 0, 1)), None),
    "bow": (LEFT, replace(STAFF, at=(0.34, -0.60, 0.34)), None),
    "suitcase": (RIGHT, DOWN, None),
    "key": (RIGHT, replace(UP, at=(0.10, -0.20, 0.46), shape="pinch"), None),
    "match": (RIGHT, replace(UP, at=(0.06, -0.26, 0.44), shape="pinch"), None),
    "camera": (BOTH, LOOK, LOOK),
    "binoculars": (BOTH, LOOK, LOOK),
    "glass": (RIGHT, replace(UP, shape="hold"), None),
    "apple": (RIGHT, replace(UP, shape="hold"), None),
    "bread": (RIGHT, replace(UP, shape="hold"), None),
    "ice cream": (RIGHT, UP, None),
    "torch": (RIGHT, replace(RAISED, at=(0.26, 0.04, 0.62)), None),
    "cane": (RIGHT, replace(STAFF, at=(0.30, -0.80, 0.34)), None),
    "guitar": (BOTH, FRET, STRUM),
    "box": (BOTH, HUG, HUG),
    "baby": (BOTH, CRADLE, replace(CRADLE, at=(-0.26, -0.52, 0.40))),
    "broom": (
        BOTH,
        replace(STAFF, at=(-0.42, -0.34, 0.44), fingers=(-0.6, 0.1, 0.6)),
        replace(STAFF, at=(-0.02, -0.74, 0.42), fingers=(-0.6, -0.2, 0.6)),
    ),
}
"""Thing: the hand that takes it, the arm for it, and for both hands the right arm after the left one."""


LIGHT = ("book", "map", "camera", "broom", "binoculars")
"""What one hand holds as well where the two are WIDE apart: nobody who climbs carries a book between both hands."""
WIDE = 0.45
"""Arm's lengths."""


def free(arm: Arm) -> bool:
    """Tell whether an arm hangs idle."""
    return arm.anchor == "shoulder" and arm.shape == "relax" and arm.at[1] < -0.82


def hold(pose: Pose, things: Sequence[str]) -> tuple[Pose, tuple[tuple[str, int], ...]]:
    """Return the pose with idle arms raised for what is held, and (thing, hand) pairs: 0 left, 1 right, 2 both.

    A pose that already uses its arms keeps them, and the things go where its hands are.
    """
    arms = list(pose.arms)
    own = {thing: _hand_of(pose, thing) for thing in pose.carries}
    held: list[tuple[str, int]] = []
    taken: set[int] = set()
    for thing in things or pose.carries:
        hand, first, second = ARMS.get(thing, (RIGHT, UP, None))
        if hand == BOTH and first.anchor == "head" and not taken and not _wide(arms):
            arms = [first, second or first]
        elif thing in own or (not any(free(a) for a in arms) and hand == BOTH and not (thing in LIGHT and _wide(arms))):
            hand = own.get(thing, hand)
        elif hand == BOTH and not taken and all(free(a) for a in arms):
            arms = [first, second or first]
        else:
            hand = pose.hand if pose.hand >= 0 and pose.hand not in taken else _one_hand(arms, taken)
            if free(arms[hand]):
                arms[hand] = first if second is None else UP
            elif first.shape == "pinch" and arms[hand].shape == "tray":
                arms[hand] = replace(arms[hand], shape="pinch", palm=PINCHED)
        taken |= {LEFT, RIGHT} if hand == BOTH else {hand}
        held.append((thing, hand))
    arms = [_closed(a) if i in taken else a for i, a in enumerate(arms)]
    return replace(pose, arms=(arms[0], arms[1])), tuple(held)


def _wide(arms: Sequence[Arm]) -> bool:
    """Tell whether two hands are too far apart to hold one thing."""
    (x, y, z), (u, v, w) = (arm.at for arm in arms)
    return arms[0].anchor == arms[1].anchor == "shoulder" and hypot(x + u, y - v, z - w) > WIDE


def _hand_of(pose: Pose, thing: str) -> int:
    """Return the hand that a pose's own thing is in."""
    usual = ARMS.get(thing, (RIGHT,))[0]
    if usual in (BOTH, LEFT):
        return usual
    return RIGHT if pose.arms[1].shape in CLOSED or pose.arms[0].shape == "relax" else LEFT


def _one_hand(arms: Sequence[Arm], taken: set[int]) -> int:
    order = sorted((RIGHT, LEFT), key=lambda i: (i in taken, not free(arms[i]), i == LEFT))
    return order[0]


def _closed(arm: Arm) -> Arm:
    """Return the arm with a hand that closes on something."""
    return replace(arm, shape="fist") if arm.shape in ("relax", "open", "spread", "pocket") else arm
