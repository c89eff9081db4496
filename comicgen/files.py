"""Bytes into files that are whole or absent, and titles into names that stay in their folder."""

import contextlib
import errno
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from .errors import ComicError, DiskError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_RESERVED = {"con", "prn", "aux", "nul", *(f"com{i}" for i in range(1, 10)), *(f"lpt{i}" for i in range(1, 10))}


@contextlib.contextmanager
def atomic_file(path: Path) -> Iterator[BinaryIO]:
    """Open a temporary neighbour for writing; on leaving cleanly it takes the name ``path``.

    Data and folder entry are flushed to the disk first, so a kill or a full disk leaves the old
    file, or none. Raises DiskError when the disk is full, ComicError when it may not be written.
    """
    temporary = path.with_name(f".{path.name[:60]}.{os.getpid()}.tmp")
    try:
        with open(temporary, "xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
        _flush_folder(path.parent)
    except BaseException as fault:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(fault, OSError):
            raise disk_fault(fault, path) from None
        raise


def atomic_write(path: Path, data: bytes) -> None:
    """Write a whole file or nothing; see atomic_file."""
    with atomic_file(path) as file:
        file.write(data)


def disk_fault(fault: OSError, path: Path) -> ComicError:
    """Return the author's error for an operating system fault at ``path``."""
    reason = fault.strerror or str(fault)
    if fault.errno in _FULL:
        return DiskError(f"cannot write: {reason}", where=str(path), hint="free some space, or choose another -o")
    return DiskError(f"cannot write: {reason}", where=str(path), hint="choose a folder you may write to with -o")


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove temporaries that processes no longer alive have left in ``folder``."""
    for stale in folder.glob(".*.tmp"):
        pid = stale.suffixes[-2][1:] if len(stale.suffixes) > 1 else ""
        if pid.isdigit() and not _alive(int(pid)):
            with contextlib.suppress(OSError):
                stale.unlink()


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def slug(title: str, fallback: str = "story", limit: int = 120) -> str:
    """Return a title as one safe file name: letters and digits of any script, at most ``limit`` bytes.

    Path separators, control and direction characters, leading dots and the names that Windows
    reserves never come through.
    """
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" or c in "-_." else " " for c in title)
    name = "-".join(kept.split()).strip(".-_")
    while len(name.encode()) > limit:
        name = name[:-1]
    if not name or name.split(".")[0].lower() in _RESERVED:
        return f"{fallback}-{name}".rstrip("-")
    return name


def cache_folder() -> Path:
    """Return the folder of the cache: ``COMICGEN_CACHE``, or the platform's own place."""
    if named := os.environ.get("COMICGEN_CACHE"):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("comicgen", appauthor=False)
