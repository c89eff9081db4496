"""What arms and legs do in many poses: the gestures that the pose tables are made of."""

from dataclasses import replace

from .pose import Arm, Leg

# Arms that hang: a relaxed elbow is never straight.
HANG = Arm((0.17, -0.945, 0.07), pole=(0.5, -0.1, -1))
EASE = Arm((0.18, -0.90, 0.17), pole=(0.8, -0.1, -0.9))
TRAIL = Arm((0.22, -0.90, -0.12), pole=(0.7, 0.0, -1))
LIMP = Arm((0.13, -0.95, 0.20), pole=(0.5, 0, -1), palm=(-0.6, 0, -0.8))
STRAIGHT = Arm((0.08, -0.985, 0.0), shape="flat")
CLENCHED = Arm((0.20, -0.90, 0.06), pole=(0.9, 0.0, -0.7), shape="fist")
# Hands on one's own body.
OVER = Arm((-0.50, -0.40, 0.27), pole=(1, -0.75, 0), shape="flat", fingers=(-0.75, 0.55, -0.35), palm=(-0.2, -0.3, -1))
UNDER = Arm(
    (-0.48, -0.46, 0.22), pole=(1, -0.75, -0.1), shape="flat", fingers=(-0.7, 0.65, -0.3), palm=(-0.2, -0.3, -1)
)
ACROSS = Arm((-0.36, -0.50, 0.26), pole=(1, -0.8, -0.2), shape="flat", fingers=(-1, 0.25, 0.1), palm=(0, 0.3, -1))
PROP = Arm((0.28, -0.16, -0.02), "elbow", (1, -0.8, -0.2), "flat", (-1, 0.15, 0.1), (0, 0.6, -0.7))
AKIMBO = Arm((0.30, 0.56, 0.06), "hip", (1, 0, -0.30), "flat", (-0.42, -0.72, 0.62), (-1, 0.3, -0.2))
POCKET = Arm((0.27, 0.06, 0.20), "hip", (0.8, 0.1, -1), "pocket", (-0.2, -1, 0.2), (-1, 0, 0))
CLASPED = Arm((-0.18, -0.78, -0.25), pole=(1, -0.1, -0.7), fingers=(-1, -0.3, 0), palm=(0, 0, -1))
HEART = Arm((-0.26, -0.34, 0.34), pole=(1, -0.7, 0), shape="flat", fingers=(-0.9, 0.35, -0.1), palm=(0, 0, -1))
KNEE = Arm((-0.02, 0.20, -0.16), "knee", (0.9, -0.3, -0.5), "flat", (-0.25, -0.45, 1), (0, -1, 0.2))
LAP = Arm((-0.11, 0.21, -0.36), "knee", (0.9, -0.4, -0.6), "flat", (-0.55, -0.3, 0.9), (0, -1, 0.2))
CHIN = Arm((0.04, -0.30, 0.40), "head", (0.5, -1, 0.25), "fist", (-0.3, 0.95, 0.05), (-0.4, 0.3, -1))
CHEEK = Arm((0.36, -0.24, 0.16), "head", (0.9, -1, 0.2), "flat", (-0.10, 1, -0.05), (-1, 0, -0.25))
EYES = Arm((0.26, 0.14, 0.46), "head", (1, -0.9, 0.1), "fist", (-0.45, 0.9, -0.1), (-0.2, 0.2, -1))
COVERED = Arm((0.14, -0.06, 0.42), "head", (0.8, -1, 0.2), "flat", (-0.22, 0.95, 0.02), (-0.1, 0, -1))
EAR = Arm((0.54, 0.20, 0.02), "head", (1, -0.35, 0.1), "flat", (-0.20, 0.95, -0.1), (-1, 0, 0))
NAPE = Arm((0.30, 0.62, -0.40), "head", (1, 0.25, 0.1), "relax", (-0.8, -0.2, -0.2), (0, 0, 1))
# Hands that say something.
OFFER = Arm((0.22, -0.46, 0.50), pole=(0.6, -1, -0.4), shape="open", fingers=(0.3, 0.30, 0.9), palm=(-0.35, 1, 0.1))
PALMS_UP = Arm((0.42, -0.40, 0.28), pole=(0.1, -1, -0.6), shape="open", fingers=(0.9, 0.15, 0.45), palm=(0, 1, 0.15))
WAVE = Arm((0.34, 0.46, 0.26), pole=(1, -0.9, -0.1), shape="open", fingers=(0.25, 1, 0.05), palm=(0, 0, 1))
POINT = Arm((0.06, 0.02, 0.985), pole=(0.6, -1, 0), shape="point", palm=(-1, -0.25, 0))
PRAY = Arm((0.062, -0.74, 0.62), "chest", (1, -0.75, 0), "pray", (0.0, 0.93, 0.36), (-1, 0, 0))
CUPPED = Arm((0.50, -0.14, 0.26), "head", (1, -0.5, 0.1), "tray", (-0.10, 0.55, 0.8), (-1, 0.1, 0.3))
HANDS_UP = Arm((0.40, 0.40, 0.14), pole=(1, -0.8, 0), shape="open", fingers=(0.05, 1, 0.05), palm=(0, 0, 1))
HIGH = Arm((0.40, 0.84, 0.06), pole=(1, 0, -0.3), shape="fist", palm=(0, 0, 1))
SPREAD_HIGH = replace(HIGH, at=(0.46, 0.80, 0.10), shape="spread")
WIDE_OPEN = Arm((0.86, 0.02, 0.34), pole=(0.2, -1, -0.5), shape="open", fingers=(0.9, 0.15, 0.5), palm=(-0.3, 0.5, 1))
BALANCE = Arm((0.80, 0.16, 0.10), pole=(0.2, -0.6, -1), shape="spread", fingers=(0.9, 0.5, 0.1), palm=(0, -1, 0.3))
# Hands that hold.
BOOK = Arm(
    (-0.10, -0.37, 0.46), pole=(0.9, -1, -0.1), shape="tray", fingers=(-0.45, 0.35, 0.75), palm=(-0.35, 0.85, -0.3)
)
SCREEN = Arm(
    (-0.12, -0.26, 0.48), pole=(0.8, -1, -0.1), shape="hold", fingers=(-0.25, 0.85, 0.35), palm=(-0.3, 0.45, -1)
)
HUG = Arm((-0.06, -0.60, 0.52), pole=(1, -0.5, -0.4), shape="flat", fingers=(-0.35, 0.1, 0.9), palm=(-0.9, 0.45, 0))
KEYS = Arm((-0.10, -0.27, 0.60), pole=(1, -0.6, -0.4), shape="relax", fingers=(-0.12, -0.1, 1), palm=(0, -1, -0.1))
PEN = Arm((-0.06, -0.25, 0.62), pole=(1, -0.5, -0.4), shape="pinch", fingers=(-0.45, -0.15, 0.85), palm=(-0.8, -0.6, 0))
LAID = Arm((-0.04, -0.27, 0.54), pole=(1, -0.4, -0.4), shape="flat", fingers=(-0.85, -0.1, 0.5), palm=(0, -1, 0))
SIP = Arm((0.12, -0.20, 0.58), "head", (0.9, -1, 0), "hold", (-0.75, 0.25, -0.15), (-0.4, 0.1, -1))
BITE = Arm((0.06, -0.10, 0.64), "head", (0.9, -1, 0), "pinch", (-0.65, 0.25, -0.15), (-0.2, -0.1, -1))
# Fists, and hands that ward off.
GUARD = Arm((-0.14, -0.12, 0.44), pole=(0.7, -1, -0.1), shape="fist", fingers=(-0.15, 0.85, 0.45), palm=(-1, 0, -0.3))
GUARD_LOW = replace(GUARD, at=(-0.06, -0.20, 0.28))
THRUST = Arm((-0.10, 0.05, 0.985), pole=(0.8, -0.5, 0), shape="fist", palm=(-0.2, -1, 0))
CHAMBER = Arm((0.14, -0.46, -0.10), pole=(0.5, 0.25, -1), shape="fist", fingers=(-0.2, 0.25, 1), palm=(-0.4, 1, 0))
STOP = Arm((0.02, -0.04, 0.86), pole=(1, -0.6, -0.1), shape="open", fingers=(-0.1, 0.9, 0.3), palm=(0, 0, 1))
SHIELD = Arm((-0.16, 0.14, 0.42), pole=(1, -0.7, 0.3), shape="spread", fingers=(-0.25, 1, 0.05), palm=(0, 0, 1))
GROPE = Arm((0.04, 0.14, 0.965), pole=(0.6, -1, 0), shape="spread", fingers=(-0.05, 0.1, 1), palm=(-0.3, -1, 0.2))
# Arms that swing.
RUN_AHEAD = Arm((-0.06, -0.22, 0.50), pole=(0.7, -1, -0.3), shape="fist", fingers=(-0.25, 0.85, 0.55), palm=(-1, 0, 0))
RUN_BEHIND = Arm((0.20, -0.50, -0.26), pole=(0.5, 0.45, -1), shape="fist", palm=(-1, 0, 0))
SWING_AHEAD = Arm((0.06, -0.84, 0.46), pole=(0.6, -0.1, -1))
SWING_BEHIND = Arm((0.20, -0.84, -0.42), pole=(0.6, 0, -1))

# Legs on the floor: one carries, the other is free.
CARRY = Leg((0.02, 0.0, -0.015), 12)
FREE = Leg((0.045, 0.0, 0.055), 34, 6, (0.5, 0, 1))
EASY = (FREE, CARRY)
CLOSE = (Leg((-0.025, 0, 0.01), 12), Leg((-0.025, 0, -0.01), 12))
TOGETHER = (Leg((-0.03, 0, 0), 20), Leg((-0.03, 0, 0), 20))
APART = (Leg((0.08, 0.0, 0.03), 22), Leg((0.075, 0.0, -0.03), 24))
BRACED = (Leg((0.10, 0, 0.14), 14, pole=(0.4, 0, 1)), Leg((0.09, 0, -0.16), 30, pole=(0.4, 0, 1)))
SHY = (Leg((-0.02, 0, 0.0), -8, pole=(-0.1, 0, 1)), Leg((-0.015, 0, 0.04), -16, pole=(-0.2, 0, 1)))
LUNGE = (Leg((0.04, 0, 0.36), 4, pole=(0.15, 0.2, 1)), Leg((0.07, 0, -0.42), 38, 34, pole=(0.4, 0, 1)))
STEP_AHEAD = Leg((-0.012, 0, 0.29), 6, -18)
STEP_BEHIND = Leg((-0.012, 0, -0.33), 4, 42)
STRIDE = (STEP_BEHIND, STEP_AHEAD)
SPRINT = (Leg((-0.01, 0.14, -0.66), 2, 66, (0, -0.1, 1)), Leg((-0.01, 0.38, 0.27), 0, 14, (0, 0.6, 1)))
# Legs that rest.
CHAIR = (Leg((0.02, 0.0, 0.48), 12, pole=(0.15, 1, 1)), Leg((0.03, 0.0, 0.40), 16, pole=(0.15, 1, 1)))
TUCKED_IN = (Leg((-0.02, 0.0, 0.40), 4, pole=(0.05, 1, 1)), Leg((-0.02, 0.0, 0.30), 4, 26, pole=(0.05, 1, 1)))
KNEES = (Leg((0.0, 0.0, -0.40), 0, 78, (0.15, -0.3, 1)), Leg((0.0, 0.0, -0.38), 0, 78, (0.15, -0.3, 1)))
HEELS = (Leg((0.0, 0.0, -0.26), 0, 158, (0.22, -0.2, 1)), Leg((0.0, 0.0, -0.26), 0, 158, (0.22, -0.2, 1)))
LOTUS = (Leg((-0.16, 0.02, 0.26), 62, 10, (1, 0.25, 0.5)), Leg((-0.12, 0.0, 0.36), 62, 10, (1, 0.25, 0.5)))
SQUAT = (Leg((0.05, 0.0, 0.06), 20, 26, (0.45, 0.5, 1)), Leg((0.05, 0.0, 0.14), 18, 8, (0.45, 0.5, 1)))
DRAWN_UP = (Leg((-0.02, 0.0, 0.33), 6, pole=(0.05, 1, 0.8)), Leg((-0.02, 0.0, 0.37), 6, pole=(0.05, 1, 0.8)))
