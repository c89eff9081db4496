"""A cascade's YAML description into a tuple of stages: which folder, which kind, how it walks."""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from ...doors import shelf
from ...errors import ComicError, MissingError, UsageError

KINDS = ("pixel", "upscale", "latent", "resize")
SAMPLERS = ("ddpm", "ddim", "dpm++")
RANGES: dict[str, tuple[float, float]] = {
    "size": (8, 4096), "scale": (1, 8), "steps": (1, 1000), "guidance": (1, 100), "augmentation": (0, 999),
    "micro_batch": (1, 256), "shared_tokens": (0, 4096), "step": (1, 128), "lora_scale": (-10, 10),
    "control_scale": (0, 2),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StageSpec:
    """One stage of a cascade as described. Guidance scale 1 is off."""

    name: str
    kind: str
    folder: str = ""
    size: int = 64
    """A first stage's square side in pixels: other shapes keep its area."""
    scale: int = 1
    """A later stage's factor."""
    steps: int = 25
    sampler: str = "dpm++"
    guidance: float = 1.0
    interval: tuple[int, int] = (0, 1000)
    augmentation: int = 0
    micro_batch: int = 4
    timesteps: tuple[int, ...] = ()
    shared_tokens: int = 0
    pipeline: str = ""
    """A latent stage's pipeline: a key of the table of explicit classes."""
    step: int = 8
    """A first stage's sides are multiples of it."""
    lora: str = ""
    """A file of low-rank weights to add to the stage's network, in the model's directory."""
    lora_scale: float = 1.0
    control: str = ""
    """A folder with a ControlNet, for the latent pipelines that have one."""
    guide: str = "pose"
    """What of the staging the ControlNet reads: pose or depth."""
    control_scale: float = 0.8
    references: str = ""
    """A folder with <character id>.png, for pipelines that take reference pictures."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A cascade: one text encoder, stages from small to large, and what its owner says."""

    name: str
    stages: tuple[StageSpec, ...]
    encoder: str = ""
    """Folder of tokenizer and text encoder; empty where the only stage brings its own."""
    tokens: int = 77
    about: str = ""
    licence: str = ""
    restricted: bool = False
    """The licence restricts the use of its pictures, or access is gated: a pull wants a yes."""
    size: str = ""
    hub: tuple[tuple[str, str], ...] = ()
    """(folder, hub id) of each part that can be pulled."""
    shared_noise: float = 0.0
    """Weight of a scene's common noise in the base stage."""

    def until(self, stage: str) -> "Preset":
        """Return the cascade cut after the named stage; ``base`` is the first by any name, ``final`` keeps all."""
        names = ["base", *(s.name for s in self.stages[1:])]
        if stage == "final" or stage not in names:
            return self
        return replace(self, stages=self.stages[: names.index(stage) + 1])


def preset_named(name: str) -> Preset:
    """Return a shipped preset. Raises UsageError with the list of all models."""
    from ...doors import names, unknown

    folder = shelf("templates") / "models"
    known = sorted(p.stem for p in folder.glob("*.yaml"))
    if name not in known:
        raise unknown("model", name, sorted({*known, *names("picture")}))
    return read_preset(folder / f"{name}.yaml")


def preset_of(directory: Path) -> Preset:
    """Return how a model directory is described: its own ``cascade.yaml``, or by the folders in it.

    Raises MissingError where it is no model directory.
    """
    if (own := directory / "cascade.yaml").is_file():
        return read_preset(own)
    if (directory / "model_index.json").is_file():
        return Preset(directory.name, (StageSpec("final", "latent", size=1024, steps=30, guidance=5.0, step=16),))
    if not (directory / "stage1" / "unet").is_dir():
        raise MissingError(
            f"{directory} is not a model: it has no stage1/unet and no model_index.json",
            hint="a cascade has stage1, stage2, stage3; see 'comicgen models cascade'",
        )
    upscaler = (directory / "stage3" / "vae").is_dir()
    found = preset_named("deepfloyd-if" if upscaler else "cascade")
    return replace(found, stages=tuple(s for s in found.stages if (directory / s.folder).is_dir()))


def read_preset(path: Path) -> Preset:
    """Read a cascade's description. Raises ComicError with the file's name for anything unknown in it."""
    import yaml

    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as fault:
        raise ComicError(f"not a model description: {fault}", where=str(path)) from None
    if not isinstance(found, dict) or not isinstance(found.get("stages"), list) or not found["stages"]:
        raise ComicError("a model description needs a list of stages", where=str(path))
    encoder = found.pop("encoder", {})
    stages = tuple(_stage(words, path) for words in found.pop("stages"))
    _check_scales(stages, path)
    hub = tuple((str(k), str(v)) for k, v in found.pop("hub", {}).items())
    _known(found, Preset, path)
    if not isinstance(encoder, dict) or _wrong("folder", str(encoder.get("folder", ""))):
        raise ComicError("encoder names a folder and a number of tokens", where=str(path))
    return Preset(
        name=path.stem if path.stem != "cascade" or path.parent.name == "models" else path.parent.name,
        stages=stages,
        encoder=str(encoder.get("folder", "")),
        tokens=int(encoder.get("tokens", 77)),
        hub=hub,
        **found,
    )


def _stage(words: Any, path: Path) -> StageSpec:
    if not isinstance(words, dict):
        raise ComicError("a stage is a mapping", where=str(path))
    _known(words, StageSpec, path)
    if words.get("kind") not in KINDS:
        raise UsageError(f"no stage kind {words.get('kind')!r}", where=str(path), hint=f"one of {', '.join(KINDS)}")
    if words.get("sampler", SAMPLERS[0]) not in SAMPLERS:
        raise UsageError(f"no sampler {words['sampler']!r}", where=str(path), hint=f"one of {', '.join(SAMPLERS)}")
    for key, value in words.items():
        if fault := _wrong(key, value):
            raise ComicError(f"stage {words.get('name', '')!r}: {key} {value!r} {fault}", where=str(path))
    lists = {k: tuple(v) for k, v in words.items() if isinstance(v, list)}
    return StageSpec(**({"name": words["kind"]} | words | lists))


def _wrong(key: str, value: Any) -> str:
    """Say what is wrong with a stage's value, or nothing."""
    if key in RANGES:
        low, high = RANGES[key]
        number = isinstance(value, int | float) and not isinstance(value, bool)
        whole = key in ("guidance", "lora_scale", "control_scale") or isinstance(value, int)
        return "" if number and whole and low <= value <= high else f"is not a number from {low:g} to {high:g}"
    if key in ("interval", "timesteps"):
        numbers = isinstance(value, list) and all(isinstance(v, int) and 0 <= v <= 1000 for v in value)
        two = key == "timesteps" or (numbers and len(value) == 2)
        return "" if numbers and two else "is not a list of timesteps"
    if not isinstance(value, str):
        return "is not a text"
    if key in ("folder", "lora", "references", "control") and (Path(value).is_absolute() or ".." in Path(value).parts):
        return "leads outside the model's directory"
    return ""


def _check_scales(stages: tuple[StageSpec, ...], path: Path) -> None:
    for number, stage in enumerate(stages):
        if (stage.scale == 1) != (number == 0) or (number == 0 and stage.kind not in ("pixel", "latent")):
            raise ComicError(
                f"stage {stage.name!r}: the first stage draws at scale 1, each later one enlarges",
                where=str(path),
                hint="the first is pixel or latent; a later one has a scale of 2 or more",
            )


def _known(words: dict[str, Any], kind: type, path: Path) -> None:
    """Refuse every key that is not ours: code, remote or local, can never be asked for."""
    names = {f.name for f in fields(kind)}
    for key in words:
        if key not in names:
            raise ComicError(f"unknown key {key!r} in a model description", where=str(path),
                             hint=f"one of {', '.join(sorted(names))}")  # fmt: skip
