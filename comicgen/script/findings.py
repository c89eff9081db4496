"""A Script into what its author should know before anything is drawn."""

from collections.abc import Iterator
from difflib import get_close_matches

from ..errors import Finding
from . import Panel, Script
from .words import speech_size

FULL = 55.0
"""English words in one panel beyond which letters grow small."""
CROWD = 6
"""Balloons in one panel beyond which they hide the picture."""


def findings(script: Script) -> list[Finding]:
    """Return unused characters, empty or crowded panels, voices from nowhere and places that look mistyped."""
    panels = [panel for page in script.pages for panel in page.panels]
    found = [*_unused(script, panels)]
    for panel in panels:
        found += _empty(panel)
        found += _full(panel)
        found += _voices(panel)
    return [*found, *_mistyped(panels)]


def _unused(script: Script, panels: list[Panel]) -> Iterator[Finding]:
    used = {c.character.id for p in panels for c in p.cast} | {line.speaker for p in panels for line in p.lines}
    for c in script.characters:
        if c.id not in used:
            yield Finding(c.where, f"the character {c.id!r} is in no panel", "use it, or remove it")
        if not c.look:
            yield Finding(c.where, f"the character {c.id!r} has no look", "describe it: every panel repeats the words")


def _empty(panel: Panel) -> Iterator[Finding]:
    shown = (panel.action, panel.cast, panel.place, panel.crop, panel.prompt, panel.lines, panel.sfx)
    if not any(shown):
        yield Finding(panel.where, f"panel {panel.id} shows nothing", "give it an action, a place or characters")


def _full(panel: Panel) -> Iterator[Finding]:
    words = sum(speech_size(line.text) for line in panel.lines)
    if words > FULL:
        message = f"panel {panel.id} is too full: about {words:.0f} words, {FULL:.0f} are readable"
        yield Finding(panel.where, message, "cut the text, or spread it over two panels")
    if len(panel.lines) > CROWD:
        message = f"panel {panel.id} is too full: {len(panel.lines)} balloons"
        yield Finding(panel.where, message, f"{CROWD} are readable: spread them over two panels")


def _voices(panel: Panel) -> Iterator[Finding]:
    for field, reason in panel.why:
        if field == "dialogue" and not panel.crop:
            who = reason.split()[0]
            hint = f"add {who} to its characters, or write '{who} (off)'"
            where = next((line.where for line in panel.lines if line.speaker == who), None) or panel.where
            yield Finding(where, f"in panel {panel.id} {who} speaks but is not there", hint)


def _mistyped(panels: list[Panel]) -> Iterator[Finding]:
    """A place that no description has, but for a letter or two: most likely a slip."""
    known = sorted({p.place for p in panels if p.place and p.place_text != p.place})
    for panel in {p.place: p for p in reversed(panels) if p.place and p.place_text == p.place}.values():
        if near := get_close_matches(panel.place, known, 1, 0.8):
            hint = f"did you mean {near[0]!r}?"
            yield Finding(
                panel.mark("place"), f"the place {panel.place!r} of panel {panel.id} is not among the places", hint
            )
