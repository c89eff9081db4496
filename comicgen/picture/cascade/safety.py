"""A model's own safety checker and watermark, kept on over its finished pictures.

A model directory that brings them (the DeepFloyd layout does) asks for them in its licence.
"""

import warnings
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from . import load
from .place import Place


@dataclass(frozen=True, slots=True)
class Guard:
    """Looks at finished pictures; either part may be missing."""

    checker: Any = None
    extractor: Any = None
    watermarker: Any = None

    @torch.inference_mode()
    def look(self, pixels: Any) -> tuple[str, Any]:
        """Return why a picture (h, w, 3) uint8 is held back, or nothing, and the picture with its watermark."""
        from PIL import Image

        if self.checker is not None:
            given = self.extractor([Image.fromarray(pixels)], return_tensors="pt").pixel_values
            given = given.to(self.checker.device, self.checker.dtype)
            _, unsafe, marked = self.checker(images=[pixels / 255.0], clip_input=given)
            if any(unsafe) or any(marked):
                return "the model's safety checker holds this picture back: try another take or other words", pixels
        if self.watermarker is not None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                pixels = np.asarray(self.watermarker.apply_watermark([Image.fromarray(pixels)])[0])
        return "", pixels


def open_guard(folders: Sequence[Path], place: Place) -> Guard | None:
    """Return the guard of the first folder that has one, or None."""
    for folder in folders:
        has = {part: (folder / part).is_dir() for part in ("safety_checker", "watermarker")}
        if any(has.values()):
            checker, extractor = _checker(folder, place) if has["safety_checker"] else (None, None)
            return Guard(checker, extractor, _watermarker(folder) if has["watermarker"] else None)
    return None


def _checker(folder: Path, place: Place) -> tuple[Any, Any]:
    from diffusers.pipelines.deepfloyd_if.safety_checker import IFSafetyChecker
    from transformers import CLIPImageProcessorPil

    with _repaired(IFSafetyChecker):
        checker = load.load_part(IFSafetyChecker, folder, "safety_checker", place.dtype, place.device)
    files = load.needed(folder / "feature_extractor")
    return checker, CLIPImageProcessorPil.from_pretrained(files, local_files_only=True)


def _watermarker(folder: Path) -> Any:
    from diffusers.pipelines.deepfloyd_if.watermark import IFWatermarker

    return load.load_part(IFWatermarker, folder, "watermarker", torch.float32, "cpu")


@contextmanager
def _repaired(kind: Any) -> Any:
    """Let the class finish its own construction: it never calls ``post_init``, which transformers 5 needs."""
    before = kind.__init__

    def whole(self: Any, config: Any) -> None:
        before(self, config)
        if not hasattr(self, "all_tied_weights_keys"):
            self.post_init()

    kind.__init__ = whole
    try:
        yield
    finally:
        kind.__init__ = before
