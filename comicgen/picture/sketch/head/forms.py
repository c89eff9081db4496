"""A look's age, gender and build into the measures of a head: the table of skulls and faces."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....staging import Look


@dataclass(frozen=True, slots=True)
class Form:
    """Measures of one kind of head, in head heights. The eye is (x, y, width, height) of its opening."""

    eye: tuple[float, float, float, float]
    wide: float = 1.0
    """Factor of all widths."""
    jaw: float = 1.0
    """Factor of the widths below the cheekbones, growing towards the chin."""
    chin: float = 0.055
    """Half width of the chin's lowest ring."""
    brow: float = 0.062
    """Height of the brow above the eye."""
    thick: float = 0.015
    """Thickness of the brow."""
    iris: float = 0.56
    """Half width of the iris in half eye widths."""
    nose: float = 0.455
    """How far the tip of the nose stands out; below 0.43 it is a child's button."""
    mouth: float = 1.0
    """Factor of the mouth's width."""
    lash: float = 0.0
    """Length of the lashes' flick beyond the eye, in half eye widths."""
    lines: int = 0
    """Wrinkles: 0 none, 1 the folds of age."""
    lips: bool = False

    @property
    def young(self) -> bool:
        """Whether the nose is a child's button."""
        return self.nose < 0.43


_WOMAN = Form((0.166, 0.410, 0.185, 0.150), jaw=0.96, iris=0.60, lash=0.20, lips=True)
_MAN = Form(
    (0.158, 0.425, 0.168, 0.100),
    wide=0.97,
    jaw=1.20,
    chin=0.088,
    brow=0.042,
    thick=0.026,
    iris=0.45,
    nose=0.468,
    mouth=1.1,
)
_ADULT = Form((0.166, 0.418, 0.178, 0.130), jaw=1.10, chin=0.065, brow=0.054, thick=0.018, iris=0.53)
_GIRL = Form((0.168, 0.400, 0.190, 0.165), jaw=0.98, iris=0.62, lash=0.20)
_BOY = Form((0.166, 0.408, 0.182, 0.140), jaw=1.10, chin=0.065, brow=0.054, thick=0.021, iris=0.53)
_TEEN = replace(_GIRL, jaw=1.03, lash=0.06, thick=0.017)
_CHILD = Form((0.188, 0.375, 0.200, 0.198), wide=1.10, jaw=1.07, brow=0.058, iris=0.64, nose=0.42, mouth=0.9)
_TODDLER = Form(
    (0.196, 0.345, 0.198, 0.196), wide=1.17, jaw=1.16, chin=0.08, brow=0.07, iris=0.66, nose=0.41, mouth=0.78
)
_CHIBI = Form((0.212, 0.355, 0.232, 0.255), wide=1.22, jaw=1.16, chin=0.07, brow=0.06, iris=0.64, nose=0.41, mouth=0.85)
_FORMS = {
    ("toddler", "neutral"): _TODDLER,
    ("child", "neutral"): _CHILD,
    ("child", "woman"): replace(_CHILD, lash=0.16),
    ("child", "man"): replace(_CHILD, thick=0.019, jaw=1.10),
    ("teen", "neutral"): _TEEN,
    ("teen", "woman"): _GIRL,
    ("teen", "man"): _BOY,
    ("adult", "neutral"): _ADULT,
    ("adult", "woman"): _WOMAN,
    ("adult", "man"): _MAN,
    ("elder", "neutral"): replace(_ADULT, eye=(0.162, 0.42, 0.165, 0.10), jaw=1.16, lines=1),
    ("elder", "woman"): replace(_WOMAN, eye=(0.162, 0.415, 0.168, 0.105), jaw=1.10, lash=0.06, lines=1),
    ("elder", "man"): replace(_MAN, eye=(0.158, 0.428, 0.156, 0.082), jaw=1.18, thick=0.030, lines=1),
}


def form_of(look: "Look") -> Form:
    """Return the measures of the look's head."""
    if look.build == "chibi":
        form = replace(_CHIBI, lash=0.18) if look.gender == "woman" else _CHIBI
        return replace(form, thick=0.022) if look.gender == "man" else form
    form = _FORMS.get((look.age, look.gender)) or _FORMS.get((look.age, "neutral"), _ADULT)
    if look.build == "heavy":
        return replace(form, wide=form.wide * 1.06, jaw=form.jaw * 1.14, chin=form.chin * 1.35)
    return replace(form, jaw=form.jaw * 0.96) if look.build == "slim" else form
