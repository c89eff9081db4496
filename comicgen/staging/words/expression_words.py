"""English and Chinese words for each expression of the table: data of its look-up."""

ENGLISH: dict[str, str] = {
    "neutral": (
        "neutral, calm, blank, serene, peaceful, indifferent, expressionless, straight face, composed, "
        "relaxed, poker face"
    ),
    "smile": (
        "smile, happy, glad, content, pleased, gentle, cheerful, friendly, satisfied, hopeful, tender, proud, "
        "relieved, touched, grateful, wistful, confident, innocent, dreamy, soft smile, kindly, welcoming"
    ),
    "grin": (
        "grin, grinning, toothy smile, big smile, broad smile, beaming, beam, mischievous, cheeky, playful, impish"
    ),
    "laugh": (
        "laugh, laughing, joy, joyful, delighted, giggle, chuckle, amused, overjoyed, cracking up, merry, "
        "hilarious, laughs out loud, laughter"
    ),
    "excited": (
        "excited, thrilled, eager, starry-eyed, sparkling, awe, amazed, wonder-struck, fascinated, impressed, "
        "enthusiastic, curious"
    ),
    "love": ("love, loving, in love, infatuated, adoring, smitten, lovestruck, heart eyes, enamoured, affectionate"),
    "sad": (
        "longing, moping, sad, unhappy, sorrow, sorrowful, gloomy, melancholy, lonely, disappointed, "
        "downcast, sorry, guilty, hurt, depressed, upset, heartbroken, grief, grieving, miserable, regretful, "
        "wounded, dejected"
    ),
    "cry": (
        "sniffling, cry, crying, tearful, tears, teary, weep, weeping, sob, sobbing, bawling, bawl, wail, in "
        "tears, crying face"
    ),
    "angry": (
        "glowering, grumbling, angry, mad, annoyed, irritated, glare, glaring, frown, frowning, scowl, "
        "scowling, stern, grim, grumpy, displeased, jealous, bitter, frustrated, indignant, hostile, "
        "resentful, offended, anger"
    ),
    "furious": (
        "furious, shout, shouting, rage, raging, enraged, yell, yelling, roar, roaring, outraged, livid, "
        "bellow, screaming with anger, battle cry, shouts angrily"
    ),
    "surprised": (
        "surprised, surprise, astonished, startled, taken aback, wide-eyed, wide eyes, gasp, gasping, open- "
        "mouthed, amazement"
    ),
    "shocked": (
        "shocked, shock, stunned, horrified, dumbfounded, speechless, aghast, thunderstruck, dazed, appalled, disbelief"
    ),
    "worried": (
        "apologising, apologizing, worried, worry, anxious, nervous, concerned, uneasy, troubled, unsure, "
        "apologetic, hesitant, flustered, sweating, awkward, stressed"
    ),
    "afraid": (
        "trembling, afraid, scared, fear, fearful, frightened, terrified, terror, panic, panicked, panicking, "
        "petrified, alarmed, trembling with fear, cowering, spooked, horror"
    ),
    "scream": ("scream, screaming, shriek, shrieking, hysterical, screams in terror, howling"),
    "embarrassed": (
        "embarrassed, blush, blushing, shy, bashful, ashamed, shame, flushed, sheepish, humiliated, self- "
        "conscious, timid, coy"
    ),
    "smirk": (
        "smirk, smirking, smug, sly, sneer, sneering, cocky, arrogant, sarcastic, mocking, self-satisfied, "
        "evil, evil smile, villainous, sinister, scheming, wicked, cunning, knowing smile"
    ),
    "asleep": ("asleep, sleeping, sleep, dozing, snoozing, snoring, unconscious, napping, nodding off, fast asleep"),
    "eyes closed": ("eyes closed, closed eyes, praying, meditating, prayerful, tranquil, savouring, resting"),
    "tired": (
        "sighing, tired, exhausted, sleepy, drowsy, weary, worn out, fatigued, resigned, listless, drained, "
        "yawning, yawn, burnt out"
    ),
    "determined": (
        "determined, resolute, focused, serious, brave, concentrating, concentrated, fierce, stubborn, "
        "intense, steely, resolve, fearless, courageous, unyielding"
    ),
    "desperate": (
        "desperate, desperation, frantic, pleading, begging, imploring, hurried, urgent, gritted teeth, "
        "straining, struggling"
    ),
    "despair": (
        "despair, despairing, hopeless, empty eyes, dead-eyed, emotionless, hollow, numb, possessed, "
        "hypnotised, lifeless"
    ),
    "confused": (
        "blinking, puzzling, confused, puzzled, perplexed, baffled, bewildered, doubtful, clueless, "
        "quizzical, confusion"
    ),
    "suspicious": (
        "suspicious, sceptical, skeptical, doubting, wary, distrustful, side-eye, narrowed eyes, squinting, "
        "unimpressed, deadpan"
    ),
    "disgusted": ("disgusted, disgust, repulsed, revolted, grossed out, nauseated, contempt, scorn, queasy"),
    "pain": (
        "pain, pained, in pain, agony, suffering, wince, wincing, hurting, grimace, grimacing, anguish, "
        "tormented, injured"
    ),
    "thinking": (
        "daydreaming, thinking, thoughtful, pensive, pondering, ponder, contemplative, contemplating, "
        "reflective, considering, lost in thought, musing"
    ),
    "wink": ("wink, winking, flirty, flirtatious, teasing, blinks one eye"),
    "bored": ("bored, boredom, uninterested, apathetic, lazy, disinterested, unamused, fed up"),
    "pout": ("pout, pouting, sulk, sulking, sulky, huff, huffy, petulant"),
    "dizzy": ("dizzy, knocked out, confounded, spinning, seeing stars, woozy, drunk, delirious"),
}

CHINESE: dict[str, str] = {
    "neutral": ("平静,普通,中性,面无表情,冷静,淡定,镇定,漠然,冷漠,平淡,放松,无表情"),
    "smile": ("微笑,笑,高兴,开心,快乐,满意,愉快,欣慰,温柔,期待,自信,幸福,感动,感激,笑容,笑着,含笑,友好,欢喜,骄傲,安心"),
    "grin": ("咧嘴笑,露齿笑,咧嘴,调皮,淘气,顽皮,嬉笑"),
    "laugh": ("大笑,哈哈大笑,欢笑,狂笑,笑哈哈,喜悦,欣喜,乐开花,爆笑"),
    "excited": ("兴奋,激动,星星眼,惊叹,崇拜,热情,好奇,憧憬"),
    "love": ("爱,爱慕,喜欢,恋爱,心动,迷恋,陶醉,花痴,深情"),
    "sad": ("悲伤,伤心,难过,悲哀,忧伤,沮丧,失望,孤独,忧郁,失落,愧疚,内疚,委屈,郁闷,寂寞,黯然,惆怅,心痛,不高兴,不开心"),
    "cry": ("哭,哭泣,流泪,大哭,落泪,抽泣,泪流满面,眼泪,含泪,痛哭,啜泣,泪水"),
    "angry": ("生气,愤怒,怒,恼火,不满,瞪眼,怒视,皱眉,气愤,嫉妒,恼怒,不爽,火大,愤慨,严厉"),
    "furious": ("暴怒,大怒,狂怒,怒吼,大喊,大叫,吼叫,喊叫,喊,咆哮,发火,震怒,怒喊"),
    "surprised": ("惊讶,吃惊,惊奇,诧异,惊,愣住,惊愕,目瞪口呆,意外"),
    "shocked": ("震惊,惊呆,大惊,惊骇,错愕,呆住,骇然,难以置信"),
    "worried": ("担心,担忧,焦急,着急,紧张,不安,忧虑,焦虑,犹豫,无奈,慌张,慌乱,冒汗,忐忑,尴尬"),
    "afraid": ("害怕,恐惧,惊恐,恐慌,惊慌,吓坏,畏惧,惧怕,发抖,恐怖,惊吓,胆怯,惊惧"),
    "scream": ("尖叫,惊叫,惨叫,惊声尖叫,嚎叫"),
    "embarrassed": ("害羞,脸红,羞涩,羞愧,羞耻,难为情,不好意思,腼腆,娇羞,羞"),
    "smirk": ("得意,坏笑,冷笑,奸笑,嘲笑,狡猾,傲慢,邪恶,轻蔑,阴险,讥笑,邪笑,狞笑"),
    "asleep": ("睡着,睡觉,睡,沉睡,熟睡,昏迷,打盹,昏睡"),
    "eyes closed": ("闭眼,闭目,祈祷,冥想,闭着眼,安详"),
    "tired": ("疲惫,疲倦,累,困,困倦,疲劳,想睡,瞌睡,憔悴,筋疲力尽,打哈欠,无精打采"),
    "determined": ("坚定,决心,认真,严肃,坚决,专注,勇敢,倔强,坚毅,果断,毅然,凝重,专心"),
    "desperate": ("绝望,拼命,急切,哀求,恳求,挣扎,咬牙,焦灼,心急如焚,急迫"),
    "despair": ("心死,万念俱灰,空洞,呆滞,麻木,死鱼眼,无神,心灰意冷"),
    "confused": ("困惑,疑惑,迷茫,不解,糊涂,纳闷,茫然,迷惑,疑问"),
    "suspicious": ("怀疑,鄙视,狐疑,警惕,戒备,眯眼,不信"),
    "disgusted": ("厌恶,恶心,嫌弃,反感,作呕,讨厌,不屑,鄙夷,生病"),
    "pain": ("痛苦,疼痛,痛,疼,忍痛,煎熬,受伤,吃痛"),
    "thinking": ("思考,沉思,思索,若有所思,想,琢磨,考虑,深思,回想"),
    "wink": ("眨眼,眨眼睛,抛媚眼,俏皮,使眼色,单眼眨"),
    "bored": ("无聊,厌倦,懒散,没劲,冷淡,无趣,懒洋洋"),
    "pout": ("撅嘴,嘟嘴,赌气,闹别扭,噘嘴,生闷气"),
    "dizzy": ("头晕,晕,眩晕,昏头转向,醉,晕头转向"),
}
