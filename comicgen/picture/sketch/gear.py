"""What the hands hold into parts: the table of things."""

from collections.abc import Callable

from ...staging.words.held import THINGS as COLOURS
from .burdens import baby, bag, box, broom, guitar, lamp, rope, sign, stick, umbrella
from .hold import WOOD, Hold, hold_in
from .sitter import Sitter
from .things import ball, book, bottle, camera, cup, draw_map, flower, fork, gun, knife, letter, pen, phone, sword


def draw_held(sitter: Sitter) -> None:
    """Add what the hands hold."""
    colours = {w.name: w.colour for w in sitter.actor.holds}
    for thing, hand in sitter.bones.held:
        colour = colours.get(thing, COLOURS.get(thing, WOOD))
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
}
"""How each held thing is drawn."""
