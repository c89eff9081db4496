"""Panels into panels with a shot size each, by written rules; the first that holds gives the reason.

A panel whose author named a shot keeps it. Else:

0. an action that begins with a size ("Close-up of the key") has that size;
1. the first panel of a scene shows the place: long shot, extreme long where nobody is in it;
2. nobody in it: long shot;
3. three or more balloons, or four or more people: full shot, so that there is room above them;
4. one person and a strong feeling: close-up; with two balloons medium close-up;
5. a pose that must be seen whole: full shot;
6. one person with a shout, a thought or a whisper: medium close-up;
7. otherwise medium shot.

A shot that the panel before had already moves one step: closer with feeling, else wider, and never so
close that the balloons have no room; the widest moves closer.
"""

from collections.abc import Iterable
from dataclasses import replace

from ..story import SHOTS
from . import Panel
from .words import STRONG, WIDE_POSES, mood_in, pose_in

_FACES = frozenset(("shout", "thought", "whisper"))


def settle_shots(panels: Iterable[Panel]) -> list[Panel]:
    """Give every panel a shot size, and say why where the author did not."""
    settled: list[Panel] = []
    scene, before = None, ""
    for panel in panels:
        if panel.shot or panel.crop:
            chosen = panel
        else:
            shot, reason = _base(panel, panel.scene != scene)
            shot, reason = _unlike(shot, reason, before, panel)
            chosen = replace(panel, shot=shot, why=(*panel.why, ("shot", reason)))
        settled.append(chosen)
        scene, before = panel.scene, chosen.shot
    return settled


def _base(panel: Panel, opens: bool) -> tuple[str, str]:
    people, balloons = len(panel.cast), len(panel.lines)
    mood = feeling(panel) if people == 1 else ""
    pose = _whole_pose(panel)
    faced = people == 1 and any(_FACES & set(line.kinds) for line in panel.lines)
    told = told_size(panel.action)
    rules = (
        (told, told, "the action begins with it"),
        (opens and panel.place and people, "long shot", "opens the scene: shows the place"),
        (opens and panel.place, "extreme long shot", "opens the scene, nobody there: shows the place"),
        (not people, "long shot", "nobody in it: shows the place"),
        (balloons >= 3, "full shot", f"{balloons} balloons need room"),
        (people >= 4, "full shot", f"{people} people"),
        (mood and balloons < 2, "close-up", f"feeling: {mood}"),
        (mood, "medium close-up", f"feeling: {mood}, with {balloons} balloons"),
        (pose, "full shot", f"the whole body acts: {pose}"),
        (faced, "medium close-up", "a face with a shout, a thought or a whisper"),
        (people > 1, "medium shot", f"{people} people together"),
    )
    return next(((shot, why) for holds, shot, why in rules if holds), ("medium shot", "one person acts or talks"))


def told_size(text: str) -> str:
    """Return the shot size with which a text begins, or an empty text."""
    words = " ".join(text.lower().replace("close up", "close-up").split())
    return next((shot for shot in SHOTS if words.startswith(shot)), "close-up" if text.startswith("特写") else "")


def feeling(panel: Panel) -> str:
    """Return the strong feeling of a panel with one person, or an empty text."""
    told = {mood_in(panel.action), *(mood_in(c.expression) or c.expression for c in panel.cast)}
    return next((mood for mood in sorted(told) if mood in STRONG), "")


def _whole_pose(panel: Panel) -> str:
    told = [pose_in(panel.action), *(pose_in(c.pose) for c in panel.cast)]
    return next((pose for pose in told if pose in WIDE_POSES), "")


def _unlike(shot: str, reason: str, before: str, panel: Panel) -> tuple[str, str]:
    if shot != before:
        return shot, reason
    closer = bool(feeling(panel)) or (len(panel.lines) < 2 and shot not in ("close-up", "medium close-up"))
    closer = shot == SHOTS[-1] or (closer and shot != "close-up")
    moved = SHOTS[SHOTS.index(shot) + (-1 if closer else 1)]
    way = "closer" if SHOTS.index(moved) < SHOTS.index(shot) else "wider"
    return moved, f"{reason}; {way}, since the panel before is a {before}"
