"""What a descriptor said into a whole Look: the rest is filled in as an artist would, by age, gender and trade."""

from ...drawing import Colour
from .. import Look, Wear
from .chinese import TRADES as TRADES_ZH
from .english import TRADES as TRADES_EN
from .found import Found, people_says

TRADES = TRADES_EN | TRADES_ZH
NAVY: Colour = (40, 50, 98)
PAPER: Colour = (246, 245, 241)
CHARCOAL: Colour = (62, 64, 76)
TROUSERS: tuple[Colour, ...] = ((60, 66, 84), (74, 90, 134), (92, 81, 72), (52, 52, 62))
TOPS: tuple[Colour, ...] = (
    (208, 87, 79),
    (62, 122, 112),
    (221, 232, 242),
    (232, 190, 92),
    (126, 140, 188),
    (214, 196, 168),
)
HAIRS: tuple[Colour, ...] = ((58, 42, 36), (42, 38, 48), (96, 62, 40), (58, 53, 80))
GREY: Colour = (168, 168, 174)

OUTFIT_COLOURS: dict[str, tuple[Colour, Colour]] = {
    "sailor uniform": (PAPER, NAVY),
    "school blazer": ((54, 60, 92), (108, 104, 112)),
    "gakuran": ((44, 46, 62), (44, 46, 62)),
    "suit": (CHARCOAL, CHARCOAL),
    "coat": ((120, 98, 78), (60, 60, 72)),
    "trench coat": ((204, 180, 138), (70, 66, 66)),
    "kimono": ((118, 70, 118), (118, 70, 118)),
    "yukata": ((60, 84, 146), (60, 84, 146)),
    "uniform": ((52, 66, 116), (44, 54, 92)),
    "apron": ((240, 236, 226), (90, 74, 104)),
    "lab coat": ((244, 245, 245), (106, 100, 88)),
    "overalls": ((78, 100, 150), (78, 100, 150)),
    "sportswear": ((66, 110, 176), (50, 60, 96)),
    "armour": ((170, 176, 188), (120, 126, 140)),
    "robe": ((106, 76, 140), (106, 76, 140)),
    "swimsuit": ((52, 88, 150), (52, 88, 150)),
    "spacesuit": ((240, 242, 244), (240, 242, 244)),
}
"""Top and bottom where no colour is named."""
WHOLE = (
    "suit",
    "gakuran",
    "kimono",
    "yukata",
    "uniform",
    "overalls",
    "sportswear",
    "armour",
    "robe",
    "swimsuit",
    "spacesuit",
)
"""One colour word dyes top and bottom."""
ONE_PIECE = ("dress", "long dress")
OUTER = (
    "spacesuit",
    "armour",
    "lab coat",
    "trench coat",
    "coat",
    "apron",
    "suit",
    "jacket",
    "school blazer",
    "hoodie",
    "sweater",
)
"""Of two garments named, the outer one is drawn."""
WEAR_COLOURS: dict[str, Colour] = {
    "glasses": (60, 56, 60),
    "sunglasses": (34, 34, 40),
    "scarf": (196, 62, 58),
    "hat": (134, 98, 66),
    "cap": (62, 90, 160),
    "beanie": (150, 66, 70),
    "bag": (120, 84, 56),
    "backpack": (92, 104, 76),
    "sword": (190, 196, 206),
    "umbrella": (70, 90, 140),
    "ribbon": (206, 60, 72),
    "headband": (206, 60, 72),
    "earrings": (222, 176, 64),
    "headphones": (54, 56, 66),
    "mask": (240, 242, 244),
    "tie": (168, 44, 52),
    "eyepatch": (34, 34, 40),
    "cape": (130, 40, 50),
    "crown": (222, 176, 64),
    "gloves": (84, 66, 54),
    "boots": (84, 58, 42),
    "collar": (200, 48, 46),
}
WHISKERS = ("beard", "moustache", "stubble")
YEARS = (1, 3, 5, 8, 10, 12, 14, 16, 18)
TALL = (0.76, 0.95, 1.10, 1.28, 1.38, 1.50, 1.60, 1.66, 1.70)
AGES = ((4, "toddler"), (13, "child"), (20, "teen"), (60, "adult"), (200, "elder"))
HEIGHTS = {"toddler": 0.95, "child": 1.30, "teen": 1.62, "adult": 1.70, "elder": 1.62}
ANIMALS = {"dog": 0.60, "cat": 0.34, "horse": 2.05, "bird": 0.30}
FUR: dict[str, Colour] = {
    "dog": (196, 148, 96),
    "cat": (150, 146, 150),
    "horse": (134, 84, 54),
    "bird": (92, 124, 176),
    "robot": (190, 198, 208),
}


def dressed(found: Found, draw: bytes) -> Look:
    """Return the whole look; ``draw`` decides by chance what the words leave open."""
    species = found.species or "human"
    age, gender = _age(found), _gender(found)
    outfit = _outfit(found, age, gender)
    top, bottom = _cloth(found, outfit, draw)
    fur = found.colours.get("fur")
    hair_colour = (
        found.colours.get("hair") or (fur if species != "human" else None) or _hair_colour(found, age, species, draw)
    )
    return Look(
        species=species,
        age=age,
        gender=gender,
        build=found.build or "average",
        height=_height(found, species, age, gender),
        skin=found.colours.get("skin", (250, 222, 203)),
        hair=_hair(found, age, gender),
        hair_colour=hair_colour,
        eyes=found.colours.get("eyes", (86, 62, 46)),
        outfit=outfit,
        top=fur if species == "robot" and fur else top,
        bottom=bottom,
        shoes=found.colours.get("shoes") or found.colours.get("boots") or (64, 50, 46),
        accessories=_wears(found, outfit, (top, hair_colour)),
        unknown=tuple(dict.fromkeys(found.unknown)),
    )


def _age(found: Found) -> str:
    if found.years is not None:
        return next(name for limit, name in AGES if found.years < limit)
    said = people_says(found)[0]
    if said == "child" and any(name in ("sailor uniform", "school blazer", "gakuran") for name, _ in found.outfits):
        return "teen"
    return said or "adult"


def _gender(found: Found) -> str:
    said = people_says(found)[1]
    if said:
        return said
    if set(WHISKERS) & set(found.wears):
        return "man"
    feminine = {"dress", "long dress", "sailor uniform"} & {name for name, _ in found.outfits}
    return "woman" if feminine or "skirt" in found.wears else "neutral"


def _height(found: Found, species: str, age: str, gender: str) -> float:
    if species in ANIMALS:
        return round(ANIMALS[species] * found.stature, 3)
    tall = HEIGHTS[age]
    if found.years is not None and found.years <= YEARS[-1]:
        tall = next(h for y, h in zip(YEARS, TALL, strict=True) if found.years <= y)
    if age in ("teen", "adult", "elder"):
        tall *= {"woman": 0.975, "man": 1.035}.get(gender, 1.0)
    if found.build == "chibi":
        tall = min(tall, 1.0)
    return round(tall * found.stature, 3)


def _outfit(found: Found, age: str, gender: str) -> str:
    clear = [name for name, word in found.outfits if word != "vague"]
    if clear:
        outer = [name for name in OUTER if name in clear]
        return outer[0] if outer else clear[0]
    trade = next((TRADES[t] for t in found.trades if t in TRADES), "")
    if trade:
        return trade
    if found.outfits:
        return "t-shirt" if age in ("toddler", "child") else "shirt"
    if age in ("toddler", "child"):
        return "dress" if gender == "woman" else "t-shirt"
    return "sweater" if age == "elder" else "shirt"


def _cloth(found: Found, outfit: str, draw: bytes) -> tuple[Colour, Colour]:
    named = found.colours.get(f"outfit {outfit}")
    if named is None:
        named = next((c for k, c in found.colours.items() if k.startswith("outfit ")), None)
    top, bottom = OUTFIT_COLOURS.get(outfit, (TOPS[draw[2] % len(TOPS)], TROUSERS[draw[3] % len(TROUSERS)]))
    if named is not None:
        top = named
        if outfit in WHOLE or outfit in ONE_PIECE:
            bottom = named
        elif outfit == "sailor uniform":
            top, bottom = _sailor(named)
    elif outfit in ONE_PIECE:
        bottom = top
    below = found.colours.get("bottom") or found.colours.get("skirt") or found.colours.get("shorts")
    return top, below or bottom


def _sailor(named: Colour) -> tuple[Colour, Colour]:
    """Return blouse and skirt: a dark colour is a winter uniform, blouse and all; a light one only the blouse's."""
    return (named, NAVY) if sum(named) > 480 else (named, named)


def _hair(found: Found, age: str, gender: str) -> str:
    shapes = [h for h in found.hair if h not in ("short", "long")]
    if shapes:
        return shapes[0]
    if found.hair:
        return found.hair[0]
    if gender == "woman":
        return {"teen": "long", "child": "twin tails", "toddler": "bob", "elder": "bun"}.get(age, "bob")
    return "short"


def _hair_colour(found: Found, age: str, species: str, draw: bytes) -> Colour:
    if species != "human":
        return FUR[species]
    whiskers = next((found.colours[w] for w in WHISKERS if found.colours.get(w)), None)
    if whiskers:
        return whiskers
    return GREY if age == "elder" else HAIRS[draw[4] % len(HAIRS)]


def _wears(found: Found, outfit: str, base: tuple[Colour, Colour]) -> tuple[Wear, ...]:
    top, hair = base
    wears = []
    for name in dict.fromkeys(found.wears):
        if name in WHISKERS:
            usual: Colour = hair
        elif name in ("skirt", "shorts"):
            usual = found.colours.get(name) or found.colours.get("bottom") or NAVY
        elif name == "hood" or (name == "cap" and outfit == "uniform"):
            usual = top
        else:
            usual = WEAR_COLOURS[name]
        wears.append(Wear(name, found.colours.get(name, usual)))
    return tuple(wears)
