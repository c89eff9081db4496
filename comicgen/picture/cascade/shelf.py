"""Finished tensors of each stage on disk by content, so a re-run, a kill or an edit repeats only what changed.

safetensors, never pictures: a PNG between two stages changes a third of the next stage's values.
"""

import os
import warnings
from contextlib import suppress
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save

from ...errors import ComicError
from ...files import atomic_write

Tensors = dict[str, torch.Tensor]


class TensorShelf:
    """Named tensors by content key; a damaged file is set aside with one warning.

    Without a folder, or where it cannot be written, tensors are kept in memory for as long as the shelf.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._memory: dict[str, Tensors] = {}

    def get(self, key: str) -> Tensors | None:
        """Return the tensors kept under ``key``, or None."""
        if key in self._memory or self._folder is None:
            return self._memory.get(key)
        path = self._path(self._folder, key)
        try:
            return dict(load(path.read_bytes()))
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            return None
        except (OSError, SafetensorError, ValueError) as fault:
            warnings.warn(f"stage entry {path.name} is damaged ({fault}); it is made again", stacklevel=2)
            with suppress(OSError):
                os.replace(path, path.with_suffix(".damaged"))
            return None

    def put(self, key: str, tensors: Tensors) -> None:
        """Keep tensors; a folder that cannot be written costs memory, never the picture."""
        whole = {name: t.contiguous().cpu() for name, t in tensors.items()}
        if self._folder is not None:
            path = self._path(self._folder, key)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                return atomic_write(path, save(whole))
            except (OSError, ComicError) as fault:
                warnings.warn(f"the cache cannot be written ({fault}); going on without it", stacklevel=2)
                self._folder = None
        self._memory[key] = whole

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / key[:2] / f"{key}.safetensors"
