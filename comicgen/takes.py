"""Several takes of each panel into proof sheets, and the author's choice into ``<story>.takes.yaml`` and back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from .cache import PictureCache, picture_key
from .doors import unknown
from .errors import ComicError, UsageError
from .files import atomic_write
from .pages import Desk, views_of
from .paint.contact import Shown, contact_sheet
from .picture import Picture, Report, Shot
from .script import Panel, Script
from .shots import seed

MOST = 10_000
"""Takes of one panel."""
LARGEST = 1_000_000
"""Bytes of a file of picked takes."""
ROWS = 8
"""Panels on one proof sheet."""


@dataclass(frozen=True, slots=True)
class Take:
    """One take of a panel. ``score`` is how well picture and prompt agree, where something measured it."""

    panel: str
    number: int
    shot: Shot
    picture: Picture
    score: float | None = None


def takes_path(story: str) -> Path:
    """Return the file of picked takes that belongs to a story file."""
    return Path(story).with_suffix(".takes.yaml")


def read_takes(path: Path, script: Script) -> tuple[tuple[str, int], ...]:
    """Return (panel, picked take) pairs; none where the file is not there.

    Raises ComicError with the file's name for anything that is not a panel of the story and a number.
    """
    import yaml

    if not path.is_file():
        return ()
    if path.stat().st_size > LARGEST:
        raise ComicError("the file of picked takes is too large", where=str(path))
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or {}
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as fault:
        raise ComicError(f"not a file of picked takes: {str(fault).partition(chr(10))[0]}", where=str(path)) from None
    if not isinstance(found, dict):
        raise ComicError("not a file of picked takes: it must map panels to takes", where=str(path))
    return tuple((_panel(name, script, path), _number(name, value, path)) for name, value in found.items())


def _panel(name: object, script: Script, path: Path) -> str:
    known = [p.id for page in script.pages for p in page.panels]
    if name in known:
        return str(name)
    raise ComicError(f"the story has no panel {name!r} any more", where=str(path), hint="take its line out of the file")


def _number(name: object, value: object, path: Path) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and int(value) < MOST:
        return int(value)
    raise ComicError(f"panel {name}: {value!r} is not a take", where=str(path), hint=f"a number from 0 to {MOST - 1}")


def pick(path: Path, script: Script, panel: str, take: int) -> None:
    """Note one panel's picked take beside those picked before. Raises UsageError for what there is not."""
    known = [p.id for page in script.pages for p in page.panels]
    if panel not in known:
        raise unknown("panel", panel, known)
    if not 0 <= take < MOST:
        raise UsageError(f"there is no take {take}", hint=f"a number from 0 to {MOST - 1}")
    picked = dict(read_takes(path, script)) | {panel: take}
    lines = [f"{_quoted(p)}: {picked[p]}\n" for p in known if p in picked]
    atomic_write(path, "".join(["# Picked takes: comicgen pick STORY PANEL TAKE\n", *lines]).encode())


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def take_many(script: Script, desk: Desk, panels: Sequence[str], count: int, report: Report) -> list[Take]:
    """Take each panel ``count`` times, all takes in one pass over the model's stages.

    ``panels`` empty means all; a panel that is cut from another's picture has no takes of its own.
    """
    wanted = {p.id: p for page in script.pages for p in page.panels if not p.crop and (not panels or p.id in panels)}
    shots = [
        (panel, number, replace(view.shot, seed=seed(script, wanted[panel], number)))
        for page in script.pages
        if any(p.id in wanted for p in page.panels)
        for panel, view in views_of(page, desk)
        if panel in wanted
        for number in range(count)
    ]
    pictures = _taken([shot for _, _, shot in shots], desk, report)
    return [Take(panel, number, shot, pictures[shot.key()]) for panel, number, shot in shots]


def _taken(shots: Sequence[Shot], desk: Desk, report: Report) -> dict[str, Picture]:
    cache, backend = PictureCache(desk.cache), desk.backend()
    by_key = {shot.key(): shot for shot in shots}
    found = {key: None if desk.force else cache.get(picture_key(shot, backend)) for key, shot in by_key.items()}
    missing = [key for key, picture in found.items() if picture is None]
    for key, picture in zip(missing, backend.take([by_key[k] for k in missing], report), strict=True):
        found[key] = picture
        if not picture.fault:
            cache.put(picture_key(by_key[key], backend), picture)
    return {key: picture for key, picture in found.items() if picture is not None}


def proof_sheets(takes: Sequence[Take], panels: Mapping[str, Panel]) -> Iterator[np.ndarray]:
    """Yield sheets (h, w, 3) of a row a panel, the take's number and score under each picture, the best framed."""
    rows: dict[str, list[Take]] = {}
    for take in takes:
        rows.setdefault(take.panel, []).append(take)
    names = list(rows)
    for first in range(0, len(names), ROWS):
        yield contact_sheet([_row(panels[name], rows[name]) for name in names[first : first + ROWS]])


def _row(panel: Panel, takes: Sequence[Take]) -> tuple[str, list[Shown]]:
    best = max((t.score for t in takes if t.score is not None), default=None)
    shown = [Shown(t.picture.pixels, _label(t), picked=best is not None and t.score == best) for t in takes]
    return f"{panel.id}: {panel.shot}", shown


def _label(take: Take) -> str:
    return f"take {take.number}" if take.score is None else f"take {take.number}   {take.score:.3f}"


def scored(takes: Sequence[Take], score: Callable[[np.ndarray, str], float]) -> list[Take]:
    """Return the takes with how well each picture and its prompt agree."""
    return [replace(t, score=score(t.picture.pixels, t.shot.prompt)) for t in takes]
