"""A latent or flow model's directory into a one-stage cascade: an explicit table of the library's pipelines.

A directory can only ask for a class of this table, made of diffusers' and transformers' own parts, in
safetensors. One picture at a time, its noise from a generator of its own on the CPU.
"""

import json
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from ...errors import ComicError, MissingError
from .crew import Check
from .encode import tokens_of
from .load import check_safetensors, needed, quiet_library
from .lora import add_lora
from .noise import generator
from .place import Place, let_go, out_of_memory
from .preset import Preset, StageSpec
from .work import Work


@dataclass(frozen=True, slots=True)
class Kind:
    """How one of the library's pipelines is called."""

    start: str = ""
    """Its sibling that starts from a picture: the composition."""
    guidance: str = "guidance_scale"
    off: int = 1
    """The scale at which the pipeline's own guidance is off; ours is 1."""
    negative: bool = True
    references: bool = False
    """It takes pictures to look at: the composition, and one of each character."""


PIPELINES: Mapping[str, Kind] = {
    "StableDiffusionPipeline": Kind("StableDiffusionImg2ImgPipeline"),
    "StableDiffusionXLPipeline": Kind("StableDiffusionXLImg2ImgPipeline"),
    "StableDiffusion3Pipeline": Kind("StableDiffusion3Img2ImgPipeline"),
    "FluxPipeline": Kind("FluxImg2ImgPipeline", negative=False),
    "Flux2KleinPipeline": Kind(negative=False, references=True),
    "Flux2Pipeline": Kind(negative=False, references=True),
    "ZImagePipeline": Kind("ZImageImg2ImgPipeline", off=0),
    "QwenImagePipeline": Kind("QwenImageImg2ImgPipeline", guidance="true_cfg_scale"),
}
LIBRARIES = ("diffusers", "transformers", None)


def pipeline_of(folder: Path) -> str:
    """Return the name of a directory's pipeline. Raises ComicError for one that is not in the table."""
    path = needed(folder / "model_index.json")
    try:
        index = json.loads(path.read_text(encoding="utf-8"))
        parts = {k: v for k, v in index.items() if isinstance(v, list) and not k.startswith("_")}
        foreign = [k for k, v in parts.items() if v[0] not in LIBRARIES]
        name = index["_class_name"]
    except (ValueError, KeyError, IndexError, AttributeError) as fault:
        raise ComicError(f"not a pipeline's index: {fault}", where=str(path)) from None
    if foreign:
        raise ComicError(f"parts with code of their own are refused: {', '.join(foreign)}", where=str(path))
    if name not in PIPELINES:
        raise ComicError(f"no pipeline {name!r}", where=str(path), hint=f"one of {', '.join(PIPELINES)}")
    return str(name)


def load_pipeline(folder: Path, place: Place) -> Any:
    """Return a directory's pipeline: explicit class, local files, safetensors alone."""
    import diffusers

    name = pipeline_of(folder)
    files = sorted(folder.rglob("*.safetensors"))
    if not files:
        raise MissingError(f"no safetensors file in {folder}", hint="other weight files may run code and are not read")
    for path in files:
        check_safetensors(path)
    variant = "fp16" if all(".fp16." in p.name for p in files) else None
    with quiet_library():
        made = getattr(diffusers, name).from_pretrained(
            folder, local_files_only=True, use_safetensors=True, dtype=place.dtype, variant=variant
        )
    made.set_progress_bar_config(disable=True)
    return made.to(place.device)


def _at_each_step(check: Check) -> Callable[..., dict[str, Any]]:
    def told(_pipe: Any, _step: int, _time: Any, kept: dict[str, Any]) -> dict[str, Any]:
        check()
        return kept

    return told


class LatentRunner:
    """A whole latent pipeline as one stage."""

    crowded = False

    def __init__(self, spec: StageSpec, directory: Path, preset: Preset, place: Place) -> None:
        folder = directory / spec.folder
        self._spec, self._directory = spec, directory
        self._name = spec.pipeline or pipeline_of(folder)
        if self._name != pipeline_of(folder):
            raise ComicError(f"stage {spec.name} wants {self._name}, the directory holds {pipeline_of(folder)}",
                             where=str(folder))  # fmt: skip
        self._kind, self._pipe = PIPELINES[self._name], load_pipeline(folder, place)
        part = "unet" if hasattr(self._pipe, "unet") else "transformer"
        add_lora(getattr(self._pipe, part), part, spec.lora, directory, spec.lora_scale)

    def shared(self) -> list[Any]:
        """Return what a twin shares."""
        return [part for part in self._pipe.components.values() if isinstance(part, torch.nn.Module)]

    def read(self, works: Sequence[Work]) -> None:
        """The pipeline reads by itself; say what it will not."""
        for work in works:
            self._warn_of_lost_words(work)

    def run(self, works: Sequence[Work], check: Check) -> None:
        """Make the pictures of one micro-batch, one after the other."""
        for work in works:
            try:
                work.pixels = self._make(work, check)
            except (RuntimeError, MemoryError) as fault:
                if not out_of_memory(fault):
                    raise
                let_go()
                work.short = self.crowded
                work.fault = "" if self.crowded else f"stage {self._spec.name} ran out of memory"

    @torch.inference_mode()
    def _make(self, work: Work, check: Check) -> torch.Tensor:
        shot, kind, spec = work.shot, self._kind, self._spec
        words: dict[str, Any] = {
            "prompt": shot.prompt, "num_inference_steps": spec.steps, "output_type": "pt",
            kind.guidance: spec.guidance - 1 + kind.off, "generator": generator(f"{shot.seed} {spec.name}"),
            "callback_on_step_end": _at_each_step(check),
        }  # fmt: skip
        if kind.negative and spec.guidance > 1:
            words["negative_prompt"] = shot.negative
        pipe = self._pipe
        if work.start is not None and kind.start:
            pipe = self._sibling()
            words |= {"image": (work.start[None] + 1) / 2, "strength": max(1 - shot.composition, 1 / spec.steps)}
        else:
            words |= {"height": work.size[0], "width": work.size[1]}
        if kind.references and (looked_at := self._references(work)):
            words["image"] = looked_at
        picture: torch.Tensor = pipe(**words).images[0]
        return picture.float().cpu() * 2 - 1

    def _sibling(self) -> Any:
        import diffusers

        pipe = getattr(diffusers, self._kind.start)(**self._pipe.components)
        pipe.set_progress_bar_config(disable=True)
        return pipe

    def _references(self, work: Work) -> list[Any]:
        """Return the composition, and the picture of each character that the preset's folder holds."""
        from PIL import Image

        found = []
        if work.start is not None:
            array = ((work.start + 1) * 127.5).round().to(torch.uint8).permute(1, 2, 0).numpy()
            found.append(Image.fromarray(array))
        if self._spec.references:
            folder = needed(self._directory / self._spec.references)
            paths = [folder / f"{who}.png" for who, _ in work.shot.phrases]
            found += [Image.open(path).convert("RGB") for path in paths if path.is_file()]
        return found

    def _warn_of_lost_words(self, work: Work) -> None:
        tokenizer = self._pipe.tokenizer
        limit = tokenizer.model_max_length
        if limit > 1000:
            return
        ids, spans = tokens_of(work.shot.prompt, tokenizer)
        if len(ids) > limit:
            lost = work.shot.prompt[spans[limit - 1][0] :]
            warnings.warn(f"panel {work.shot.panel}: the model does not read: {lost}", stacklevel=2)
