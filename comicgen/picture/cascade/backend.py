"""Shots into pictures, stage by stage: each network is loaded once, drained over the book, and let go.

encode -> base -> super-resolution -> finish. The peak is the largest stage, not their sum. A stage's
tensors are kept by content: text, seed, size, walk, network, and the picture that the stage began from.
"""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ...files import cache_folder
from .. import Options, Picture, Report, Shot
from . import guide, load
from .encode import Encoded, check_prompt, encode
from .noise import NoiseStream
from .preset import Preset, StageSpec
from .shelf import TensorShelf
from .sizes import base_size, grown
from .stage import Job, Made, PixelStage, Walk


@dataclass(slots=True)
class Work:
    """One shot on its way through the stages."""

    shot: Shot
    told: Encoded
    untold: Encoded
    key: str
    size: tuple[int, int]
    pixels: torch.Tensor | None = None
    heat: torch.Tensor | None = None
    fault: str = ""
