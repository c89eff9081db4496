"""A head on its neck into the head that an expression bows and leans."""

import numpy as np

from ..words.expressions import EXPRESSIONS, find_expression
from .frames import HeadFrame, vec

NECK = np.array((0.0, 0.16, -0.08))
"""Where a head turns on its neck, in its own head heights."""


def nodding(head: HeadFrame, expression: str) -> HeadFrame:
    """Return the head bowed and leaned about its neck as the expression asks."""
    mood = EXPRESSIONS[find_expression(expression) or "neutral"]
    if mood.nod == (0.0, 0.0):
        return head
    bow, lean = np.radians(mood.nod)
    axes = np.array((head.left, head.up, head.facing))
    about_left = np.array(((1, 0, 0), (0, np.cos(bow), np.sin(bow)), (0, -np.sin(bow), np.cos(bow))))
    about_face = np.array(((np.cos(lean), -np.sin(lean), 0), (np.sin(lean), np.cos(lean), 0), (0, 0, 1)))
    turned = about_left @ about_face @ axes
    origin = np.array(head.origin) + head.unit * (NECK @ axes - NECK @ turned)
    left, up, facing = (vec(v) for v in turned)
    return HeadFrame(vec(origin), left, up, facing, head.unit)
