"""Shot into Picture: pixels and anchors. Knows nothing of pages or balloons.

A backend is a module of this package (or an entry point of the group ``comicgen.picture``) with
one function, ``open_backend(model, options) -> Backend``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from ..doors import find, names
from ..drawing import Item
from ..files import slug
from ..staging import Anchor, Staging


@dataclass(frozen=True, slots=True)
class Shot:
    """All that decides a picture: same shot, same backend, same pixels."""

    panel: str
    """The panel's id, for messages; not part of the key."""
    prompt: str
    negative: str
    width: int
    height: int
    seed: int
    staging: Staging
    tone: str = "mono"
    """mono, grey or colour."""
    manner: str = ""
    """The sketch artist's manner, empty to follow the tone."""
    phrases: tuple[tuple[str, str], ...] = ()
    """(character id, the words of the prompt that are about that character), for masked attention."""
    scene: str = ""
    """Panels of one scene share noise and attention where a model is told to."""
    screen: float = 3.7
    """Screentone pitch in pixels: one for all pictures of a page, so that its tones match."""
    composition: float = 0.0
    """How strongly the staging's composition picture starts a model's base stage, 0..1."""
    lead: tuple[str, int] | None = None
    """Prompt and seed of the scene's first panel, which a model may look at while it draws this one."""
    placed: tuple[str, ...] = ()
    """Characters whom the author placed with ``at``: a model's picture does not move their anchors."""

    references: tuple[tuple[str, str, str], ...] = ()
    """(character, SHA-256, path) of pictures that a model may look at, in the prompt's order; the path is no key."""

    def key(self) -> str:
        """Return the shot's identity, 64 hex digits; the panel's id and place in the book do not count."""
        words = (
            self.prompt,
            self.negative,
            self.width,
            self.height,
            self.seed,
            self.staging,
            self.tone,
            self.manner,
            self.phrases,
            self.scene,
            self.screen,
            self.composition,
            *((self.lead, self.placed) if self.lead or self.placed else ()),
            *((who, sha) for who, sha, _ in self.references),
        )
        return sha256(repr(words).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Picture:
    """A shot taken."""

    pixels: Any
    """uint8 array, (h, w) grey or (h, w, 3) RGB, exactly the shot's size."""
    anchors: tuple[Anchor, ...] = ()
    drawing: tuple[Item, ...] = ()
    """The same picture as vectors where the backend draws them, in pixels of ``pixels``."""
    fault: str = ""
    """Why this is only a marked placeholder; empty for a picture that was made. Never cached."""


Report = Callable[[str, int, int], None]
"""Called with (stage name, steps done, steps in all)."""


def quiet(stage: str, done: int, total: int) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line may ask of any backend."""

    until: str = "final"
    """sketch, base, sr256 or final."""
    take: int = 0
    extra: tuple[tuple[str, str], ...] = field(default_factory=tuple)
    """(name, value) of what only some backends know: translate, previews, cores."""

    def word(self, name: str) -> str:
        """Return one of the extra values, or nothing."""
        return dict(self.extra).get(name, "")


def preview_path(folder: str, stage: str) -> Path:
    """Return where a stage's preview sheet lies; its panels lie in a folder of the stage's name beside it."""
    return Path(folder) / f"{slug(stage)}.png"


class Backend(Protocol):
    """Takes shots. ``identity`` names model files and code version: part of every picture's cache key."""

    name: str
    batched: bool
    """True where all shots of the book should come in one call (models loaded stage by stage)."""

    def identity(self) -> str:
        """Return a digest of everything beside the shot that decides the pixels."""
        ...

    def take(self, shots: Sequence[Shot], report: Report) -> Iterator[Picture]:
        """Yield one picture for each shot, in order."""
        ...


def open_backend(model: str, options: Options) -> Backend:
    """Return the backend behind a model's name: a module of this package, else a cascade's preset or directory.

    Raises MissingError for a model that is not on this machine, UsageError for an unknown name.
    """
    if model in names("picture"):
        backend: Backend = find("picture", model).open_backend(model, options)
    else:
        backend = find("picture", "cascade").open_backend(model, options)
    return backend
