"""Places where one waits and leaves: platforms, bus stops."""

from .builder import Builder
from .shapes import Marks, box, lathe, tube
from .solids import Area, Thing, Wall
from .town import house

NOSE = 4.6
"""Where along the platform the standing train ends: beside those who wait, so that it is near and large."""


def platform(b: Builder) -> None:
    """Build a covered platform with a train standing at it, masts and the town behind the rails."""
    b.stand, b.camera, b.sun = Area(-2.2, 3.4, -30, 3), Area(-2.6, 4.9, -50, 16), (-0.1, 0.8, 0.6)
    b.ground("gravel", "pebbles", -1.1)
    for x in (-4.8, -9.4):
        _rails(b, x)
    b.strip(Area(-2.9, 5.2, -60, 20), "pavement", "big tiles", 0, "edge")
    b.strip(Area(-2.86, -2.62, -60, 20), "concrete", "", 0.002)
    b.strip(Area(-2.5, -2.05, -60, 20), "yellow", "studs", 0.002)
    _station_wall(b)
    _train(b)
    _canopy(b)
    _masts(b)
    for z in (-3.6, -9.6, -13.6, 3.4):
        b.put("bench", 4.1, z, -90)
    b.put("vending machine", 4.75, -6.9, -90)
    b.put("vending machine", 4.75, -5.8, -90)
    b.put("bin", 4.7, -7.9)
    b.put("bin", 4.7, 1.6)
    b.far("skyline", 8, 0.15)
    b.lamp((1.2, 3.3, -1.0), 2.4)
    b.lamp((1.2, 3.3, -11.0), 2.4)
    b.spot(3.6, -1.2, -90)
    b.spot(2.2, -8.0, -60)


def _rails(b: Builder, x: float) -> None:
    """Lay a track along z."""
    for k in range(30):
        b.strip(Area(x - 1.25, x + 1.25, -40.0 + 1.9 * k, -39.6 + 1.9 * k), "dark wood", "", -1.05)
    for side in (-0.7, 0.7):
        b.strip(Area(x + side - 0.05, x + side + 0.05, -160, 30), "metal", "rail", -0.95)


def _train(b: Builder) -> None:
    """Stand a train at the platform: two cars, roof gear, a nose with a cab."""
    sides = {"right": "train", "left": "train", "front": "train front", "back": "train front"}
    for k in range(2):
        middle = NOSE - 9.6 - 19.6 * k
        body = box((2.7, 2.75, 19.2), (0, 0.02, 0), {"*": "white", "top": "metal"}, sides)
        roof = box((2.3, 0.18, 18.8), (0, 2.77, 0), "metal", {"*": "ribs"}, cast=False)
        gear: list[Thing] = [
            box((1.5, 0.3, 2.6), (0, 2.95, z), "metal", {"*": "slats"}, cast=False) for z in (-5.4, 4.6)
        ]
        under: list[Thing] = [box((2.0, 0.6, 3.0), (0, -0.7, z), "dark", cast=False) for z in (-6.8, 0.0, 6.8)]
        b.add([*under, body, roof, *gear], (-4.45, 0, middle))
    arm = [(0, 2.95, 0.9), (0, 3.5, 0.1), (0, 4.15, 0.8)]
    bow = box((1.5, 0.05, 0.08), (0, 4.15, 0.8), "dark", cast=False)
    b.add([tube(arm, (0.04, 0.035, 0.03), "dark"), bow], (-4.45, 0, NOSE - 9.6))


def _canopy(b: Builder) -> None:
    """Put up the roof with its columns, lamps, a clock and the boards that hang from it."""
    b.add([box((6.4, 0.2, 60), (1.7, 3.4, -20), "metal", {"bottom": "beams"})])
    for k in range(8):
        post: list[Thing] = [
            box((0.2, 3.4, 0.2), (0, 0, 0), "metal"),
            box((0.26, 0.5, 0.26), (0, 0.0, 0), "dark metal"),
            box((3.2, 0.12, 0.12), (-0.4, 3.26, 0), "metal", cast=False),
        ]
        b.add(post, (2.9, 0, 7.0 - 5.0 * k))
        b.add([box((0.16, 0.09, 1.5), (0, 3.2, 0), "lamp", cast=False)], (0.6, 0, 4.5 - 5.0 * k))
    hangers: list[Thing] = [box((0.04, 0.4, 0.04), (x, 3.0, 0), "metal") for x in (-0.7, 0.7)]
    board = box((1.9, 0.5, 0.1), (0, 2.5, 0), "white", {"front": "sign", "back": "sign", "*": ""}, cast=False)
    for z in (-4.6, -19.6):
        b.add([board, *hangers], (1.5, 0, z))
    clock = lathe([(0.3, -0.08), (0.3, 0.08)], (0, 2.7, -1.0), "white", Marks(lid="clock face"), axis="z")
    b.add([clock, box((0.04, 0.45, 0.04), (0, 2.95, -1.0), "dark", cast=False)], (0.9, 0, -13.0))


def _masts(b: Builder) -> None:
    """Stand masts beyond the rails, their wires, a fence and houses of the town."""
    for z in (6.0, -8.0, -22.0, -36.0):
        arms: list[Thing] = [
            box((0.18, 6.9, 0.18), (0, -1.1, 0), "metal", {"*": "slats"}),
            box((6.6, 0.08, 0.08), (3.1, 5.2, 0), "metal", cast=False),
            box((6.6, 0.06, 0.06), (3.1, 4.7, 0), "metal", cast=False),
        ]
        b.add(arms, (-11.4, 0, z))
    for x in (-4.45, -9.4):
        for y, sag in ((4.2, 0.0), (4.95, 0.5)):
            b.wire([(x, y, z) for z in (20.0, 6.0, -8.0, -22.0, -36.0, -60.0)], sag=sag, over=False)
    fence: list[Thing] = [
        box((0.06, 1.3, 0.06), (0, -1.1, 14.0 - 2.2 * k), "dark metal", cast=False) for k in range(26)
    ]
    rails: list[Thing] = [box((0.05, 0.06, 60), (0, y, -16), "dark metal", cast=False) for y in (-0.3, 0.12)]
    b.add([*fence, *rails], (-12.6, 0, 0))
    z = 16.0
    while z > -44:
        width = b.rng.uniform(6, 9)
        house(b, (-16.5, z - width / 2, 90.0), (width - 0.6, b.rng.uniform(5, 11)), -1.1)
        z -= width


def _station_wall(b: Builder) -> None:
    """Put up the wall of the station house: in each bay what is read, bought or waited behind."""
    b.wall("right", Wall((5.2, 0, -60), (0, 0, 1), 80, 3.4, "wall", "wainscot"))
    bays = ("ad board", "waiting room", "timetable board", "office door", "route map", "ad board", "kiosk shutter")
    for k in range(26):
        kind = bays[(k * 3) % len(bays)]
        u, (w, v, h) = 2.95 * k + 1.6, BAYS[kind]
        b.fix("right", kind, u, v, w, h)
        b.fix(
            "right",
            ("fire box", "paper", "speaker")[k % 3],
            u + 2.5,
            (0.9, 1.3, 2.5)[k % 3],
            0.34,
            (0.9, 0.5, 0.24)[k % 3],
        )
    for k in range(16):
        b.fix("right", "wall lamp", 5.0 * k + 1.2, 2.75, 0.5, 0.22)
    b.fix("right", "pipes", 0.0, 3.05, 80.0, 0.2)


BAYS = {
    "ad board": (1.9, 0.85, 1.5),
    "waiting room": (2.4, 0.0, 2.3),
    "timetable board": (1.3, 0.9, 1.3),
    "office door": (1.0, 0.0, 2.2),
    "route map": (1.8, 1.0, 1.0),
    "kiosk shutter": (2.2, 0.0, 2.2),
}
"""What fills a bay of the station's wall: width, height of its foot, height."""


def bus_stop(b: Builder) -> None:
    """Build a stop with shelter and bench at a quiet road."""
    b.stand, b.camera = Area(-2.4, 2.4, -3.2, 1.5), Area(-10, 10, -3, 14)
    b.ground("grass", "meadow")
    b.strip(Area(-200, 200, 0.9, 7.4), "asphalt", "", 0, "edge")
    b.strip(Area(-200, 200, -4.2, 0.7), "pavement", "", 0, "edge")
    b.strip(Area(-14, 14, -4.2, 0.7), "pavement", "tiles")
    shelter: list[Thing] = [
        box((4.4, 0.14, 1.7), (0, 2.5, 0.2), "metal"),
        box((4.2, 2.0, 0.05), (0, 0.35, -0.6), "pale glass", {"front": "panels", "back": "panels", "*": ""}),
        *[box((0.09, 2.5, 0.09), (x, 0, -0.58), "dark metal") for x in (-2.1, 0.0, 2.1)],
    ]
    b.add(shelter, (0.3, 0, -2.6))
    b.put("bench", 0.3, -2.6)
    b.put("bus stop", -2.5, -0.6)
    b.put("utility pole", 4.6, -3.4)
    b.wire([(-30, 6.8, -3.4), (4.6, 6.8, -3.4), (34, 6.8, -3.4)], sag=0.9)
    b.wire([(-30, 6.1, -3.4), (4.6, 6.1, -3.4), (34, 6.1, -3.4)], sag=1.1)
    house(b, (-11.0, -9.0, 20), (8, 6.5), 0)
    house(b, (11.5, -11.0, -14), (7, 6.0), 0)
    for x, z in ((-4.6, -6.5), (5.5, -8.5), (0.5, -12), (17, -14)):
        b.grow("tree", x, z, 4.2, b.rng.uniform(5, 7))
    b.scatter("bush", Area(-9, 9, -7, -5), 6, (0.6, 1.0), clear=0)
    b.far("hills", 7, 0.08)
    b.lamp((0.3, 2.4, -1.6), 2.2)
    b.spot(2.6, -1.4, -30)
    b.spot(-1.6, -3.4, 0)
