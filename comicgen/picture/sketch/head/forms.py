"""A look's age, gender, build and hair into the measures of a head: the table of skulls, noses and faces."""

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....staging import Look

Jaw = tuple[float, float, float, float, float, float]
JAW_ROWS = (0.0, 0.03, 0.07, 0.13, 0.20, 0.28)
"""Heights above the chin at which a jaw's half widths are given, in head heights."""


@dataclass(frozen=True, slots=True)
class Nose:
    """A nose in head heights: heights of its root, tip and base, how far the tip stands out, half width of the wings.

    ``hump`` lifts the middle of the bridge: below zero it is a hollow one.
    """

    root: float = 0.430
    tip: float = 0.264
    base: float = 0.238
    reach: float = 0.456
    wing: float = 0.042
    hump: float = 0.0


@dataclass(frozen=True, slots=True)
class Form:
    """Measures of one kind of head, in head heights. The eye is (x, y, width, height) of its opening."""

    eye: tuple[float, float, float, float]
    jaw: Jaw
    nose: Nose = Nose()
    wide: float = 1.0
    """Factor of all widths."""
    chin: float = 0.0
    """How far the chin comes forward."""
    ridge: float = 0.0
    """How far the ridge of the brows comes forward."""
    dome: float = 0.0
    """How far the forehead comes forward."""
    brow: float = 0.056
    """Height of the brow above the eye."""
    thick: float = 0.015
    """Thickness of the brow."""
    arch: float = 0.022
    """Rise of the brow's middle over its ends."""
    iris: float = 0.56
    """Half width of the iris in half eye widths."""
    slant: float = 0.0
    """Lift of the eye's outer corner, as an expression's tilt."""
    mouth: float = 1.0
    """Factor of the mouth's width."""
    lips: float = 0.0
    """Fullness of the lips that is drawn, 0..1."""
    lash: float = 0.0
    """Length of the lashes' flick beyond the eye, in half eye widths."""
    lines: int = 0
    """Lines of age: 0 none, 1 the middle years, 2 old."""
    hard: bool = False
    """Drawn with a man's marks: bridge of the nose, hollow of the cheek, no lashes."""
    jowl: float = 0.0
    """Fullness of a double chin, 0..1."""

    @property
    def young(self) -> bool:
        """Whether the nose is a child's button."""
        return self.nose.reach < 0.422


_BUTTON = Nose(0.36, 0.270, 0.246, 0.412, 0.026, -0.010)
_SMALL = Nose(0.42, 0.274, 0.246, 0.436, 0.034, -0.008)
_STRAIGHT = Nose(0.43, 0.264, 0.240, 0.446, 0.040, -0.003)
_LONG = Nose(0.45, 0.254, 0.226, 0.460, 0.054, 0.004)
_OLD = Nose(0.45, 0.242, 0.220, 0.464, 0.060, 0.012)

_WOMAN = Form(
    (0.164, 0.415, 0.184, 0.138),
    (0.050, 0.108, 0.163, 0.228, 0.280, 0.318),
    _STRAIGHT,
    iris=0.60,
    lash=0.22,
    lips=0.8,
    slant=0.05,
    thick=0.013,
)
_MAN = Form(
    (0.154, 0.436, 0.166, 0.086),
    (0.096, 0.162, 0.214, 0.270, 0.305, 0.330),
    _LONG,
    wide=0.965,
    chin=0.014,
    ridge=0.010,
    brow=0.036,
    thick=0.028,
    arch=0.014,
    iris=0.43,
    mouth=1.15,
    hard=True,
)
_ADULT = Form(
    (0.163, 0.424, 0.176, 0.118),
    (0.068, 0.128, 0.184, 0.246, 0.290, 0.323),
    _STRAIGHT,
    brow=0.048,
    thick=0.020,
    iris=0.53,
)
_GIRL = Form(
    (0.168, 0.402, 0.192, 0.164), (0.046, 0.102, 0.160, 0.230, 0.285, 0.322), _SMALL, iris=0.62, lash=0.20, lips=0.35
)
_BOY = Form(
    (0.164, 0.412, 0.180, 0.130),
    (0.068, 0.130, 0.186, 0.250, 0.294, 0.325),
    replace(_STRAIGHT, reach=0.444),
    brow=0.046,
    thick=0.023,
    arch=0.016,
    iris=0.53,
)
_TEEN = replace(_GIRL, lash=0.06, thick=0.018, jaw=(0.056, 0.114, 0.172, 0.238, 0.290, 0.324), lips=0.0)
_CHILD = Form(
    (0.186, 0.376, 0.198, 0.192),
    (0.072, 0.146, 0.212, 0.282, 0.328, 0.354),
    _BUTTON,
    wide=1.06,
    chin=-0.022,
    dome=0.014,
    iris=0.64,
    mouth=0.9,
)
_TODDLER = Form(
    (0.196, 0.344, 0.196, 0.190),
    (0.085, 0.166, 0.236, 0.302, 0.338, 0.354),
    replace(_BUTTON, tip=0.252, base=0.232, reach=0.406),
    wide=1.12,
    chin=-0.034,
    dome=0.022,
    brow=0.07,
    thick=0.012,
    iris=0.67,
    mouth=0.76,
)
_CHIBI = Form(
    (0.212, 0.355, 0.232, 0.255),
    (0.084, 0.168, 0.238, 0.305, 0.345, 0.366),
    replace(_BUTTON, reach=0.406),
    wide=1.15,
    chin=-0.02,
    brow=0.06,
    iris=0.64,
    mouth=0.85,
)
_ELDER_MAN = replace(
    _MAN,
    eye=(0.154, 0.430, 0.152, 0.066),
    jaw=(0.092, 0.154, 0.198, 0.238, 0.266, 0.308),
    nose=_OLD,
    thick=0.032,
    arch=0.020,
    lines=2,
)
_ELDER_WOMAN = replace(
    _WOMAN,
    eye=(0.158, 0.420, 0.162, 0.088),
    jaw=(0.060, 0.118, 0.172, 0.228, 0.268, 0.310),
    nose=replace(_STRAIGHT, tip=0.256, base=0.234, wing=0.046),
    iris=0.56,
    lash=0.07,
    lips=0.3,
    lines=2,
    slant=-0.04,
)
_FORMS = {
    ("toddler", "neutral"): _TODDLER,
    ("toddler", "woman"): replace(_TODDLER, lash=0.14),
    ("child", "neutral"): _CHILD,
    ("child", "woman"): replace(_CHILD, lash=0.18),
    ("child", "man"): replace(_CHILD, eye=(0.184, 0.380, 0.192, 0.172), thick=0.021, brow=0.048, arch=0.014),
    ("teen", "neutral"): _TEEN,
    ("teen", "woman"): _GIRL,
    ("teen", "man"): _BOY,
    ("adult", "neutral"): _ADULT,
    ("adult", "woman"): _WOMAN,
    ("adult", "man"): _MAN,
    ("elder", "neutral"): replace(_ELDER_WOMAN, lash=0.0, thick=0.020),
    ("elder", "woman"): _ELDER_WOMAN,
    ("elder", "man"): _ELDER_MAN,
}
_HEAVY: Jaw = (0.050, 0.076, 0.090, 0.086, 0.064, 0.030)
_STRONG: Jaw = (0.022, 0.022, 0.022, 0.020, 0.012, 0.004)
_SLIM: Jaw = (-0.004, -0.008, -0.014, -0.020, -0.018, -0.010)
GREY = 40
"""Hair whose red, green and blue differ by less, and that is not dark, is grey."""


@lru_cache(maxsize=256)
def form_of(look: "Look") -> Form:
    """Return the measures of the look's head: those of its kind, varied a little so that people differ."""
    if look.build == "chibi":
        form = replace(_CHIBI, lash=0.18) if look.gender == "woman" else _CHIBI
        return replace(form, thick=0.022) if look.gender == "man" else form
    form = _FORMS.get((look.age, look.gender)) or _FORMS.get((look.age, "neutral"), _ADULT)
    return _varied(_built(_greyed(form, look), look.build), look)


def _greyed(form: Form, look: "Look") -> Form:
    """Return the form of a man whose whiskers are grey: he is past fifty."""
    grey = max(look.hair_colour) - min(look.hair_colour) < GREY and sum(look.hair_colour) > 270
    whiskers = any(wear.name in ("beard", "moustache", "stubble") for wear in look.accessories)
    if look.age != "adult" or not (form.hard and grey and whiskers):
        return form
    x, y, w, h = form.eye
    return replace(form, eye=(x, y, w, h * 0.94), lines=1, thick=0.032, nose=replace(_LONG, hump=0.008))


def _built(form: Form, build: str) -> Form:
    if build == "heavy":
        jaw = _plus(form.jaw, _HEAVY)
        broad = replace(form.nose, wing=form.nose.wing * 1.2)
        return replace(
            form, jaw=jaw, nose=broad, wide=form.wide * 1.035, jowl=0.0 if form.young else 1.0, lines=form.lines
        )
    if build == "strong":
        return replace(form, jaw=_plus(form.jaw, _STRONG), ridge=form.ridge + 0.004, thick=form.thick * 1.12)
    if build == "slim":
        return replace(form, jaw=_plus(form.jaw, _SLIM), wide=form.wide * 0.975)
    return form


def _plus(jaw: Jaw, more: Jaw) -> Jaw:
    a, b, c, d, e, f = (x + y for x, y in zip(jaw, more, strict=True))
    return (a, b, c, d, e, f)


def _varied(form: Form, look: "Look") -> Form:
    """Return the form with the small differences that tell people of one kind apart.

    What decides is what stays with a person from panel to panel: never the clothes.
    """
    key = repr((look.age, look.gender, look.build, look.hair, look.hair_colour, look.eyes, look.skin, look.height))
    dice = [b / 127.5 - 1.0 for b in sha256(key.encode()).digest()[:8]]
    x, y, w, h = form.eye
    nose = form.nose
    reach = 0.4 if form.young else 1.0
    narrow = 1.0 + 0.045 * dice[0]
    a, b, c, d, e, f = (
        v * (1 + (narrow - 1) * k) for v, k in zip(form.jaw, (1.6, 1.3, 1.1, 1.0, 0.8, 0.4), strict=True)
    )
    return replace(
        form,
        jaw=(a, b, c, d, e, f),
        eye=(x * (1 + 0.025 * dice[1]), y + 0.006 * dice[2], w, h * (1 + 0.09 * dice[3])),
        slant=form.slant + 0.07 * dice[4],
        thick=form.thick * (1 + 0.22 * dice[5]),
        arch=form.arch * (1 + 0.5 * dice[6]),
        nose=replace(
            nose,
            reach=nose.reach + 0.008 * dice[7] * reach,
            hump=nose.hump + 0.006 * dice[2] * reach,
            tip=nose.tip + 0.006 * dice[6] * reach,
        ),
    )
