"""Prose scenes into beats, one panel each, by written rules.

A scene's lines are role lines (``MEI: Wait!``, ``小明（心想）：……``), sounds (``SFX: BANG``), captions
(``CAPTION: later``) and plain sentences. A beat, and so a panel, begins

- with a scene (a change of place),
- with a sentence that names another actor than the panel shows (a change of actor),
- with a sentence of the same actor, or of ``she``, ``he`` or ``they`` (a change of action),
- with a sentence that begins with a shot size ("Close-up of the key"), which is that panel's size,
- with a line of somebody whom the panel's action does not show (a change of actor),
- with a third voice, a shout after others have spoken, or a line that does not fit: three balloons or
  thirty words are what one panel holds. A longer speech is cut at the ends of its sentences.

A sentence that names nobody and follows an action describes it and stays in its panel. Sounds and
captions belong to the panel that they follow, one of each; else they begin one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..errors import Mark, StoryError
from ..story import Character, Line, PanelSpec, Part, Scene, Story
from ..story.roles import (
    NARRATORS,
    SOUNDS,
    find_character,
    knows_kinds,
    read_role,
    speak,
    split_line,
    unknown_character,
)
from .sizes import told_size
from .words import SINGLE, TOGETHER, mood_in, named_in, pose_in, speech_size

BALLOONS = 3
WORDS = 30.0
"""English words of speech that one panel holds; two CJK characters count as a word."""
_SENTENCE = re.compile(r".+?(?:[。！？]+[”’」』）]*|[.!?…]+[\"'”’)]*(?=\s|$)|$)", re.DOTALL)
_ABBREVIATION = re.compile(r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Prof|Sgt|Capt|[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Beat:
    """One panel as far as it is written, why it begins, and its scene's number."""

    panel: PanelSpec
    why: tuple[tuple[str, str], ...] = ()
    scene: int = 0


@dataclass(frozen=True, slots=True)
class Sheaf:
    """The beats of one page, and the page's layout where its author gave one."""

    beats: tuple[Beat, ...]
    where: Mark
    template: str = ""
    rows: tuple[tuple[float, ...], ...] = ()
    cut: str = ""
    spread: bool = False


def beats(story: Story) -> list[Beat]:
    """Split all scenes of a story. Raises StoryError for a role that nobody has, and for too many panels."""
    found = [beat for k, scene in enumerate(story.scenes) for beat in _Splitter(scene, story.characters, k).split()]
    if found[story.max_panels :]:
        where = found[story.max_panels].panel.where
        hint = "split the story, or raise the limit with --max-panels"
        raise StoryError(f"the scenes make more than {story.max_panels} panels", where=where, hint=hint)
    return found


def sentences(text: str) -> list[str]:
    """Cut prose into sentences, English or Chinese; ``Mr.`` ends none."""
    found: list[str] = []
    for piece in (m.group().strip() for m in _SENTENCE.finditer(" ".join(text.split()))):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += f" {piece}"
        elif piece:
            found.append(piece)
    return found


@dataclass(slots=True)
class _Draft:
    where: Mark
    reason: str
    told: list[str] = field(default_factory=list)
    actors: dict[str, Part] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)

    @property
    def spoken(self) -> list[Line]:
        return [line for line in self.lines if line.speaker]

    def holds(self, text: str) -> bool:
        return len(self.lines) < BALLOONS and sum(speech_size(n.text) for n in self.lines) + speech_size(text) <= WORDS


class _Splitter:
    """Walks one scene's lines; ``draft`` is the panel being filled."""

    def __init__(self, scene: Scene, people: tuple[Character, ...], number: int) -> None:
        self.scene, self.people, self.number = scene, people, number
        self.draft: _Draft | None = None
        self.done: list[_Draft] = []
        self.recent: list[str] = []

    def split(self) -> list[Beat]:
        paragraph: list[str] = []
        start = self.scene.where
        for row, line in enumerate([*self.scene.text.split("\n"), ""]):
            where = self.scene.marks[min(row, len(self.scene.marks) - 1)] if self.scene.marks else self.scene.where
            role = self._role(line.strip(), where)
            if line.strip() and not role:
                start = where if not paragraph else start
                paragraph.append(line)
                continue
            for sentence in sentences(" ".join(paragraph)):
                self._sentence(sentence, start)
            paragraph = []
            if role:
                self._spoken(*role, where)
        return [self._beat(k, draft) for k, draft in enumerate(self.done)]

    def _role(self, text: str, where: Mark) -> tuple[str, str] | None:
        """Return a role line's parts, or None for plain prose with a colon in it."""
        found = split_line(text)
        if not found or not found[1]:
            return None
        name = re.split(r"[(（]", found[0])[0].strip()
        if name.casefold() in (*NARRATORS, *SOUNDS) or find_character(name, self.people):
            return found
        shouted = name.isupper() and len(name.split()) <= 3 and not any(c >= "\u2e80" for c in name)
        chinese = "：" in text[: len(found[0]) + 2] and len(name) <= 4
        if knows_kinds(found[0]) or shouted or chinese:
            raise unknown_character(name, where, self.people)
        return None

    def _sentence(self, sentence: str, where: Mark) -> None:
        named = named_in(sentence, self.people)
        who = named or self._meant(sentence)
        draft = self.draft
        if draft is None:
            draft = self._begin(where, "the scene begins" if not self.done else "a new action")
        elif draft.told or draft.spoken:
            describes = not (who or draft.spoken or told_size(sentence)) and len(draft.told) < 2
            if not describes:
                other = bool(who) and who[0] not in draft.actors
                draft = self._begin(where, f"change of actor: {who[0]}" if other else "change of action")
        draft.told.append(sentence)
        self._act(draft, sentence, who, bool(named))

    def _meant(self, sentence: str) -> list[str]:
        if TOGETHER.search(sentence):
            return self.recent[:2]
        return self.recent[:1] if SINGLE.search(sentence) else []

    def _act(self, draft: _Draft, sentence: str, who: list[str], named: bool) -> None:
        pose, mood = pose_in(sentence), mood_in(sentence)
        doers = who[:1] if named and not TOGETHER.search(sentence) else who
        for id_ in who:
            old = draft.actors.get(id_, Part(id_, where=draft.where))
            does = id_ in doers
            draft.actors[id_] = Part(
                id_, old.pose or (pose if does else ""), old.expression or (mood if does else ""), where=old.where
            )
        self._see(who)

    def _see(self, who: list[str]) -> None:
        self.recent = [*who, *(id_ for id_ in self.recent if id_ not in who)]

    def _spoken(self, role: str, text: str, where: Mark) -> None:
        parts = read_role(role, where)
        if parts.name.casefold() in SOUNDS:
            self._sound(text, where)
            return
        for piece in _pieces(text):
            line = speak(parts, piece, where, self.people)
            if line.speaker:
                self._line(line, where)
            else:
                self._caption(line, where)

    def _sound(self, text: str, where: Mark) -> None:
        draft = self.draft if self.draft and not self.draft.sounds else self._begin(where, "a sound")
        draft.sounds.append(text)

    def _caption(self, line: Line, where: Mark) -> None:
        draft = self.draft
        if draft is None or any(not n.speaker for n in draft.lines) or not draft.holds(line.text):
            draft = self._begin(where, "a caption")
        draft.lines.append(line)

    def _line(self, line: Line, where: Mark) -> None:
        reason = self._parts(line)
        draft = self._begin(where, reason) if reason or not self.draft else self.draft
        draft.lines.append(line)
        if "off" not in line.kinds:
            draft.actors.setdefault(line.speaker, Part(line.speaker, where=line.where))
            self._see([line.speaker])

    def _parts(self, line: Line) -> str:
        """Return why a line begins a panel, or an empty text where it joins the one before."""
        draft = self.draft
        if draft is None:
            return "the scene begins" if not self.done else f"{line.speaker} speaks"
        voices = {n.speaker for n in draft.spoken}
        if not voices and draft.actors and line.speaker not in draft.actors and "off" not in line.kinds:
            return f"change of actor: {line.speaker} speaks"
        if not draft.holds(line.text):
            return "more speech than one panel holds"
        if voices and "shout" in line.kinds:
            return f"{line.speaker} shouts"
        if voices and line.speaker != draft.spoken[-1].speaker and (len(voices) > 1 or len(draft.spoken) > 1):
            return f"another voice: {line.speaker}"
        return ""

    def _begin(self, where: Mark, reason: str) -> _Draft:
        self.draft = _Draft(where, "the scene begins" if not self.done else reason)
        self.done.append(self.draft)
        return self.draft

    def _beat(self, k: int, draft: _Draft) -> Beat:
        first = k == 0
        wide = any(c >= "\u2e80" for c in "".join(draft.told))
        panel = PanelSpec(
            draft.where,
            marks=(*self.scene.words, ("action", draft.where)) if first else (("action", draft.where),),
            place=self.scene.place if first else None,
            time=self.scene.time if first else None,
            weather=self.scene.weather if first else None,
            action=("" if wide else " ").join(draft.told),
            cast=tuple(draft.actors.values()),
            lines=tuple(draft.lines),
            sfx=tuple(draft.sounds),
        )
        told = ", ".join(f"{p.character} {w}" for p in panel.cast or () for w in (p.pose, p.expression) if w)
        acting = (("acting", f"told by the sentence: {told}"),) if told else ()
        return Beat(panel, (("panel", draft.reason), *acting), self.number)


def _pieces(text: str) -> Iterator[str]:
    """Yield a speech in parts that one panel can hold, cut at sentence ends."""
    held = ""
    for sentence in sentences(text):
        gap = "" if held.endswith(tuple("。！？”」』")) else " "
        if held and speech_size(held) + speech_size(sentence) > WORDS:
            yield held
            held = sentence
        else:
            held = f"{held}{gap}{sentence}" if held else sentence
    if held:
        yield held
