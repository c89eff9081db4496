"""A latent upscaler over a whole book: smaller pictures and noise into latents, latents into pictures.

The layout of the x4 upscaler of Stable Diffusion 2 (Rombach et al. 2022, arXiv 2112.10752): the noised
small picture is seen beside the latents, its noise level is a class label. The loop is ours; given
the same noise it agrees with the library's pipeline. Every picture is in [-1, 1] on its own, never
judged by its neighbours in a batch.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch

from .crew import Check, go_on
from .place import out_of_memory
from .samplers import SAMPLERS, Seen, clean
from .schedule import Schedule
from .stage import Dice, Job, Made, Walk, needed


@dataclass(slots=True)
class UpscaleStage:
    """Network, autoencoder and schedules of a latent upscaler."""

    unet: Any
    vae: Any
    schedule: Schedule
    low_schedule: Schedule
    walk: Walk
    at_once: int = 0
    """Pictures in a batch; 0 is the walk's own number. Smaller where memory is short."""
    check: Check = go_on

    @torch.inference_mode()
    def run(self, jobs: Sequence[Job], heat: bool = False) -> list[Made]:
        """Make every job's picture, in micro-batches of constant shape, the last one padded; no heat maps."""
        made: list[Made] = []
        size = self.at_once or self.walk.micro_batch
        for first in range(0, len(jobs), size):
            batch = list(jobs[first : first + size])
            latents = self._latents(batch + [batch[-1]] * (size - len(batch)), len(batch))
            made += [Made(self._decode(one)) for one in latents[: len(batch)]]
        return made

    def _latents(self, jobs: list[Job], real: int) -> torch.Tensor:
        dice = Dice(jobs, real, self.unet)
        low, level = self._low(jobs, dice)
        x = dice.draw(self.vae.config.latent_channels, (low.shape[-2], low.shape[-1]))
        texts = [torch.stack(side).to(x) for side in ([j.no_text for j in jobs], [j.text for j in jobs])]
        steps = self.walk.timesteps or self.schedule.steps(self.walk.steps)
        x0: torch.Tensor | None = None
        last: int | None = None
        for now, then in zip(steps, (*steps[1:], -1), strict=True):
            self.check()
            predicted = self._predict(torch.cat((x, low), 1), now, texts, level)
            last_x0, x0 = x0, clean(x, predicted, now, self.schedule)
            seen = Seen(x, x0, None, now, then, last_x0, last)
            x = SAMPLERS[self.walk.sampler](seen, self.schedule, partial(dice.draw, x.shape[1], x.shape[2:]))
            last = now
        return x

    def _low(self, jobs: list[Job], dice: Dice) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the smaller pictures, noised, and their noise level."""
        small = torch.stack([needed(j.low) for j in jobs]).clamp(-1, 1).to(dice.device, dice.dtype)
        a = self.low_schedule.at(self.walk.augmentation).to(small)
        level = torch.full((len(jobs),), self.walk.augmentation, device=dice.device)
        return a**0.5 * small + (1 - a) ** 0.5 * dice.draw(3, (small.shape[-2], small.shape[-1])), level

    def _predict(self, x: torch.Tensor, t: int, texts: list[torch.Tensor], level: torch.Tensor) -> torch.Tensor:
        guided = self.walk.guidance > 1 and self.walk.interval[0] <= t < self.walk.interval[1]
        twice, levels = (torch.cat((x, x)), torch.cat((level, level))) if guided else (x, level)
        text = torch.cat(texts) if guided else texts[1]
        out: torch.Tensor = self.unet(twice, t, text, class_labels=levels, return_dict=False)[0]
        if not guided:
            return out
        without, told = out.chunk(2)
        return without + self.walk.guidance * (told - without)

    def _decode(self, latents: torch.Tensor) -> torch.Tensor:
        """Return one picture (3, H, W); in tiles where the whole does not fit."""
        given = (latents[None] / self.vae.config.scaling_factor).to(self.vae.dtype)
        try:
            return self._picture(given)
        except (RuntimeError, MemoryError) as fault:
            if not out_of_memory(fault) or self.vae.use_tiling:
                raise
        self.vae.enable_tiling()
        return self._picture(given)

    def _picture(self, latents: torch.Tensor) -> torch.Tensor:
        picture: torch.Tensor = self.vae.decode(latents, return_dict=False)[0][0]
        return picture.float().cpu()
