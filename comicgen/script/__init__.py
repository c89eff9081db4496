"""Story into Script: every panel complete in itself, with the reason of each choice."""

from dataclasses import dataclass, field

from ..errors import Mark
from ..story import Character, Crop, Effect, Line, Style


@dataclass(frozen=True, slots=True)
class Cast:
    """One character in one panel, nothing left open.

    ``at`` is 0..1 across the frame, None when the director may choose; ``depth`` front, middle, back.
    ``pose`` and ``expression`` are the author's own words (the staging knows the synonyms).
    """

    character: Character
    pose: str
    expression: str
    at: float | None
    depth: str
    facing: str
    look: str
    size: float
    holds: tuple[str, ...]
    where: Mark
    marks: tuple[tuple[str, Mark], ...] = field(default=(), compare=False)
    """Where the value of each key is written."""

    def mark(self, key: str) -> Mark:
        """Return where a key's value is written, else where the character is named."""
        return dict(self.marks).get(key, self.where)


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel that needs nothing from outside itself."""

    id: str
    where: Mark
    shot: str
    angle: str
    place: str
    """The place's id, or empty."""
    place_text: str
    """The place's full description, or the id where none is given."""
    time: str
    weather: str
    action: str
    cast: tuple[Cast, ...]
    lines: tuple[Line, ...]
    sfx: tuple[str, ...]
    effects: tuple[Effect, ...]
    weight: float
    crop: Crop | None
    prompt: str
    scene: str
    """Names the run of panels that share a place: sets stay equal and cameras keep to one side in it."""
    why: tuple[tuple[str, str], ...] = ()
    """(field, reason) for each choice that the author left to the program."""
    marks: tuple[tuple[str, Mark], ...] = field(default=(), compare=False)
    """Where the value of each key is written, also of one carried on from an earlier panel."""

    def mark(self, key: str) -> Mark:
        """Return where a key's value is written, else where the panel begins."""
        return dict(self.marks).get(key, self.where)


@dataclass(frozen=True, slots=True)
class ScriptPage:
    """One page's panels in reading order."""

    number: int
    panels: tuple[Panel, ...]
    template: str
    rows: tuple[tuple[float, ...], ...] = ()
    cut: str = ""
    where: Mark | None = None
    spread: bool = False
    """Two facing pages laid out as one."""


@dataclass(frozen=True, slots=True)
class Script:
    """A whole book, settled."""

    title: str
    source: str
    author: str
    language: str
    reading: str
    """rtl, ltr, or empty for the template's own."""
    template: str
    seed: int
    seeds: str
    model: str
    style: Style
    characters: tuple[Character, ...]
    pages: tuple[ScriptPage, ...]
    template_where: Mark | None = None
    """Where the book's template is named; None where it is not."""


# The rooms behind the door build the types above, so they are opened after them.
from .findings import findings  # noqa: E402
from .resolve import resolve  # noqa: E402

__all__ = ["Cast", "Panel", "Script", "ScriptPage", "findings", "resolve"]
