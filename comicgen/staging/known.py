"""The tables of poses and expressions behind one pair of look-ups."""

from .expressions import find_expression
from .figure.poses import find_pose

__all__ = ["find_expression", "find_pose"]
