"""A free descriptor, English or Chinese, into a Look: the parts the sketch artist draws."""

SPECIES = ("human", "dog", "cat", "horse", "bird", "robot")
"""What a character may be; animals and robots ignore hair, outfit and accessories that do not fit them."""

AGES = ("toddler", "child", "teen", "adult", "elder")
GENDERS = ("woman", "man", "neutral")
BUILDS = ("slim", "average", "strong", "heavy", "chibi")

HAIR_STYLES = (
    "short",
    "spiky",
    "bob",
    "long",
    "ponytail",
    "twin tails",
    "bun",
    "curly",
    "buzz",
    "bald",
    "messy",
    "side part",
    "wavy",
    "braid",
    "twin braids",
    "afro",
    "undercut",
    "pixie",
    "hime",
    "mohawk",
    "topknot",
    "half-up",
    "slicked back",
    "bowl",
)

OUTFITS = (
    "sailor uniform",
    "school blazer",
    "gakuran",
    "suit",
    "shirt",
    "t-shirt",
    "hoodie",
    "jacket",
    "coat",
    "trench coat",
    "dress",
    "long dress",
    "kimono",
    "yukata",
    "uniform",
    "apron",
    "lab coat",
    "sweater",
    "overalls",
    "sportswear",
    "armour",
    "robe",
    "swimsuit",
    "spacesuit",
)
"""``uniform`` is a guard's, police officer's or driver's. Skirts and shorts follow gender, age and outfit."""

ACCESSORIES = (
    "glasses",
    "sunglasses",
    "scarf",
    "hat",
    "cap",
    "beanie",
    "bag",
    "backpack",
    "sword",
    "umbrella",
    "beard",
    "moustache",
    "ribbon",
    "headband",
    "earrings",
    "headphones",
    "mask",
    "tie",
    "eyepatch",
    "cape",
    "crown",
    "skirt",
    "shorts",
    "gloves",
    "boots",
    "collar",
)
"""``skirt`` and ``shorts`` say what the bottom is where the outfit leaves it open; a ``collar`` is an animal's."""

HEAD_ACCESSORIES = (
    "glasses",
    "sunglasses",
    "hat",
    "cap",
    "beanie",
    "beard",
    "moustache",
    "ribbon",
    "headband",
    "earrings",
    "headphones",
    "mask",
    "eyepatch",
    "crown",
)
"""Drawn with the head; all others are drawn with the body."""

HELD = (
    "book",
    "phone",
    "umbrella",
    "sword",
    "cup",
    "bag",
    "flower",
    "letter",
    "pen",
    "ball",
    "stick",
    "lamp",
    "fork",
    "bottle",
    "guitar",
    "camera",
    "rope",
    "gun",
    "box",
    "sign",
    "baby",
    "knife",
    "broom",
    "map",
)
"""Things a hand can hold."""
