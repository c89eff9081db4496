"""A part of a picture, as a second frame shows it."""

from dataclasses import replace

import numpy as np

from .drawing import Group
from .geometry import Rect
from .paint import to_pixels
from .picture import Picture, Shot

WHOLE = Rect(0, 0, 1, 1)


def fit(box: Rect, aspect: float) -> Rect:
    """Grow a box about its centre to ``aspect`` (w / h in fractions), kept inside the picture."""
    w, h = max(box.w, box.h * aspect), max(box.h, box.w / aspect)
    shrink = min(1.0, 1 / w, 1 / h)
    w, h = w * shrink, h * shrink
    x, y = box.centre[0] - w / 2, box.centre[1] - h / 2
    return Rect(min(max(x, 0.0), 1 - w), min(max(y, 0.0), 1 - h), w, h)


def cut(picture: Picture, shot: Shot, window: Rect, size: tuple[int, int]) -> Picture:
    """Return a window of a picture at (width, height): repainted where it is drawn, cut where it is not."""
    if window == WHOLE:
        return picture
    part = Rect(0, 0, shot.width, shot.height).place(window)
    if picture.drawing:
        mode = {"mono": "ink", "grey": "grey", "colour": "rgb"}[shot.tone]
        seen = (Group("crop", picture.drawing, None, (part, Rect(0, 0, *size))),)
        pixels = to_pixels(picture.drawing, part, *size, mode, shot.screen)
        return replace(picture, pixels=pixels, drawing=seen)
    from PIL import Image

    corners = (part.x, part.y, part.right, part.bottom)
    small = Image.fromarray(picture.pixels).resize(size, Image.Resampling.LANCZOS, corners)
    return replace(picture, pixels=np.asarray(small))
