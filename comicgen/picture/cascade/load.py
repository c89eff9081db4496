"""A model directory into networks: explicit classes, local files, safetensors alone, never code or pickles."""

import json
import struct
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ...errors import ComicError, MissingError
from .schedule import Schedule, schedule_of

LARGEST_HEADER = 100_000_000
"""Bytes of a safetensors header; the format's own limit."""


def load_unet(folder: Path, dtype: Any, device: str) -> Any:
    """Return the network in ``folder/unet``."""
    from diffusers import UNet2DConditionModel

    return _for_pictures(load_part(UNet2DConditionModel, folder, "unet", dtype, device))


def load_vae(folder: Path, dtype: Any, device: str) -> Any:
    """Return the autoencoder in ``folder/vae``."""
    from diffusers import AutoencoderKL

    return _for_pictures(load_part(AutoencoderKL, folder, "vae", dtype, device))


def _for_pictures(network: Any) -> Any:
    """Lay a network's weights out as convolutions read them fastest: a tenth to a third of their time."""
    import torch

    return network.to(memory_format=torch.channels_last)


def load_tokenizer(folder: Path) -> Any:
    """Return the T5 tokenizer in ``folder/tokenizer``."""
    from transformers import T5Tokenizer

    return T5Tokenizer.from_pretrained(needed(folder / "tokenizer"), local_files_only=True)


def load_t5(folder: Path, tokenizer: Any, dtype: Any, device: str) -> Any:
    """Return the T5 encoder in ``folder/text_encoder``. Raises MissingError where the tokenizer does not fit it."""
    from transformers import T5EncoderModel

    return _fitting(tokenizer, load_part(T5EncoderModel, folder, "text_encoder", dtype, device), folder)[1]


def load_clip(folder: Path, dtype: Any, device: str) -> tuple[Any, Any]:
    """Return the tokenizer and the CLIP text model of a folder."""
    from transformers import CLIPTextModel, CLIPTokenizer

    tokenizer = CLIPTokenizer.from_pretrained(needed(folder / "tokenizer"), local_files_only=True)
    return _fitting(tokenizer, load_part(CLIPTextModel, folder, "text_encoder", dtype, device), folder)


def _fitting(tokenizer: Any, encoder: Any, folder: Path) -> tuple[Any, Any]:
    """Refuse a tokenizer whose directory was empty: the library then makes one up without a word."""
    if len(tokenizer) > encoder.config.vocab_size or len(tokenizer) < encoder.config.vocab_size * 0.9:
        raise MissingError(
            f"the tokenizer has {len(tokenizer)} tokens, the text encoder {encoder.config.vocab_size}",
            where=str(folder), hint="the tokenizer directory is incomplete: pull the model again",
        )  # fmt: skip
    return tokenizer, encoder


def load_schedule(folder: Path, part: str = "scheduler") -> Schedule:
    """Return the schedule in ``folder/scheduler``: numbers only, no class of the library."""
    path = needed(folder / part / "scheduler_config.json")
    try:
        return schedule_of(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as fault:
        raise ComicError(f"not a schedule: {fault}", where=str(path)) from None


def load_part(kind: Any, folder: Path, part: str, dtype: Any, device: str) -> Any:
    """Return ``folder/part`` as one of the library's classes, after a look at its weight files."""
    for path in weight_files(needed(folder / part)):
        check_safetensors(path)
    with quiet_library():
        model = kind.from_pretrained(
            folder, subfolder=part, local_files_only=True, use_safetensors=True, dtype=dtype, low_cpu_mem_usage=True
        )
    return model.eval().requires_grad_(False).to(device)


@contextmanager
def quiet_library() -> Any:
    """Keep the library's bars off the terminal, which belongs to ours."""
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    yield


def needed(path: Path) -> Path:
    """Return the path, or raise MissingError."""
    if not path.exists():
        raise MissingError(f"{path} is missing", hint="the model directory is incomplete: pull it again")
    return path


def weight_files(folder: Path) -> list[Path]:
    """Return a part's safetensors files. Raises MissingError where there are only others, such as pickles."""
    found = sorted(folder.glob("*.safetensors"))
    if not found:
        raise MissingError(f"no safetensors file in {folder}", hint="other weight files may run code and are not read")
    return found


def check_safetensors(path: Path) -> None:
    """Read a file's header and refuse it unless it is what its name says.

    A pickle under this name, a header longer than the file, tensors that overlap or lie outside, and
    names that climb are all refused before any library opens the file.
    """
    size = path.stat().st_size
    with open(path, "rb") as file:
        start = file.read(8)
        length = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
        if not 2 <= length <= min(LARGEST_HEADER, size - 8):
            raise ComicError("not a safetensors file: no header", where=str(path))
        try:
            header = json.loads(file.read(length))
        except ValueError:
            raise ComicError("not a safetensors file: its header is not JSON", where=str(path)) from None
    _check_spans(header, size - 8 - length, path)


def _check_spans(header: Any, room: int, path: Path) -> None:
    if not isinstance(header, dict):
        raise ComicError("not a safetensors file: its header is not a mapping", where=str(path))
    spans = []
    for name, found in header.items():
        if name == "__metadata__":
            continue
        if "/" in name or "\\" in name or ".." in name or not isinstance(found, dict):
            raise ComicError(f"tensor name {name!r} is refused", where=str(path))
        spans.append(tuple(found.get("data_offsets", (0, -1))))
    end = 0
    for first, last in sorted(spans):
        if first != end or last < first or last > room:
            raise ComicError("tensors overlap or lie outside the file", where=str(path))
        end = last
