"""Text into a Story: what the author wrote, every fault with its file, line, column and a hint."""

from dataclasses import dataclass, field

from ..errors import Mark
from .effects import Effect, effect_name

SHOTS: tuple[str, ...] = (
    "extreme close-up",
    "close-up",
    "medium close-up",
    "medium shot",
    "cowboy shot",
    "full shot",
    "long shot",
    "extreme long shot",
)
ANGLES: tuple[str, ...] = ("eye", "low", "high", "bird's-eye", "worm's-eye", "dutch", "over-the-shoulder", "pov")
KINDS: tuple[str, ...] = ("speech", "thought", "whisper", "shout", "radio", "off", "caption")
BREAKOUT = "breakout"
"""Beside a kind: the balloon crosses the frame's border on purpose."""
CAPTIONS: tuple[str, ...] = ("narration", "place", "diary", "note", "voice", "open", "inverted")
TONES: tuple[str, ...] = ("mono", "grey", "colour")
TIMES: tuple[str, ...] = ("dawn", "day", "dusk", "night")


@dataclass(frozen=True, slots=True)
class Style:
    """How the whole book looks; ``look`` ends every prompt."""

    look: str = ""
    negative: str = ""
    tone: str = "mono"
    sketch: str = ""
    """The sketch artist's manner; empty follows the tone: mono -> ink, grey -> grey, colour -> colour."""
    composition: float = 0.0
    """How strongly the staging's composition picture starts a model's base stage, 0..1."""
    lettering: str = ""
    """vertical or horizontal, for Chinese and Japanese; empty follows the language."""
    caption: str = ""
    """The style of captions that name none: one of CAPTIONS, empty for narration."""


@dataclass(frozen=True, slots=True)
class Character:
    """A character and the descriptor shared by every panel."""

    id: str
    name: str
    look: str
    where: Mark
    references: tuple[str, ...] = ()
    """Where pictures of it lie, for models that look at pictures."""
    look_where: Mark | None = field(default=None, compare=False)
    """Where its look is written."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a character does in one panel, as written; empty means not said.

    ``at`` is 0..1 across the frame or None; ``depth`` is front, middle, back or empty.
    """

    character: str
    pose: str = ""
    expression: str = ""
    at: float | None = None
    depth: str = ""
    facing: str = ""
    look: str = ""
    """Where the eyes go: a character's id, left, right, camera, away."""
    size: float = 1.0
    holds: tuple[str, ...] = ()
    where: Mark | None = None
    marks: tuple[tuple[str, Mark], ...] = field(default=(), compare=False)
    """Where the value of each key is written."""


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of dialogue or caption. ``kinds`` holds names of KINDS, and BREAKOUT; at least one.

    ``speaker`` is a character's id, or empty for captions and narration.
    """

    text: str
    speaker: str = ""
    kinds: tuple[str, ...] = ("speech",)
    where: Mark | None = None
    style: str = ""
    """Of a caption: one of CAPTIONS, or empty for the story's own."""

    @property
    def kind(self) -> str:
        """The balloon's shape: the first kind that is more than ``off`` or ``breakout``, else ``off`` or speech."""
        return next((k for k in self.kinds if k not in ("off", BREAKOUT)), "off" if "off" in self.kinds else "speech")


@dataclass(frozen=True, slots=True)
class Crop:
    """A second frame cut from an earlier panel's picture: box x, y, w, h in fractions."""

    of: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A panel as written."""

    where: Mark
    id: str = ""
    shot: str = ""
    angle: str = ""
    place: str | None = None
    """None carries on from the panel before; an empty text ends it. So for time and weather."""
    time: str | None = None
    weather: str | None = None
    action: str = ""
    cast: tuple[Part, ...] | None = None
    """None where the author left it to the action and the dialogue."""
    lines: tuple[Line, ...] = ()
    sfx: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    weight: float = 1.0
    crop: Crop | None = None
    prompt: str = ""
    """Words added to the model's prompt as they stand."""
    marks: tuple[tuple[str, Mark], ...] = field(default=(), compare=False)
    """Where the value of each key is written."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page as written: panels and, if the author asked, a template's name or rows of widths."""

    panels: tuple[PanelSpec, ...]
    where: Mark
    template: str = ""
    rows: tuple[tuple[float, ...], ...] = ()
    cut: str = ""
    """A page as one line, ``2 | 1/1 | 1``; empty when not used."""
    spread: bool = False
    """Two facing pages laid out as one."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Prose: a place, a time, and text of action and role lines. ``where`` marks the text's first line."""

    text: str
    where: Mark
    place: str | None = None
    time: str | None = None
    weather: str | None = None
    marks: tuple[Mark, ...] = ()
    """Where each line of the text is in the file."""
    words: tuple[tuple[str, Mark], ...] = field(default=(), compare=False)
    """Where the value of each key is written."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the author wrote. Exactly one of ``pages`` and ``scenes`` is non-empty."""

    title: str
    source: str
    pages: tuple[PageSpec, ...] = ()
    scenes: tuple[Scene, ...] = ()
    author: str = ""
    language: str = "en"
    reading: str = ""
    """rtl, ltr, or empty for the template's own."""
    template: str = "manga-b5"
    seed: int = 0
    seeds: str = "panel"
    model: str = "sketch"
    style: Style = field(default_factory=Style)
    characters: tuple[Character, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    """(id, description) pairs."""
    max_panels: int = 500
    template_where: Mark | None = None
    """Where the book's template is named; None where it is not."""


# The reader builds the types above, so it is opened after them.
from .format import read_story, schema  # noqa: E402

__all__ = [
    "ANGLES",
    "BREAKOUT",
    "CAPTIONS",
    "KINDS",
    "SHOTS",
    "TIMES",
    "TONES",
    "Character",
    "Crop",
    "Effect",
    "Line",
    "PageSpec",
    "PanelSpec",
    "Part",
    "Scene",
    "Story",
    "Style",
    "effect_name",
    "read_story",
    "schema",
]
