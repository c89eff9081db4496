"""A model's name into its directory and description: a path, a pulled preset, or a hub id downloaded before."""

import os
from pathlib import Path

from ...doors import shelf
from ...errors import MissingError
from .preset import Preset, preset_named, preset_of, read_preset


def models_folder() -> Path:
    """Return where pulled models lie: ``COMICGEN_MODELS``, or the platform's own place for data."""
    if named := os.environ.get("COMICGEN_MODELS"):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("comicgen", appauthor=False) / "models"


def find_model(model: str) -> tuple[Path, Preset]:
    """Return a model's directory and its description.

    ``model`` is a directory, a description's .yaml beside the folders it names, a preset's name, or
    a hub id that was downloaded before. Raises MissingError for what is not on this machine.
    """
    path = Path(model).expanduser()
    if path.is_dir():
        return path.resolve(), preset_of(path)
    if path.suffix == ".yaml" and path.is_file():
        return path.resolve().parent, read_preset(path)
    if "/" in model or "\\" in model:
        directory = _in_hub_cache(model)
        return directory, preset_of(directory)
    return _pulled(model)


def _pulled(name: str) -> tuple[Path, Preset]:
    preset = preset_named(name)
    if not preset.hub:
        raise MissingError(
            f"{name!r} describes a directory of your own", hint=f"name it: --model DIRECTORY ({preset.about})"
        )
    directory = models_folder() / home(preset)
    if not all((directory / folder).is_dir() for folder, _ in preset.hub):
        raise MissingError(
            f"the model {name!r} is not on this machine ({preset.size or 'size unknown'}; licence: {preset.licence})",
            hint=f"fetch it with: comicgen models pull {name}",
        )
    return directory, preset


def home(preset: Preset) -> str:
    """Return the folder's name of a preset's files: presets of the same hub ids share one."""
    for path in sorted((shelf("templates") / "models").glob("*.yaml")):
        if read_preset(path).hub == preset.hub:
            return path.stem
    return preset.name


def _in_hub_cache(model: str) -> Path:
    """Return the snapshot of a hub id; the cache is looked at, never the network."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(model, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError):
        raise MissingError(
            f"no model directory {model!r}, and no hub model of that name was downloaded before",
            hint="name a directory, or one of 'comicgen models'",
        ) from None
