"""A frame's pixels into the sizes of a cascade's stages: few shapes, so that panels share batches."""

import math

STEP = 8
"""A base picture's sides are multiples of it, as the networks halve three times."""


def base_size(width: int, height: int, side: int, step: int = STEP) -> tuple[int, int]:
    """Return (height, width) of a base picture with the frame's shape and about ``side`` squared pixels."""
    aspect = min(max(width / height, 0.25), 4.0)
    h = max(step, round(side / math.sqrt(aspect) / step) * step)
    w = max(step, round(side * math.sqrt(aspect) / step) * step)
    return h, w


def grown(size: tuple[int, int], scale: int) -> tuple[int, int]:
    """Return the next stage's (height, width)."""
    return size[0] * scale, size[1] * scale
