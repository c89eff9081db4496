"""The artist's own tables into contact sheets, one cell for every entry, so that a new entry shows itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice

from ....doors import names
from ....staging import Scenery, Staging
from ....staging.camera.framing import SIZES, View
from ....staging.figure.poses import POSES
from ....staging.sets import PLACES, PROPS
from ....staging.words.descriptor import read_look
from ....staging.words.expressions import EXPRESSIONS
from ....staging.words.looks import ACCESSORIES, AGES, BUILDS, HEAD_ACCESSORIES, HELD, SPECIES
from ....story import ANGLES, TIMES
from ..head.hair import STYLES
from ..setting.weather import WEATHER
from ..wardrobe.outfits import OUTFITS
from .board import Cell, Sheet
from .casting import BOY, GIRL, MAN, OPEN, STORY, WHOLE, WOMAN, Model, alone, centred, portraits, posed, staged, worn

BACK = 150.0
SQUARE = replace(WHOLE, aspect=1.0)
WIDE = 4 / 3
PALE = (236, 232, 220)
FOR_MEN = ("beard", "moustache", "stubble", "eyepatch")
FOR_EARS = ("earrings", "headphones")
FOR_ANIMALS = ("collar",)
TALL = ("umbrella", "bag", "stick", "sign", "broom", "bow", "suitcase", "cane", "torch", "axe")
"""Things that need the whole figure."""
FAMILY = {
    "toddler": ("3-year-old girl, twin tails, red dress", "3-year-old boy, short hair, blue overalls"),
    "child": ("9-year-old girl, twin braids, yellow shirt, skirt", "9-year-old boy, short hair, green t-shirt, shorts"),
    "teen": ("16-year-old girl, long hair, sailor uniform", "16-year-old boy, spiky hair, gakuran"),
    "adult": ("woman, brown ponytail, red shirt, dark trousers", "man, short black hair, white shirt, grey trousers"),
    "elder": ("old woman, grey bun, kimono", "old man, bald, grey beard, brown sweater"),
}
MOVES = ("standing", "walking", "running", "sitting", "lying")
HORSE = ("standing", "walking", "running", "lying")
BIRD = ("standing", "walking", "sitting", "flying")
PAIR: tuple[Model, ...] = (
    Model(GIRL, "talking", "smile", 0.36, 34.0),
    Model(BOY, "arms crossed", "neutral", 0.66, -30.0),
)

SEATED = tuple(replace(model, pose="sitting") for model in PAIR)
TIGHT = ("car inside",)
"""Places where nobody stands."""


def poses() -> Iterator[Cell]:
    """Yield the pose table."""
    return (Cell(key, posed(key)) for key in POSES)


def people() -> Iterator[Cell]:
    """Yield a few faces, poses and outfits: people at a glance."""
    for key, look in zip(tuple(EXPRESSIONS)[1::4], cycle((GIRL, MAN, WOMAN, BOY)), strict=False):
        yield Cell(key, portraits(Model(look, expression=key, turn=-OPEN), aspect=WHOLE.aspect))
    yield from (Cell(key, posed(key)) for key in tuple(POSES)[7::9])
    yield from islice(outfits(), 0, None, 3)


def expressions() -> Iterator[Cell]:
    """Yield each expression on two faces."""
    for key in EXPRESSIONS:
        pair = (Model(GIRL, expression=key, turn=18.0), Model(MAN, expression=key, turn=-24.0))
        yield Cell(key, portraits(*pair, aspect=1.7))


def hair() -> Iterator[Cell]:
    """Yield each hair style from the front and from behind."""
    for key in STYLES:
        look = replace(GIRL, hair=key, hair_colour=(112, 74, 50))
        pair = (Model(look), Model(look, turn=BACK))
        yield Cell(key, portraits(*pair, aspect=1.55, shot="medium close-up"))


def outfits() -> Iterator[Cell]:
    """Yield each outfit on a woman and on a man, the one from the front, the other three-quarter."""
    for key in OUTFITS:
        looks = [replace(read_look(f"{who}, {key}"), outfit=key) for who in ("woman, long hair", "man, short hair")]
        pair = (Model(looks[0], "standing", at=0.3, turn=-14.0), Model(looks[1], "walking", at=0.7, turn=42.0))
        yield Cell(key, staged(pair, WHOLE))


def bodies() -> Iterator[Cell]:
    """Yield ages by builds, a woman and a man of each."""
    for age in AGES:
        for build in BUILDS:
            woman, man = (replace(read_look(words), build=build) for words in FAMILY[age])
            pair = (Model(woman, at=0.27, turn=-OPEN), Model(man, "hands on hips", at=0.73))
            yield Cell(f"{age}, {build}", staged(pair, replace(WHOLE, aspect=1.15, wider=0.94)))


def accessories() -> Iterator[Cell]:
    """Yield what is worn: on heads in close-up, all else on whole figures from the front and from behind."""
    for key in ACCESSORIES:
        if key in HEAD_ACCESSORIES:
            look = WOMAN if key in FOR_EARS else MAN if key in FOR_MEN else GIRL
            yield Cell(key, portraits(Model(worn(look, key)), shot="medium close-up"))
        elif key in FOR_ANIMALS:
            yield Cell(key, centred(Model(worn(read_look("dog"), key), "sitting", turn=48.0), SQUARE))
        else:
            look = replace(worn(WOMAN, key), top=PALE)
            pair = (Model(look, at=0.3, turn=-OPEN), Model(look, at=0.7, turn=BACK))
            yield Cell(key, staged(pair, SQUARE))


def held_things() -> Iterator[Cell]:
    """Yield what a hand can hold."""
    for key in HELD:
        model = Model(WOMAN, holds=(key,))
        view = replace(SQUARE, wider=0.95) if key in TALL else View("cowboy shot", "eye", 0.0, 1.0)
        yield Cell(key, staged([model], view))


def animals() -> Iterator[Cell]:
    """Yield animals and robots in their gaits."""
    for species in SPECIES:
        if species != "human":
            yield from (Cell(f"{species}, {pose}", _animal(species, pose)) for pose in _gaits(species))


def _gaits(species: str) -> tuple[str, ...]:
    """Return poses of which each is another stance of the animal."""
    return {"horse": HORSE, "bird": BIRD}.get(species, MOVES)


WINGS = 1.4
"""How much larger than a body the frame is where wings are spread."""


def _animal(species: str, pose: str) -> Staging:
    view = replace(WHOLE, aspect=1.2, wider=WINGS if pose == "flying" else WHOLE.wider)
    return centred(Model(read_look(species), pose, turn=48.0), view)


def places() -> Iterator[Cell]:
    """Yield every place with two people in it."""
    for key in PLACES:
        cast, shot = (SEATED, "medium shot") if key in TIGHT else (PAIR, "long shot")
        yield Cell(key, staged(cast, View(shot, "eye", 12.0, WIDE), Scenery(key, STORY)))


def props() -> Iterator[Cell]:
    """Yield every prop by itself."""
    return (Cell(key, alone(key)) for key in PROPS)


def shots() -> Iterator[Cell]:
    """Yield the shot sizes in one place."""
    for key in SIZES:
        cast = (replace(PAIR[0], at=0.5),) if "close" in key else PAIR
        yield Cell(key, staged(cast, View(key, "eye", 8.0, WIDE), Scenery("street", STORY)))


def angles() -> Iterator[Cell]:
    """Yield the camera's angles on one scene."""
    for key in ANGLES:
        cast, yaw = PAIR, 8.0
        if key == "over-the-shoulder":
            cast, yaw = (replace(PAIR[0], at=0.6), replace(PAIR[1], at=0.2, depth=0.45, turn=158.0, lead=False)), 40.0
        shot = "long shot" if key in ("bird's-eye", "worm's-eye") else "full shot"
        shot = "medium shot" if key in ("over-the-shoulder", "pov") else shot
        yield Cell(key, staged(cast, View(shot, key, yaw, WIDE), Scenery("park", STORY)))


def manners() -> Iterator[Cell]:
    """Yield the same shot in every manner, a scene and a face."""
    for key in names("picture.sketch.manners"):
        scene = staged(PAIR, View("cowboy shot", "eye", 8.0, WIDE), Scenery("cafe", STORY))
        yield Cell(key, scene, key)


def hours() -> Iterator[Cell]:
    """Yield times of day by weathers."""
    for time in TIMES:
        for weather in ("", *WEATHER):
            scene = Scenery("riverside", STORY, time, weather)
            key = f"{time}, {weather}" if weather else time
            yield Cell(key, staged(PAIR, View("full shot", "eye", 14.0, WIDE, wider=1.3), scene))


SHEETS: dict[str, tuple[str, Callable[[], Iterator[Cell]], int, str]] = {
    "people": ("People", people, 8, "colour"),
    "poses": ("Poses", poses, 10, "grey"),
    "expressions": ("Expressions", expressions, 6, "grey"),
    "hair": ("Hair", hair, 6, "grey"),
    "outfits": ("Outfits", outfits, 8, "colour"),
    "bodies": ("Ages and builds", bodies, 10, "grey"),
    "accessories": ("Accessories", accessories, 9, "colour"),
    "held": ("Things in the hand", held_things, 8, "grey"),
    "animals": ("Animals and robots", animals, 5, "colour"),
    "places": ("Places", places, 6, "grey"),
    "props": ("Props", props, 10, "grey"),
    "shots": ("Shot sizes", shots, 4, "ink"),
    "angles": ("Camera angles", angles, 4, "ink"),
    "manners": ("Manners", manners, 3, "ink"),
    "hours": ("Times of day and weather", hours, 6, "ink"),
}
"""Name of the file: title, cells, columns and manner."""


def sheet(name: str) -> Sheet:
    """Return one contact sheet, staged but not yet drawn."""
    title, cells, columns, manner = SHEETS[name]
    return Sheet(name, title, tuple(cells()), columns, manner)
