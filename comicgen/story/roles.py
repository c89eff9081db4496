"""Role lines into speaker, kinds and text: ``mei (thought, off): ...`` and ``小明（心想）：……`` alike."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import Mark, StoryError
from . import BREAKOUT, CAPTIONS, KINDS, Character, Line
from .readers import fail, fold, nearest

NARRATORS = ("narrator", "narration", "caption", "旁白", "字幕", "解说", "ナレーション")
SOUNDS = ("sfx", "sound", "sound effect", "音效", "拟声", "效果音")
_WORDS: dict[str, str] = {
    "speech": "say says said saying speaks 说 说道 道",
    "thought": "think thinks thinking thoughts 心想 想 想着 内心 心声 心里 心の声 心の中",
    "whisper": "whispers whispering whispered quiet quietly softly 小声 低声 轻声 悄声 耳语 ささやき",
    "shout": "shouts shouting yell yells yelling scream screams screaming loudly 喊 大喊 大叫 大声 怒吼 叫び",
    "radio": "phone on-the-phone telephone tv speaker loudspeaker intercom 电话 广播 收音机 电视 对讲机 喇叭 無線",
    "off": "off-panel off-screen offscreen os o.s. vo v.o. voice-over outside 画外 画外音 场外 画面外",
    "caption": "narration 旁白 字幕",
    BREAKOUT: "break-out out-of-frame over-the-border 出框 破框 はみ出し",
}
KIND_WORDS: dict[str, str] = {fold(word): kind for kind, known in _WORDS.items() for word in [kind, *known.split()]}
KIND_WORDS |= {fold(style): style for style in CAPTIONS if fold(style) not in KIND_WORDS}
"""A word for the style of a caption says that it is one."""
_ROLE = re.compile(r"\s*(?P<name>[^()（）:：]{1,80}?)\s*(?:[(（](?P<kinds>[^()（）]{0,80})[)）])?\s*")
_LINE = re.compile(r"\s*(?P<role>[^:：()（）]{1,80}(?:[(（][^()（）]{0,80}[)）])?)\s*[:：]\s*(?P<text>.*)", re.DOTALL)
_COMMA = re.compile(r"[,，、;；/]|\band\b")
HINT = "write 'name: text', 'name (thought, off): text' or '小明（心想）：……'"


@dataclass(frozen=True, slots=True)
class Role:
    """Who speaks and how, as written and not yet looked up."""

    name: str
    kinds: tuple[str, ...]


def split_line(text: str) -> tuple[str, str] | None:
    """Return (role, words) of a one-line ``role: words``, or None where there is no role."""
    found = _LINE.fullmatch(text)
    return (found["role"].strip(), found["text"].strip()) if found else None


def read_role(role: str, where: Mark | None) -> Role:
    """Return the parts of a role. Raises StoryError for a role or a balloon kind that is none."""
    found = _ROLE.fullmatch(role)
    if not found or not found["name"].strip():
        raise fail(where, f"{role[:60]!r} is not a speaker", HINT)
    given = [word.strip() for word in _COMMA.split(found["kinds"] or "") if word.strip()]
    return Role(found["name"].strip(), tuple(dict.fromkeys(_kind(word, where) for word in given)))


def knows_kinds(role: str) -> bool:
    """Tell whether a role names balloon kinds in parentheses, and only known ones."""
    found = _ROLE.fullmatch(role)
    given = [w for w in _COMMA.split(found["kinds"] or "") if w.strip()] if found else []
    return bool(given) and all(fold(w) in KIND_WORDS for w in given)


def _kind(word: str, where: Mark | None) -> str:
    if fold(word) not in KIND_WORDS:
        raise fail(where, f"no balloon kind {word!r}", nearest(word, [*KINDS, BREAKOUT, *CAPTIONS[1:]]))
    return KIND_WORDS[fold(word)]


def find_character(name: str, people: Iterable[Character]) -> Character | None:
    """Return the character of that id or name, whatever the case."""
    wanted, people = name.casefold(), tuple(people)
    exact = next((c for c in people if c.id == name), None)
    return exact or next((c for c in people if wanted in (c.id.casefold(), c.name.casefold())), None)


def speak(role: Role, text: str, where: Mark | None, people: tuple[Character, ...]) -> Line:
    """Return the line that a role speaks. Raises StoryError for an unknown speaker."""
    who = find_character(role.name, people)
    style = next((k for k in role.kinds if k in CAPTIONS), "")
    kinds = tuple(k for k in role.kinds if k not in CAPTIONS)
    if who is None and role.name.casefold() not in NARRATORS:
        raise unknown_character(role.name, where, people)
    if "caption" not in kinds and (who is None or style):
        kinds = ("caption", *kinds)
    return Line(text, who.id if who else "", kinds or ("speech",), where, style)


def unknown_character(name: str, where: Mark | None, people: Iterable[Character]) -> StoryError:
    """Return the error for a name that is nobody's."""
    known = [name for c in people for name in {fold(n): n for n in (c.name, c.id)}.values()]
    hint = nearest(name, known) if known else "add it under 'characters:'"
    return fail(where, f"no character {name[:60]!r}", hint)
