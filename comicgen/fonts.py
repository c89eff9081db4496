"""Characters into glyphs: which face draws a character, how long a run is, where each glyph stands.

Shaping is uharfbuzz's, always with language and script set. The faces come from font packages;
no font file is part of this project.
"""

from dataclasses import dataclass

from .drawing import Glyph


@dataclass(frozen=True, slots=True)
class Face:
    """A font file under a short name. Measures are in em."""

    name: str
    path: str
    upem: int
    ascent: float
    descent: float
    """Positive, below the baseline."""
    cap_height: float


@dataclass(frozen=True, slots=True)
class Run:
    """A shaped run of one face, at the origin, for a size of 1 em. y grows downwards."""

    face: str
    glyphs: tuple[Glyph, ...]
    advance: float
    """Along the line: x for horizontal text, y for vertical."""


def face(name: str) -> Face:
    """Return the face of that name: Delius, LuckiestGuy, NotoSansJP-Bold ..., or a path to a font file."""
    raise NotImplementedError


def faces() -> tuple[str, ...]:
    """Return the names of all faces on this machine that comicgen knows."""
    raise NotImplementedError


def shape(text: str, style: str = "dialogue", language: str = "en", vertical: bool = False) -> tuple[Run, ...]:
    """Shape one line into runs, falling back face by face per character; cached.

    ``style`` is dialogue, shout, sfx or caption. Raises ComicError naming a character nobody has.
    """
    raise NotImplementedError


def missing(text: str, style: str = "dialogue") -> str:
    """Return the characters of ``text`` that no face has, each once, in order."""
    raise NotImplementedError


def outline(face_name: str, glyph: int) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return a glyph's outline in em, y downwards: (M|L|Q|C|Z, coordinates), as the pens speak."""
    raise NotImplementedError
