"""Model files into identities: SHA-256 by content, kept by size and time so that gigabytes are read once."""

import json
from contextlib import suppress
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path

from ...errors import ComicError
from ...files import atomic_write

LIBRARIES = ("torch", "diffusers", "transformers", "tokenizers", "safetensors")
WANTED = (".safetensors", ".json", ".model", ".txt", ".spm", ".png")


def fingerprint(folder: Path, memory: Path | None = None) -> str:
    """Return one SHA-256 over every weight, tokenizer, configuration and reference file of a folder, or of a file."""
    return sha256(repr(sorted(hashes(folder, memory).items())).encode()).hexdigest()


def hashes(folder: Path, memory: Path | None = None) -> dict[str, str]:
    """Return the SHA-256 of each file that decides what a model draws, by its path in the folder.

    ``memory`` is a folder of earlier answers: one is used again while the names, sizes and times of
    the files are as they were.
    """
    files = [folder] if folder.is_file() else sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in WANTED)
    state = [[p.relative_to(folder).as_posix(), p.stat().st_size, p.stat().st_mtime_ns] for p in files]
    note = None if memory is None else memory / f"{sha256(str(folder.resolve()).encode()).hexdigest()}.json"
    if note and (known := _known(note, state)):
        return known
    made = {p.relative_to(folder).as_posix(): _digest(p) for p in files}
    if note:
        with suppress(OSError, ComicError):
            note.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(note, json.dumps({"files": state, "sha256": made}).encode())
    return made


@cache
def code() -> str:
    """Return the SHA-256 of this room's own code and the versions of the libraries under it."""
    digest = sha256(repr(versions()).encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def versions() -> dict[str, str]:
    """Return the versions of the libraries that decide a picture's last bits."""
    return {name: version(name) for name in LIBRARIES}


def _known(note: Path, state: list[list[object]]) -> dict[str, str]:
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
        return dict(found["sha256"]) if found["files"] == state else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return file_digest(file, "sha256").hexdigest()
