"""What the hands hold into parts: the table of things."""

from collections.abc import Callable

from ....staging.words.looks import HELD
from ..figure.sitter import Sitter
from .burdens import baby, bag, box, broom, cane, guitar, lamp, rope, stick, suitcase, umbrella
from .fare import apple, bread, glass, ice_cream
from .hold import WOOD, Hold, hold_in
from .papers import book, draw_map, letter, phone, sign
from .things import ball, binoculars, bottle, bow, camera, cup, flower, fork, gun, knife, microphone, pan, pen, sword
from .trinkets import axe, key, match, torch


def draw_held(sitter: Sitter) -> None:
    """Add what the hands hold."""
    colours = {w.name: w.colour for w in sitter.actor.holds}
    for thing, hand in sitter.bones.held:
        colour = colours.get(thing, HELD.get(thing, WOOD))
        THINGS.get(thing, stick)(hold_in(sitter, hand, colour))


THINGS: dict[str, Callable[[Hold], None]] = {
    "book": book,
    "phone": phone,
    "umbrella": umbrella,
    "sword": sword,
    "cup": cup,
    "bag": bag,
    "flower": flower,
    "letter": letter,
    "pen": pen,
    "ball": ball,
    "stick": stick,
    "lamp": lamp,
    "fork": fork,
    "bottle": bottle,
    "guitar": guitar,
    "camera": camera,
    "rope": rope,
    "gun": gun,
    "box": box,
    "sign": sign,
    "baby": baby,
    "knife": knife,
    "broom": broom,
    "map": draw_map,
    "microphone": microphone,
    "pan": pan,
    "bow": bow,
    "suitcase": suitcase,
    "key": key,
    "match": match,
    "glass": glass,
    "apple": apple,
    "bread": bread,
    "ice cream": ice_cream,
    "binoculars": binoculars,
    "cane": cane,
    "torch": torch,
    "axe": axe,
}
"""How each held thing is drawn."""
