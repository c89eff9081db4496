"""A script into what the staging does not understand: unknown words of looks, poses, faces, things and places.

All of them still render: the words go into a model's prompt as they stand, the sketch draws the nearest neutral.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from ..errors import Finding, Mark
from ..script import Cast, Panel, Script
from .blocking.riding import unmounted
from .figure.poses import POSES
from .sets import PLACES, find_place
from .words.deeds import deeds, untold
from .words.descriptor import read_look
from .words.expressions import EXPRESSIONS
from .words.looks import HELD
from .words.phrases import known_words

CLOSE = 0.6
"""How like a known word must be to be offered."""


def findings(script: Script) -> list[Finding]:
    """Return one finding for each word that no table of the staging knows, with the nearest known one."""
    found = [*_looks(script)]
    for page in script.pages:
        for panel in page.panels:
            found += [*_places(panel), *_deeds(panel)]
    return list(dict.fromkeys(found))


def _looks(script: Script) -> Iterator[Finding]:
    for character in script.characters:
        for word in read_look(character.look).unknown:
            yield Finding(
                character.where,
                f"{character.name}'s look: the sketch artist does not know {word!r}",
                _nearest(word, known_words(), "it stays in the prompt"),
            )


def _places(panel: Panel) -> Iterator[Finding]:
    if panel.place_text and not (find_place(panel.place_text) or find_place(panel.place)):
        words = [w for place in PLACES.values() for w in place.words]
        yield Finding(
            panel.where,
            f"no set for the place {panel.place_text!r}",
            _nearest(panel.place_text, words, f"drawn on bare paper; one of {', '.join(sorted(PLACES))}"),
        )


def _deeds(panel: Panel) -> Iterator[Finding]:
    species = [read_look(c.character.look).species for c in panel.cast]
    for cast, deed in zip(panel.cast, unmounted(panel, deeds(panel), species), strict=True):
        if told := untold(cast, panel, deed):
            message = f"the sketch artist does not know what {cast.character.name} does: {told!r}"
            yield Finding(panel.where, message, "give a pose; drawn standing, the prompt keeps the words")
        for what, word in deed.unknown:
            if what == "mount":
                yield Finding(_where(cast, panel), "nothing to ride on", "add a horse to the panel's characters")
                continue
            yield Finding(_where(cast, panel), f"no {what} {word!r}", _nearest(word, _table(what), _drawn(what)))


def _where(cast: Cast, panel: Panel) -> Mark:
    return cast.where or panel.where


def _table(what: str) -> Iterable[str]:
    if what == "pose":
        return [w for pose in POSES.values() for w in (pose.key, *pose.words, *pose.chinese)]
    return EXPRESSIONS if what == "expression" else HELD


def _drawn(what: str) -> str:
    if what == "pose":
        return "drawn standing; the prompt keeps the words"
    if what == "expression":
        return "drawn neutral; the prompt keeps the words"
    return f"not drawn; one of {', '.join(HELD)}"


def _nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    near = get_close_matches(word.lower(), list(known), 1, CLOSE)
    return f"did you mean {near[0]!r}? ({otherwise})" if near else otherwise
