"""Rooms where people learn and work: schools, offices, libraries, halls."""

from .builder import Builder, circle
from .rooms import hang_pendant
from .shapes import box
from .solids import Area, Thing
from .structures import container


def classroom(b: Builder) -> None:
    """Build a classroom: rows of desks, blackboard, windows on the left."""
    b.overhead = ("ceiling", "ceiling panels")
    b.room(8.4, 8.0, 3.0, ("floor", "boards"))
    b.sun = (-0.8, 0.75, -0.15)
    for row in range(4):
        for column in range(4):
            x, z = -2.9 + 1.5 * column, -1.2 - 1.35 * row
            b.put("school desk", x, z)
            b.put("chair", x, z + 0.5 + b.rng.uniform(-0.06, 0.06), 180 + b.rng.uniform(-5, 5))
    b.put("podium", 0.2, -7.1)
    b.put("bookcase", -3.6, -7.75)
    b.put("globe", 0.6, -7.1, y=0.96)
    b.put("lockers", 3.9, -5.6, -90)
    b.fix("back", "scroll", 0.5, 1.0, 0.5, 1.4)
    b.fix("back", "route map", 0.2, 2.35, 1.2, 0.5)
    b.fix("right", "poster", 7.4, 1.1, 0.7, 1.0)
    b.fix("back", "blackboard", 1.7, 0.95, 5.0, 1.25)
    for x in (-1.9, -1.3, 1.5, 2.1):
        b.post(x, -8.0, 180, "board")
    b.fix("back", "clock", 4.0, 2.4, 0.36, 0.36)
    b.fix("back", "paper", 7.15, 1.2, 0.7, 0.9)
    b.fix("back", "speaker", 7.3, 2.4, 0.4, 0.28)
    for k in range(4):
        b.fix("left", "window trees", 0.8 + 2.5 * k, 0.95, 2.0, 1.6)
    b.fix("right", "door", 0.5, 0, 1.6, 2.1)
    b.fix("right", "door", 8.6, 0, 1.6, 2.1)
    b.fix("right", "notice board", 3.0, 1.0, 4.2, 1.1)
    for k in range(3):
        b.fix("right", "high window", 2.7 + 1.9 * k, 2.35, 1.6, 0.45)
    b.fix("front", "notice board", 2.0, 1.0, 4.4, 1.2)
    for x in (-2.2, 0.6, 3.2):
        b.lamp((x, 2.9, -2.6), 2.0)
    b.spot(3.6, -1.6, -60)
    b.spot(3.6, -3.2, -60)
    b.spot(-1.5, -6.9, 0)


def corridor(b: Builder) -> None:
    """Build a school corridor: lockers and doors on the left, windows on the right."""
    b.overhead = ("ceiling", "ceiling panels")
    b.room(3.6, 22.0, 2.8, ("tile", "big tiles"))
    b.sun, b.beams = (0.75, 0.85, 0.1), True
    for z in (-5.6, -7.6, -15.0):
        b.put("lockers", -1.58, z, 90)
    for k in range(7):
        b.fix("right", "window trees", 1.2 + 3.4 * k, 0.95, 2.4, 1.5)
    for u in (4.0, 14.6, 20.4):
        b.fix("left", "door", u, 0, 1.7, 2.1)
        b.fix("left", "name plate", u + 0.5, 2.25, 0.6, 0.2)
    b.put("radiator", 1.68, -1.2, -90)
    b.put("radiator", 1.68, -8.2, -90)
    b.fix("left", "fire box", 3.4, 0.9, 0.4, 1.0)
    b.fix("left", "poster", 6.2, 1.1, 0.7, 1.0)
    b.fix("left", "notice board", 12.0, 1.0, 2.2, 1.0)
    b.fix("left", "notice board", 0.9, 1.0, 2.2, 1.0)
    b.fix("back", "door", 0.95, 0, 1.7, 2.1)
    b.fix("back", "high window", 1.3, 2.25, 1.0, 0.35)
    b.fix("front", "door", 0.95, 0, 1.7, 2.1)
    b.put("bin", 1.55, -3.6)
    b.add([box((0.3, 0.3, 0.7), (0, 2.2, 0), "white", {"front": "sign", "*": ""}, cast=False)], (-1.5, 0, -11.6))
    for k in range(6):
        b.ceiling_lamp(0.0, -1.4 - 3.6 * k, 0.5, 1.4)
    b.lamp((0, 2.7, -1.4), 1.8)
    b.lamp((0, 2.7, -8.6), 1.8)
    b.spot(1.4, -2.2, -90)
    b.spot(-1.4, -9.4, 90)


def office(b: Builder) -> None:
    """Build an open office: desks with dividers and screens, a wide window."""
    b.overhead = ("ceiling", "ceiling panels")
    b.room(7.6, 7.8, 2.75, ("carpet", "carpet tiles"))
    b.sun = (0.25, 0.9, -0.3)
    for row in range(3):
        for x in (-2.2, 1.5):
            _work_place(b, x, -1.6 - 2.15 * row)
    b.add([box((0.42, 1.9, 2.4), (0, 0, 0), "metal", {"left": "books", "*": ""})], (3.5, 0, -6.3))
    b.put("plant", -3.45, -7.3)
    b.put("plant", 3.4, -1.6)
    b.put("bin", -0.4, -4.4)
    b.put("copier", 3.4, -2.6, -90)
    b.put("water cooler", -3.5, -0.8, 90)
    b.put("coat stand", -3.4, -4.2)
    b.fix("left", "timetable board", 1.6, 1.0, 1.4, 1.1)
    b.fix("left", "photos", 9.0, 1.2, 1.1, 0.8)
    b.fix("right", "cooler", 3.4, 2.2, 1.0, 0.3)
    b.fix("back", "window city", 0.8, 0.8, 6.0, 1.6)
    b.fix("back", "blinds", 0.8, 2.05, 6.0, 0.35)
    b.fix("left", "white board", 4.4, 1.0, 2.4, 1.2)
    b.fix("left", "clock", 7.6, 1.9, 0.34, 0.34)
    b.fix("right", "door", 8.8, 0, 0.95, 2.1)
    b.fix("right", "notice board", 5.4, 1.0, 2.0, 1.1)
    b.fix("front", "door", 3.0, 0, 1.6, 2.1)
    for row in range(3):
        for x in (-2.0, 1.6):
            b.ceiling_lamp(x, -2.0 - 2.2 * row, 1.3, 0.3)
    b.lamp((-0.3, 2.6, -2.0), 2.4)
    b.spot(-0.4, -6.9, 0)
    b.spot(3.3, -3.2, -90)


def _work_place(b: Builder, x: float, z: float) -> None:
    b.put("office desk", x, z, 180)
    b.put("monitor", x - 0.1, z - 0.12, b.rng.uniform(-12, 18), 0.735)
    b.add(
        [box((1.45, 1.15, 0.05), (0, 0, -0.4), "blue cloth"), box((0.22, 0.07, 0.3), (0.46, 0.735, 0.05), "paper")],
        (x, 0, z),
    )
    b.add([box((0.4, 0.02, 0.14), (0, 0.735, 0), "dark")], (x - 0.1, 0, z + 0.16))
    b.put("office chair", x - 0.05, z + 0.72, 180 + b.rng.uniform(-25, 25))


def library(b: Builder) -> None:
    """Build a library: high shelves in rows, a reading table with lamps."""
    b.overhead = ("ceiling", "wood beams")
    b.room(7.6, 9.0, 3.3, ("floor", "boards"))
    b.sun = (0.2, 0.85, -0.5)
    for z in (-2.9, -4.6, -6.3, -8.0):
        b.put("library shelf", -2.4, z)
        b.put("library shelf", 2.5, z)
    b.add([box((0.45, 2.6, 5.0), (0, 0, 0), "dark wood", {"right": "books", "*": ""})], (-3.55, 0, 0.3))
    b.put("table", 1.9, -1.0)
    b.put("chair", 1.6, -0.42, 180)
    b.put("chair", 2.2, -1.58, 0)
    b.put("table lamp", 2.35, -1.05, y=0.745)
    b.add(
        [box((0.22, 0.05, 0.3), (0, 0.745, 0), "red"), box((0.24, 0.04, 0.3), (0.02, 0.795, 0), "paper")],
        (1.5, 0, -1.05),
        20,
    )
    b.put("ladder", -1.1, -2.6)
    b.fix("back", "window trees", 2.9, 1.1, 1.8, 1.8)
    for u in (1.0, 5.6):
        b.fix("right", "window trees", u, 1.2, 1.6, 1.7)
    b.fix("right", "clock", 8.4, 2.3, 0.4, 0.4)
    b.fix("right", "notice board", 8.9, 1.1, 1.7, 1.0)
    b.fix("right", "poster", 11.0, 1.2, 0.7, 1.0)
    b.fix("left", "picture", 6.4, 1.4, 1.0, 1.2)
    b.fix("front", "door", 3.0, 0, 1.6, 2.2)
    for x, z in ((0.0, -2.4), (0.0, -5.6)):
        hang_pendant(b, x, z, 3.3)
    b.lamp((1.9, 1.4, -1.0), 1.6)
    b.spot(0.9, -3.6, -40)
    b.spot(-2.4, -1.4, 30)


def laboratory(b: Builder) -> None:
    """Build a laboratory: benches with glass, tanks, racks, screens."""
    b.overhead = ("ceiling", "ceiling panels")
    b.room(7.4, 6.8, 2.9, ("tile", "big tiles"))
    b.sun = (0.1, 0.9, 0.3)
    b.put("lab bench", -1.9, -2.6)
    b.put("lab bench", -1.9, -4.4)
    b.put("lab bench", 1.9, -2.9, 90)
    b.put("stool", -1.5, -1.8, 180)
    for x in (1.2, 2.8):
        b.put("glass tank", x, -5.9)
    for z in (-4.6, -5.4):
        b.put("server rack", -3.3, z, 90)
    b.put("whiteboard", -1.1, -6.4)
    b.put("console", 3.1, -0.6, -70)
    b.put("wash basin", -3.4, -1.0, 90)
    b.put("trolley", 0.4, -5.9, 10)
    b.fix("right", "bottles", 4.4, 1.3, 1.8, 0.9)
    b.fix("right", "vent", 8.6, 2.2, 0.6, 0.4)
    b.fix("left", "bottles", 6.4, 1.2, 1.6, 1.1)
    b.fix("back", "pipes", 0.0, 2.5, 7.4, 0.2)
    b.fix("back", "screens", 1.0, 1.5, 1.7, 0.9)
    b.fix("right", "window city", 1.6, 1.2, 2.4, 1.0)
    b.fix("right", "door", 7.2, 0, 1.1, 2.1)
    b.fix("left", "shelf", 1.8, 1.4, 2.2, 0.9)
    b.fix("left", "notice board", 4.4, 1.2, 1.6, 1.0)
    b.fix("front", "door", 3.0, 0, 1.4, 2.1)
    for x in (-1.9, 1.4):
        b.ceiling_lamp(x, -2.6, 1.4, 0.3)
        b.ceiling_lamp(x, -4.8, 1.4, 0.3)
    b.lamp((0, 2.8, -1.8), 2.2)
    b.spot(0.3, -3.2, 0)
    b.spot(0.4, -5.4, 20)


def gym(b: Builder) -> None:
    """Build a sports hall: boarded floor with lines, high windows, a stage."""
    b.room(13.0, 16.0, 6.0, ("floor", "boards"))
    b.sun = (0.6, 0.8, 0.1)
    b.dress("back", "wall", "panels")
    for x0, x1, z0, z1 in (
        (-4.6, 4.6, -1.0, -0.93),
        (-4.6, 4.6, -13.0, -12.93),
        (-4.6, -4.53, -13, -0.93),
        (4.53, 4.6, -13, -0.93),
    ):
        b.strip(Area(x0, x1, z0, z1), "red", "", 0.003)
    b.add([box((9.0, 1.0, 2.0), (0, 0, 0), "dark wood", {"front": "upright boards"})], (0, 0, -15.2))
    b.fix("back", "curtains", 2.4, 1.0, 8.2, 3.6)
    hoop: list[Thing] = [
        box((1.7, 1.1, 0.06), (0, 3.0, 0), "white", {"front": "target"}, cast=False),
        box((0.46, 0.04, 0.4), (0, 3.1, 0.24), "orange", cast=False),
        box((0.12, 4.2, 0.12), (0, 0, -0.6), "metal"),
    ]
    b.add(hoop, (0, 0, -13.2))
    _sports(b)
    for k in range(4):
        b.fix("left", "window trees", 2.0 + 4.2 * k, 3.2, 3.0, 1.6)
        b.fix("right", "window trees", 2.0 + 4.2 * k, 3.2, 3.0, 1.6)
        b.fix("left", "wall bars", 2.0 + 4.2 * k, 0.1, 2.6, 2.5)
    b.fix("right", "door", 8.0, 0, 2.4, 2.3)
    b.fix("front", "door", 5.0, 0, 2.4, 2.3)
    b.add(
        [box((1.4, 0.3, 2.0), (0, 0, 0), "blue cloth"), box((1.4, 0.3, 2.0), (0.03, 0.3, 0.03), "cloth")],
        (5.4, 0, -3.4),
    )
    for x in (-3, 3):
        for z in (-3, -8):
            b.ceiling_lamp(x, z, 0.6, 0.6)
    b.lamp((0, 5.8, -2.0), 3.4)
    b.spot(-3.0, -3.4, 30)
    b.spot(3.2, -2.4, -30)


def _sports(b: Builder) -> None:
    """Put out what is played with, the lines of the floor, pads and a scoreboard."""
    b.put("vaulting box", -4.6, -4.4, 14)
    b.put("ball rack", 5.3, -6.2, -80)
    b.put("ball", -1.6, -2.6)
    b.put("ball", 2.9, -5.2)
    b.put("volleyball net", -3.0, -9.0)
    b.put("volleyball net", 3.0, -9.0)
    b.put("bench", 5.9, -9.4, -90)
    b.patch([(1.8 * x, -7.0 + 1.8 * z) for x, z in circle(32)], "floor", "ring line", 0.003, "edge")
    b.strip(Area(-4.6, 4.6, -7.03, -6.97), "red", "", 0.003)
    b.strip(Area(-2.4, 2.4, -12.93, -9.4), "red", "", 0.002, "edge")
    b.fix("back", "scoreboard", 9.6, 3.4, 2.6, 1.4)
    b.fix("back", "bunting", 0.6, 5.2, 11.8, 0.5)
    b.fix("back", "pads", 0.3, 0.1, 1.8, 1.8)
    b.fix("back", "pads", 10.9, 0.1, 1.8, 1.8)
    b.fix("right", "pads", 12.2, 0.1, 5.4, 1.8)
    b.fix("right", "pads", 1.0, 0.1, 5.0, 1.8)
    b.fix("right", "clock", 9.0, 2.7, 0.7, 0.7)
    b.fix("right", "tapestry", 6.4, 2.2, 1.1, 2.6)


def warehouse(b: Builder) -> None:
    """Build a warehouse: stacked crates and shelves under steel beams."""
    b.room(11.0, 14.0, 5.2, ("concrete", "big tiles"))
    b.sun = (0.3, 0.85, 0.3)
    for wall in ("left", "right", "back"):
        b.dress(wall, "metal", "panels")
    for x, z in ((-4.2, -3.0), (-4.2, -6.0), (4.2, -4.2), (4.2, -7.4), (-1.6, -9.4)):
        for k in range(b.rng.randint(3, 5)):
            b.put("crate", x + 0.6 * (k % 2) - 0.3, z + 0.58 * (k // 2 % 2), b.rng.uniform(-8, 8), 0.5 * (k // 3))
    for z in (-10.6, -12.4):
        b.put("shop shelf", 2.6, z)
        b.put("shop shelf", -3.2, z)
    for x, z in ((3.2, -1.8), (3.7, -2.3), (-3.0, -1.4)):
        b.put("barrel", x, z)
    for z in (-1.0, -5.0, -9.0, -13.0):
        b.add([box((11.0, 0.3, 0.16), (0, 4.6, 0), "dark metal", cast=False)], (0, 0, z))
    b.put("cart", 2.6, -4.6, 160)
    b.put("ladder", -5.2, -4.4, 90)
    b.put("traffic cone", 1.4, -6.6)
    b.add(container(), (3.6, 0, -11.0), 90)
    for k in range(4):
        b.fix("left", "high window", 1.6 + 4.2 * k, 3.4, 2.0, 0.9)
        b.fix("right", "high window", 1.6 + 4.2 * k, 3.4, 2.0, 0.9)
    b.fix("left", "shelf", 2.0, 0.1, 3.2, 2.4)
    b.fix("left", "pipes", 0.0, 2.8, 17.0, 0.24)
    b.fix("right", "pipes", 0.0, 2.8, 17.0, 0.24)
    b.fix("right", "fire box", 9.6, 0.9, 0.5, 1.1)
    b.fix("right", "notice board", 7.4, 1.1, 1.8, 1.0)
    b.strip(Area(-2.2, -2.05, -14, 3), "yellow", "", 0.003)
    b.strip(Area(2.05, 2.2, -14, 3), "yellow", "", 0.003)
    b.fix("back", "shutter door", 3.4, 0, 4.2, 3.6)
    b.fix("back", "high window", 1.0, 3.6, 1.6, 0.8)
    b.fix("back", "high window", 8.4, 3.6, 1.6, 0.8)
    b.fix("right", "door", 11.0, 0, 1.0, 2.1)
    b.fix("front", "shutter door", 3.4, 0, 4.2, 3.6)
    hang_pendant(b, 0, -2.4, 5.2)
    b.lamp((0, 2.2, -2.0), 2.2)
    b.spot(1.6, -3.4, -20)
    b.spot(-2.2, -2.6, 40)
