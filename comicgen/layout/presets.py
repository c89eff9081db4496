"""A page template's name, or the path of one beside the story, into a Template."""

from functools import lru_cache
from pathlib import Path

from ..doors import shelf, unknown
from ..errors import Mark, StoryError
from . import Template
from .reader import read_template

LARGEST = 64_000
"""Bytes; a page template is a page of text."""


def templates() -> list[Template]:
    """Return every shipped page template, sorted by name."""
    return [template(path.stem) for path in sorted(shelf("templates").glob("*.yaml"))]


@lru_cache(maxsize=64)
def _shipped(path: Path) -> Template:
    return read_template(path.stem, path.read_bytes(), str(path))


_read = lru_cache(maxsize=64)(read_template)


def template(name: str, source: str = "", where: Mark | None = None) -> Template:
    """Return the template called ``name``, or the one in the file that ``name`` is a path of.

    A path ends in .yaml or .yml, is relative to the folder of the story ``source`` and stays in it.
    Raises StoryError with the list of names, or for a path or a file that cannot be used.
    """
    if Path(name).suffix.lower() in (".yaml", ".yml"):
        path = _inside(name, source, where)
        return _read(path.stem, _bytes(path, name, where), str(path))
    known = sorted(path.stem for path in shelf("templates").glob("*.yaml"))
    if name not in known:
        told = unknown("page template", name, known)
        hint = told.hint if "one of" in told.hint else f"{told.hint} There are {', '.join(known)}"
        raise StoryError(told.message, where=where or "", hint=hint)
    return _shipped(shelf("templates") / f"{name}.yaml")


def _inside(name: str, source: str, where: Mark | None) -> Path:
    """Return the file's real path. Links are followed before the folder is compared, so none leads out."""
    folder = Path(source).resolve().parent if source not in ("", "-") else Path.cwd()
    odd = "\0" in name or "\\" in name or ":" in name or name.startswith("~")
    if odd or Path(name).is_absolute() or ".." in Path(name).parts:
        raise _path_error(f"the template file {name!r} is not inside the story's folder", where)
    try:
        path = (folder / name).resolve(strict=True)
    except (OSError, RuntimeError):
        raise _path_error(f"no template file {name!r} beside the story", where) from None
    if not path.is_relative_to(folder) or not path.is_file():
        raise _path_error(f"the template file {name!r} is not inside the story's folder", where)
    return path


def _bytes(path: Path, name: str, where: Mark | None) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as fault:
        raise _path_error(f"cannot read the template file {name!r}: {fault.strerror}", where) from None
    if len(data) > LARGEST:
        raise _path_error(f"the template file {name!r} is larger than {LARGEST} bytes", where)
    return data


def _path_error(message: str, where: Mark | None) -> StoryError:
    return StoryError(message, where=where or "", hint="write its path relative to the story, such as pages/mine.yaml")
