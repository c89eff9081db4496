"""Panel and frame into a Staging: who stands where in 3-D, doing what, in which set, seen by which camera.

World: metres, x right, y up, the ground is y = 0. Angles are degrees. A figure's yaw 0 looks
towards +z, the side the camera stands on by default; yaw grows towards +x (the camera's right).
"""

from dataclasses import dataclass

from ..drawing import Colour
from ..geometry import Point, Rect
from .camera import Camera, Vec3


@dataclass(frozen=True, slots=True)
class Wear:
    """One garment, accessory or held thing and its colour."""

    name: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Look:
    """A descriptor understood: what the sketch artist draws of it.

    Names are keys of the tables that draw them (species, builds, hair styles, outfits, accessories).
    """

    species: str = "human"
    age: str = "adult"
    """toddler, child, teen, adult or elder."""
    gender: str = "neutral"
    """woman, man or neutral."""
    build: str = "average"
    """slim, average, strong, heavy or chibi."""
    height: float = 1.7
    """Metres, standing."""
    skin: Colour = (250, 222, 203)
    hair: str = "short"
    hair_colour: Colour = (60, 42, 32)
    eyes: Colour = (70, 52, 40)
    outfit: str = "shirt"
    top: Colour = (235, 235, 235)
    bottom: Colour = (60, 66, 84)
    shoes: Colour = (50, 42, 40)
    accessories: tuple[Wear, ...] = ()
    unknown: tuple[str, ...] = ()
    """Words of the descriptor that no table knows: kept for the prompt, reported by check."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One figure on the ground plane."""

    character: str
    look: Look
    pose: str
    """A key of the pose table."""
    expression: str
    """A key of the expression table."""
    position: Vec3
    yaw: float
    gaze: Vec3 | None = None
    """A point in the world that head and eyes turn to; None looks straight ahead."""
    size: float = 1.0
    holds: tuple[Wear, ...] = ()
    partner: str = ""
    """The character whom a pair pose (hug, handshake, ...) touches."""
    seat: str = ""
    """A prop to put under one who sits where the set has no seat."""
    desk: str = ""
    """A prop to put before one who writes or types where the set has no desk."""
    values: tuple[tuple[Colour, int], ...] = ()
    """Colours of the look and their steps from paper to black among the story's cast (staging.values)."""
    mirrored: bool = False
    """What is told from the side is done with the other arm: the actor faces the frame's left."""
    wet: bool = False
    """Soaked: hair clings and drips."""
    aboard: float = 0.0
    """Metres from the feet to the seat that a vehicle gives, whatever the pose says of legs; 0 outside of one."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A prop that a panel's words put down: its foot in the world and its turn."""

    prop: str
    at: Vec3
    yaw: float = 0.0


@dataclass(frozen=True, slots=True)
class Scenery:
    """A place as a set. The same name and seed build the same set for every panel of a scene."""

    place: str
    """A key of the set table."""
    seed: int
    time: str = "day"
    weather: str = ""
    props: tuple[str, ...] = ()
    """Extra props the words of place and action name."""
    crowd: bool = False
    laid: tuple[Laid, ...] = ()


@dataclass(frozen=True, slots=True)
class Staging:
    """A panel blocked in 3-D: all that the sketch artist and the guides need."""

    actors: tuple[Actor, ...]
    scenery: Scenery
    camera: Camera
    shot: str
    seed: int
    quiet: float = 0.0
    """Share of the frame's height at the top that balloons will want."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where one character is in a picture, in fractions of its width and height."""

    character: str
    head: Rect
    mouth: Point
    body: Rect


# The rooms behind the door build the types above, so they are opened after them.
from .anchoring import anchors  # noqa: E402
from .direct import stage  # noqa: E402
from .notes import findings  # noqa: E402

__all__ = [
    "Actor",
    "Anchor",
    "Camera",
    "Laid",
    "Look",
    "Scenery",
    "Staging",
    "Vec3",
    "Wear",
    "anchors",
    "findings",
    "stage",
]
