"""The action of a close panel into the detail that it shows: a hand, feet, a thing; and things that lie about.

A detail is told at the start of the action: "her hand on the phone", "close-up of a key on the table",
「桌上的信」. A thing needs nobody in the panel, or one who holds it; a part of a body needs somebody.
"""

import re
from dataclasses import dataclass

from ...script import Panel
from ..camera.framing import CLOSE
from ..figure.poses import POSES
from ..sets import find_props, is_small, seat_of
from .deeds import Deed, find_thing

_OF = r"^(?:(?:an? |the )?(?:extreme )?(?:close[- ]?up|detail|insert)(?: shot)?(?: of| on|:)? |特写[:：]?)?"
_WHOSE = r"(?:(?:the (?:\w+ )?)?[\w-]+['’]s?|his|her|their|its|an?|the|two|both)(?: \w+)?? "
PARTS = (
    (re.compile(_OF + _WHOSE + r"(?:hands?|fingers?|fists?|palms?|thumb)\b"), "hand"),
    (re.compile(_OF + _WHOSE + r"(?:feet|foot|shoes?|boots?|toes)\b"), "foot"),
    (re.compile(_OF + r"(?:[^，。,]{0,8}的)?(?:双手|手指|手部|手掌|手元|手)(?!机|表|套|电)"), "hand"),
    (re.compile(_OF + r"(?:[^，。,]{0,8}的)?(?:双脚|脚|鞋|足元)"), "foot"),
)
LOOKS = re.compile(r"\b(?:look|star|gaz|watch|glanc|peer|point)\w* |看|盯|望|指")
"""One who does this to a thing turns to it."""
SURFACE = re.compile(
    r"\b(?:on|onto|across|over) (?:\w+ ){0,3}?(table|desk|counter|bench|chair|bed|sofa|shelf|crate|barrel|sill)\b"
    r"|(桌|柜台|长椅|椅子|床|箱子)(?:子)?上"
)
GROUND = re.compile(
    r"\b(?:on|onto|in|across) (?:\w+ ){0,3}?"
    r"(?:ground|floor|sand|grass|stones?|snow|platform|street|path|pavement|puddle)\b"
    r"|地上|地板上|草地上|沙滩上|雪地上"
)


TABLE = "table"
DESKS = (TABLE, "round table", "low table", "office desk", "school desk")
SAT_ON = re.compile(
    r"\b(?:sit|sat|seat|perch|settl)\w*(?: \w+){0,3}? (?:on|in|upon|into) ([^;,.]{1,30})|坐(?:在|到)([^，。；]{1,8})"
)
SEATS = (0.29, 0.61)
"""Metres: how high what one sits on is."""
BORNE = {"cycling": "bicycle", "driving": "car", "climbing": "ladder", "leaning": "column"}
"""What comes along with a pose."""
UNNAMED = ("wash", "open water", "open car", "steering wheel")
"""What only comes along with somebody."""
ABSENT = re.compile(
    r"\b(?:(?<!out )of|for|like|no|not|without|about|than)\s+"
    r"(?:(?:an?|the|his|her|its|their|any)\s+)?(?:[\w'’-]+\s+)?[\w'’-]+"
    "|没有?[^，。]{0,5}|像[^，。]{0,5}"
)
"""What is only spoken of."""


@dataclass(frozen=True, slots=True)
class Detail:
    """What a close panel shows instead of a face: ``part`` of somebody, hand or foot, or else a ``thing``."""

    part: str = ""
    thing: str = ""
    """A prop's name."""


def detail(panel: Panel, done: tuple[Deed, ...]) -> Detail | None:
    """Return what a panel shows close instead of a face, or None."""
    if panel.shot not in CLOSE or not panel.action:
        return None
    told = panel.action.lower().strip()
    if panel.cast:
        part = next((part for pattern, part in PARTS if pattern.search(told)), "")
        if not part and re.match(_OF[:-1], told) and _held(told, done):
            part = "hand"
        return Detail(part) if part else None
    found = find_props(told)
    return Detail("", found[0]) if found else None


def _held(told: str, done: tuple[Deed, ...]) -> bool:
    """Tell whether a detail is of what somebody holds."""
    thing = find_thing(told)
    return thing is not None and any(thing in deed.holds for deed in done)


BALL = "ball"
KICKED = re.compile(r"\bkick\w* (\w+ ){0,3}(ball|football|basketball)\b|\bplay\w* (football|soccer)\b|踢(着)?.{0,2}球")
"""A ball that lies before a foot, not in a hand."""


def named(panel: Panel, done: tuple[Deed, ...]) -> tuple[str, ...]:
    """Return the large props that an action names as there, but what those who sit, ride or lean have with them."""
    if panel.shot in CLOSE:
        return ()
    poses = [POSES[deed.pose] for deed in done]
    at_rest, borne = any(p.seat or p.spin or p.desk for p in poses), [BORNE[p.key] for p in poses if p.key in BORNE]
    found = find_props(ABSENT.sub(" ", panel.action.lower()))
    return tuple(
        p for p in found if not (_portable(p) or p in (*UNNAMED, *borne) or (at_rest and (p in DESKS or _is_seat(p))))
    )


def sat_on(panel: Panel) -> str:
    """Return the prop that somebody is said to sit on, if one can."""
    told = " ; ".join([panel.action, *(cast.pose for cast in panel.cast)]).lower()
    found = [p for hit in SAT_ON.finditer(told) for p in find_props(hit[1] or hit[2])]
    return next((p for p in found if _is_seat(p)), "")


def _is_seat(prop: str) -> bool:
    return SEATS[0] < seat_of(prop)[1] < SEATS[1]


def _portable(prop: str) -> bool:
    return is_small(prop) or find_thing(prop) == prop


def laid_out(panel: Panel, done: tuple[Deed, ...]) -> tuple[tuple[str, str], ...]:
    """Return (prop, where) of the things that an action lays down: where is a table or the like, or the ground."""
    told = panel.action.lower()
    places = [(m.start(), next(iter(find_props(m[0])), TABLE)) for m in SURFACE.finditer(told)]
    places += [(m.start(), "ground") for m in GROUND.finditer(told)]
    held = {thing for deed in done for thing in (*deed.holds, *POSES[deed.pose].carries)}
    found = []
    for start, where in sorted(places):
        clause = re.split(r"[.;!?。；！？，、]", told[:start])[-1]
        if told[start : start + 1] > "\u4e00":
            clause += re.split(r"[。；！？，、]", told[start:])[0]
        found += [(p, where) for p in find_props(clause) if _portable(p) and p not in held]
    if KICKED.search(told) and BALL not in dict(found):
        found.append((BALL, "ground"))
    return tuple(dict(found).items())
