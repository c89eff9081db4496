"""What a panel says each character does into poses, expressions and held things.

The author's own pose and expression come first. Where none is given the action text is read clause
by clause: a clause is about the characters it names, or about those of the clause before it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ...script import Cast, Panel
from ..figure.poses import find_pose
from ..sets import find_props
from .acts import ACTS, BRINGS, MOODS, THINGS
from .descriptor import read_look
from .expressions import find_expression
from .looks import HELD
from .strangers import animals_in

STAND = "standing"
PLAIN = "neutral"
HOLD = "standing"
SIT, TABLED = "sitting", "sitting at a table"
"""One whose hands are free lays them on the table."""
SEATED = {
    "reading": "sitting and reading",
    "toasting": "sitting and toasting",
    "snacking": "sitting and snacking",
}
"""Poses that have another form for one who sits."""
SITS = re.compile(r"\b(sit|sits|sitting|sat|seated|bench|armchair|sofa)\b|坐|长椅|沙发")
ON_SEAT = re.compile(
    r"\b(?:on|in) (?:the|an?|her|his|their|its) (?:\w+ )?(?:sofa|couch|armchair|bench|chair|throne|wheelchair|swing)\b"
    "|(?:沙发|长椅|椅子|轮椅)上"
)
"""One who does there what no pose tells sits there."""
AT_TABLE = re.compile(r"\b(?:at|round|around) (?:\w+ ){0,2}(?:table|desk|counter)\b|桌(?:子)?(?:边|旁|前)")
"""Those who sit there sit at a table."""
SOAKED = re.compile(
    r"\b(soaked|soaking wet|drenched|dripping wet|wet through|wet to the skin|sopping)\b"
    "|淋湿|湿透|湿漉漉|落汤鸡|ずぶ濡れ|びしょ"
)
THING_FIRST = re.compile(r"^\s*(?:an?|the|two|three|some)\b")
"""A clause that begins so may be about a thing, and then it is about nobody."""
HOLDING = re.compile(
    r"\b(?:(?:hold|carr|grip|clutch|rais|wav|swing|lift|bring|bear|tak|pick|pour|drink|sip|throw|toss|draw|giv|show|offer|point|aim|fir|chop|split)\w*"
    r"|with|opens? (?=\w+ umbrella)|hands (?=(?:\w+ )?(?:an?|the|her|his)\b))\b([^;]{0,40})"
)
"""What one does with something in the hand, and the words after it."""
IN_HAND = re.compile(
    r"([^;]{1,30}) (?:in|between) (?:his|her|their|\w+['’]s) (?:\w+ )?(?:hands?|fingers)\b|手[里中上]的(.{1,6})"
)
"""What is in somebody's hand."""
WHO = re.compile(r"^\s*(?:who|whose|which)\b")
PRONOUN = re.compile(r"^\s*(he|she)\b|^\s*([他她])(?!们)")
_CLAUSE = re.compile(r"[,.;:!?，。；：！？、…]|\band\b|\bwhile\b|\bthen\b|\bas\b|\bbut\b|然后|接着|同时|一边")
_WORD = re.compile(r"[a-z][a-z'’-]*")


@dataclass(frozen=True, slots=True)
class Deed:
    """What one character does: keys of the tables, and the author's words that no table knows."""

    pose: str
    expression: str
    holds: tuple[str, ...]
    unknown: tuple[tuple[str, str], ...] = ()
    """(what, word) pairs: a pose, an expression or a held thing that is not known."""
    wet: bool = False
    """Whether it is said to be soaked."""


def deeds(panel: Panel) -> tuple[Deed, ...]:
    """Return what each of the panel's cast does, in the cast's order."""
    at_table = bool(AT_TABLE.search(panel.action.lower()))
    return tuple(_deed(cast, " , ".join(clauses_about(cast, panel)), at_table) for cast in panel.cast)


def _deed(cast: Cast, told: str, at_table: bool) -> Deed:
    pose, expression, unknown = _pose_and_mood(cast, told)
    if pose is None and ON_SEAT.search(told):
        pose = SIT
    if pose in SEATED and SITS.search(f"{cast.pose} {told}"):
        pose = SEATED[pose]
    holds = []
    for thing in cast.holds:
        found = find_thing(thing)
        if found is None:
            unknown.append(("held thing", thing))
        else:
            holds.append(found)
    if not cast.holds and (found := find_thing(_held_words(f"{cast.pose} ; {told}"))):
        holds.append(found)
    if pose == SIT and at_table and not holds:
        pose = TABLED
    wet = bool(SOAKED.search(f"{cast.pose} {cast.expression} {told}"))
    return Deed(pose or STAND, expression or PLAIN, tuple(holds), tuple(unknown), wet)


def _pose_and_mood(cast: Cast, told: str) -> tuple[str | None, str | None, list[tuple[str, str]]]:
    """Return pose, expression and unknown words; a face that was given as a pose counts as a face, and the reverse."""
    pose, mood = _pose_of(cast.pose), _mood_of(cast.expression)
    face = find_expression(cast.pose) if cast.pose and pose is None else None
    body = find_pose(cast.expression) if cast.expression and mood is None else None
    unknown = [("pose", cast.pose)] if cast.pose and not (pose or face) else []
    unknown += [("expression", cast.expression)] if cast.expression and not (mood or body) else []
    kinds = [what for what, _ in unknown]
    pose, mood = pose or body, mood or face
    return (
        pose if pose or "pose" in kinds else read_pose(told),
        mood if mood or "expression" in kinds else read_mood(told),
        unknown,
    )


def _pose_of(words: str) -> str | None:
    return find_pose(words) or read_pose(words) or _holding(words)


def _mood_of(words: str) -> str | None:
    return find_expression(words) or read_mood(words)


def _holding(words: str) -> str | None:
    """Return the pose of one who simply holds a known thing."""
    return HOLD if find_thing(_held_words(words)) else None


def clauses_about(cast: Cast, panel: Panel) -> list[str]:
    """Return the clauses of the action text that are about one character."""
    names = called(panel)
    about, joined, last = set(names), set[str](), set[str]()
    mine = []
    for clause in _CLAUSE.split(panel.action.lower()):
        named = last if WHO.search(clause) else _subjects(clause, names) or _meant(clause, panel)
        last = _last(clause, names) or last
        if not named and THING_FIRST.search(clause) and find_props(" ".join(clause.split()[:4])):
            continue
        if named and _bare(clause, names[next(iter(named))]):
            joined |= named
            continue
        about, joined = (named | joined) or about, set()
        if cast.character.id in about:
            mine.append(clause.strip())
    return [c for c in mine if c]


def called(panel: Panel) -> dict[str, tuple[str, ...]]:
    """Return the words for each of the cast: name, id and, for the only one of a kind of animal, the kind's."""
    kinds = [read_look(c.character.look).species for c in panel.cast]
    animals = animals_in(panel.action.lower())
    return {
        c.character.id: (
            c.character.name.lower(),
            c.character.id.lower(),
            *(word for word, kind in animals if kind == own and kinds.count(own) == 1),
        )
        for c, own in zip(panel.cast, kinds, strict=True)
    }


def untold(cast: Cast, panel: Panel, deed: Deed) -> str:
    """Return the clause that says what a character does where nothing in it is known, or an empty text."""
    if cast.pose or cast.expression or deed.holds or (deed.pose, deed.expression) != (STAND, PLAIN):
        return ""
    names = {cast.character.id: (cast.character.name.lower(), cast.character.id.lower())}
    mine = clauses_about(cast, panel)
    if any(read_pose(clause) or read_mood(clause) for clause in mine):
        return ""
    return next((c for c in mine if _subjects(c, names) and not _bare(c, names[cast.character.id])), "")


def _meant(clause: str, panel: Panel) -> set[str]:
    """Return the id of the only one of the cast that a pronoun at a clause's start can mean."""
    hit = PRONOUN.search(clause)
    kind = {"he": "man", "she": "woman", "他": "man", "她": "woman"}.get(hit[1] or hit[2], "") if hit else ""
    found = {c.character.id for c in panel.cast if read_look(c.character.look).gender == kind}
    return found if len(found) == 1 else set()


def _bare(clause: str, names: tuple[str, ...]) -> bool:
    """Tell whether a clause is hardly more than a name: a label, a caption of who is there."""
    for name in names:
        clause = clause.replace(name, "")
    left = re.sub(r"['’]s\b", "", clause).strip(" .'’")
    return len(left) < (3 if left.isascii() else 2)


def _subjects(clause: str, names: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the ids a clause is about: the one named first, and those joined to it."""
    if re.search(r"\b(they|both|everyone|all)\b|他们|她们|大家|两人", clause):
        return set(names)
    found = []
    for key, words in names.items():
        places = [clause.find(w) if not w.isascii() else _at(clause, w) for w in words if w]
        if found_at := [p for p in places if p >= 0]:
            found.append((min(found_at), key))
    return {min(found)[1]} if found else set()


def _last(clause: str, names: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the id of the one whom a clause names last: a relative clause after it is about that one."""
    places = [(clause.rfind(w), key) for key, words in names.items() for w in words if w and _at(clause, w) >= 0]
    return {max(places)[1]} if places else set()


def _at(clause: str, word: str) -> int:
    hit = re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", clause)
    return hit.start() if hit else -1


def read_pose(text: str) -> str | None:
    """Return the pose that a clause tells of, or None."""
    text = text.lower()
    for pattern, word in ACTS:
        if re.search(pattern, text) and (pose := find_pose(word)):
            return pose
    for word in _WORD.findall(text):
        for form in _gerunds(word):
            if pose := find_pose(form):
                return pose
    return _window(text, find_pose)


def read_mood(text: str) -> str | None:
    """Return the expression that a clause tells of, or None."""
    text = text.lower()
    for pattern, word in MOODS:
        if re.search(pattern, text) and (mood := find_expression(word)):
            return mood
    for word in _WORD.findall(text):
        if len(word) > 3 and (mood := find_expression(word)):
            return mood
    return _window(text, find_expression)


def find_thing(words: str) -> str | None:
    """Return the held thing that the words name, or None."""
    words = words.lower()
    for name in HELD:
        if re.search(rf"\b{name}s?\b", words):
            return name
    return next((name for word, name in THINGS if word in words), None)


def _held_words(text: str) -> str:
    """Return what stands after a word of holding, or nothing."""
    if brought := next((thing for pattern, thing in BRINGS if re.search(pattern, text.lower())), ""):
        return brought
    hit = HOLDING.search(text.lower())
    if hit:
        return hit.group(1)
    if hit := IN_HAND.search(text.lower()):
        return hit.group(1) or hit.group(2)
    chinese = re.search(r"(?:拿|握|举|抱|提|捧|端|撑|挥|捡|喝|递|把|掏出)(?:着|起|了)?(.{0,8})", text)
    return chinese.group(1) if chinese else ""


def _gerunds(word: str) -> tuple[str, ...]:
    """Return the -ing forms that a verb's form may belong to."""
    if word.endswith("ing"):
        return (word,)
    stems = {word}
    for ending in ("s", "es", "ed", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stems.add(word[: -len(ending)])
    if word.endswith("ies"):
        stems.add(word[:-3] + "y")
    forms = []
    for stem in sorted(stems, key=len, reverse=True):
        forms += [stem + "ing", stem + stem[-1] + "ing"]
        if stem.endswith("e"):
            forms.append(stem[:-1] + "ing")
    return tuple(forms)


def _window(text: str, find: Callable[[str], str | None]) -> str | None:
    """Return the first hit of a lookup among the runs of Chinese characters, longer runs first."""
    chinese = re.findall(r"[\u4e00-\u9fff]+", text)
    for length in (4, 3, 2, 1):
        for run in chinese:
            for i in range(len(run) - length + 1):
                if found := find(run[i : i + length]):
                    return found
    return None
