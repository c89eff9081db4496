"""Words for what a face shows, to tell an expression from a pose in ``{mei: surprised}``."""

_ENGLISH = (
    "afraid amazed amused angry annoyed anxious ashamed astonished bashful bitter blank blush blushing "
    "bored bright broken calm cheerful cold concerned confident confused content cross cry crying curious "
    "dazed dead-eyed delighted depressed desperate determined disappointed disgust disgusted dizzy "
    "doubtful dreamy drowsy embarrassed emotionless evil excited exhausted fear fearful focused frown "
    "frowning frightened frustrated furious gentle giggle gloomy glare glaring grim grin grinning guilty "
    "happy hopeful horrified hurt impressed in-love indifferent innocent irritated jealous joy joyful "
    "kind laugh laughing lonely love loving mad melancholy mischievous mysterious nervous neutral "
    "open-mouthed pain pained panic panicked pensive plain pleased pout pouting proud puzzled rage "
    "relaxed relieved resigned resolute sad satisfied scared scream screaming serene serious shame shock "
    "shocked shouting shy sick sleepy sly smile smiling smirk smirking smug sob sobbing sorrow sorry "
    "stern stubborn stunned sulking sulky surprise surprised suspicious sweating tearful tears teary "
    "tender terrified thoughtful tired touched troubled uneasy unhappy upset weeping wink winking wistful "
    "wonder worried worry yelling"
)
_CHINESE = (
    "微笑 大笑 笑 高兴 开心 快乐 生气 愤怒 怒 悲伤 伤心 难过 哭 流泪 惊讶 吃惊 震惊 害怕 恐惧 害羞 脸红 "
    "尴尬 困惑 疑惑 无聊 疲惫 累 困 坚定 决心 认真 严肃 平静 着急 焦急 担心 担忧 得意 坏笑 冷笑 失望 绝望 "
    "痛苦 羞愧 嫉妒 期待 兴奋 感动 无奈 鄙视 厌恶 温柔 紧张 慌张 惊慌 眨眼 撅嘴 皱眉 中性 普通 面无表情"
)
MOODS = frozenset(_ENGLISH.split() + _CHINESE.split())
_LONG = tuple(m for m in _CHINESE.split() if len(m) > 1)


def is_mood(words: str) -> bool:
    """Tell whether words are about a face: the first or the last of them is a mood, or a mood is in Chinese words."""
    told = words.lower().replace("-", " ").split()
    whole = words.lower().strip()
    spoken = any(w in MOODS for w in (whole, *told[:1], *told[-1:]))
    return spoken or any(m in whole for m in _LONG)
