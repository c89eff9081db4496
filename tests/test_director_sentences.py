"""Plain sentences that a writer would type, English and Chinese: who does what, with what face, what in hand."""

from dataclasses import replace

import pytest
from director_panels import cast, panel, script

from comicgen.staging import findings, stage
from comicgen.staging.figure.poses import POSES
from comicgen.staging.words.answers import answered
from comicgen.staging.words.deeds import deeds

SENTENCES = [
    ("Mei opens the door and looks in", "pushing", "", ""),
    ("Mei knocks at the door", "knocking", "", ""),
    ("Mei picks up the letter", "crouching", "", "letter"),
    ("Mei pours tea into a cup", "offering", "", "cup"),
    ("Mei drinks from a cup", "drinking", "", "cup"),
    ("Mei ties her shoe", "kneeling on one knee", "", ""),
    ("Mei hides behind the tree", "crouching", "", ""),
    ("Mei climbs the ladder", "climbing", "", ""),
    ("Mei peeks round the corner", "peeking", "", ""),
    ("Mei whispers: quiet", "shushing", "", ""),
    ("Mei shrugs", "shrugging", "", ""),
    ("Mei bows deeply", "bowing", "", ""),
    ("Mei yawns", "stretching", "tired", ""),
    ("Mei wakes up and stretches", "stretching", "", ""),
    ("Mei falls asleep at her desk", "slumped", "asleep", ""),
    ("Mei bursts into tears", "crying", "cry", ""),
    ("Mei wipes her tears", "crying", "cry", ""),
    ("Mei grins from ear to ear", "standing", "grin", ""),
    ("Mei blushes", "standing", "embarrassed", ""),
    ("Mei glares at Ken", "standing", "angry", ""),
    ("Mei frowns", "standing", "angry", ""),
    ("Mei stares in horror", "standing", "afraid", ""),
    ("Mei trembles with fear", "standing", "afraid", ""),
    ("Mei sighs", "", "tired", ""),
    ("Mei laughs out loud", "standing", "laugh", ""),
    ("Mei winks", "standing", "wink", ""),
    ("Mei carries a heavy box", "carrying", "", "box"),
    ("Mei holds an umbrella", "standing", "", "umbrella"),
    ("Mei opens her umbrella", "standing", "", "umbrella"),
    ("Mei takes a photo", "standing", "", "camera"),
    ("Mei plays the guitar", "playing guitar", "", "guitar"),
    ("Mei sweeps the floor", "sweeping", "", "broom"),
    ("Mei cooks dinner", "cooking", "", "pan"),
    ("Mei eats noodles", "eating", "", "fork"),
    ("Mei throws the ball", "throwing", "", "ball"),
    ("Mei kicks the ball", "kicking", "", ""),
    ("Mei draws her sword", "swinging sword", "", "sword"),
    ("Mei swings her sword", "swinging sword", "", "sword"),
    ("Mei lies in the grass", "lying", "", ""),
    ("Mei leans against the wall", "leaning", "", ""),
    ("Mei crosses her arms", "arms crossed", "", ""),
    ("Mei puts her hands on her hips", "hands on hips", "", ""),
    ("Mei points at the sky", "pointing", "", ""),
    ("Mei waves goodbye", "waving", "", ""),
    ("Mei claps her hands", "clapping", "", ""),
    ("Mei dances", "dancing", "", ""),
    ("Mei sneaks along the wall", "sneaking", "", ""),
    ("Mei trips over a stone", "falling", "", ""),
    ("Mei leaps over the fence", "jumping", "", ""),
    ("Mei sprints after the bus", "running", "", ""),
    ("Mei rides her bicycle", "cycling", "", ""),
    ("Mei rides a horse", "riding", "", ""),
    ("Mei runs after him", "chasing", "", ""),
    ("Mei eats an apple", "snacking", "", "apple"),
    ("Mei licks an ice cream", "snacking", "", "ice cream"),
    ("Mei bites into a sandwich", "snacking", "", "bread"),
    ("Mei sits and eats a bun", "sitting and snacking", "", "bread"),
    ("Mei raises her glass", "toasting", "", "glass"),
    ("Mei looks through binoculars", "standing", "", "binoculars"),
    ("Mei leans on her cane", "standing", "", "cane"),
    ("Mei sits", "sitting", "", ""),
    ("Mei slaps Ken", "punching", "", ""),
    ("Mei rides a skateboard", "balancing", "", ""),
    ("Mei rides a bicycle", "cycling", "", ""),
    ("Mei points a gun at Ken", "aiming", "", "gun"),
    ("Mei raises her hands", "hands up", "", ""),
    ("Mei raises both arms and cheers", "cheering", "", ""),
    ("Mei chops wood with an axe", "swinging sword", "", "axe"),
    ("Mei holds an axe", "standing", "", "axe"),
    ("Mei sits down and eats", "eating", "", "fork"),
    ("她举手投降", "hands up", "", ""),
    ("Mei watches television on the sofa", "sitting", "", ""),
    ("Mei stands on the bench", "standing", "", ""),
    ("Mei picks up the phone", "calling", "", "phone"),
    ("Mei picks up the letter", "crouching", "", "letter"),
    ("Mei falls asleep in the armchair", "slumped", "asleep", ""),
    ("Mei falls asleep", "sleeping", "asleep", ""),
    ("Mei feeds the birds", "offering", "", ""),
    ("Mei plays football", "kicking", "", ""),
    ("Mei slams her fist on the desk", "clenching fists", "", ""),
    ("Mei holds a torch", "standing", "", "torch"),
    ("她跌倒了", "falling", "", ""),
    ("她把信藏在背后", "hands behind back", "", "letter"),
    ("她吃着一个苹果", "snacking", "", "apple"),
    ("她举杯", "toasting", "", "glass"),
    ("她骑着自行车", "cycling", "", ""),
    ("Mei hands Ken a letter", "offering", "", "letter"),
    ("Mei gives Ken the key", "offering", "", "key"),
    ("Mei reads a book on the bench", "sitting and reading", "", "book"),
    ("Mei looks at her phone", "phone", "", "phone"),
    ("Mei hugs Ken", "hugging", "", ""),
    ("她推开门", "pushing", "", ""),
    ("她捡起一封信", "crouching", "", "letter"),
    ("她喝了一口茶", "drinking", "", "cup"),
    ("她哭着跑开了", "running", "cry", ""),
    ("她害怕地躲在树后", "crouching", "afraid", ""),
    ("他叹了口气", "", "tired", ""),
    ("她撑着伞走在雨中", "walking", "", "umbrella"),
    ("她举起双手欢呼", "cheering", "", ""),
    ("他把钥匙递给她", "offering", "", "key"),
    ("她靠在墙上睡着了", "leaning", "asleep", ""),
]
"""A sentence, the pose it tells, the expression and the thing in the hand where it tells one."""


@pytest.mark.parametrize(("told", "pose", "mood", "thing"), SENTENCES)
def test_a_plain_sentence_is_acted(told, pose, mood, thing):
    (deed,) = deeds(panel(cast("mei"), action=told))
    assert pose in ("", deed.pose)
    assert mood in ("", deed.expression)
    assert not thing or thing in (*deed.holds, *POSES[deed.pose].carries)


def found(action):
    page = type("Page", (), {"panels": (panel(cast("mei"), action=action),)})()
    return [str(f) for f in findings(_with(page))]


def _with(page):
    return replace(script(), pages=(page,))


def test_what_somebody_does_that_no_table_knows_is_said():
    assert any("what Mei does" in f and "sneezes" in f for f in found("Mei sneezes"))
    assert found("Mei waits") == []
    assert found("The doors close") == []


@pytest.mark.parametrize("told", ["Mei and Ken sit at the table", "Mei, Ken sit down", "Ken and Mei run, they laugh"])
def test_those_who_are_named_together_do_it_together(told):
    poses = {deed.pose for deed in deeds(panel(cast("mei"), cast("ken"), action=told))}
    assert len(poses) == 1
    assert poses < {"sitting at a table", "sitting", "running"}


def test_pronouns_mean_the_only_one_whom_they_can():
    mei, ken = deeds(panel(cast("mei"), cast("ken"), action="Mei points a gun at Ken, he raises his hands. She frowns"))
    assert (mei.pose, mei.expression) == ("aiming", "angry")
    assert ken.pose == "hands up"
    brings, sits = deeds(panel(cast("mei"), cast("ken"), action="Mei brings a cup to Ken, who sits at a table"))
    assert (brings.pose != sits.pose, brings.holds, sits.pose) == (True, ("cup",), "sitting at a table")
    waits, runs = deeds(panel(cast("mei"), cast("ken"), action="Mei waits. He runs to her"))
    assert (waits.pose, runs.pose) == ("standing", "running")


@pytest.mark.parametrize(
    "told", ["Ken waits. Mei runs to him", "Ken waits. Mei walks towards Ken", "Ken等着，Mei跑向Ken"]
)
def test_one_who_goes_to_somebody_goes_that_way(told):
    ken, mei = stage(
        panel(cast("ken", at=0.2), cast("mei", at=0.8), action=told, shot="full shot"), 1.3, script()
    ).actors
    assert mei.yaw < -30.0
    assert abs(ken.yaw) < 90.0


def test_one_who_is_struck_starts_back():
    assert [d.pose for d in deeds_of("Mei punches Ken")] == ["punching", "startled"]
    assert [d.pose for d in deeds_of("Mei kicks a ball")] == ["kicking", "standing"]


def deeds_of(told):
    written = panel(cast("mei"), cast("ken"), action=told)
    return answered(written, deeds(written))
