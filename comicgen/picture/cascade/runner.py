"""A stage's description into something that runs it: one class for each kind of stage."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import torch

from . import load
from .crew import Check
from .encode import Encoded, encode, tokens_of
from .lora import add_lora
from .noise import NoiseStream
from .pipelines import LatentRunner
from .place import Place, let_go, out_of_memory
from .preset import Preset, StageSpec
from .stage import Job, PixelStage, Walk
from .tiles import Window, WindowNoise, sides, tiled
from .upscale import UpscaleStage
from .work import Work, warn_of_unseen


class Runner(Protocol):
    """Runs one stage on works of one size; sets each work's pixels or its fault."""

    crowded: bool
    """Others run beside it: where memory runs out it marks its works ``short`` and leaves them as they were."""

    def shared(self) -> list[Any]:
        """Return the networks and other things that a twin on another core shares."""
        ...

    def read(self, works: Sequence[Work]) -> None:
        """Encode what the stage reads by an encoder of its own, once for all works."""
        ...

    def run(self, works: Sequence[Work], check: Check) -> None:
        """Make the pictures of one micro-batch; ``check`` is called before every step."""
        ...


def open_runner(spec: StageSpec, directory: Path, preset: Preset, place: Place) -> Runner:
    """Load a stage."""
    return RUNNERS[spec.kind](spec, directory, preset, place)


def walk_of(spec: StageSpec) -> Walk:
    """Return how a described stage walks."""
    return Walk(spec.steps, spec.sampler, spec.guidance, spec.interval, spec.augmentation, spec.micro_batch,
                spec.timesteps, spec.shared_tokens)  # fmt: skip


class LoopRunner:
    """A stage of our own loop. Where memory runs out: alone, half the batch, one by one, windows, and then a fault."""

    stage: PixelStage | UpscaleStage
    crowded = False

    def __init__(self, spec: StageSpec, preset: Preset, place: Place) -> None:
        self.spec, self._shared = spec, preset.shared_noise
        self._size = place.at_once(spec.micro_batch)

    def shared(self) -> list[Any]:
        """Return what a twin shares."""
        return [self.stage.unet]

    def read(self, works: Sequence[Work]) -> None:
        """The cascade's own encoder has read the texts; pictures are not looked at."""
        if self.spec.scale == 1:
            warn_of_unseen(works)

    def run(self, works: Sequence[Work], check: Check) -> None:
        """Make the pictures of one micro-batch."""
        self.stage.at_once, self.stage.check = self._size, check
        try:
            self.make(works)
            return
        except (RuntimeError, MemoryError) as fault:
            if not out_of_memory(fault):
                raise
        let_go()
        if self.crowded:
            for work in works:
                work.short = True
        elif len(works) > 1 or self._size > 1:
            self._size = max(1, self._size // 2)
            warnings.warn(f"stage {self.spec.name}: memory is short, going on with {self._size} at once", stacklevel=2)
            for work in works:
                self.run([work], check)
        else:
            self._in_windows(works[0])

    def make(self, works: Sequence[Work]) -> None:
        """Run the stage's loop on works."""
        heat = self.spec.scale == 1 and any(w.shot.phrases for w in works)
        for work, made in zip(works, self.stage.run([self.job(w) for w in works], heat=heat), strict=True):
            work.pixels, work.heat = made.pixels, made.heat

    def job(self, work: Work) -> Job:
        """Return what the loop needs of a work."""
        raise NotImplementedError

    def noise(self, work: Work, shared: float = 0.0) -> NoiseStream:
        """Return the noise of a picture in this stage."""
        return NoiseStream(work.shot.seed, self.spec.name, work.shot.scene, shared)

    def _in_windows(self, work: Work) -> None:
        """Make one large picture in ever smaller windows."""
        low = work.pixels
        if self.spec.scale == 1 or low is None:
            work.fault = f"stage {self.spec.name} ran out of memory"
            return
        for side in sides(work.low):
            try:
                work.pixels = tiled(low, side, self.spec.scale, lambda window: self._window(work, low, window))
            except (RuntimeError, MemoryError) as fault:
                if not out_of_memory(fault):
                    raise
                let_go()
            else:
                warnings.warn(f"panel {work.shot.panel}: stage {self.spec.name} made in windows, memory is short",
                              stacklevel=2)  # fmt: skip
                return
        work.pixels, work.fault = None, f"stage {self.spec.name} ran out of memory"

    def _window(self, work: Work, low: torch.Tensor, window: Window) -> torch.Tensor:
        size = (window.h * self.spec.scale, window.w * self.spec.scale)
        noise = WindowNoise(self.noise(work), window, work.low)
        (made,) = self.stage.run([replace(self.job(work), low=window.cut(low), size=size, noise=noise)])
        return made.pixels


class PixelRunner(LoopRunner):
    """A base or super-resolution stage over pixels."""

    def __init__(self, spec: StageSpec, directory: Path, preset: Preset, place: Place) -> None:
        super().__init__(spec, preset, place)
        folder = directory / spec.folder
        low = load.load_schedule(folder, "image_noising_scheduler") if spec.scale > 1 else None
        unet = load.load_unet(folder, place.dtype, place.device)
        add_lora(unet, "unet", spec.lora, directory, spec.lora_scale)
        self.stage = PixelStage(unet, load.load_schedule(folder), walk_of(spec), low)

    def job(self, work: Work) -> Job:
        """Return what the loop needs of a work."""
        base = self.spec.scale == 1
        return Job(
            text=work.told.embedding,
            no_text=work.untold.embedding,
            noise=self.noise(work, self._shared if base else 0.0),
            size=work.size,
            low=None if base else work.pixels,
            start=work.start if base else None,
            strength=work.shot.composition,
            masks=work.masks if base else None,
            lead=self._lead(work) if base else None,
        )

    def _lead(self, work: Work) -> Job | None:
        """Return the scene's first panel at this one's size."""
        if work.lead is None or work.shot.lead is None:
            return None
        noise = NoiseStream(work.shot.lead[1], self.spec.name, work.shot.scene, self._shared)
        return Job(work.lead.embedding, work.untold.embedding, noise, work.size)


class UpscaleRunner(LoopRunner):
    """A latent upscaler with its own text encoder."""

    stage: UpscaleStage

    def __init__(self, spec: StageSpec, directory: Path, preset: Preset, place: Place) -> None:
        super().__init__(spec, preset, place)
        folder = directory / spec.folder
        self._tokenizer, self._encoder = load.load_clip(folder, place.dtype, place.device)
        self._texts: dict[str, Encoded] = {}
        unet = load.load_unet(folder, place.dtype, place.device)
        add_lora(unet, "unet", spec.lora, directory, spec.lora_scale)
        self.stage = UpscaleStage(
            unet, load.load_vae(folder, place.dtype, place.device), load.load_schedule(folder),
            load.load_schedule(folder, "low_res_scheduler"), walk_of(spec),
        )  # fmt: skip

    def shared(self) -> list[Any]:
        """Return what a twin shares."""
        return [self.stage.unet, self.stage.vae, self._encoder, self._tokenizer, self._texts]

    def read(self, works: Sequence[Work]) -> None:
        """Encode the prompts, as much of each as the encoder takes."""
        limit = self._tokenizer.model_max_length
        for text in dict.fromkeys(t for w in works for t in (w.shot.prompt, w.shot.negative)):
            ids, spans = tokens_of(text, self._tokenizer)
            if len(ids) > limit:
                lost = text[spans[limit - 1][0] :]
                warnings.warn(f"stage {self.spec.name} does not read the end of a prompt: {lost}", stacklevel=2)
            self._texts |= encode([text], self._tokenizer, self._encoder, limit, masked=False)

    def job(self, work: Work) -> Job:
        """Return what the loop needs of a work."""
        told, untold = self._texts[work.shot.prompt], self._texts[work.shot.negative]
        return Job(told.embedding, untold.embedding, self.noise(work), work.size, work.pixels)


class ResizeRunner:
    """A finish without a network: Lanczos, channel by channel, so that nothing is rounded to bytes."""

    crowded = False

    def __init__(self, *_: Any) -> None:
        """There is nothing to load."""

    def shared(self) -> list[Any]:
        """There is nothing to share."""
        return []

    def read(self, works: Sequence[Work]) -> None:
        """There is nothing to read."""

    def run(self, works: Sequence[Work], check: Check) -> None:
        """Enlarge the pictures of one micro-batch."""
        import numpy as np
        from PIL import Image

        for work in works:
            assert work.pixels is not None
            channels = [Image.fromarray(c).resize(work.size[::-1], Image.Resampling.LANCZOS)
                        for c in work.pixels.float().numpy()]  # fmt: skip
            work.pixels = torch.from_numpy(np.stack([np.asarray(c) for c in channels])).clamp(-1, 1)


RUNNERS: dict[str, Callable[[StageSpec, Path, Preset, Place], Runner]] = {
    "pixel": PixelRunner,
    "upscale": UpscaleRunner,
    "resize": ResizeRunner,
    "latent": LatentRunner,
}
