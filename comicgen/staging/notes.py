"""A script into what the staging does not understand: unknown words of looks, poses, faces, things and places.

All of them still render: the words go into a model's prompt as they stand, the sketch draws the nearest neutral.
"""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from ..errors import Finding
from ..script import Panel, Script
from .blocking.riding import unmounted
from .figure.poses import POSES
from .sets import PLACES, find_place
from .words.deeds import deeds, untold
from .words.descriptor import read_look
from .words.expressions import EXPRESSIONS
from .words.looks import HELD
from .words.phrases import known_words
from .words.scenery import WEATHER_WORDS, knows_weather
from .words.strangers import animals_in, people_in, titled_in

CLOSE = 0.6
"""How like a known word must be to be offered."""
SEE = "see comicgen models sketch --words"
KEYS = {"held thing": "holds"}
"""The story's key for what is unknown, where it is another word."""


def findings(script: Script) -> list[Finding]:
    """Return one finding for each word that no table of the staging knows, with the nearest known one."""
    panels = [panel for page in script.pages for panel in page.panels]
    found = [*_looks(script)]
    for panel in {p.place_text: p for p in reversed(panels)}.values():
        found += _places(panel)
    for panel in panels:
        found += [*_weathers(panel), *_deeds(panel), *_strangers(panel, script)]
    return list(dict.fromkeys(found))


def _looks(script: Script) -> Iterator[Finding]:
    for character in script.characters:
        for word in read_look(character.look).unknown:
            yield Finding(
                (character.look_where or character.where).at(word),
                f"{character.name}'s look: the sketch artist does not know {word!r}",
                _nearest(word, known_words(), "it stays in the prompt"),
            )


def _places(panel: Panel) -> Iterator[Finding]:
    if panel.place_text and not (find_place(panel.place_text) or find_place(panel.place)):
        words = [w for place in PLACES.values() for w in place.words]
        yield Finding(
            panel.mark("place"),
            f"no set for the place {panel.place_text!r}",
            _nearest(panel.place_text, words, f"drawn on bare paper; {SEE} places"),
        )


def _weathers(panel: Panel) -> Iterator[Finding]:
    if panel.weather and not knows_weather(panel.weather):
        words = [w for told in WEATHER_WORDS.values() for w in told]
        message = f"no drawn weather {panel.weather!r}"
        yield Finding(panel.mark("weather"), message, _nearest(panel.weather, words, f"{SEE} weathers"))


def _strangers(panel: Panel, script: Script) -> Iterator[Finding]:
    """Yield animals and people that an action tells of and that no character in the panel is."""
    if panel.crop:
        return
    seen = {read_look(c.character.look).species for c in panel.cast}
    named = " ".join(f"{c.id} {c.name}" for c in script.characters).lower()
    for word, species in animals_in(panel.action):
        if species not in seen and word not in named:
            kin = next((c.id for c in script.characters if read_look(c.look).species == species), "")
            hint = f"add {kin} to the panel's characters" if kin else "add it under 'characters:' with a look"
            message = f"the action tells of {word!r}, but no character in the panel is one"
            yield Finding(panel.mark("action").at(word), message, f"{hint}: only characters are drawn")
    strange = [who for who in titled_in(panel.action) if who.lower() not in named]
    for who in [*strange, *(people_in(panel.action) if not (panel.cast or strange) else ())]:
        message = f"the action tells of {who!r}, who is no character in the panel"
        hint = "add it under 'characters:' with a look, and to the panel: only characters are drawn"
        yield Finding(panel.mark("action").at(who), message, hint)


def _deeds(panel: Panel) -> Iterator[Finding]:
    species = [read_look(c.character.look).species for c in panel.cast]
    for cast, deed in zip(panel.cast, unmounted(panel, deeds(panel), species), strict=True):
        if told := untold(cast, panel, deed):
            message = f"the sketch artist does not know what {cast.character.name} does: {told!r}"
            yield Finding(
                panel.mark("action").at(told.strip()),
                message,
                "give a pose; drawn standing, the prompt keeps the words",
            )
        for what, word in deed.unknown:
            if what == "mount":
                yield Finding(cast.where, "nothing to ride on", "add a horse to the panel's characters")
                continue
            where = cast.mark(KEYS.get(what, what)).at(word)
            yield Finding(where, f"no {what} {word!r}", _nearest(word, _table(what), _drawn(what)))


def _table(what: str) -> Iterable[str]:
    if what == "pose":
        return [w for pose in POSES.values() for w in (pose.key, *pose.words, *pose.chinese)]
    return EXPRESSIONS if what == "expression" else HELD


def _drawn(what: str) -> str:
    if what == "pose":
        return f"drawn standing; the prompt keeps the words; {SEE} poses"
    if what == "expression":
        return f"drawn neutral; the prompt keeps the words; {SEE} expressions"
    return f"not drawn; {SEE} held"


def _nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    near = get_close_matches(word.lower(), list(known), 1, CLOSE)
    return f"did you mean {near[0]!r}? ({otherwise})" if near else otherwise
