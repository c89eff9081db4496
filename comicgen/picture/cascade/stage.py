"""One stage over a whole book: noise, and for super-resolution the smaller pictures, into pictures.

The loop is ours; the network is diffusers' ``UNet2DConditionModel``. Given the same noise it gives
the same bits as that library's Imagen-like pipelines, and beyond them: constant padded
micro-batches (neighbours change nothing), guidance only inside an interval (Kynkaanniemi et al.
2024, arXiv 2404.07724), the text's projections made once for all steps, a composition to start
from, words held to boxes, and heat maps.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import torch
from torch.nn import functional

from .attention import AttentionState, heat_map, install
from .crew import Check, go_on
from .noise import Noise
from .samplers import SAMPLERS, Seen, clean
from .schedule import Schedule


@dataclass(frozen=True, slots=True)
class Walk:
    """How a stage walks: guidance scale 1 is off, and off outside ``interval`` (timesteps)."""

    steps: int = 25
    sampler: str = "dpm++"
    guidance: float = 7.0
    interval: tuple[int, int] = (0, 1000)
    augmentation: int = 0
    """Noise level added to the smaller picture, told to the network as its class."""
    micro_batch: int = 4
    timesteps: tuple[int, ...] = ()
    """Instead of evenly spaced ones."""
    shared_tokens: int = 0
    """How many tokens of a scene's lead every panel of it sees in each layer; 0 is none."""


@dataclass(frozen=True, slots=True)
class Job:
    """One picture to be made: text embeddings, noise, and what guides it."""

    text: torch.Tensor
    """(tokens, width)"""
    no_text: torch.Tensor
    noise: Noise
    size: tuple[int, int]
    """Height and width of this stage's picture."""
    low: torch.Tensor | None = None
    """(3, h, w) in [-1, 1]: the stage before."""
    start: torch.Tensor | None = None
    """(3, h, w) in [-1, 1]: the composition to start from."""
    strength: float = 0.0
    """0 ignores ``start``; 1 keeps it."""
    masks: torch.Tensor | None = None
    """(tokens, h, w) in {0, 1}: where each word may look."""
    lead: "Job | None" = None
    """A picture of the same size drawn beside this one, that this one looks at; jobs of one call share it."""


@dataclass(slots=True)
class PixelStage:
    """A network and its schedule. ``low_schedule`` noises the smaller picture of a super-resolution stage."""

    unet: Any
    schedule: Schedule
    walk: Walk
    low_schedule: Schedule | None = None
    calls: int = 0
    rows: int = 0
    at_once: int = 0
    """Pictures in a batch; 0 is the walk's own number. Smaller where memory is short."""
    check: Check = go_on
    _attention: AttentionState = field(init=False)

    def __post_init__(self) -> None:
        self._attention = install(self.unet)

    def timesteps(self, strength: float = 0.0) -> tuple[int, ...]:
        """Return the steps walked; a composition of some strength skips the noisiest share of them."""
        steps = self.walk.timesteps or self.schedule.steps(self.walk.steps)
        return steps[min(round(len(steps) * strength), len(steps) - 1) :]

    @torch.inference_mode()
    def run(self, jobs: Sequence[Job], heat: bool = False) -> "list[Made]":
        """Make every job's picture, in micro-batches of constant shape, the last one padded.

        Jobs of one call share a size; a job's picture does not depend on the others in the call.
        """
        made: list[Made] = []
        size = self.at_once or self.walk.micro_batch
        for first in range(0, len(jobs), size):
            batch = list(jobs[first : first + size])
            real, lead = len(batch), self._lead(batch[0])
            done = self._batch(lead + batch + [batch[-1]] * (size - real), len(lead) + real, heat)
            made += done[len(lead) : len(lead) + real]
        return made

    def _lead(self, job: Job) -> list[Job]:
        """Return the row that the others look at, guided as they are, or none."""
        if job.lead is None or self.walk.shared_tokens == 0:
            return []
        start = None if job.start is None else torch.zeros_like(job.start)
        masks = None if job.masks is None else torch.ones_like(job.masks)
        return [replace(job.lead, start=start, strength=job.strength, masks=masks)]

    def _batch(self, jobs: list[Job], real: int, heat: bool) -> "list[Made]":
        dice = Dice(jobs, real, self.unet)
        steps = self.timesteps(jobs[0].strength if jobs[0].start is not None else 0.0)
        x = self._start(jobs, dice, steps[0])
        low, level = self._low(jobs, dice)
        texts = _Texts(jobs, self.unet)
        maps: list[torch.Tensor] = []
        x0: torch.Tensor | None = None
        last: int | None = None
        for now, then in zip(steps, (*steps[1:], -1), strict=True):
            self.check()
            seen = x if low is None else torch.cat((x, low), 1)
            noise, variance = self._predict(seen, now, texts, level, jobs, maps if heat else None)
            last_x0, x0 = x0, clean(x, noise, now, self.schedule)
            x = SAMPLERS[self.walk.sampler](Seen(x, x0, variance, now, then, last_x0, last), self.schedule, dice.draw)
            last = now
        return [Made(x[i], heat_map(maps)[i] if maps else None) for i in range(len(jobs))]

    def _start(self, jobs: list[Job], dice: "Dice", first: int) -> torch.Tensor:
        """Return pure noise, or compositions noised to the level of the first step."""
        noise = dice.draw()
        if jobs[0].start is None or jobs[0].strength <= 0:
            return noise
        at = torch.stack([needed(j.start) for j in jobs]).to(noise)
        at = functional.interpolate(at, jobs[0].size, mode="area")
        a = self.schedule.at(first)
        return a**0.5 * at + (1 - a) ** 0.5 * noise

    def _low(self, jobs: list[Job], dice: "Dice") -> tuple[torch.Tensor | None, torch.Tensor | None]:
        """Return the smaller pictures enlarged and noised (arXiv 2205.11487, 2.3), and their noise level."""
        if self.low_schedule is None:
            return None, None
        small = torch.stack([needed(j.low) for j in jobs]).to(dice.device, dice.dtype)
        large = functional.interpolate(small, jobs[0].size, mode="bilinear", align_corners=True)
        a = self.low_schedule.at(self.walk.augmentation).to(large)
        level = torch.full((len(jobs),), self.walk.augmentation, device=dice.device)
        return a**0.5 * large + (1 - a) ** 0.5 * dice.draw(), level

    def _predict(
        self, x: torch.Tensor, t: int, texts: "_Texts", level: torch.Tensor | None, jobs: list[Job],
        maps: list[torch.Tensor] | None,
    ) -> tuple[torch.Tensor, torch.Tensor | None]:  # fmt: skip
        """Return the guided prediction and, of the conditional half, the variance."""
        guided = self.walk.guidance > 1 and self.walk.interval[0] <= t < self.walk.interval[1]
        rows = len(jobs)
        state = self._attention
        state.text = texts.keys(guided)
        state.conditional = slice(rows, 2 * rows) if guided else slice(0, rows)
        state.masks = torch.stack([needed(j.masks) for j in jobs]) if jobs[0].masks is not None else None
        state.shared = self.walk.shared_tokens if jobs[-1].lead is not None else 0
        state.maps = [] if maps is not None else None
        twice = torch.cat((x, x)) if guided else x
        levels = torch.cat((level, level)) if guided and level is not None else level
        with texts.projected(guided):
            out = self.unet(twice, t, texts.embeddings(guided), class_labels=levels, return_dict=False)[0]
        self.calls, self.rows = self.calls + 1, self.rows + twice.shape[0]
        if maps is not None and state.maps:
            maps.append(heat_map(state.maps))
        return self._guide(out, guided)

    def _guide(self, out: torch.Tensor, guided: bool) -> tuple[torch.Tensor, torch.Tensor | None]:
        without, told = out.chunk(2) if guided else (None, out)
        noise, variance = (told[:, :3], told[:, 3:]) if told.shape[1] == 6 else (told, None)
        if without is not None:
            base = without[:, : noise.shape[1]]
            noise = base + self.walk.guidance * (noise - base)
        return noise, variance if self.schedule.learned_variance else None


@dataclass(frozen=True, slots=True)
class Made:
    """A stage's picture (3, h, w) in [-1, 1], and where each word was seen (tokens, h, w)."""

    pixels: torch.Tensor
    heat: torch.Tensor | None = None


class Dice:
    """The noise of a batch: one draw of each panel's own stream, padding copied."""

    def __init__(self, jobs: list[Job], real: int, unet: Any) -> None:
        self._streams, self._padding = [j.noise for j in jobs[:real]], len(jobs) - real
        self._size = jobs[0].size
        self.device, self.dtype = unet.device, unet.dtype

    def draw(self, channels: int = 3, size: Sequence[int] = ()) -> torch.Tensor:
        """Return (rows, channels, h, w) of noise; without a size, that of the pictures."""
        shape = (1, channels, *(size or self._size))
        noise = [stream.normal(shape) for stream in self._streams]
        return torch.cat(noise + [noise[-1]] * self._padding).to(self.device, self.dtype)


class _Texts:
    """The text of a batch, and what the network makes of it once instead of at every step."""

    def __init__(self, jobs: list[Job], unet: Any) -> None:
        self._unet = unet
        told = torch.stack([j.text for j in jobs]).to(unet.device, unet.dtype)
        untold = torch.stack([j.no_text for j in jobs]).to(unet.device, unet.dtype)
        self._embeddings = {False: told, True: torch.cat((untold, told))}
        self._keys: dict[bool, dict[str, tuple[torch.Tensor, torch.Tensor]]] = {False: {}, True: {}}
        self._made: dict[bool, tuple[torch.Tensor, torch.Tensor]] = {}

    def embeddings(self, guided: bool) -> torch.Tensor:
        return self._embeddings[guided]

    def keys(self, guided: bool) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
        return self._keys[guided]

    @contextmanager
    def projected(self, guided: bool) -> Iterator[None]:
        """Let the network's projection and pooling of the text look up what they gave at the first step."""
        unet = self._unet
        if getattr(unet, "encoder_hid_proj", None) is None or getattr(unet, "add_embedding", None) is None:
            yield
            return
        if guided not in self._made:
            text = self._embeddings[guided]
            self._made[guided] = (unet.encoder_hid_proj(text), unet.add_embedding(text))
        kept = unet.encoder_hid_proj, unet.add_embedding
        unet.encoder_hid_proj, unet.add_embedding = (_Constant(v) for v in self._made[guided])
        try:
            yield
        finally:
            unet.encoder_hid_proj, unet.add_embedding = kept


class _Constant(torch.nn.Module):
    def __init__(self, value: torch.Tensor) -> None:
        super().__init__()
        self.value = value

    def forward(self, *_: Any) -> torch.Tensor:
        return self.value


def needed(tensor: torch.Tensor | None) -> torch.Tensor:
    """Return a tensor that all jobs of a batch have, or that none may lack."""
    if tensor is None:
        raise ValueError("jobs of one batch must be guided alike")
    return tensor
