"""This machine into the place where networks run: precision and device, and how to make room there."""

import gc
import platform
from dataclasses import dataclass, field
from typing import Any

import torch

from .identity import versions


@dataclass(frozen=True, slots=True)
class Place:
    """Where a network lives."""

    dtype: Any
    device: str
    cores: int = field(default=0, repr=False)
    """Of the processor, each with a picture of its own; 0 where pictures are made in batches. Decides no pixel."""

    @property
    def threads(self) -> int:
        """Threads of one operation, on which the last bits depend: one; 0 where batches are made."""
        return 1 if self.cores else 0

    def at_once(self, micro_batch: int) -> int:
        """Return how many pictures one batch holds."""
        return 1 if self.cores else micro_batch


def this_place(cores: int = 0) -> Place:
    """Return bf16 in batches on a graphics card, fp32 on the processor: a picture a core, on all or ``cores``.

    All are those that torch was given: ``OMP_NUM_THREADS`` lowers them.
    """
    if torch.cuda.is_available():
        return Place(torch.bfloat16, "cuda")
    return Place(torch.float32, "cpu", cores or torch.get_num_threads())


def place_facts(place: Place) -> dict[str, Any]:
    """Return what of this place and its libraries decides the last bits of a picture."""
    card = place.device != "cpu"
    return {
        "precision": str(place.dtype).removeprefix("torch."),
        "device": torch.cuda.get_device_name() if card else platform.machine(),
        "threads": place.threads,
        "libraries": versions(),
    }


def let_go() -> None:
    """Return the card's memory of networks that nobody holds any more; the processor's returns by itself."""
    if torch.cuda.is_available():
        gc.collect()
        torch.cuda.empty_cache()


def out_of_memory(fault: BaseException) -> bool:
    """Say whether a fault means that memory ran out: the libraries have three ways of saying so."""
    named = isinstance(fault, MemoryError | torch.cuda.OutOfMemoryError)
    return named or (isinstance(fault, RuntimeError) and "allocate memory" in str(fault))
