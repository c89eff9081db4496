"""An author's line into pieces that a line may hold: emphasis, ruby, capitals and the places to break.

``*word*`` is emphasis and ``{漢字|かんじ}`` a reading beside its base. A piece is never broken:
a Latin word, or a phrase of Chinese or Japanese found by BudouX and repaired by the kinsoku rules.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

NOT_FIRST = frozenset(
    "、。，．・：；？！‼⁇⁈⁉」』）】〉》〕｝’”…‥ー〜々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!?),.:;]}%—"
)
"""Kinsoku: characters that never begin a line or column."""
NOT_LAST = frozenset("「『（【〈《〔｛‘“([{￥＄#")
"""Kinsoku: characters that never end one."""
LONG_PHRASE, LONG_LOOSE = 12, 5
"""Cells: a longer phrase may be broken inside; the second where words are broken rather than set small."""
REPLACED = {"…": "...", "—": "--", "⋯": "..."}
"""Comics spell dash and ellipsis with the alphabet's own strokes; Chinese and Japanese keep theirs, full width."""

LEANING = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "my",
        "your",
        "his",
        "her",
        "our",
        "their",
        "its",
        "i",
        "and",
        "or",
        "but",
        "le",
        "la",
        "un",
        "une",
        "der",
        "die",
        "das",
    ]
)
LEANING_HAN = frozenset("一二三四五六七八九十两几这那每第不没很太再还就都也把被在从向和与的")
"""Words and characters that lean on what follows them."""
CLINGING, TRAILING = frozenset("不没别很太最更每第"), frozenset("的了吗呢吧们着")
"""Characters that are never parted from what follows, and from what goes before."""

_MARKS = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}|(?<![A-Za-z0-9_*])\*(?=\S)([^*]+?)(?<=\S)\*(?![A-Za-z0-9_])")
_CJK = re.compile(r"[⺀-鿿豈-﫿︰-﹏＀-￯가-힯\U00020000-\U0003ffff]")
_KANA = re.compile(r"[぀-ヿ]")
_HANGUL = re.compile(r"[가-힯]")


@dataclass(frozen=True, slots=True)
class Span:
    """Letters set alike. ``source`` is as written, ``shown`` as drawn; both have one length, or are a replacement."""

    source: str
    shown: str
    strong: bool = False
    ruby: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """An unbreakable run of spans; ``space`` tells whether one stands before it inside a line."""

    spans: tuple[Span, ...]
    space: bool = False

    @property
    def source(self) -> str:
        return "".join(s.source for s in self.spans)


def is_cjk(text: str) -> bool:
    """Tell whether the text holds Chinese, Japanese or Korean characters."""
    return bool(_CJK.search(text))


def language_of(text: str, language: str, among: bool = False) -> str:
    """Return the language to shape and break by: the story's, unless the letters speak for another.

    ``among`` says that Chinese or Japanese stands round them: marks without a letter are set as theirs.
    """
    if _KANA.search(text):
        return "ja"
    if _HANGUL.search(text):
        return "ko"
    if language[:2] not in ("ja", "zh", "ko") and (is_cjk(text) or (among and not any(c.isalnum() for c in text))):
        return "zh"
    return language


def plain(text: str) -> str:
    """Return the text without emphasis and ruby marks."""
    return "".join(s.source for s in spans(text))


def spans(text: str) -> list[Span]:
    """Return the text's spans, shown as written. White space is folded to single spaces."""
    text = " ".join(text.split())
    found, at = [], 0
    for mark in _MARKS.finditer(text):
        found.append(Span(text[at : mark.start()], text[at : mark.start()]))
        base, ruby, strong = mark.groups()
        found += [Span(base, base, ruby=ruby)] if base else [replace(s, strong=True) for s in spans(strong)]
        at = mark.end()
    found.append(Span(text[at:], text[at:]))
    return [s for s in found if s.source]


@lru_cache(1024)
def pieces(text: str, language: str = "en", capitals: bool = True, loose: bool = False) -> tuple[Piece, ...]:
    """Cut a line into pieces.

    ``capitals`` shows Latin letters as a comic's alphabet does: upper case, barred I only for the
    pronoun. ``loose`` breaks overlong words too, for a frame too narrow for them.
    """
    runs = spans(text)
    whole = "".join(s.source for s in runs)
    ends = _ends(whole, language_of(whole, language), loose, _fixed(runs))
    return tuple(_cut(runs, ends, capitals))


def _fixed(runs: list[Span]) -> set[int]:
    """Return the offsets inside words with ruby: no break there."""
    inside, at = set[int](), 0
    for run in runs:
        if run.ruby:
            inside |= set(range(at + 1, at + len(run.source)))
        at += len(run.source)
    return inside


def _ends(text: str, language: str, loose: bool, fixed: set[int]) -> list[int]:
    ends, at = set[int](), 0
    for word in re.findall(r"\S+(?:\s+[-—–…]+(?=\s))*\s*", text):
        ends |= {at + e for e in _word_ends(word.rstrip(), language, loose)} | {at + len(word)}
        at += len(word)
    return sorted(ends - fixed | {len(text)})


def _word_ends(word: str, language: str, loose: bool) -> Iterator[int]:
    if is_cjk(word):
        yield from _phrase_ends(word, language, LONG_LOOSE if loose else LONG_PHRASE)
        return
    yield from (m.end() for m in re.finditer(r"(?<=\w)(?:--+|[-—–/])(?=\w)", word))
    if loose and len(word) > 9:
        yield from range(6, len(word) - 3, 6)


def _phrase_ends(word: str, language: str, longest: int) -> Iterator[int]:
    at = 0
    for phrase in parser(language).parse(word):
        cells = 0
        for i in range(1, len(phrase)) if len(phrase) > longest else ():
            cells += 1
            if cells >= longest // 2 and breakable(phrase[i - 1], phrase[i]):
                yield at + i
                cells = 0
        at += len(phrase)
        parted = at < len(word) and phrase[-1] not in CLINGING and word[at] not in TRAILING
        if parted and breakable(word[at - 1], word[at]):
            yield at


def line_ends(found: tuple[Piece, ...]) -> tuple[float, ...]:
    """Return how ill it is to end a line after each piece: well after a stop, ill after an article."""
    return tuple(_ill(p.source) for p in found)


def _ill(source: str) -> float:
    if source[-1] in ",.!?;:…—-，。！？、；：」』”":
        return 0.0
    if is_cjk(source):
        return 0.3 if source[-1] in LEANING_HAN else 0.1
    return 0.16 if source.lower() in LEANING else 0.06


def breakable(last: str, first: str) -> bool:
    """Tell whether kinsoku lets a line end with ``last`` and the next begin with ``first``."""
    latin = last.isascii() and first.isascii() and last.isalnum() and first.isalnum()
    pair = last == first and last in "…—⋯‥"
    return first not in NOT_FIRST and last not in NOT_LAST and not latin and not pair


@lru_cache(4)
def parser(language: str) -> Any:
    """Return BudouX's phrase parser for a language; Chinese by its script."""
    import budoux

    if language == "ja":
        return budoux.load_default_japanese_parser()
    if language.lower() in ("zh-tw", "zh-hk", "zh-hant"):
        return budoux.load_default_traditional_chinese_parser()
    return budoux.load_default_simplified_chinese_parser()


def _cut(runs: list[Span], ends: list[int], capitals: bool) -> Iterator[Piece]:
    letters = [(c, i) for i, run in enumerate(runs) for c in run.source]
    start, space = 0, False
    whole = "".join(c for c, _ in letters)
    for end in ends:
        body = letters[start:end]
        while body and body[-1][0].isspace():
            body.pop()
        if body:
            context = (whole[start - 1 : start], whole[end : end + 1])
            yield Piece(tuple(_shown(_grouped(body, runs), capitals, context)), space)
        space = whole[end - 1 : end].isspace()
        start = end


def _grouped(body: list[tuple[str, int]], runs: list[Span]) -> list[Span]:
    """Join a piece's letters that stand in one span again."""
    grouped: list[tuple[int, str]] = []
    for letter, i in body:
        if grouped and grouped[-1][0] == i:
            grouped[-1] = (i, grouped[-1][1] + letter)
        else:
            grouped.append((i, letter))
    return [replace(runs[i], source=t, shown=t) for i, t in grouped]


def _shown(found: list[Span], capitals: bool, context: tuple[str, str]) -> Iterator[Span]:
    cjk = is_cjk("".join(s.source for s in found)) or is_cjk("".join(context))
    replaced = capitals and not cjk
    for span in found:
        for part in re.findall(r"[…⋯—]|[^…⋯—]+", span.source) if replaced else [span.source]:
            shown = REPLACED.get(part, part) if replaced else part
            yield replace(span, source=part, shown=_upper(shown) if capitals else shown)


def _upper(text: str) -> str:
    """Upper case letter by letter, so that no letter becomes two (ß stays)."""
    return "".join(u if len(u := c.upper()) == 1 else c for c in text)
