"""A preset's hub ids into a model directory: the only module that touches a network, and only when called.

The licence and the size are said first; what is not free for every use, or gated, waits for a yes.
"""

from collections.abc import Iterator
from pathlib import Path

from ...errors import ComicError, DiskError, MissingError, UsageError
from .found import home, models_folder
from .load import check_safetensors
from .preset import Preset, preset_named

FILES = ["*.safetensors", "*.json", "*.txt", "*.model", "*.spm"]
"""Never pickles, never code."""
DOUBLES = ["*.fp16.*", "*.non_ema.*", "*.onnx*", "flax_*", "*openvino*"]
"""Copies of the same weights in another form."""


def pull(name: str, yes: bool = False) -> Iterator[str]:
    """Yield what is being done, licence and size first, while a preset's files are downloaded.

    A pull that was broken off goes on where it stopped. Raises UsageError where the licence needs a
    yes, MissingError without a network, access or such a model, DiskError where there is no room.
    """
    preset = preset_named(name)
    if not preset.hub:
        raise UsageError(f"{name!r} describes a directory of your own: there is nothing to pull")
    yield f"{name}: {preset.about}"
    yield f"licence: {preset.licence}"
    yield f"size: {preset.size or 'unknown'}"
    if preset.restricted and not yes:
        pages = ", ".join(_page(hub) for _, hub in preset.hub)
        raise UsageError(
            f"the licence of {name!r} restricts what may be done with its pictures: {preset.licence}",
            hint=f"read it at {pages} and then: comicgen models pull {name} --yes",
        )
    directory = models_folder() / home(preset)
    for folder, hub in preset.hub:
        yield f"{hub} -> {directory / folder}"
        _download(hub, directory / folder)
    for path in _checked(directory, preset):
        yield f"checked {path}"
    yield f"use it with: --model {name}"


def _page(hub: str) -> str:
    return f"https://huggingface.co/{hub}"


def _download(hub: str, folder: Path) -> None:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import (
        GatedRepoError,
        HfHubHTTPError,
        LocalEntryNotFoundError,
        OfflineModeIsEnabled,
        RepositoryNotFoundError,
    )

    try:
        snapshot_download(hub, local_dir=folder, allow_patterns=FILES, ignore_patterns=DOUBLES)
    except GatedRepoError:
        raise MissingError(
            f"{hub} is gated", hint=f"accept its licence at {_page(hub)} and log in: hf auth login"
        ) from None
    except RepositoryNotFoundError:
        raise MissingError(f"the hub has no model {hub}", hint="it may be private or gone: see its page") from None
    except (LocalEntryNotFoundError, OfflineModeIsEnabled, HfHubHTTPError, ConnectionError) as fault:
        reason = str(fault).partition("\n")[0][:200]
        raise MissingError(f"cannot reach the hub for {hub}: {reason}",
                           hint="go online and pull again: it goes on where it stopped") from None  # fmt: skip
    except OSError as fault:
        raise DiskError(f"cannot write {folder}: {fault.strerror or fault}",
                        hint="free some space, or name another folder with COMICGEN_MODELS") from None  # fmt: skip


def _checked(directory: Path, preset: Preset) -> Iterator[Path]:
    for folder, hub in preset.hub:
        files = sorted((directory / folder).rglob("*.safetensors"))
        if not files:
            raise ComicError(f"{hub} came without safetensors files", where=str(directory / folder))
        for path in files:
            check_safetensors(path)
            yield path
