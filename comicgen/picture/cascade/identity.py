"""Model files into identities: SHA-256 by content, kept by size and time so that gigabytes are read once."""

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ...errors import ComicError
from ...files import atomic_write

WANTED = (".safetensors", ".json", ".model", ".txt", ".spm", ".png")
BLOCK = 1 << 22


def fingerprint(folder: Path, memory: Path | None = None) -> str:
    """Return the SHA-256 over every weight, tokenizer, configuration and reference file of a folder, or of one file.

    ``memory`` is a folder of earlier answers: one is used again while the names, sizes and times of
    the files are as they were.
    """
    files = [folder] if folder.is_file() else sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in WANTED)
    state = [[str(p.relative_to(folder)), p.stat().st_size, p.stat().st_mtime_ns] for p in files]
    note = None if memory is None else memory / f"{sha256(str(folder.resolve()).encode()).hexdigest()}.json"
    if note and (known := _known(note, state)):
        return known
    made = _digest(folder, files)
    if note:
        with suppress(OSError, ComicError):
            note.parent.mkdir(parents=True, exist_ok=True)
            atomic_write(note, json.dumps({"files": state, "sha256": made}).encode())
    return made


def code() -> str:
    """Return the SHA-256 of this room's own code."""
    digest = sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _known(note: Path, state: list[list[object]]) -> str:
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
        return str(found["sha256"]) if found["files"] == state else ""
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _digest(folder: Path, files: list[Path]) -> str:
    digest = sha256()
    for path in files:
        digest.update(f"{path.relative_to(folder)} {path.stat().st_size}\n".encode())
        with open(path, "rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
    return digest.hexdigest()
