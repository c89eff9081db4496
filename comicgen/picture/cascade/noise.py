"""Seeds into noise: one private stream for each panel, stage and take, drawn in fp32 on the CPU.

So a picture does not depend on the device, on the batch it was made in, or on its place in the book.
"""

from hashlib import sha256
from typing import Protocol

import torch


class Noise(Protocol):
    """Gives standard normal numbers, the same ones in the same order for the same picture."""

    def normal(self, shape: tuple[int, ...]) -> torch.Tensor:
        """Return the next draw."""
        ...


class NoiseStream:
    """Standard normal noise of one panel in one stage. ``shared`` mixes in the noise of its scene, where it has one.

    The mix sqrt(w) shared + sqrt(1 - w) own keeps unit variance.
    """

    def __init__(self, seed: int, stage: str, scene: str = "", shared: float = 0.0) -> None:
        self._own = generator(f"{seed} {stage}")
        self._scene = generator(f"{scene} {stage}") if shared > 0 and scene else None
        self._weight = shared

    def normal(self, shape: tuple[int, ...]) -> torch.Tensor:
        """Return the stream's next draw."""
        own = torch.randn(shape, generator=self._own, dtype=torch.float32)
        if self._scene is None:
            return own
        common = torch.randn(shape, generator=self._scene, dtype=torch.float32)
        mixed: torch.Tensor = self._weight**0.5 * common + (1 - self._weight) ** 0.5 * own
        return mixed


def generator(words: str) -> torch.Generator:
    """Return the generator that some words name."""
    seed = int.from_bytes(sha256(words.encode()).digest()[:8], "big") >> 1
    return torch.Generator("cpu").manual_seed(seed)
