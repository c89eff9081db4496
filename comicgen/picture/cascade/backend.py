"""Shots into pictures, stage by stage: each network is loaded once, drained over the book, and let go.

encode -> base -> super-resolution -> finish. The peak is the largest stage, not their sum. A stage's
tensors are kept by content: prompt, seed, size, walk, network, and the stage they began from.
"""

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ...files import cache_folder
from ...staging import anchors
from .. import Options, Picture, Report, Shot
from . import guide, load
from .encode import Encoded, check_prompt, encode
from .preset import Preset, StageSpec
from .runner import Runner, open_runner
from .shelf import TensorShelf
from .sizes import base_size, grown


@dataclass(slots=True)
class Work:
    """One shot on its way through the stages. ``key`` names what has been made so far."""

    shot: Shot
    told: Encoded
    untold: Encoded
    key: str
    size: tuple[int, int]
    pixels: torch.Tensor | None = None
    """(3, h, w) in [-1, 1]"""
    heat: torch.Tensor | None = None
    masks: torch.Tensor | None = None
    """(tokens, h, w): where each word may look, in panels of several characters."""
    fault: str = ""


class CascadeBackend:
    """A cascade on this machine, described by a preset and lying in a directory."""

    name = "cascade"
    batched = True

    def __init__(self, directory: Path, preset: Preset, options: Options) -> None:
        self._directory, self._preset, self._options = directory, preset.until(options.until), options
        self._device, self._dtype = _place()
        self._shelf = TensorShelf(cache_folder() / "stages")

    def identity(self) -> str:
        """Return a digest of the model's files, its description, precision, and this code."""
        return self._identity

    @cached_property
    def _identity(self) -> str:
        words = (load.fingerprint(self._directory), self._preset, str(self._dtype), self._device, _code())
        return sha256(repr(words).encode()).hexdigest()

    def take(self, shots: Sequence[Shot], report: Report) -> Iterator[Picture]:
        """Yield one picture for each shot, in order, after all have been through every stage."""
        works = self._encode(shots, report)
        for number, spec in enumerate(self._preset.stages):
            self._stage(spec, works, report, first=number == 0)
        for work in works:
            yield finished(work)

    def _encode(self, shots: Sequence[Shot], report: Report) -> list[Work]:
        folder = self._directory / self._preset.encoder
        tokenizer, encoder = load.load_t5(folder, torch.float32, self._device)
        for shot in shots:
            check_prompt(shot.prompt, tokenizer, self._preset.tokens, shot.panel)
        texts = [text for shot in shots for text in (shot.prompt, shot.negative)]
        made = encode(texts, tokenizer, encoder, self._preset.tokens)
        report("encode", len(shots), len(shots))
        del encoder
        _let_go()
        side = self._preset.stages[0].size
        works = [Work(s, made[s.prompt], made[s.negative], self._identity, base_size(s.width, s.height, side))
                 for s in shots]  # fmt: skip
        for work in works:
            work.masks = guide.word_masks(work.shot, work.told)
        return works

    def _stage(self, spec: StageSpec, works: list[Work], report: Report, *, first: bool) -> None:
        """Run one stage over all works that the shelf does not know yet."""
        missing = []
        for work in works:
            work.size = work.size if first else grown(work.size, spec.scale)
            work.key = stage_key(work, spec)
            if not work.fault and not self._restore(work):
                missing.append(work)
        done = len(works) - len(missing)
        report(spec.name, done, len(works))
        if not missing:
            return
        runner = open_runner(spec, self._directory, self._preset, (self._dtype, self._device))
        for group in by_size(missing):
            done = self._group(runner, group, (spec, report, done, len(works)))
        del runner
        _let_go()

    def _group(self, runner: Runner, group: list[Work], told: tuple[StageSpec, Report, int, int]) -> int:
        spec, report, done, total = told
        for first in range(0, len(group), spec.micro_batch):
            part = group[first : first + spec.micro_batch]
            runner.run(part)
            for work in part:
                self._keep(work, spec)
            done += len(part)
            report(spec.name, done, total)
        return done

    def _restore(self, work: Work) -> bool:
        found = self._shelf.get(work.key)
        if found is None:
            return False
        work.pixels, work.heat = found["pixels"], found.get("heat", work.heat)
        return True

    def _keep(self, work: Work, spec: StageSpec) -> None:
        """Keep a finite picture; mark one that is not, so that the others go on without it."""
        if work.fault or work.pixels is None:
            return
        if not bool(torch.isfinite(work.pixels).all()):
            work.fault = f"stage {spec.name} gave numbers that are not finite"
            return
        kept = {"pixels": work.pixels.float()}
        if work.heat is not None:
            kept["heat"] = work.heat.float()
        self._shelf.put(work.key, kept)


def stage_key(work: Work, spec: StageSpec) -> str:
    """Return the key of a stage's result: what came before, how it walks, and what the shot adds."""
    shot = work.shot
    staged = (shot.staging, shot.composition) if shot.composition or work.masks is not None else ()
    words = (work.key, spec, work.size, shot.prompt, shot.negative, shot.seed, shot.phrases, shot.scene, *staged)
    return sha256(repr(words).encode()).hexdigest()


def by_size(works: Sequence[Work]) -> list[list[Work]]:
    """Return works in groups of one size, sizes in order of first sight."""
    groups: dict[tuple[Any, ...], list[Work]] = {}
    for work in works:
        low = None if work.pixels is None else tuple(work.pixels.shape)
        alike = (work.size, low, work.shot.composition, work.masks is None)
        groups.setdefault(alike, []).append(work)
    return list(groups.values())


def finished(work: Work) -> Picture:
    """Return the picture at its shot's exact size: grey for mono and grey books."""
    if work.fault or work.pixels is None:
        return placeholder(work.shot, work.fault)
    from PIL import Image

    shot = work.shot
    array = ((work.pixels.clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8).permute(1, 2, 0).cpu().numpy()
    image = Image.fromarray(array).resize((shot.width, shot.height), Image.Resampling.LANCZOS)
    pixels = np.asarray(image if shot.tone == "colour" else image.convert("L"))
    return Picture(pixels, guide.moved_anchors(shot, work.told, work.heat))


def placeholder(shot: Shot, fault: str) -> Picture:
    """Return a hatched picture that says plainly that it is none."""
    y, x = np.mgrid[0 : shot.height, 0 : shot.width]
    hatch = np.where((x + y) // 12 % 4 == 0, 150, 235).astype(np.uint8)
    pixels = hatch if shot.tone != "colour" else np.repeat(hatch[:, :, None], 3, axis=2)
    return Picture(pixels, anchors(shot.staging), fault=fault or "no picture came out")


def _place() -> tuple[Any, str]:
    """Return precision and device: bf16 on a graphics card, fp32 on the processor."""
    if torch.cuda.is_available():
        return torch.bfloat16, "cuda"
    return torch.float32, "cpu"


def _let_go() -> None:
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def _code() -> str:
    digest = sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
