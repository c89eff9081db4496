"""Descriptors in two languages into looks, and every name of the tables within reach of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comicgen.staging.figure.poses import POSES
from comicgen.staging.words import chinese, english
from comicgen.staging.words.colours import COLOURS, WORDS, colour, shaded
from comicgen.staging.words.deeds import find_thing, read_pose
from comicgen.staging.words.descriptor import read_look
from comicgen.staging.words.looks import ACCESSORIES, BUILDS, HAIR_STYLES, HEAD_ACCESSORIES, HELD, OUTFITS, SPECIES

RED, BLUE, NAVY, GREEN = COLOURS["red"], COLOURS["blue"], COLOURS["navy"], COLOURS["green"]


def worn(look, name):
    return next((w.colour for w in look.accessories if w.name == name), None)


def test_a_schoolgirl():
    look = read_look("17-year-old girl, short black bob, navy sailor uniform, red scarf")
    assert (look.age, look.gender, look.hair, look.outfit) == ("teen", "woman", "bob", "sailor uniform")
    assert look.hair_colour == COLOURS["black"]
    assert look.top == NAVY
    assert worn(look, "scarf") == RED
    assert look.unknown == ()


def test_a_station_guard():
    look = read_look("tall station guard, grey moustache, dark blue uniform, cap")
    assert (look.age, look.gender, look.outfit) == ("adult", "man", "uniform")
    assert look.height > 1.85
    assert worn(look, "moustache") == COLOURS["grey"] == look.hair_colour
    assert look.top == look.bottom == worn(look, "cap") == shaded(BLUE, "dark")
    assert look.unknown == ()


def test_a_boy_in_blue():
    look = read_look("一个穿着蓝色衣服的男孩")
    assert (look.species, look.age, look.gender) == ("human", "child", "man")
    assert look.top == BLUE
    assert look.unknown == ()


def test_a_small_brown_dog():
    look = read_look("small brown dog")
    assert look.species == "dog"
    assert look.hair_colour == COLOURS["brown"]
    assert look.height < read_look("dog").height
    assert read_look("一只白色的小狗，红色项圈").hair_colour == COLOURS["white"]
    assert worn(read_look("一只白色的小狗，红色项圈"), "collar") == RED


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("boy, 10 years old, curly red hair", "hair", "curly"),
        ("boy, 10 years old, curly red hair", "age", "child"),
        ("boy, 10 years old, curly red hair", "hair_colour", RED),
        ("old woman with a long white braid", "hair", "braid"),
        ("old woman with a long white braid", "age", "elder"),
        ("blonde girl with blue eyes", "hair_colour", COLOURS["blonde"]),
        ("blonde girl with blue eyes", "eyes", BLUE),
        ("grey-haired man in a brown trench coat", "outfit", "trench coat"),
        ("grey-haired man in a brown trench coat", "hair_colour", COLOURS["grey"]),
        ("grey-haired man in a brown trench coat", "top", COLOURS["brown"]),
        ("woman, green dress", "bottom", GREEN),
        ("man, white shirt, black trousers", "bottom", COLOURS["black"]),
        ("man, white shirt, black trousers", "top", COLOURS["white"]),
        ("man with dark skin", "skin", (124, 82, 58)),
        ("muscular man in armour", "build", "strong"),
        ("chibi girl with twin tails", "build", "chibi"),
        ("astronaut", "outfit", "spacesuit"),
        ("年老的男人，白色的大胡子，紫色长袍", "outfit", "robe"),
        ("年老的男人，白色的大胡子，紫色长袍", "age", "elder"),
        ("年老的男人，白色的大胡子，紫色长袍", "top", COLOURS["purple"]),
        ("金发少女，双马尾，红色连衣裙", "hair", "twin tails"),
        ("金发少女，双马尾，红色连衣裙", "hair_colour", COLOURS["gold"]),
        ("金发少女，双马尾，红色连衣裙", "top", RED),
        ("17岁女生，黑色长发，水手服", "age", "teen"),
        ("17岁女生，黑色长发，水手服", "hair", "long"),
    ],
)
def test_descriptors(text, field, value):
    assert getattr(read_look(text), field) == value


def test_what_is_not_known_is_kept():
    assert read_look("man with a monocle and a quirky walk").unknown == ("monocle", "quirky", "walk")
    assert "龙鳞" in "".join(read_look("男人，龙鳞甲").unknown)


@pytest.mark.parametrize("name", HAIR_STYLES)
def test_every_hair_style_has_words(name):
    assert name in english.HAIR.values()
    assert read_look(f"woman, {name} hair").hair == name


@pytest.mark.parametrize("name", OUTFITS)
def test_every_outfit_has_words_in_both_languages(name):
    assert read_look(f"woman, red {name}").outfit == name
    assert read_look(f"woman, red {name}").top == RED
    assert name in chinese.OUTFITS.values()


@pytest.mark.parametrize("name", ACCESSORIES)
def test_every_accessory_has_words_in_both_languages(name):
    assert worn(read_look(f"woman, green {name}"), name) == GREEN
    assert name in chinese.ACCESSORIES.values()


def test_tables_name_only_what_is_drawn():
    for table in (english, chinese):
        assert set(table.HAIR.values()) <= set(HAIR_STYLES)
        assert set(table.OUTFITS.values()) <= set(OUTFITS)
        assert set(table.ACCESSORIES.values()) <= set(ACCESSORIES)
        assert set(table.SPECIES.values()) <= set(SPECIES)
        assert set(table.BUILDS.values()) <= set(BUILDS)
    assert set(HEAD_ACCESSORIES) <= set(ACCESSORIES)
    assert all(word in COLOURS for word in WORDS.values())
    assert colour("nothing") is None


@pytest.mark.parametrize("name", HELD)
def test_every_thing_is_found(name):
    assert find_thing(f"a {name}") == name


def test_action_words_name_poses():
    for told, pose in (
        ("she runs for the door", "running"),
        ("他在跑", "running"),
        ("kneels before the lamp", "kneeling"),
        ("sits on the bench", "sitting"),
        ("laughs and waves", "waving"),
        ("they shake hands", "handshake"),
        ("looks at her phone", "phone"),
        ("writes on the blackboard", "writing on a board"),
        ("在黑板前写字", "writing on a board"),
        ("writes a letter", "writing"),
    ):
        assert read_pose(told) == pose
    assert read_pose("the rain is cold") is None
    assert all(POSES)


@given(st.text(max_size=60))
def test_any_words_make_a_look(text):
    look = read_look(text)
    assert look.hair in HAIR_STYLES
    assert look.outfit in OUTFITS
    assert 0.1 < look.height < 3
