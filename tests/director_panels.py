"""Panels made by hand for the director's tests."""

from itertools import pairwise
from random import Random

from comicgen.errors import Mark
from comicgen.script import Cast, Panel, Script
from comicgen.story import ANGLES, SHOTS, Character, Line, Style

HERE = Mark("test.yaml", 1, 1)
LOOKS = {
    "mei": "17-year-old girl, short black bob, navy sailor uniform, red scarf",
    "ken": "tall station guard, grey moustache, dark blue uniform, cap",
    "ana": "woman, long blonde hair, green dress",
    "boy": "一个穿着蓝色衣服的男孩，红色短发",
}
CAST = {key: Character(key, key.title(), look, HERE) for key, look in LOOKS.items()}
PLACES = ("street", "park", "classroom", "cafe", "station platform", "bedroom", "forest", "")
POSES = ("standing", "arms crossed", "pointing", "waving", "running", "thinking", "")


def cast(key="mei", pose="", expression="", **how):
    at, depth = how.get("at"), how.get("depth", "")
    rest = [how.get(k, v) for k, v in (("facing", ""), ("look", ""), ("size", 1.0), ("holds", ()))]
    return Cast(how.get("character", CAST.get(key)), pose, expression, at, depth, *rest, HERE)


def panel(*people, shot="medium shot", angle="eye", place="street", lines=(), **more):
    said = tuple(Line(text, who) for who, text in lines)
    about = {"id": "p1", "time": "day", "weather": "", "action": "", "effects": (), "scene": place} | more
    return Panel(
        about["id"], HERE, shot, angle, place, place, about["time"], about["weather"], about["action"], tuple(people),
        said, (), about["effects"], 1.0, None, "", about["scene"],
    )  # fmt: skip


def script(reading="ltr", seed=3, characters=None):
    people = tuple(CAST.values() if characters is None else characters)
    return Script("T", "t.yaml", "", "en", reading, "us-comic", seed, "panel", "sketch", Style(), people, ())


def random_panel(seed):
    """Return a panel that says everything: where, how near, which way, how large."""
    dice = Random(seed)
    keys = dice.sample(sorted(LOOKS), dice.choice((1, 1, 2, 2, 3)))
    across = sorted(dice.sample((0.18, 0.34, 0.5, 0.66, 0.82), len(keys)))
    while any(b - a < 0.2 for a, b in pairwise(across)):
        across = sorted(dice.sample((0.18, 0.34, 0.5, 0.66, 0.82), len(keys)))
    dice.shuffle(across)
    shots = SHOTS if len(keys) == 1 else SHOTS[2:]
    angles = [a for a in ANGLES if a not in ("over-the-shoulder", "worm's-eye", "bird's-eye")]
    people = [
        cast(
            key, dice.choice(POSES), "", at=at,
            depth=dice.choice(("", "middle", "front", "back")),
            facing=dice.choice(("left", "right", "camera", "away")),
            size=dice.choice((1.0, 1.0, 0.8, 1.25)),
        )
        for key, at in zip(keys, across, strict=True)
    ]  # fmt: skip
    lines = [(k, "Some words to say here.") for k in keys[: dice.randint(0, 2)]]
    where, how = dice.choice(PLACES), {"shot": dice.choice(shots), "angle": dice.choice(angles)}
    return panel(*people, place=where, lines=lines, id=f"p{seed}", **how), dice.choice((0.75, 1.0, 4 / 3, 1.9))
