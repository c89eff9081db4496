"""Random panels that say everything: the staging and the fills on paper are what was written, judged by other code."""

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from director_judge import PEOPLE, look
from director_panels import HERE, cast, panel, script

from comicgen.staging import stage
from comicgen.staging.figure import skeleton
from comicgen.story import ANGLES, SHOTS, Character

CAST = {key: Character(key, key.title(), words, HERE) for key, (words, _, _) in PEOPLE.items()}
BOOK = script(characters=tuple(CAST.values()))
PLACES = (
    "street", "park", "classroom", "cafe", "station platform", "bedroom", "forest", "rooftop", "beach", "kitchen",
    "corridor", "office", "",
)  # fmt: skip
POSES = (
    "standing", "arms crossed", "pointing", "waving", "running", "thinking", "walking", "jumping", "kneeling",
    "reading", "looking at phone", "hands on hips", "",
)  # fmt: skip
ACROSS = dict.fromkeys((1, 2, 3), (0.18, 0.34, 0.5, 0.66, 0.82)) | {4: (0.15, 0.38, 0.62, 0.85)}
NEAR = {"front": 0.7, "": 1.0, "middle": 1.0, "back": 1.6}
STEEP = ("bird's-eye", "worm's-eye")
"""From there a face is not seen from the side that it is turned to, and heads grow with their height."""

SMALL, BOWED = 0.06, ("reading", "looking at phone", "thinking", "jumping")
"""Frame widths of a head whose eyes are mere dots, and poses that hide them."""


def random_panel(seed):
    """Return a panel of one to four people, with everything said of each, and its frame's aspect."""
    dice = Random(seed)
    count = dice.choice((1, 1, 2, 2, 3, 4))
    across = sorted(dice.sample(ACROSS[count], count))
    while any(b - a < 0.2 for a, b in pairwise(across)):
        across = sorted(dice.sample(ACROSS[count], count))
    dice.shuffle(across)
    people = [_someone(dice, key, at) for key, at in zip(dice.sample(sorted(PEOPLE), count), across, strict=True)]
    lines = [(p.character.id, "Some words to say here.") for p in people[: dice.randint(0, 2)]]
    shot = dice.choice(SHOTS if count == 1 else SHOTS[2:] if count < 4 else SHOTS[3:])
    angle = dice.choice([a for a in ANGLES if a != "over-the-shoulder"])
    place, aspect = dice.choice(PLACES), dice.choice((0.75, 1.0, 4 / 3, 1.9))
    return panel(*people, place=place, lines=lines, id=f"p{seed}", shot=shot, angle=angle), aspect


def _someone(dice, key, at):
    facing = dice.choice(("left", "right", "camera", "away"))
    depth, size = dice.choice(("", "middle", "front", "back")), dice.choice((1.0, 1.0, 0.8, 1.25))
    return cast(pose=dice.choice(POSES), at=at, depth=depth, facing=facing, size=size, character=CAST[key])


def faults(written, staging):
    """Return what is not as written, on the staging and on paper."""
    seen = look(staging)
    found = [f"{len(staging.actors)} staged"] if len(staging.actors) != len(written.cast) else []
    for person, actor in zip(written.cast, staging.actors, strict=False):
        key = person.character.id
        told = [*_staged(person, actor, staging.camera), *_drawn(person, seen.get(key), written)]
        found += [f"{key}: {fault}" for fault in told]
    return [*found, *_nearer(written, staging), *_larger(written, seen)]


def _staged(person, actor, camera):
    """Judge one actor in the world by the lens equation and the bones alone."""
    body, aside = skeleton(actor), person.at - 0.5
    head = np.array(body.head.origin) + 0.45 * body.head.unit * np.array(body.head.up)
    sight = head - np.array(camera.eye)
    across, away = float(sight @ np.array(camera.right)), float(sight @ np.array(camera.forward))
    at = camera.focal * across / away + camera.shift[0]
    if abs(at - aside * camera.aspect) > 0.02 * camera.aspect + 0.3 * body.head.unit * camera.focal / away:
        yield f"staged at {0.5 + at / camera.aspect:.2f}, not {person.at}"
    yield from _turned(person.facing, np.array(body.chest.facing), camera)
    plain = skeleton(replace(actor, size=1.0)).head.unit
    if abs(body.head.unit / plain - person.size) > 1e-6:
        yield f"size {body.head.unit / plain:.2f}"
    _, hair, top = PEOPLE[person.character.id]
    if np.abs(np.subtract((actor.look.hair_colour, actor.look.top), (hair, top))).max() > 4:
        yield f"coloured {actor.look.hair_colour} {actor.look.top}"


def _turned(facing, chest, camera):
    right, ahead = np.array(camera.right), np.array(camera.forward) * (1, 0, 1)
    side, away = float(chest @ right), float(chest @ ahead / np.linalg.norm(ahead))
    good = {"left": side < -0.2, "right": side > 0.2, "camera": away < -0.4, "away": away > 0.4}
    if not good[facing]:
        yield f"staged facing {side:+.2f} {away:+.2f}, not {facing}"


def _drawn(person, seen, written):
    """Judge one figure by its fills."""
    if seen is None or seen.inside < 30:
        yield "not to be seen"
        return
    least, share = (0.06, 0.5) if written.angle in STEEP else (0.04, 0.25)
    if abs(seen.middle - person.at) > max(least, share * seen.head):
        yield f"drawn at {seen.middle:.2f}, not {person.at}"
    for part in ("hair", "top"):
        share = getattr(seen, part)
        if share is not None and share < 0.4:
            yield f"{part} of another colour: {share:.2f}"
    if written.angle not in STEEP:
        yield from _faced(person, seen, written.angle == "high" or seen.head < SMALL or person.pose in BOWED)


def _faced(person, seen, bowed):
    facing, blind = person.facing, bowed and not seen.eyes
    good = {
        "left": blind or (seen.eyes and seen.lean < 0.1),
        "right": blind or (seen.eyes and seen.lean > -0.1),
        "camera": blind or (seen.eyes and abs(seen.lean) < 0.2),
        "away": not seen.eyes and seen.bare < 0.5,
    }
    if not good[facing]:
        yield f"drawn facing {seen.lean:+.2f} with {seen.bare:.2f} bare, not {facing}"


def _nearer(written, staging):
    ahead = np.array(staging.camera.forward) * (1, 0, 1)
    eye = np.array(staging.camera.eye)
    depth = {a.character: float((np.array(a.position) - eye) @ ahead) for a in staging.actors}
    people = [p for p in written.cast if p.character.id in depth]
    for a in people:
        for b in people:
            if NEAR[a.depth] < NEAR[b.depth] and depth[a.character.id] >= depth[b.character.id]:
                yield f"{a.character.id} is not nearer than {b.character.id}"


def _larger(written, seen):
    """Judge sizes and depths of two by their heads on paper, against their heads side by side."""
    if written.angle in STEEP:
        return
    people = [p for p in written.cast if p.character.id in seen and p.pose not in BOWED]
    for i, a in enumerate(people):
        for b in people[:i]:
            asked = a.size / b.size * NEAR[b.depth] / NEAR[a.depth]
            heads = [seen[p.character.id].head / own_head(p.character.id) for p in (a, b)]
            if abs(np.log(heads[0] / heads[1] / asked)) > 0.45:
                yield f"{a.character.id} is {heads[0] / heads[1]:.2f} of {b.character.id}, not {asked:.2f}"


@lru_cache(maxsize=16)
def own_head(key):
    """Return how wide the head of somebody is drawn, against another's beside it."""
    if key == "ken":
        return 1.0
    pair = [cast(at=at, facing="camera", character=CAST[k]) for k, at in (("ken", 0.25), (key, 0.75))]
    seen = look(stage(panel(*pair, shot="full shot", place=""), 1.5, BOOK))
    return seen[key].head / seen["ken"].head


def judged(seed):
    written, aspect = random_panel(seed)
    return faults(written, stage(written, aspect, BOOK))


@pytest.mark.parametrize("seed", range(3, 500, 42))
def test_a_sample_of_random_panels_is_drawn_as_written(seed):
    assert judged(seed) == []


@pytest.mark.slow
@pytest.mark.parametrize("block", range(20))
def test_500_random_panels_are_drawn_as_written(block):
    assert {s: told for s in range(block * 25, block * 25 + 25) if (told := judged(s))} == {}


WRITTEN = panel(
    cast(at=0.3, facing="left", depth="front", character=CAST["ana"]),
    cast(at=0.75, facing="right", depth="back", character=CAST["leo"]),
    shot="cowboy shot", place="park",
)  # fmt: skip


def _changed(written, **one):
    return replace(written, cast=(replace(written.cast[0], **one), written.cast[1]))


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (_changed(WRITTEN, at=0.42), "drawn at"),
        (_changed(WRITTEN, facing="right"), "drawn facing"),
        (_changed(WRITTEN, facing="away"), "drawn facing"),
        (_changed(WRITTEN, depth="back"), "of ana, not"),
        (_changed(WRITTEN, size=2.0), "of ana, not"),
        (_changed(WRITTEN, character=replace(CAST["ana"], look="woman, long blue hair, green dress")), "hair"),
        (_changed(WRITTEN, character=replace(CAST["ana"], look="woman, long blonde hair, red dress")), "top"),
    ],
)
def test_the_judge_notices(changed, fault):
    assert faults(WRITTEN, stage(WRITTEN, 1.3, BOOK)) == []
    assert any(fault in told for told in faults(WRITTEN, stage(changed, 1.3, BOOK)))


def test_the_judge_misses_whoever_is_not_there():
    staging = stage(WRITTEN, 1.3, BOOK)
    assert faults(WRITTEN, replace(staging, actors=staging.actors[:1])) == ["1 staged"]
    moved = replace(staging.actors[1], position=(40.0, 0.0, 0.0))
    told = faults(WRITTEN, replace(staging, actors=(staging.actors[0], moved)))
    assert "leo: not to be seen" in told
