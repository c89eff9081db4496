"""A sentence into what it names: who is in it, what they do, what they feel, what time it is."""

import re
from functools import lru_cache

from ..story import Character

_TIMES = {
    "dawn": ("dawn", "sunrise", "early morning", "清晨", "黎明", "日出"),
    "dusk": ("dusk", "sunset", "evening", "twilight", "黄昏", "傍晚", "日落", "夕阳"),
    "night": ("night", "midnight", "moonlit", "夜", "深夜", "晚上", "午夜"),
}
_POSES = {
    "running": "run runs ran running sprint sprints dash dashes rush rushes race races 跑 奔跑 冲",
    "walking": "walk walks walked walking stroll strolls wander wanders march marches 走 散步 走路",
    "sitting": "sit sits sat sitting 坐 坐着 坐在",
    "jumping": "jump jumps jumped jumping leap leaps 跳 跳起",
    "falling": "fall falls fell falling slip slips stumble stumbles trip trips 摔 摔倒 跌",
    "kneeling": "kneel kneels knelt kneeling 跪 跪下",
    "lying": "lie lies lay lying 躺 躺着 躺在",
    "pointing": "point points pointed pointing 指 指着 指向",
    "waving": "wave waves waved waving 挥手 招手",
    "reading": "read reads reading 看书 读书 读",
    "sleeping": "sleep sleeps slept sleeping 睡 睡觉 睡着",
    "eating": "eat eats ate eating 吃 吃饭",
    "standing": "stand stands stood standing wait waits 站 站着 站在",
    "cheering": "cheer cheers cheered celebrate celebrates 欢呼",
    "hugging": "hug hugs hugged embrace embraces 拥抱 抱住",
    "fighting": "fight fights fought fighting punch punches 打架 战斗",
    "crouching": "crouch crouches crouched squat squats 蹲 蹲下",
    "praying": "pray prays praying 祈祷",
}
_MOODS = {
    "laugh": "laugh laughs laughed laughing 大笑 笑了起来",
    "smile": "smile smiles smiled smiling grin grins happy happily glad joyful 微笑 笑着 笑了 高兴 开心",
    "crying": "cry cries cried crying weep weeps sob sobs tears 哭 哭了 流泪",
    "angry": "angry angrily furious furiously rage 生气 愤怒 怒",
    "surprised": "surprised astonished amazed startled gasps 惊讶 吃惊",
    "shocked": "shocked horrified stunned 震惊",
    "scared": "afraid scared frightened terrified fear 害怕 恐惧",
    "sad": "sad sadly unhappy sorrow 悲伤 伤心 难过",
    "worried": "worried anxious nervous nervously 担心 着急 紧张",
    "embarrassed": "embarrassed ashamed shy blushes 害羞 尴尬 脸红",
    "tired": "tired exhausted weary sighs 累 疲惫",
    "determined": "determined resolute 坚定 决心",
    "desperate": "desperate desperately 绝望",
}
WIDE_POSES = frozenset(("running", "walking", "jumping", "falling", "cheering", "fighting", "lying", "kneeling"))
"""Poses that a reader must see whole."""
STRONG = frozenset(_MOODS) - {"smile", "tired", "determined"}
"""Feelings that bring the camera closer when a sentence tells them."""
TOGETHER = re.compile(r"\b(they|both|everyone|together|each other)\b|他们|她们|大家|两人|一起", re.IGNORECASE)
SINGLE = re.compile(r"^\W*(she|he|it|her|his|its)\b|^\W*[他她它]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z']+")


@lru_cache(maxsize=256)
def _name_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    parts = [rf"(?<!\w){re.escape(n)}(?!\w)" if n.isascii() else re.escape(n) for n in names if n]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def named_in(sentence: str, people: tuple[Character, ...]) -> list[str]:
    """Return the ids of the characters whom a sentence names, in the order in which it does."""
    found = []
    for c in people:
        if first := _name_pattern(tuple(dict.fromkeys((c.name, c.id)))).search(sentence):
            found.append((first.start(), c.id))
    return [id_ for _, id_ in sorted(found)]


def time_in(text: str) -> str:
    """Return the time of day that a place's description tells, or an empty text."""
    return next((time for time, told in _TIMES.items() if _tells(text, told)), "")


def pose_in(sentence: str) -> str:
    """Return the pose that a sentence tells first, or an empty text."""
    return _first(sentence, _POSES)


def mood_in(sentence: str) -> str:
    """Return the feeling that a sentence tells first, or an empty text."""
    return _first(sentence, _MOODS)


def _tells(text: str, told: tuple[str, ...]) -> bool:
    latin = f" {' '.join(_LATIN.findall(text.lower()))} "
    return any(f" {w} " in latin if w.isascii() else w in text for w in told)


def _first(sentence: str, table: dict[str, str]) -> str:
    latin = _LATIN.findall(sentence.lower())
    places = []
    for name, told in table.items():
        for word in told.split():
            if word.isascii() and word in latin:
                places.append((sentence.lower().index(word), -len(word), name))
            elif not word.isascii() and word in sentence:
                places.append((sentence.index(word), -len(word), name))
    return min(places)[2] if places else ""


def speech_size(text: str) -> float:
    """Return how many English words a text is worth in a balloon; two CJK characters count as one."""
    wide = sum(1 for c in text if c >= "\u2e80")
    return len(re.findall(r"[^\W_\u2e80-\U0010ffff]+", text)) + wide / 2
