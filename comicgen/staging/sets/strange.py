"""Places of other times and worlds: castles, dungeons, caves, spaceships, nowhere."""

from math import cos, pi, sin

from .builder import Builder
from .shapes import box, cylinder
from .solids import Area, Thing


def castle(b: Builder) -> None:
    """Build a throne hall: columns, banners, high windows, a red carpet."""
    b.overhead = ("stone", "vault")
    b.room(11.0, 16.0, 6.5, ("stone", "big tiles"))
    b.sun, b.beams = (0.7, 0.9, 0.1), False
    for wall in ("back", "left", "right", "front"):
        b.dress(wall, "stone", "stones")
    b.strip(Area(-1.2, 1.2, -14, 3), "red", "", 0.004, "edge")
    for z in (-2.6, -6.2, -9.8, -13.4):
        b.put("column", -3.4, z)
        b.put("column", 3.4, z)
    b.put("throne", 0, -14.4)
    for z in (-4.4, -8.0):
        b.put("candelabra", -2.5, z)
        b.put("candelabra", 2.5, z)
    for x, yaw in ((-4.9, 90), (4.9, -90)):
        for z in (-1.2, -4.6, -8.2):
            b.put("armour", x, z, yaw)
    for k in range(3):
        b.fix("left", "tapestry", 0.5 + 6.4 * k, 1.2, 1.5, 2.9)
        b.fix("right", "tapestry", 1.0 + 6.4 * k, 1.2, 1.5, 2.9)
    for u in (1.4, 8.4):
        b.fix("back", "shield", u, 2.2, 1.2, 1.4)
    b.fix("back", "glazed arch", 4.9, 3.6, 1.2, 2.6)
    b.strip(Area(-1.05, -0.95, -14, 3), "yellow", "", 0.005)
    b.strip(Area(0.95, 1.05, -14, 3), "yellow", "", 0.005)
    b.fix("back", "banner", 3.6, 2.0, 1.2, 3.2)
    b.fix("back", "banner", 6.2, 2.0, 1.2, 3.2)
    for k in range(4):
        b.fix("left", "glazed arch", 2.8 + 4.0 * k, 2.4, 1.3, 3.0)
        b.fix("right", "glazed arch", 2.8 + 4.0 * k, 2.4, 1.3, 3.0)
    b.fix("right", "banner", 5.1, 2.0, 0.9, 2.6)
    b.fix("left", "banner", 5.1, 2.0, 0.9, 2.6)
    b.fix("front", "arch", 4.2, 0, 2.6, 3.6)
    for x in (-2.7, 2.7):
        b.put("torch", x, -11.6)
    b.lamp((0, 3, -1.6), 2.6)
    b.spot(-2.2, -3.2, 40)
    b.spot(2.3, -4.2, -40)


def courtyard(b: Builder) -> None:
    """Build a castle's yard: walls with battlements, towers, a gate, a well."""
    b.stand, b.camera, b.sky_tone = Area(-4, 4, -7, 3), Area(-8, 8, -9, 14), 0.3
    b.ground("gravel", "pebbles")
    b.strip(Area(-10, 10, -11.5, 8), "stone", "big tiles")
    wall: list[Thing] = [box((24, 4.6, 1.4), (0, 0, 0), "stone", {"front": "arrow slits", "*": "stones"})]
    wall += [box((0.8, 0.8, 1.4), (-11.6 + 1.6 * k, 4.6, 0), "stone") for k in range(15)]
    b.add(wall, (0, 0, -12.4))
    gate = box((4.6, 5.8, 2.4), (0, 0, 0), "stone", {"front": "gate", "*": "stones"})
    b.add([gate, *[box((0.8, 0.8, 2.4), (-1.9 + 1.27 * k, 5.8, 0), "stone") for k in range(4)]], (1.5, 0, -11.8))
    for x, z, h in ((-6.4, -12.6, 8.6), (8.2, -13.0, 10.0)):
        tower: list[Thing] = [
            cylinder(2.1, h, (0, 0, 0), "stone"),
            cylinder(2.35, 0.9, (0, h, 0), "stone"),
        ]
        b.add([*tower, cylinder(2.5, 3.4, (0, h + 0.9, 0), "roof", top=0.05)], (x, 0, z))
    b.add([box((1.4, 5.4, 20), (0, 0, 0), "stone", {"*": "stones"})], (-11.0, 0, -1))
    b.add([box((1.4, 5.4, 20), (0, 0, 0), "stone", {"*": "stones"})], (11.2, 0, -1))
    well: list[Thing] = [
        cylinder(0.75, 0.8, (0, 0, 0), "stone"),
        cylinder(0.6, 0.02, (0, 0.8, 0), "black"),
        *[box((0.12, 1.9, 0.12), (x, 0, 0), "wood") for x in (-0.8, 0.8)],
        box((1.9, 0.12, 0.12), (0, 1.9, 0), "wood"),
    ]
    b.add(well, (-3.6, 0, -5.2))
    for x, z in ((4.2, -6.6), (4.9, -6.0), (4.4, -5.4)):
        b.put("barrel", x, z)
    b.put("crate", -5.0, -8.2, 10)
    b.put("cart", 4.6, -3.4, 150)
    b.put("haystack", -8.2, -7.4)
    b.put("flag", -1.8, -10.6)
    b.put("flag", 3.4, -10.6)
    b.put("torch", -0.4, -11.0)
    b.far("mountains", 12, 0.0)
    b.lamp((0, 3, -1.5), 2.6)
    b.spot(2.4, -2.6, -30)
    b.spot(-2.2, -3.4, 40)


def dungeon(b: Builder) -> None:
    """Build a cell: damp stone, bars, chains, one torch."""
    b.overhead, b.gloom = ("dark stone", "stones"), True
    b.room(5.2, 5.4, 3.0, ("dark stone", "big tiles"), 2.6)
    b.sun = (0.2, 0.9, 0.3)
    for wall in ("back", "left", "right", "front"):
        b.dress(wall, "dark stone", "stones")
    b.put("prison bars", -1.3, -3.6)
    b.put("prison bars", 1.3, -3.6)
    b.put("torch", -2.45, -1.9, 90)
    b.fix("left", "chains", 5.6, 1.0, 0.8, 1.4)
    b.fix("right", "chains", 2.2, 1.0, 0.8, 1.4)
    b.fix("back", "arch", 2.0, 1.7, 0.9, 0.9)
    b.fix("right", "arch", 5.6, 0, 1.2, 2.1)
    b.fix("front", "arch", 2.0, 0, 1.3, 2.2)
    b.put("barrel", 2.1, -2.9)
    b.put("stool", -1.4, -2.9)
    b.put("skull", 0.6, -3.0, 20)
    b.put("torch", 2.45, -0.6, -90)
    b.fix("back", "chains", 3.6, 1.0, 0.9, 1.4)
    b.add([box((1.9, 0.35, 0.7), (0, 0.1, 0), "wood", {"*": "planks"})], (-1.4, 0, -4.8))
    b.seat(-1.4, -4.7, 0.45, 0, "bench")
    b.spot(1.6, -1.6, -40)
    b.spot(0.0, -2.9, 0)


def cave(b: Builder) -> None:
    """Build a cave: rocks all round, stalactites, darkness behind."""
    b.stand, b.camera, b.sky, b.canopy = Area(-1.8, 1.8, -6, 2), Area(-3, 3, -9, 10), "dark", "stalactites"
    b.ground("dark stone", "pebbles")
    b.patch(
        [
            ((3.0 + 0.4 * sin(5 * a)) * cos(a), -2.4 + (4.6 + 0.4 * sin(3 * a)) * sin(a))
            for a in (2 * pi * k / 40 for k in range(40))
        ],
        "rock",
        "",
        0,
        "edge",
    )
    for k in range(26):
        a = 2 * pi * k / 26
        x, z, h = (
            4.6 * cos(a) + b.rng.uniform(-0.6, 0.6),
            -3.2 - 5.4 * sin(a) + b.rng.uniform(-0.6, 0.6),
            b.rng.uniform(1.2, 4.6),
        )
        if z < 1.5:
            b.grow("rock", x, z, h * b.rng.uniform(0.8, 1.3), h)
    for x, z, h in ((-2.3, -3.0, 0.6), (2.4, -2.2, 0.5), (1.8, -4.6, 0.9), (-1.9, -5.2, 1.3)):
        b.grow("rock", x, z, h * 1.6, h)
    for x, z, h in ((2.9, -4.0, 1.8), (-3.1, -4.6, 2.2), (1.2, -6.9, 2.6)):
        b.add([cylinder(0.28, h, (0, 0, 0), "rock", top=0.03, sides=7)], (x, 0, z))
    b.put("torch", -2.9, -2.6, 40)
    b.put("skull", 1.3, -2.6, -30)
    b.put("rope", -1.2, -3.4)
    b.put("crate", 2.1, -3.4, 20)
    b.put("broken column", -2.4, -5.6, 30)
    b.patch(
        [(1.0 + 1.1 * cos(2 * pi * k / 24), -4.6 + 0.6 * sin(2 * pi * k / 24)) for k in range(24)],
        "water",
        "ripples",
        0.004,
        "edge",
    )
    b.lamp((0, 2.2, -1.4), 2.4)
    b.spot(1.6, -1.6, -30)
    b.spot(-1.7, -2.0, 30)


def spaceship(b: Builder) -> None:
    """Build a ship's bridge: a window on the stars, consoles, two pilot seats."""
    b.overhead = ("hull", "ceiling panels")
    b.room(7.0, 6.4, 2.9, ("metal", "big tiles"))
    b.sun = (0.1, 0.9, 0.4)
    for wall in ("back", "left", "right", "front"):
        b.dress(wall, "hull", "panels")
    b.fix("back", "window space", 0.7, 0.95, 5.6, 1.75)
    for x in (-1.9, 0.0, 1.9):
        b.put("console", x, -5.6, 180)
    b.put("pilot seat", -1.2, -4.0, 180)
    b.put("pilot seat", 1.2, -4.0, 180)
    b.put("console", -3.0, -2.4, 90)
    b.put("console", 3.0, -2.4, -90)
    b.put("server rack", -3.1, -0.4, 90)
    b.put("server rack", 3.1, -0.4, -90)
    b.fix("left", "pipes", 0.0, 2.5, 9.4, 0.24)
    b.fix("right", "pipes", 0.0, 2.5, 9.4, 0.24)
    b.fix("left", "vent", 3.0, 0.3, 0.8, 0.4)
    b.fix("right", "screens", 5.2, 1.35, 1.4, 0.9)
    b.fix("left", "screens", 4.2, 1.35, 2.2, 0.9)
    b.fix("right", "screens", 2.8, 1.35, 2.2, 0.9)
    b.fix("left", "hatch", 1.4, 0, 1.3, 2.2)
    b.fix("right", "hatch", 7.0, 0, 1.3, 2.2)
    b.fix("front", "hatch", 2.8, 0, 1.4, 2.3)
    b.add([box((0.25, 2.9, 0.4), (x, 0, 0), "hull", cast=False) for x in (-3.4, 3.4)], (0, 0, -3.6))
    for x in (-1.4, 1.4):
        b.ceiling_lamp(x, -2.4, 0.25, 2.6)
    b.lamp((0, 2.8, -2.0), 2.2)
    b.spot(0.0, -3.4, 180)
    b.spot(1.8, -1.0, -60)


def moon(b: Builder) -> None:
    """Build an airless plain with craters under the stars."""
    b.stand, b.camera, b.sky = Area(-3, 3, -9, 3), Area(-10, 10, -20, 16), "space"
    b.ground("moon dust", "dust")
    for x, z, r in (
        (-3.4, -6.0, 1.6),
        (3.8, -4.6, 1.1),
        (1.2, -12, 2.6),
        (-8, -14, 3.0),
        (7.5, -11, 2.0),
        (-1.8, -3.0, 0.4),
    ):
        b.patch(
            [(x + r * cos(2 * pi * k / 24), z + r * 0.9 * sin(2 * pi * k / 24)) for k in range(24)],
            "stone",
            "crater",
            0.0,
            "edge",
        )
    b.scatter("rock", Area(-10, 10, -18, -2), 34, (0.15, 0.9))
    b.put("lander", -5.2, -9.0, 24)
    b.put("flag", 2.4, -6.0, -20)
    b.put("rover", 4.6, -7.6, -34)
    for k in range(12):
        b.strip(
            Area(-0.9 - 0.34 * k - 0.12 * (k % 2), -0.74 - 0.34 * k - 0.12 * (k % 2), -1.9 - 0.46 * k, -1.6 - 0.46 * k),
            "dark stone",
            "",
            0.002,
        )
    b.far("mountains", 7, 0.0)
    b.far("hills", 4, 0.15)
    b.lamp((0, 3, -1.5), 3.0)
    b.spot(2.0, -2.6, -30)
    b.spot(-2.0, -2.6, 30)


def stage(b: Builder) -> None:
    """Build a theatre's stage: boards, curtains at both sides, spotlights."""
    b.overhead, b.gloom = ("dark metal", ""), True
    b.room(10.0, 7.0, 5.0, ("floor", "upright boards"), 1.6)
    b.dress("back", "red", "pleats")
    b.sun = (0.0, 0.9, 0.5)
    for x in (-4.3, 4.3):
        for z in (-0.4, -2.4, -4.4):
            b.add([box((1.5, 4.8, 0.25), (0, 0, 0), "red", {"*": "pleats"}, cast=False)], (x, 0, z))
    b.add([box((10.0, 0.9, 0.3), (0, 4.0, 0), "red", {"*": "pleats"}, cast=False)], (0, 0, 0.4))
    b.add(
        [
            box((9.0, 0.1, 0.1), (0, 4.2, 0), "dark metal", cast=False),
            *[cylinder(0.14, 0.3, (-3 + 1.5 * k, 3.9, 0), "dark", top=0.1) for k in range(5)],
        ],
        (0, 0, -1.6),
    )
    b.add(
        [
            box((0.03, 1.35, 0.03), (0, 0, 0), "dark"),
            cylinder(0.14, 0.02, (0, 0, 0), "dark"),
            cylinder(0.03, 0.12, (0, 1.35, 0), "dark metal"),
        ],
        (1.4, 0, -0.6),
    )
    b.put("piano", -2.8, -4.2, 24)
    b.put("drum kit", 1.2, -4.6)
    b.put("amplifier", 3.0, -3.4, -18)
    b.put("amplifier", -1.0, -5.0, 6)
    b.put("spotlight", -3.4, -1.4, 120)
    b.put("spotlight", 3.5, -1.5, -120)
    b.put("planter", -3.0, 0.9)
    b.put("planter", 3.0, 0.9)
    for k in range(8):
        b.add(
            [
                box((0.5, 0.12, 0.2), (0, 0, 0), "dark", {"*": ""}),
                box((0.4, 0.03, 0.14), (0, 0.12, -0.02), "lamp", cast=False),
            ],
            (-3.5 + k, 0, 1.0),
        )
    b.fix("back", "bulbs", 1.0, 3.6, 8.0, 0.6)
    b.lamp((0, 4.4, -1.2), 2.0)
    b.spot(-2.2, -2.4, 30)
    b.spot(2.4, -3.0, -30)


def void(b: Builder) -> None:
    """Build nothing: white paper by day, black by night."""
    b.stand, b.camera, b.sky = Area(-20, 20, -20, 20), Area(-40, 40, -40, 40), "void"
    b.spot(-1.6, -1.6, 30)
    b.spot(1.6, -1.6, -30)
