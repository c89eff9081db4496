"""What a render did, as the ``render.json`` beside its pages: enough to make the same pixels again."""

import json
import platform
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from . import __version__
from .pages import Taken
from .picture import Backend
from .script import Script

LIBRARIES = ("numpy", "pikepdf", "pypdfium2", "shapely", "uharfbuzz")


@dataclass(slots=True)
class Record:
    """Versions, model identity, and per panel seed, prompt, size and whether the cache gave the picture."""

    script: Script
    backend: Backend
    pages: list[dict[str, Any]] = field(default_factory=list)

    def add(self, number: int, taken: list[Taken]) -> None:
        """Note a finished page."""
        self.pages.append({"number": number, "panels": [_panel(t) | self._told(t) for t in taken]})

    def _facts(self) -> dict[str, Any]:
        """Return what else decides a model's last bits; the sketch artist has nothing more to say."""
        facts = getattr(self.backend, "facts", None)
        return facts() if facts else {}

    def _told(self, taken: Taken) -> dict[str, str]:
        """Return the prompt as a translating model read it, beside the author's own; most models read that."""
        translated = getattr(self.backend, "told", None)
        told = translated(taken.shot) if translated else taken.shot.prompt
        return {} if told == taken.shot.prompt else {"told": told}

    @property
    def faults(self) -> list[tuple[str, str]]:
        """(panel id, reason) of every picture that is only a placeholder."""
        return [(p["id"], p["fault"]) for page in self.pages for p in page["panels"] if p["fault"]]

    def to_json(self, files: list[str]) -> str:
        """Return the record as JSON. No clock and no machine's name in it: the same render, the same bytes."""
        facts = self._facts()
        libraries = {name: version(name) for name in LIBRARIES} | facts.pop("libraries", {})
        return json.dumps(
            {
                "version": 1,
                "comicgen": __version__,
                "title": self.script.title,
                "seed": self.script.seed,
                "model": {"name": self.backend.name, "identity": self.backend.identity(), **facts},
                "libraries": {"python": platform.python_version(), **libraries},
                "files": files,
                "pages": self.pages,
            },
            ensure_ascii=False,
            indent=1,
        )


def _panel(taken: Taken) -> dict[str, Any]:
    shot = taken.shot
    return {
        "id": taken.panel,
        "seed": shot.seed,
        "prompt": shot.prompt,
        "negative": shot.negative,
        "width": shot.width,
        "height": shot.height,
        "key": taken.key,
        "cached": taken.cached,
        "fault": taken.fault,
    }


def files_of(path: Path) -> list[str]:
    """Return the file names that an earlier record lists; none where it is not there or not ours."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    names = found.get("files", []) if isinstance(found, dict) else []
    return [name for name in names if isinstance(name, str)]
