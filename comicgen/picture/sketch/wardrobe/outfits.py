"""The table of outfits: each garment's cut, and the colour of a cloth as colour and screentone."""

from dataclasses import dataclass, replace

from ....drawing import Colour
from ....staging import Look, values
from ..marks import Paint

PLAIN = Look()
"""A look of which nothing was said."""
TONES = (0.0, 0.08, 0.15, 0.22, 0.30, 0.40, 0.50, 0.62)
"""Screentones in use: neighbours must be told apart."""
WHITE: Colour = (250, 249, 246)
UNDER: Colour = (238, 234, 222)
"""The shirt under overalls of which only one colour was said."""
GOLD: Colour = (214, 176, 84)
STEEL: Colour = (176, 184, 196)


@dataclass(frozen=True, slots=True)
class Outfit:
    """One outfit. Offsets and flares in heads; ``hem`` along the trunk (0 hips, 1 shoulders); lengths along the leg
    (0 hips, 1 knee, 2 ankle).
    """

    key: str
    offset: float = 0.035
    loose: float = 0.4
    """0 follows the waist, 1 hangs straight from chest to hips."""
    hem: float = 0.02
    flare: float = 0.0
    sleeve: str = "short"
    """none, short, long, wide (a kimono's) or puff."""
    cuff: float = 0.0
    """Extra width at the wrist."""
    neckline: float = 0.12
    bottom: str = "trousers"
    """trousers, skirt, shorts, tights, none; ``auto`` is a skirt for a woman, trousers for others."""
    skirt: float = 1.0
    swing: float = 0.26
    """Flare of the skirt."""
    pleats: int = 0
    width: float = 0.0
    """Extra width of the trousers."""
    tails: float = 0.0
    """Length of a coat's skirts; 0 for none."""
    trims: tuple[str, ...] = ()
    accent: Colour | None = None
    """Colour of tie, bow, belt; None derives one from the top."""
    shoes: str = "shoe"
    """shoe, boot, heel, sandal or bare."""
    socks: Colour | None = None
    sock: float = 0.55
    """Where the sock ends: 0 knee, 1 ankle."""
    gloves: bool = False
    whole: bool = False
    """Trousers of the same cloth as the top."""
    plain: bool = True
    """False for metal and rubber: no folds."""


RED: Colour = (200, 60, 68)
NAVY: Colour = (44, 58, 102)

OUTFITS: dict[str, Outfit] = {
    o.key: o
    for o in (
        Outfit(
            "sailor uniform",
            0.05,
            0.35,
            0.17,
            0.02,
            "long",
            neckline=0.10,
            bottom="auto",
            skirt=0.74,
            pleats=14,
            trims=("sailor collar", "cuff stripes"),
            accent=RED,
            socks=(42, 42, 56),
            sock=0.40,
        ),
        Outfit(
            "school blazer",
            0.075,
            0.45,
            -0.06,
            0.03,
            "long",
            neckline=0.10,
            bottom="auto",
            skirt=0.74,
            pleats=12,
            trims=("lapels", "tie", "two buttons", "crest", "flap pockets", "vent"),
            accent=RED,
            socks=(42, 42, 56),
            sock=0.40,
        ),
        Outfit(
            "gakuran",
            0.075,
            0.6,
            -0.05,
            0.02,
            "long",
            neckline=0.05,
            whole=True,
            trims=("stand collar", "front buttons", "chest pocket", "vent"),
        ),
        Outfit(
            "suit",
            0.075,
            0.4,
            -0.09,
            0.03,
            "long",
            whole=True,
            neckline=0.10,
            trims=("lapels", "tie", "two buttons", "flap pockets", "vent"),
            accent=RED,
        ),
        Outfit("shirt", 0.04, 0.35, 0.22, 0.0, "long", neckline=0.10, trims=("placket", "shirt collar", "yoke")),
        Outfit("t-shirt", 0.04, 0.55, 0.02, 0.02, "short", neckline=0.15, trims=("hem seam", "crew neck")),
        Outfit(
            "hoodie",
            0.095,
            0.85,
            0.0,
            -0.015,
            "long",
            neckline=0.06,
            trims=("kangaroo pocket", "strings", "rib"),
            cuff=0.01,
        ),
        Outfit(
            "jacket",
            0.085,
            0.75,
            0.05,
            0.0,
            "long",
            neckline=0.10,
            trims=("open front", "rib", "jacket collar", "pockets", "yoke"),
        ),
        Outfit(
            "coat",
            0.10,
            0.8,
            0.0,
            0.03,
            "long",
            neckline=0.08,
            tails=1.05,
            swing=0.20,
            trims=("coat lapels", "coat buttons", "flap pockets", "half belt"),
        ),
        Outfit(
            "trench coat",
            0.10,
            0.6,
            0.0,
            0.03,
            "long",
            neckline=0.08,
            tails=1.22,
            swing=0.28,
            trims=("coat lapels", "double buttons", "belt", "epaulettes", "yoke"),
        ),
        Outfit(
            "dress",
            0.035,
            0.15,
            0.20,
            0.0,
            "puff",
            neckline=0.20,
            bottom="skirt",
            skirt=0.92,
            swing=0.34,
            trims=("waist band", "back zip"),
            shoes="heel",
        ),
        Outfit(
            "long dress",
            0.03,
            0.1,
            0.20,
            0.0,
            "none",
            neckline=0.22,
            bottom="skirt",
            skirt=1.86,
            swing=0.52,
            trims=("waist band", "back zip"),
            shoes="heel",
        ),
        Outfit(
            "kimono",
            0.07,
            0.8,
            0.20,
            0.0,
            "wide",
            neckline=0.10,
            bottom="skirt",
            skirt=1.90,
            swing=0.13,
            trims=("wrap collar", "obi"),
            shoes="sandal",
            socks=WHITE,
            sock=0.88,
        ),
        Outfit(
            "yukata",
            0.06,
            0.8,
            0.20,
            0.0,
            "wide",
            neckline=0.14,
            bottom="skirt",
            skirt=1.82,
            swing=0.12,
            trims=("wrap collar", "narrow obi", "dots"),
            shoes="sandal",
        ),
        Outfit(
            "uniform",
            0.070,
            0.12,
            -0.06,
            0.05,
            "long",
            neckline=0.08,
            trims=("shirt collar", "tie tip", "front buttons", "belt", "badge", "epaulettes", "chest pockets", "yoke"),
            accent=(40, 44, 60),
        ),
        Outfit(
            "apron",
            0.04,
            0.5,
            0.10,
            0.0,
            "short",
            neckline=0.14,
            bottom="auto",
            skirt=1.0,
            swing=0.22,
            trims=("apron bib",),
        ),
        Outfit(
            "lab coat",
            0.095,
            0.7,
            0.0,
            0.03,
            "long",
            neckline=0.10,
            tails=1.02,
            swing=0.20,
            trims=("lapels", "shirt front", "coat buttons", "chest pocket", "half belt"),
        ),
        Outfit("sweater", 0.075, 0.75, 0.03, -0.02, "long", neckline=0.08, trims=("rib", "crew neck", "knit")),
        Outfit("overalls", 0.04, 0.5, 0.22, 0.0, "short", neckline=0.14, width=0.02, trims=("bib",)),
        Outfit(
            "sportswear",
            0.06,
            0.7,
            0.03,
            -0.01,
            "long",
            neckline=0.06,
            trims=("zip", "stand collar", "sleeve stripes", "raglan", "rib"),
        ),
        Outfit(
            "armour",
            0.10,
            0.25,
            0.12,
            0.02,
            "long",
            whole=True,
            neckline=0.06,
            tails=0.42,
            swing=0.18,
            trims=("cuirass", "gorget", "pauldrons", "belt"),
            shoes="boot",
            gloves=True,
            plain=False,
        ),
        Outfit(
            "robe",
            0.07,
            0.6,
            0.20,
            0.0,
            "wide",
            neckline=0.10,
            bottom="skirt",
            skirt=1.88,
            swing=0.42,
            trims=("wrap collar", "sash"),
        ),
        Outfit(
            "swimsuit", 0.008, 0.0, -0.20, 0.0, "none", neckline=0.22, bottom="none", trims=("straps",), shoes="bare"
        ),
        Outfit(
            "spacesuit",
            0.15,
            0.9,
            0.0,
            0.0,
            "long",
            whole=True,
            neckline=0.04,
            width=0.10,
            cuff=0.05,
            trims=("neck ring", "chest pack", "suit rings"),
            shoes="boot",
            gloves=True,
        ),
    )
}


def luminance(colour: Colour) -> float:
    """Return 0 black .. 1 white as the eye weighs it."""
    r, g, b = colour
    return (0.299 * r + 0.587 * g + 0.114 * b) / 255


def cloth(colour: Colour) -> Paint:
    """Return the paint of a cloth by itself; a story's cast may move it a step (dye)."""
    return Paint(colour, values.TONES[values.step_of(colour)])


def leather(colour: Colour) -> Paint:
    """Return the paint of a shoe, a strap, hair-dark cloth: solid black when it is dark."""
    paint = cloth(colour)
    return replace(paint, black=True, tone=1.0) if luminance(colour) < 0.26 else paint


def skin_paint(colour: Colour) -> Paint:
    """Return the paint of skin: bare paper unless it is brown."""
    wanted = max(0.0, (0.70 - luminance(colour)) * 0.55)
    return Paint(colour, min(TONES, key=lambda t: abs(t - wanted)))


def contrast(colour: Colour) -> Colour:
    """Return a colour for bands and belts on a cloth: darker on light, lighter on dark."""
    k, to = (0.42, 20) if luminance(colour) > 0.45 else (0.45, 245)
    return (mixed(colour[0], to, k), mixed(colour[1], to, k), mixed(colour[2], to, k))


def mixed(value: float, to: float, share: float) -> int:
    """Return one channel moved a share of the way."""
    return round(value + (to - value) * share)


@dataclass(frozen=True, slots=True)
class Dressed:
    """What one figure wears, settled: the outfit's cut with the look's own wishes."""

    outfit: Outfit
    bottom: str
    """trousers, skirt, shorts, tights or none."""
    top: Paint
    lower: Paint
    skin: Paint
    shoes: Paint
    accent: Paint
    gloves: Paint | None = None
    bare_chest: bool = False


def dress(look: Look) -> Dressed:
    """Return what a look wears: skirts and shorts follow its accessories first, then gender, age and outfit."""
    outfit = OUTFITS.get(look.outfit, OUTFITS["shirt"])
    worn = {w.name: w.colour for w in look.accessories}
    bottom, lower = outfit.bottom, look.bottom
    one_piece = bottom == "skirt" and outfit.key != "apron"
    if bottom == "auto":
        bottom = "skirt" if look.gender == "woman" else "trousers"
    for word in ("skirt", "shorts"):
        if word in worn and not outfit.tails and not one_piece:
            bottom, lower = word, worn[word]
    if outfit.key == "t-shirt" and look.age in ("toddler", "child") and bottom == "trousers":
        bottom = "shorts"
    if "boots" in worn:
        outfit = replace(outfit, shoes="boot")
    if "gloves" in worn:
        outfit = replace(outfit, gloves=True)
    if outfit.whole and look.bottom == PLAIN.bottom:
        lower = look.top
    bare = outfit.key == "swimsuit" and look.gender == "man"
    if bare:
        bottom, lower = "shorts", look.top
    top = look.top
    if outfit.key == "overalls" and top == lower:
        top = UNDER
    accent = outfit.accent or contrast(look.top)
    accent = worn.get("tie", worn.get("ribbon", accent)) if "tie" in worn else accent
    return Dressed(
        outfit,
        bottom,
        cloth(top),
        cloth(look.top if one_piece else lower),
        skin_paint(look.skin),
        leather(worn.get("boots", look.shoes)),
        cloth(accent),
        _gloves(outfit, look, worn),
        bare,
    )


def _gloves(outfit: Outfit, look: Look, worn: dict[str, Colour]) -> Paint | None:
    """Return the gloves' paint: their own colour, else the suit's or the boots'."""
    if not outfit.gloves:
        return None
    return leather(worn.get("gloves", look.top if outfit.key == "spacesuit" else look.shoes))
