"""A picture too large for the memory into overlapping windows, and their results into one picture again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch

from .noise import Noise

OVERLAP = 8
"""Pixels of the smaller picture that two windows share."""
SMALLEST = 24
"""Side of a window in pixels of the smaller picture, below which a network sees too little."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the smaller picture."""

    y: int
    x: int
    h: int
    w: int

    def cut(self, picture: torch.Tensor, scale: int = 1) -> torch.Tensor:
        """Return the window of a (..., h, w) tensor that is ``scale`` times the smaller picture."""
        y, x = self.y * scale, self.x * scale
        return picture[..., y : y + self.h * scale, x : x + self.w * scale]


@dataclass(frozen=True, slots=True)
class WindowNoise:
    """The part of a whole picture's noise that lies in a window, so that windows agree where they overlap."""

    whole: Noise
    window: Window
    size: tuple[int, int]
    """Height and width of the smaller picture."""

    def normal(self, shape: tuple[int, ...]) -> torch.Tensor:
        """Draw for the whole picture; return the window."""
        scale = shape[-1] // self.window.w
        full = (*shape[:-2], self.size[0] * scale, self.size[1] * scale)
        return self.window.cut(self.whole.normal(full), scale)


def sides(size: tuple[int, int]) -> Iterator[int]:
    """Yield sides of windows to try, ever smaller."""
    side = max(size) * 5 // 8 // 8 * 8
    while side >= SMALLEST:
        yield side
        side = side * 5 // 8 // 8 * 8


def windows(size: tuple[int, int], side: int) -> list[Window]:
    """Return windows of one size that cover a picture of (height, width)."""
    h, w = min(side, size[0]), min(side, size[1])
    return [Window(y, x, h, w) for y in _starts(size[0], h) for x in _starts(size[1], w)]


def _starts(length: int, part: int) -> list[int]:
    if part >= length:
        return [0]
    count = -(-(length - OVERLAP) // (part - OVERLAP))
    return [round(i * (length - part) / (count - 1)) for i in range(count)]


def tiled(low: torch.Tensor, side: int, scale: int, make: Callable[[Window], torch.Tensor]) -> torch.Tensor:
    """Return the large (3, H, W) picture made window by window, seams blended over the overlap."""
    size = (low.shape[-2], low.shape[-1])
    total = torch.zeros((3, size[0] * scale, size[1] * scale))
    weight = torch.zeros((1, *total.shape[1:]))
    for window in windows(size, side):
        ramp = _ramp(window.h * scale, scale)[:, None] * _ramp(window.w * scale, scale)[None, :]
        window.cut(total, scale).add_(make(window) * ramp)
        window.cut(weight, scale).add_(ramp)
    return total / weight


def _ramp(length: int, scale: int) -> torch.Tensor:
    at = torch.arange(length) + 0.5
    return (torch.minimum(at, length - at) / (OVERLAP * scale)).clamp(max=1.0)
