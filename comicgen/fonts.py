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
_CJK = ("zh", "ja", "ko")
_SHARED = frozenset("—―–…‥·“”‘’×※→←↑↓")
"""Marks that both Latin and CJK faces have, drawn to the letters that they stand among."""
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


def _package(family: str, weight: int = 400) -> Callable[[], str]:
    def path() -> str:
        import fontpkg

        try:
            return str(fontpkg.path(family, weight=weight))
        except fontpkg.FontpkgError:
            return ""

    return path


def _noto() -> str:
    import noto_cjk_sans_jp_bold

    return str(noto_cjk_sans_jp_bold.FONT_PATH)


_PATHS: dict[str, Callable[[], str]] = {
    "Delius": _package("Delius"),
    "LuckiestGuy": _package("Luckiest Guy"),
    "Kalam": _package("Kalam"),
    "Kalam-Bold": _package("Kalam", 700),
    "NotoSansCJKjp-Bold": _noto,
}


def faces() -> tuple[str, ...]:
    """Return the names of all faces that are installed; Kalam is one that may be added."""
    return tuple(name for name, path in _PATHS.items() if path())


@cache
def face(name: str) -> Face:
    """Return the face of that name, or of a path to a font file. Raises MissingError where it is not."""
    path = _PATHS[name]() if name in _PATHS else str(Path(name).expanduser())
    if not Path(path).is_file():
        raise MissingError(f"no font {name!r}", hint=f"one of {', '.join(faces())}, or a path to a font file")
    font = _font_at(path)
    if not font.face.glyph_count:
        raise MissingError(f"{path} is not a font file", hint="give a TrueType or OpenType font")
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


def order(style: str, wide: bool = False) -> tuple[str, ...]:
    """Return the faces in which a character of a style is looked for.

    A style is a key of STYLES, alone or as ``style:path`` with a font file of the author's own, which then
    comes first. A wide character skips the Latin faces, whose few CJK marks sit badly among the others.
    """
    name, _, own = style.partition(":")
    if name not in STYLES:
        raise ComicError(f"no lettering style {name!r}", hint=f"one of {', '.join(STYLES)}")
    named = sorted(STYLES[name], key=lambda n: not n.startswith("Noto")) if wide else STYLES[name]
    return (own, *named) if own else tuple(named)


@lru_cache(maxsize=65536)
def face_of(character: str, style: str, wide: bool = False) -> str:
    """Return the first face of a style that has a character with its marks, or an empty string.

    ``wide`` sets marks that Latin and CJK share (dashes, dots, quotes) as CJK does.
    """
    base = character[0]
    names = order(style, wide or unicodedata.east_asian_width(base) in "WF")
    if base.isspace() or base in "\n\t":
        return names[0]
    composed = unicodedata.normalize("NFC", character)
    for name in names:
        has = _covered(name)
        if any(all(ord(c) in has or _unseen(c) for c in form) for form in (character, composed)):
            return name
    return ""


def _unseen(character: str) -> bool:
    """Tell whether a character only steers its neighbours: joiners, direction marks, variation selectors."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


def _clusters(text: str) -> list[str]:
    """Cut a text into characters with the marks that belong to them."""
    found: list[str] = []
    for c in text:
        if found and (unicodedata.category(c) in ("Mn", "Me") or _unseen(c)):
            found[-1] += c
        else:
            found.append(c)
    return found


def missing(text: str, style: str = "dialogue") -> str:
    """Return the characters of ``text`` that no face has, each once, in order."""
    return "".join(dict.fromkeys(c for c in _clusters(text) if not face_of(c, style)))


@lru_cache(maxsize=16384)
def shape(text: str, style: str = "dialogue", language: str = "en", vertical: bool = False) -> tuple[Run, ...]:
    """Shape one line into runs, falling back face by face per character.

    ``style`` is a key of STYLES, or ``style:path`` with a font file that comes before its faces. Raises
    ComicError naming a character that nobody has, MissingError where the font file is not there.
    """
    if lost := missing(text, style):
        raise ComicError(f"no font has {lost!r}, in {text!r}", hint="change the character, or give a font that has it")
    runs, at = [], 0
    for name, group in groupby(_faces(text, style, vertical or language[:2].lower() in _CJK)):
        length = len(list(group))
        part = text[at : at + length]
        runs.append(_shape_run(part, name, LANGUAGES.get(language.lower(), language), vertical))
        at += length
    return tuple(runs)


def _faces(text: str, style: str, among_cjk: bool) -> list[str]:
    """Return the face of each character; a space takes the one before it, so that no run is cut at each word."""
    names: list[str] = []
    clusters = _clusters(text)
    for i, cluster in enumerate(clusters):
        if cluster[0].isspace() and names:
            name = names[-1]
        else:
            shared = among_cjk and cluster[0] in _SHARED and not _in_a_word(clusters, i)
            name = face_of(cluster, style, shared)
        names += [name] * len(cluster)
    return names


def _in_a_word(clusters: list[str], i: int) -> bool:
    """Tell whether a mark stands beside a Latin letter or digit: an apostrophe, a dash of a compound."""
    beside = [c[0] for c in clusters[max(0, i - 1) : i] + clusters[i + 1 : i + 2]]
    return any(c.isalnum() and unicodedata.east_asian_width(c) in ("Na", "N") for c in beside)


def _shape_run(text: str, name: str, language: str, vertical: bool) -> Run:
    import uharfbuzz as hb

    font, upem = _font_at(face(name).path), face(name).upem
    buffer = hb.Buffer()
    buffer.add_str("".join(" " if c in "\t\n\r" else c for c in text))
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
