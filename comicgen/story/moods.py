"""One word about a character into what it is about: the face, or the body.

``{mei: surprised}`` may be an expression or a pose. English poses are verbs: the ``-ing`` forms, or one of
the verbs and parts of the body below; moods that end in ``-ing`` too are listed. A Chinese word is a pose
when it has the sign of something that a body does. All else is an expression.
"""

_FACE_WORDS = (
    "adoring apologising appalling bawling beaming begging blinking blushing chuckling concentrating "
    "considering contemplating cowering cracking crying cunning daydreaming despairing doubting frowning "
    "gasping giggling glaring glowering grieving grimacing grinning grumbling howling hurting imploring "
    "laughing longing loving mocking moping musing nodding panicking pleading pondering pouting puzzling "
    "raging savouring scheming scowling screaming seeing shouting shrieking sighing smiling smirking sneering "
    "sniffling snoozing snoring sobbing sparkling squinting straining struggling suffering sulking surprising "
    "sweating teasing thinking trembling unyielding wailing weeping welcoming wincing winking worrying "
    "yawning yelling"
)
_BODY_WORDS = (
    "aim akimbo arm arms arms-crossed ask at attack back beckon bow call carry catch celebrate chase chat "
    "cheer clap climb collapse cook cower crawl cross cross-legged crouch cycle dance dash dig dive dodge "
    "doze draw drink drive eat embrace enter escape facepalm faint fall fight flee fly go hand hands "
    "handshake hang hide hold hop hug hurry idle jump kick kneel knees knit lean leap leave legs lie lift "
    "look march meditate nap on open paint phone play point pray profile pull punch push reach read rest ride "
    "run rush salute scratch seated seiza shake shrug sing sit sleep slide slip slump sneak sprint squat "
    "stand stretch stroll swim swing t-pose talk throw tiptoe trip turn type upright use victory wait walk "
    "wave write"
)
_FACES, _BODIES = frozenset(_FACE_WORDS.split()), frozenset(_BODY_WORDS.split())
_SIGNS = frozenset(
    "举伸倒写冲叉吃唱喝坐奔射庆弯打扔托扶抓投抬抱拉拍招拥拿指挡挥捂捡推提握搏搬摊摔攀攻散敬敲格"
    "游爬牵玩画看睡砍立站等耸聊背舞读谈走趴跌跑跪跳踢蹲躲躺转追逃靠鞠飞饮驾骑"
)
_CHINESE_FACES = (
    "打哈欠",
    "目瞪口呆",
    "瞪",
    "笑",
    "哭",
    "怒",
    "惊",
    "跌落谷底",
    "打盹",
    "看不起",
    "转向",
    "冲天",
    "无聊",
    "懒散",
)


def is_mood(words: str) -> bool:
    """Tell whether words are about a face rather than a body."""
    told = words.lower().split()
    if any(c in _SIGNS for c in words):
        return any(face in words for face in _CHINESE_FACES)
    first = told[0] if told else ""
    body = first.endswith("ing") or first in _BODIES or (first.endswith("s") and first[:-1] in _BODIES)
    return any(w in _FACES for w in told) or not body
