"""This machine into the place where networks run: precision and device, and how to make room there."""

import gc
from dataclasses import dataclass
from typing import Any

import torch


@dataclass(frozen=True, slots=True)
class Place:
    """Where a network lives."""

    dtype: Any
    device: str


def this_place() -> Place:
    """Return bf16 on a graphics card, fp32 on the processor."""
    if torch.cuda.is_available():
        return Place(torch.bfloat16, "cuda")
    return Place(torch.float32, "cpu")


def let_go() -> None:
    """Return the card's memory of networks that nobody holds any more; the processor's returns by itself."""
    if torch.cuda.is_available():
        gc.collect()
        torch.cuda.empty_cache()


def out_of_memory(fault: BaseException) -> bool:
    """Say whether a fault means that memory ran out: the libraries have three ways of saying so."""
    named = isinstance(fault, MemoryError | torch.cuda.OutOfMemoryError)
    return named or (isinstance(fault, RuntimeError) and "allocate memory" in str(fault))
