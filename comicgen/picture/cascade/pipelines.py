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
from PIL import Image

from ...errors import ComicError, MissingError
from .crew import Check
from .encode import tokens_of
from .guide import GUIDES
from .load import check_safetensors, load_part, needed, quiet_library
from .lora import add_lora
from .noise import generator
from .place import Place, let_go, out_of_memory
from .preset import Preset, StageSpec
from .previews import bytes_of
from .work import Work, warn_of_unseen


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
    """It takes pictures to look at: the composition, and those of each character."""
    control: tuple[str, str] = ("", "")
    """Its siblings that a ControlNet guides: from noise, and from a picture."""


PIPELINES: Mapping[str, Kind] = {
    "StableDiffusionPipeline": Kind(
        "StableDiffusionImg2ImgPipeline",
        control=("StableDiffusionControlNetPipeline", "StableDiffusionControlNetImg2ImgPipeline"),
    ),
    "StableDiffusionXLPipeline": Kind(
        "StableDiffusionXLImg2ImgPipeline",
        control=("StableDiffusionXLControlNetPipeline", "StableDiffusionXLControlNetImg2ImgPipeline"),
    ),
    "StableDiffusion3Pipeline": Kind("StableDiffusion3Img2ImgPipeline"),
    "FluxPipeline": Kind("FluxImg2ImgPipeline", negative=False),
    "Flux2KleinPipeline": Kind(negative=False, references=True),
    "Flux2Pipeline": Kind(negative=False, references=True),
    "ZImagePipeline": Kind("ZImageImg2ImgPipeline", off=0),
    "QwenImagePipeline": Kind("QwenImageImg2ImgPipeline", guidance="true_cfg_scale"),
}
CONTROLLED = tuple(name for name, kind in PIPELINES.items() if kind.control[0])
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
    diffusers.utils.logging.disable_progress_bar()
    diffusers.utils.logging.set_verbosity_error()
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


def opened(path: Path) -> Any:
    """Return a reference picture. Raises ComicError for what is none."""
    try:
        with Image.open(path) as picture:
            return picture.convert("RGB")
    except (OSError, Image.DecompressionBombError) as fault:
        raise ComicError(f"cannot read the picture: {fault}", where=str(path)) from None


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
        self._control = self._load_control(place) if spec.control else None

    def _load_control(self, place: Place) -> Any:
        from diffusers import ControlNetModel

        spec, path = self._spec, self._directory / self._spec.control
        if not self._kind.control[0] or spec.guide not in GUIDES:
            raise ComicError(
                f"stage {spec.name}: {self._name} takes no ControlNet for the guide {spec.guide!r}",
                where=str(path), hint=f"guides are {', '.join(GUIDES)}; ControlNets fit {', '.join(CONTROLLED)}",
            )  # fmt: skip
        return load_part(ControlNetModel, path.parent, path.name, place.dtype, place.device)

    def shared(self) -> list[Any]:
        """Return what a twin shares."""
        parts = (*self._pipe.components.values(), self._control)
        return [part for part in parts if isinstance(part, torch.nn.Module)]

    def read(self, works: Sequence[Work]) -> None:
        """The pipeline reads by itself; say what it will not."""
        for work in works:
            self._warn_of_lost_words(work)
        if not self._kind.references:
            warn_of_unseen(works)

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
        started = work.start is not None and bool(kind.start)
        if started:
            assert work.start is not None
            words |= {"image": (work.start[None] + 1) / 2, "strength": max(1 - shot.composition, 1 / spec.steps)}
        else:
            words |= {"height": work.size[0], "width": work.size[1]}
        if self._control is not None:
            guide = GUIDES[spec.guide](shot, work.size)[None]
            words |= {
                "control_image" if started else "image": guide,
                "controlnet_conditioning_scale": spec.control_scale,
            }
        if kind.references and (looked_at := self._references(work)):
            words["image"] = looked_at
        picture: torch.Tensor = self._sibling(started)(**words).images[0]
        return picture.float().cpu() * 2 - 1

    def _sibling(self, started: bool) -> Any:
        """Return the pipeline that takes what guides this picture, made of the same parts."""
        import diffusers

        name = self._kind.start if started else ""
        parts = self._pipe.components
        if self._control is not None:
            name, parts = self._kind.control[started], parts | {"controlnet": self._control}
        if not name:
            return self._pipe
        pipe = getattr(diffusers, name)(**parts)
        pipe.set_progress_bar_config(disable=True)
        return pipe

    def _references(self, work: Work) -> list[Any]:
        """Return the composition, and the pictures of each character: the story's, else the preset's."""
        found = [] if work.start is None else [Image.fromarray(bytes_of(work.start))]
        told: dict[str, list[Path]] = {}
        for who, _, path in work.shot.references:
            told.setdefault(who, []).append(Path(path))
        for who, _ in work.shot.phrases:
            found += [opened(path) for path in told.get(who) or self._preset_picture(who)]
        return found

    def _preset_picture(self, who: str) -> list[Path]:
        if not self._spec.references:
            return []
        path = needed(self._directory / self._spec.references) / f"{who}.png"
        return [path] if path.is_file() else []

    def _warn_of_lost_words(self, work: Work) -> None:
        tokenizer = self._pipe.tokenizer
        limit = tokenizer.model_max_length
        if limit > 1000:
            return
        ids, spans = tokens_of(work.shot.prompt, tokenizer)
        if len(ids) > limit:
            lost = work.shot.prompt[spans[limit - 1][0] :]
            warnings.warn(f"panel {work.shot.panel}: the model does not read: {lost}", stacklevel=2)
