"""Characters into glyphs: which face draws a character, how long a run is, where each glyph stands.

Shaping is uharfbuzz's, always with language and script set, so that Chinese, Japanese and Korean
get their own regional forms and vertical columns their vertical punctuation. The faces come from
font packages; no font file is part of this project.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from .drawing import Glyph
from .errors import ComicError, MissingError

STYLES: dict[str, tuple[str, ...]] = {
    "dialogue": ("Delius", "NotoSansCJKjp-Bold", "LuckiestGuy"),
    "caption": ("Delius", "NotoSansCJKjp-Bold", "LuckiestGuy"),
    "shout": ("LuckiestGuy", "NotoSansCJKjp-Bold", "Delius"),
    "sfx": ("LuckiestGuy", "NotoSansCJKjp-Bold", "Delius"),
}
"""The faces of each style, in the order in which a character looks for its glyph."""
LANGUAGES = {"zh": "zh-hans", "zh-cn": "zh-hans", "zh-tw": "zh-hant", "zh-hk": "zh-hant"}
Outline = tuple[tuple[str, tuple[float, ...]], ...]


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


def _package(family: str) -> Callable[[], str]:
    def path() -> str:
        import fontpkg

        return str(fontpkg.path(family))

    return path


def _noto() -> str:
    import noto_cjk_sans_jp_bold

    return str(noto_cjk_sans_jp_bold.FONT_PATH)


_PATHS: dict[str, Callable[[], str]] = {
    "Delius": _package("Delius"),
    "LuckiestGuy": _package("Luckiest Guy"),
    "NotoSansCJKjp-Bold": _noto,
}


def faces() -> tuple[str, ...]:
    """Return the names of all faces that comicgen knows."""
    return tuple(_PATHS)


@cache
def face(name: str) -> Face:
    """Return the face of that name, or of a path to a font file. Raises MissingError where it is not."""
    path = _PATHS[name]() if name in _PATHS else name
    if not Path(path).is_file():
        raise MissingError(f"no font {name!r}", hint=f"one of {', '.join(faces())}, or a path to a font file")
    font = _font_at(path)
    extents = font.get_font_extents("ltr")
    upem = font.face.upem
    capital = font.get_glyph_extents(font.get_nominal_glyph(ord("H")) or 0)
    return Face(
        name,
        path,
        upem,
        extents.ascender / upem,
        -extents.descender / upem,
        capital.y_bearing / upem if capital else 0.7,
    )


@cache
def _font_at(path: str) -> Any:
    import uharfbuzz as hb

    return hb.Font(hb.Face(hb.Blob.from_file_path(path)))


def font_bytes(name: str) -> bytes:
    """Return the whole font file of a face."""
    return Path(face(name).path).read_bytes()


@cache
def _covered(name: str) -> frozenset[int]:
    return frozenset(_font_at(face(name).path).face.unicodes)


@lru_cache(maxsize=65536)
def face_of(character: str, style: str) -> str:
    """Return the name of the first face of a style that has the character, or an empty string."""
    if character.isspace() or unicodedata.category(character) in ("Cf", "Mn"):
        return STYLES[style][0]
    wide = unicodedata.east_asian_width(character) in "WF"
    order = sorted(STYLES[style], key=lambda n: not n.startswith("Noto")) if wide else STYLES[style]
    return next((name for name in order if ord(character) in _covered(name)), "")


def missing(text: str, style: str = "dialogue") -> str:
    """Return the characters of ``text`` that no face has, each once, in order."""
    return "".join(dict.fromkeys(c for c in text if c not in "\n\t" and not face_of(c, style)))


@lru_cache(maxsize=16384)
def shape(text: str, style: str = "dialogue", language: str = "en", vertical: bool = False) -> tuple[Run, ...]:
    """Shape one line into runs, falling back face by face per character.

    ``style`` is a key of STYLES. Raises ComicError naming a character that nobody has.
    """
    if lost := missing(text, style):
        raise ComicError(f"no font has {lost!r}, in {text!r}", hint="change the character, or give a font that has it")
    runs, names = [], [_settled(text, i, style) for i in range(len(text))]
    for name, group in groupby(range(len(text)), key=lambda i: names[i]):
        part = "".join(text[i] for i in group)
        runs.append(_shape_run(part, name, LANGUAGES.get(language.lower(), language), vertical))
    return tuple(runs)


def _settled(text: str, i: int, style: str) -> str:
    """A space belongs to the face of the character before it, so that a run is not cut at each word."""
    while i > 0 and text[i].isspace():
        i -= 1
    return face_of(text[i], style)


def _shape_run(text: str, name: str, language: str, vertical: bool) -> Run:
    import uharfbuzz as hb

    font, upem = _font_at(face(name).path), face(name).upem
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ttb" if vertical else "ltr"
    buffer.language = language
    buffer.script = _script(text, language)
    hb.shape(font, buffer, {"vert": True} if vertical else {"kern": True})
    ends = [*sorted({g.cluster for g in buffer.glyph_infos}), len(text)]
    following = dict(pairwise(ends))
    glyphs, x, y, seen = [], 0.0, 0.0, set()
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        stands_for = "" if info.cluster in seen else text[info.cluster : following[info.cluster]]
        seen.add(info.cluster)
        glyphs.append(Glyph(info.codepoint, (x + at.x_offset) / upem, -(y + at.y_offset) / upem, stands_for))
        x, y = x + at.x_advance, y + at.y_advance
    return Run(name, tuple(glyphs), -y / upem if vertical else x / upem)


def _script(text: str, language: str) -> str:
    wide = any(unicodedata.east_asian_width(c) in "WF" for c in text)
    if any("\u3040" <= c <= "\u30ff" for c in text):
        return "Kana"
    if any("\uac00" <= c <= "\ud7a3" for c in text):
        return "Hang"
    return "Hani" if wide or language.startswith(("zh", "ja")) else "Latn"


@lru_cache(maxsize=8192)
def outline(face_name: str, glyph: int) -> Outline:
    """Return a glyph's outline in em, y downwards: (M|L|Q|C|Z, coordinates), as the pens speak."""
    font, upem = _font_at(face(face_name).path), face(face_name).upem
    found: list[tuple[str, tuple[float, ...]]] = []

    def add(letter: str) -> Callable[..., None]:
        def take(*numbers: Any) -> None:
            points = [n for n in numbers if isinstance(n, int | float)]
            found.append((letter, tuple(v / upem if i % 2 == 0 else -v / upem for i, v in enumerate(points))))

        return take

    font.draw_glyph_with_pen(glyph, _Pen(add))
    return tuple(found)


class _Pen:
    """The fontTools pen protocol, recording letters and coordinates."""

    def __init__(self, add: Callable[[str], Callable[..., None]]) -> None:
        self._add = add

    def moveTo(self, p: tuple[float, float]) -> None:  # noqa: N802 - the protocol's name
        self._add("M")(*p)

    def lineTo(self, p: tuple[float, float]) -> None:  # noqa: N802
        self._add("L")(*p)

    def qCurveTo(self, a: tuple[float, float], b: tuple[float, float]) -> None:  # noqa: N802
        self._add("Q")(*a, *b)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C")(*(v for p in points for v in p))

    def closePath(self) -> None:  # noqa: N802
        self._add("Z")()
