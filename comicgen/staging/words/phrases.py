"""A descriptor into tokens: the longest known phrases of two languages, each with what it says."""

import re
from dataclasses import dataclass
from functools import lru_cache

from . import chinese, english
from .colours import SHADE_WORDS, SHADES, colour
from .colours import WORDS as COLOUR_WORDS

_PIECE = re.compile(r"[0-9]+|[a-z]+(?:[-'’][a-z]+)*|[\u3400-\u9fff]+|[,.;:，。；：、()（）]", re.IGNORECASE)
_BREAK = re.compile(r"^[,.;:，。；：、()（）]$")
_DIGITS = "〇一二三四五六七八九"
_AGED = re.compile(
    r"(?=[一二三四五六七八九十])(?:(?P<tens>[一二三四五六七八九])?(?P<ten>十))?(?P<ones>[一二三四五六七八九])?[一二三四五六七八九]?岁"
)
"""Years in Chinese numerals."""
_LONGEST = 3
"""Words in the longest English phrase."""


@dataclass(frozen=True, slots=True)
class Token:
    """A phrase of a descriptor: ``kind`` says what ``value`` is the name of."""

    kind: str
    value: str
    text: str


def tokens(text: str) -> list[list[Token]]:
    """Return the descriptor's tokens, one list per part between commas."""
    parts: list[list[Token]] = [[]]
    latin: list[str] = []
    for piece in [*_PIECE.findall(text.lower().replace("’", "'")), ","]:
        if piece[0].isascii() and piece[0].isalnum():
            latin.append(piece)
            continue
        parts[-1] += _english(latin)
        latin = []
        if _BREAK.match(piece):
            parts.append([])
        else:
            parts[-1] += _chinese(piece)
    return [p for p in parts if p]


@lru_cache(maxsize=1)
def _english_table() -> dict[str, tuple[str, str]]:
    w = english
    table = dict.fromkeys(w.FILLER.split(), ("filler", ""))
    table |= {word: ("shade", word) for word in SHADES}
    table |= {word: ("colour", word) for word in [*COLOUR_WORDS, *_colours()] if word.isascii()}
    table |= _kind("stature", w.STATURES) | _kind("build", w.BUILDS) | _kind("person", w.PEOPLE)
    table |= _kind("trade", w.TRADES) | _kind("species", w.SPECIES)
    table |= {word: ("hair", name) for word, name in w.HAIR.items() if word not in ("short", "long")}
    table |= {"short": ("length", "short"), "long": ("length", "long")}
    table |= {word: ("outfit", name) for word, name in w.OUTFITS.items()}
    table |= {word: ("accessory", name) for word, name in w.ACCESSORIES.items()}
    table |= {word: ("bottom", word) for word in w.BOTTOMS}
    table |= {word: ("shoes", word) for word in w.SHOES}
    table |= dict.fromkeys(("hair", "haired"), ("noun", "hair"))
    table |= dict.fromkeys(("eyes", "eyed", "eye"), ("noun", "eyes"))
    table |= dict.fromkeys(("skin", "skinned", "complexion"), ("noun", "skin"))
    table |= dict.fromkeys(("fur", "furred", "feathers", "coated"), ("noun", "fur"))
    return table


@lru_cache(maxsize=1)
def _chinese_table() -> dict[str, tuple[str, str]]:
    w = chinese
    table = dict.fromkeys(w.FILLER, ("filler", ""))
    table |= {word: ("shade", word) for word in SHADE_WORDS}
    for word in COLOUR_WORDS:
        if not word.isascii():
            table |= {word: ("colour", word), word + "色": ("colour", word)}
    table |= _kind("stature", w.STATURES) | _kind("build", w.BUILDS) | _kind("person", w.PEOPLE)
    table |= _kind("trade", w.TRADES) | _kind("species", w.SPECIES)
    table |= {word: ("hair", name) for word, name in w.HAIR.items()}
    table |= {word: ("outfit", name) for word, name in w.OUTFITS.items()}
    table |= {word: ("accessory", name) for word, name in w.ACCESSORIES.items()}
    table |= {word: ("bottom", word) for word in w.BOTTOMS}
    table |= {word: ("shoes", word) for word in w.SHOES}
    for noun, names in (("hair", w.HAIR_NOUNS), ("eyes", w.EYE_NOUNS), ("skin", w.SKIN_NOUNS), ("fur", ("毛", "羽毛"))):
        table |= dict.fromkeys(names, ("noun", noun))
    return table


def known_words() -> tuple[str, ...]:
    """Return every word of the tables, for the nearest one to an unknown word."""
    return tuple(sorted({*_english_table(), *_chinese_table()} - set(english.FILLER.split())))


def _colours() -> tuple[str, ...]:
    from .colours import COLOURS

    return tuple(COLOURS)


def _kind(kind: str, table: "dict[str, object] | object") -> dict[str, tuple[str, str]]:
    assert isinstance(table, dict)
    return {word: (kind, word) for word in table}


def _english(words: list[str]) -> list[Token]:
    found: list[Token] = []
    table, i = _english_table(), 0
    while i < len(words):
        for length in range(min(_LONGEST, len(words) - i), 0, -1):
            phrase = " ".join(words[i : i + length])
            if hit := table.get(phrase) or table.get(_singular(phrase)):
                found.append(Token(*hit, phrase))
                i += length
                break
        else:
            found += _single(words[i])
            i += 1
    return found


def _single(word: str) -> list[Token]:
    """Return the tokens of a word that no table holds whole: an age, or parts joined by hyphens."""
    if word.isdigit():
        return [Token("age", word, word)]
    if "-" in word:
        return _english([w for w in word.split("-") if w])
    return [Token("unknown", "", word)]


def _singular(phrase: str) -> str:
    return phrase[:-1] if phrase.endswith("s") else phrase.removesuffix("'s")


def _chinese(run: str) -> list[Token]:
    found: list[Token] = []
    table, i = _chinese_table(), 0
    longest = max(map(len, table))
    while i < len(run):
        if aged := _AGED.match(run, i):
            found.append(Token("age", str(_years(aged)), aged[0]))
            i = aged.end()
            continue
        for length in range(min(longest, len(run) - i), 0, -1):
            if hit := table.get(run[i : i + length]):
                found.append(Token(*hit, run[i : i + length]))
                i += length
                break
        else:
            if found and found[-1].kind == "unknown":
                found[-1] = Token("unknown", "", found[-1].text + run[i])
            else:
                found.append(Token("unknown", "", run[i]))
            i += 1
    return found


def _years(aged: re.Match[str]) -> int:
    """Return the number of years: 八岁 is 8, 二十三岁 23, of 十七八岁 the first."""
    tens = _DIGITS.find(aged["tens"] or "一") * 10 if aged["ten"] else 0
    return tens + _DIGITS.find(aged["ones"] or "〇")


def is_colour(token: Token) -> bool:
    """Tell whether a token names a colour."""
    return token.kind == "colour" and colour(token.value) is not None
