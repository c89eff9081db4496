"""Held things into arms: which hand takes what, and how an idle arm is raised for it."""

from collections.abc import Sequence
from dataclasses import replace

from .pose import Arm, Pose

LEFT, RIGHT, BOTH = 0, 1, 2

UP = Arm((0.06, -0.44, 0.46), pole=(0.7, -1, -0.5), shape="hold", fingers=(-0.35, 0.15, 0.9), palm=(-0.9, 0, -0.35))
DOWN = Arm((0.14, -0.955, 0.10), shape="fist", palm=(-1.0, 0.0, -0.1))
LOW = Arm((0.14, -0.80, 0.40), pole=(0.8, -0.4, -0.8), shape="fist", fingers=(0.0, -0.7, 0.7), palm=(-1, 0, 0))
READ = Arm((-0.06, -0.42, 0.52), pole=(0.8, -1, -0.2), shape="hold", fingers=(-0.5, 0.35, 0.7), palm=(-0.5, 0.75, -0.3))
CRADLE = Arm((-0.30, -0.46, 0.42), pole=(1, -0.8, -0.3), shape="flat", fingers=(-0.9, 0.1, 0.4), palm=(0, 0.6, -0.8))
EMBRACE = Arm((-0.06, -0.56, 0.56), pole=(1, -0.5, -0.4), shape="hold", fingers=(-0.4, 0.1, 0.9), palm=(-0.9, 0.4, 0))
LOOK = Arm((0.16, 0.34, 0.62), "head", (1, -0.9, 0), "hold", (-0.4, 0.8, 0.1), (-0.3, 0, -1))
FRET = Arm((0.50, -0.30, 0.46), pole=(0.6, -1, -0.3), shape="hold", fingers=(-0.2, 0.6, 0.5), palm=(-0.4, 0.3, -1))
STRUM = Arm((-0.10, -0.62, 0.40), pole=(1, -0.2, -0.4), fingers=(-0.8, -0.5, 0.2), palm=(0, 0.1, -1))
RAISED = Arm((0.14, -0.16, 0.62), pole=(0.9, -0.9, 0), shape="hold", fingers=(-0.2, 0.3, 0.9), palm=(-0.9, 0, -0.2))
AIM = Arm((-0.14, -0.12, 0.86), pole=(1, -0.8, 0), shape="hold", fingers=(-0.05, 0.05, 1), palm=(-1, 0, 0))
STAFF = Arm((0.46, -0.50, 0.34), pole=(0.8, -0.6, -0.6), shape="fist", fingers=(-0.2, 0.0, 1), palm=(-1, 0, -0.1))

ARMS: dict[str, tuple[int, Arm, Arm | None]] = {
    "book": (BOTH, READ, READ),
    "map": (BOTH, READ, READ),
    "phone": (RIGHT, replace(UP, at=(-0.10, -0.24, 0.50), fingers=(-0.3, 0.8, 0.4), palm=(-0.25, 0.5, -1)), None),
    "letter": (RIGHT, replace(UP, at=(-0.10, -0.34, 0.50), fingers=(-0.4, 0.6, 0.5), palm=(-0.3, 0.6, -0.8)), None),
    "umbrella": (RIGHT, replace(UP, at=(0.20, -0.42, 0.34)), None),
    "sword": (RIGHT, LOW, None),
    "knife": (RIGHT, LOW, None),
    "cup": (RIGHT, UP, None),
    "bottle": (RIGHT, UP, None),
    "pen": (RIGHT, UP, None),
    "fork": (RIGHT, UP, None),
    "flower": (RIGHT, UP, None),
    "bag": (RIGHT, DOWN, None),
    "lamp": (RIGHT, RAISED, None),
    "ball": (RIGHT, replace(UP, at=(0.10, -0.50, 0.40), palm=(-0.3, 1, 0)), None),
    "stick": (RIGHT, STAFF, None),
    "rope": (RIGHT, DOWN, None),
    "gun": (RIGHT, AIM, None),
    "sign": (RIGHT, replace(UP, at=(0.42, -0.36, 0.30)), None),
    "camera": (BOTH, LOOK, LOOK),
    "guitar": (BOTH, FRET, STRUM),
    "box": (BOTH, EMBRACE, EMBRACE),
    "baby": (BOTH, CRADLE, replace(CRADLE, at=(-0.26, -0.52, 0.40))),
    "broom": (
        BOTH,
        replace(STAFF, at=(-0.42, -0.34, 0.44), fingers=(-0.6, 0.1, 0.6)),
        replace(STAFF, at=(-0.02, -0.74, 0.42), fingers=(-0.6, -0.2, 0.6)),
    ),
}
"""Thing: the hand that takes it, the arm for it, and for both hands the right arm after the left one."""


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
        if thing in own or (not any(free(a) for a in arms) and hand == BOTH):
            hand = own.get(thing, hand)
        elif hand == BOTH and not taken and all(free(a) for a in arms):
            arms = [first, second or first]
        else:
            hand = _one_hand(arms, taken)
            if free(arms[hand]):
                arms[hand] = first if second is None else UP
        taken |= {LEFT, RIGHT} if hand == BOTH else {hand}
        held.append((thing, hand))
    arms = [_closed(a) if i in taken else a for i, a in enumerate(arms)]
    return replace(pose, arms=(arms[0], arms[1])), tuple(held)


def _hand_of(pose: Pose, thing: str) -> int:
    """Return the hand that a pose's own thing is in."""
    if ARMS.get(thing, (RIGHT,))[0] == BOTH:
        return BOTH
    return RIGHT if pose.arms[1].shape in ("hold", "fist", "point") or pose.arms[0].shape == "relax" else LEFT


def _one_hand(arms: Sequence[Arm], taken: set[int]) -> int:
    order = sorted((RIGHT, LEFT), key=lambda i: (i in taken, not free(arms[i]), i == LEFT))
    return order[0]


def _closed(arm: Arm) -> Arm:
    """Return the arm with a hand that closes on something."""
    return replace(arm, shape="hold") if arm.shape in ("relax", "open", "spread", "flat") else arm
