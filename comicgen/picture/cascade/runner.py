"""A stage's description into something that runs it: one class for each kind of stage."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import torch

from . import guide, load
from .noise import NoiseStream
from .preset import Preset, StageSpec
from .stage import Job, PixelStage, Walk

if TYPE_CHECKING:
    from .backend import Work

Place = tuple[Any, str]
"""Precision and device."""


class Runner(Protocol):
    """Runs one stage on works of one size; sets each work's pixels or its fault."""

    def run(self, works: "Sequence[Work]") -> None:
        """Make the pictures of one micro-batch."""
        ...


def open_runner(spec: StageSpec, directory: Path, preset: Preset, place: Place) -> Runner:
    """Load a stage."""
    return RUNNERS[spec.kind](spec, directory, preset, place)


class PixelRunner:
    """A base or super-resolution stage over pixels."""

    def __init__(self, spec: StageSpec, directory: Path, preset: Preset, place: Place) -> None:
        folder = directory / spec.folder
        self._spec, self._shared = spec, preset.shared_noise if spec.scale == 1 else 0.0
        low = load.load_schedule(folder, "image_noising_scheduler") if spec.scale > 1 else None
        walk = Walk(spec.steps, spec.sampler, spec.guidance, spec.interval, spec.augmentation, spec.micro_batch,
                    spec.timesteps, spec.shared_tokens)  # fmt: skip
        self._stage = PixelStage(load.load_unet(folder, *place), load.load_schedule(folder), walk, low)

    def run(self, works: "Sequence[Work]") -> None:
        """Make the pictures; where memory runs out, one by one."""
        try:
            self._run(works)
        except (torch.cuda.OutOfMemoryError, MemoryError) as fault:
            if len(works) == 1:
                works[0].fault = f"stage {self._spec.name} ran out of memory: {str(fault)[:80]}"
                return
            half = len(works) // 2
            self.run(works[:half])
            self.run(works[half:])

    def _run(self, works: "Sequence[Work]") -> None:
        jobs = [self._job(work) for work in works]
        for work, made in zip(works, self._stage.run(jobs, heat=self._wants_heat(works)), strict=True):
            work.pixels = made.pixels.float().cpu()
            if made.heat is not None:
                work.heat = made.heat.float().cpu()

    def _wants_heat(self, works: "Sequence[Work]") -> bool:
        return self._spec.scale == 1 and any(len(w.shot.phrases) > 0 for w in works)

    def _job(self, work: "Work") -> Job:
        shot, base = work.shot, self._spec.scale == 1
        start = guide.composition(shot, work.size) if base and shot.composition > 0 else None
        return Job(
            text=work.told.embedding,
            no_text=work.untold.embedding,
            noise=NoiseStream(shot.seed, self._spec.name, shot.scene, self._shared),
            size=work.size,
            low=None if base else work.pixels,
            start=start,
            strength=shot.composition,
            masks=work.masks if base else None,
        )


RUNNERS: dict[str, Callable[[StageSpec, Path, Preset, Place], Runner]] = {"pixel": PixelRunner}
