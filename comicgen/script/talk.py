"""Panels of a conversation into whom each one alone looks to, and from where the camera sees two who talk on.

1. One alone who speaks, or is spoken to, or is seen close by, and of whom no facing is told, faces the other of the
   conversation: who speaks from off the panel, else the one of the panels of the scene around it, the nearest first.
2. Two who talk where the panel before showed the same two at the same size are seen over the shoulder of the one who
   listens, and then both again; not where their places or facings are told.

What an author wrote stays. Angle is eye where nothing else is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import Panel

OVER = "over-the-shoulder"
FACES = ("extreme close-up", "close-up", "medium close-up")
TWO_SHOTS = ("medium close-up", "medium shot", "cowboy shot")
REACH = 3
"""Panels before and after in which the other of a conversation is looked for."""


def settle_talk(panels: Sequence[Panel]) -> list[Panel]:
    """Give every panel an angle, and every lone speaker somebody to face, with the reason."""
    settled: list[Panel] = []
    for k, panel in enumerate(panels):
        before = settled[-1] if settled and settled[-1].scene == panel.scene else None
        settled.append(panel if panel.crop else _faced(k, panels, _angled(panel, before)))
    return settled


def _angled(panel: Panel, before: Panel | None) -> Panel:
    if panel.angle:
        return panel
    if before and before.angle != OVER and before.shot == panel.shot and _people(before) == _people(panel):
        why = ("angle", "the panel before shows the same two: over the shoulder of who listens")
        return replace(panel, angle=OVER, why=(*panel.why, why)) if _free_pair(panel) else replace(panel, angle="eye")
    return replace(panel, angle="eye")


def _free_pair(panel: Panel) -> bool:
    """Tell whether two talk whose places the author left open."""
    told = ("left", "right", "camera", "away")
    return (
        len(panel.cast) == 2
        and panel.shot in TWO_SHOTS
        and any(line.speaker in _people(panel) for line in panel.lines)
        and all(c.at is None and c.facing not in told for c in panel.cast)
    )


def _faced(k: int, panels: Sequence[Panel], panel: Panel) -> Panel:
    if len(panel.cast) != 1 or panel.cast[0].facing or panel.cast[0].look:
        return panel
    if panel.angle == "pov" or not (panel.shot in FACES or any(n.speaker for n in panel.lines)):
        return panel
    me = panel.cast[0]
    other = next((who for who in _others(k, panels) if who != me.character.id), "")
    if not other:
        return panel
    why = ("facing", f"talks with {other}")
    return replace(panel, cast=(replace(me, facing=other),), why=(*panel.why, why))


def _others(k: int, panels: Sequence[Panel]) -> Iterator[str]:
    """Yield who speaks in a panel, then who speaks or is seen in the panels of its scene around it, nearest first."""
    yield from (line.speaker for line in panels[k].lines if line.speaker)
    for far in range(1, REACH + 1):
        for at in (k - far, k + far):
            if 0 <= at < len(panels) and panels[at].scene == panels[k].scene:
                yield from (line.speaker for line in panels[at].lines if line.speaker)
                yield from sorted(_people(panels[at]))


def _people(panel: Panel) -> set[str]:
    return {c.character.id for c in panel.cast}
