"""Finished tensors of each stage on disk by content, so a re-run, a kill or an edit repeats only what changed.

safetensors, never pictures: a PNG between two stages changes a third of the next stage's values.
"""

import os
import warnings
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save

from ...errors import ComicError
from ...files import atomic_write


class TensorShelf:
    """Named tensors by content key; a damaged file is set aside with one warning. Without a folder it forgets."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, key: str) -> dict[str, torch.Tensor] | None:
        """Return the tensors kept under ``key``, or None."""
        if self._folder is None:
            return None
        path = self._path(key)
        try:
            return dict(load(path.read_bytes()))
        except FileNotFoundError:
            return None
        except (OSError, SafetensorError, ValueError) as fault:
            warnings.warn(f"stage entry {path.name} is damaged ({fault}); it is made again", stacklevel=2)
            os.replace(path, path.with_suffix(".damaged"))
            return None

    def put(self, key: str, tensors: dict[str, torch.Tensor]) -> None:
        """Keep tensors; a folder that cannot be written costs time, never the picture."""
        if self._folder is None:
            return
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(path, save({name: t.contiguous().cpu() for name, t in tensors.items()}))
        except (OSError, ComicError) as fault:
            warnings.warn(f"the cache cannot be written ({fault}); going on without it", stacklevel=2)
            self._folder = None

    def _path(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / key[:2] / f"{key}.safetensors"
