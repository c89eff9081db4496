"""Rooms where people live, sleep, cook and meet."""

from .builder import Builder, circle
from .shapes import box, cylinder


def bedroom(b: Builder) -> None:
    """Build a small bedroom with a desk."""
    b.room(4.6, 3.75, 2.5, ("floor", "boards"), 2.5)
    b.sun = (0.3, 0.8, -0.5)
    b.put("bed", -1.55, -2.55)
    b.put("night table", -0.6, -3.45)
    b.put("table lamp", -0.6, -3.45, y=0.5)
    b.put("office desk", 1.35, -3.3, 180)
    b.put("monitor", 1.25, -3.4, -10, 0.735)
    b.put("chair", 1.3, -2.6, 180)
    b.put("bookcase", 2.1, -1.5, -90)
    b.put("carton", 1.95, -0.55, -80)
    b.patch([(-0.1 + 1.15 * x, -1.5 + 0.75 * z) for x, z in circle(24)], "blue cloth", "", 0.003, "detail")
    b.put("toy bear", -1.95, -3.1, 20, 0.6)
    b.put("low table", 0.3, -0.6, 80)
    b.put("coat stand", 2.0, 0.5)
    b.put("laundry basket", -2.0, -0.4)
    b.put("electric fan", 0.35, -3.35, 20)
    b.add(
        [
            box((0.26, 0.06, 0.2), (0, 0, 0), "red"),
            box((0.24, 0.05, 0.19), (0.01, 0.06, 0), "paper"),
            box((0.22, 0.05, 0.18), (-0.01, 0.11, 0), "navy"),
        ],
        (0.75, 0, -2.1),
        24,
    )
    b.fix("back", "window city", 1.45, 1.0, 1.3, 1.15)
    b.fix("back", "bulbs", 0.1, 2.1, 4.4, 0.2)
    b.fix("back", "photos", 0.1, 1.25, 0.9, 0.7)
    b.fix("left", "hooks", 1.6, 0.9, 0.9, 1.0)
    b.fix("left", "cooler", 4.7, 2.1, 0.85, 0.28)
    b.fix("right", "hooks", 2.9, 0.8, 0.9, 1.1)
    b.fix("right", "poster", 3.0, 1.2, 0.7, 0.9)
    b.fix("right", "scroll", 5.5, 0.9, 0.4, 1.3)
    b.ceiling_lamp(0.0, -1.4, 0.6, 0.6)
    b.fix("back", "curtains", 1.1, 0.72, 2.0, 1.62)
    b.fix("back", "picture", 3.45, 1.45, 0.6, 0.7)
    b.fix("left", "poster", 3.0, 1.1, 0.8, 1.1)
    b.fix("left", "poster", 4.0, 1.3, 0.6, 0.8)
    b.fix("left", "shelf", 4.9, 1.45, 1.1, 0.5)
    b.fix("right", "door", 4.2, 0, 0.95, 2.05)
    b.fix("front", "wardrobe doors", 0.8, 0, 2.2, 2.1)
    b.lamp((-0.6, 0.9, -3.45), 1.4)
    b.spot(0.5, -3.3, 0)
    b.spot(1.8, -0.1, -90)


def living_room(b: Builder) -> None:
    """Build a living room: sofa, low table, television, wide window."""
    b.room(5.8, 4.8, 2.55, ("floor", "boards"), 2.6)
    b.sun = (-0.6, 0.75, -0.3)
    b.put("sofa", -1.3, -3.6, 10)
    b.put("armchair", 1.15, -3.3, -38)
    b.add(
        [
            box((1.1, 0.05, 0.6), (0, 0.36, 0), "wood"),
            *[box((0.05, 0.36, 0.05), (x, 0, z), "wood") for x in (-0.5, 0.5) for z in (-0.25, 0.25)],
        ],
        (-0.7, 0, -2.35),
        10,
    )
    b.put("cup", -0.5, -2.3, y=0.41)
    b.put("vase", -1.0, -2.45, y=0.41)
    b.put("floor lamp", -2.55, -4.3)
    b.put("television", 2.55, -1.7, -90)
    b.put("plant", 2.45, -4.3)
    b.put("bookcase", 1.9, -4.6)
    b.patch([(-0.6 + 1.7 * x, -2.3 + 1.0 * z) for x, z in circle(28)], "rug", "", 0.003, "detail")
    b.put("radiator", -0.3, -4.7)
    b.put("aquarium", 2.6, -3.0, -90)
    b.put("table", 2.2, 1.3, 90)
    b.put("coat stand", -2.5, 1.7)
    b.put("floor lamp", 2.5, 0.2)
    b.fix("back", "photos", 3.9, 1.25, 1.1, 0.8)
    b.fix("back", "bottles", 0.2, 1.35, 0.8, 0.7)
    b.fix("back", "cooler", 1.9, 2.15, 1.0, 0.3)
    b.fix("right", "shelf", 2.2, 1.45, 1.4, 0.55)
    b.fix("right", "photos", 6.0, 1.2, 1.1, 0.8)
    b.fix("left", "hooks", 0.5, 0.9, 1.0, 1.0)
    b.fix("left", "scroll", 6.4, 0.8, 0.45, 1.4)
    b.ceiling_lamp(0.0, -2.0, 0.8, 0.8)
    b.fix("left", "window trees", 2.6, 0.55, 2.6, 1.65)
    b.fix("left", "curtains", 2.2, 0.3, 3.4, 2.05)
    b.fix("back", "picture", 1.1, 1.35, 1.0, 0.75)
    b.fix("back", "picture", 2.4, 1.5, 0.5, 0.6)
    b.fix("back", "clock", 3.4, 1.75, 0.34, 0.34)
    b.fix("right", "door", 4.8, 0, 0.95, 2.05)
    b.fix("right", "picture", 1.0, 1.3, 0.8, 0.9)
    b.fix("front", "door", 3.6, 0, 0.95, 2.05)
    b.fix("front", "picture", 1.2, 1.3, 1.0, 0.8)
    b.lamp((0, 2.4, -2.0), 2.0)
    b.spot(0.6, -4.3, 0)
    b.spot(2.3, 0.2, -90)


def kitchen(b: Builder) -> None:
    """Build a kitchen: units along the back, a table in the middle."""
    b.room(4.6, 3.4, 2.45, ("tile", "tiles"), 2.8)
    b.sun = (0.75, 0.6, 0.1)
    b.put("kitchen unit", -0.75, -3.08)
    b.put("wall unit", -1.2, -3.2)
    b.put("stove", 1.15, -3.08)
    b.put("fridge", 1.88, -3.02)
    b.add([box((0.62, 0.4, 0.42), (0, 1.72, 0), "metal", cast=False)], (1.15, 0, -3.15))
    b.add([cylinder(0.07, 0.2, (0, 0.905, 0), "red")], (-1.5, 0, -3.1))
    b.add([box((0.4, 0.25, 0.3), (0, 0.905, 0), "metal", {"front": "oven", "*": ""})], (-0.2, 0, -3.15))
    b.add([box((0.14, 0.3, 0.1), (0, 0.905, 0), "dark wood")], (0.4, 0, -3.15))
    b.put("table", -0.25, -1.35)
    for x, z, yaw in ((-0.6, -0.72, 180), (0.15, -0.72, 180), (-0.25, -1.98, 0)):
        b.put("chair", x, z, yaw + b.rng.uniform(-6, 6))
    b.add([cylinder(0.1, 0.09, (0, 0.745, 0), "white", top=0.17)], (-0.25, 0, -1.35))
    b.put("cup", 0.15, -1.2, y=0.745)
    b.put("bin", -2.0, -2.2)
    b.put("radiator", 2.2, -1.2, -90)
    hang_pendant(b, -0.25, -1.35, 2.45)
    b.fix("left", "bottles", 4.8, 1.3, 1.0, 0.75)
    b.fix("left", "hooks", 0.4, 0.9, 0.9, 1.0)
    b.fix("right", "clock", 3.4, 1.75, 0.34, 0.34)
    b.fix("right", "bottles", 3.9, 1.35, 1.1, 0.7)
    b.fix("right", "photos", 5.2, 1.2, 0.8, 0.7)
    b.fix("back", "tiles panel", 0.05, 0.91, 2.95, 0.58)
    b.fix("right", "window trees", 1.4, 1.0, 1.4, 1.1)
    b.fix("left", "door", 3.6, 0, 0.9, 2.05)
    b.fix("left", "shelf", 1.6, 1.4, 1.2, 0.5)
    b.fix("front", "window trees", 1.4, 0.95, 1.8, 1.2)
    b.lamp((-0.25, 2.0, -1.4), 1.6)
    b.spot(-1.9, -0.4, 60)
    b.spot(1.7, -0.9, -80)


def bathroom(b: Builder) -> None:
    """Build a tiled bathroom."""
    b.room(3.0, 3.0, 2.4, ("tile", "small floor tiles"), 2.4)
    b.sun = (0.1, 0.8, -0.5)
    for wall in ("back", "left", "right"):
        b.dress(wall, "tile", "half tiles")
    b.put("bathtub", -1.08, -1.9)
    b.put("toilet", 1.1, -2.5, 0)
    b.add(
        [
            cylinder(0.07, 0.7, (0, 0, 0), "white"),
            box((0.55, 0.16, 0.42), (0, 0.7, 0), "white"),
            box((0.05, 0.18, 0.1), (0, 0.86, -0.12), "metal"),
        ],
        (0.2, 0, -2.65),
    )
    b.put("washing machine", 1.15, -1.35, -90)
    b.put("laundry basket", 1.15, -0.7)
    b.put("stool", -0.9, -0.2)
    b.add(
        [cylinder(0.02, 1.5, (0, 0.7, 0), "metal"), box((0.16, 0.04, 0.3), (0.1, 2.15, 0), "metal")], (-1.42, 0, -2.3)
    )
    b.patch([(-0.2, -1.0), (0.7, -1.0), (0.7, -1.6), (-0.2, -1.6)], "blue cloth", "pleats", 0.003, "detail")
    b.fix("back", "bottles", 0.75, 1.3, 0.5, 0.6)
    b.fix("back", "towels", 2.25, 0.9, 0.62, 0.6)
    b.fix("right", "towels", 1.5, 0.9, 0.9, 0.7)
    b.fix("right", "bottles", 0.4, 1.4, 0.9, 0.6)
    b.fix("right", "vent", 2.6, 1.95, 0.36, 0.26)
    b.fix("left", "high window", 3.9, 1.6, 0.9, 0.5)
    b.fix("left", "towels", 0.6, 0.9, 0.9, 0.8)
    b.ceiling_lamp(0.0, -1.2, 0.4, 0.4)
    b.fix("back", "mirror", 1.35, 1.15, 0.7, 0.85)
    b.fix("back", "high window", 2.2, 1.7, 0.6, 0.4)
    b.fix("left", "curtains", 2.4, 0.5, 1.8, 1.6)
    b.fix("right", "door", 3.4, 0, 0.85, 2.0)
    b.fix("front", "door", 1.0, 0, 0.85, 2.0)
    b.lamp((0.2, 2.2, -2.0), 1.5)
    b.spot(1.1, -1.2, -60)


def cafe(b: Builder) -> None:
    """Build a cafe: round tables, a counter, wide windows."""
    b.overhead = ("ceiling", "wood beams")
    b.room(6.4, 5.0, 2.9, ("floor", "boards"), 2.6)
    b.sun = (-0.75, 0.65, 0.1)
    for x, z in ((-1.5, -1.7), (-1.6, -3.8), (0.2, -2.9)):
        b.put("round table", x, z)
        b.put("chair", x + 0.04, z + 0.66, 180)
        b.put("chair", x, z - 0.66, 0)
        b.put("cup", x + 0.12, z + 0.06, y=0.745)
    b.put("bar counter", 1.85, -3.7)
    b.put("coffee machine", 1.3, -3.75, y=1.08)
    b.put("till", 2.5, -3.7, y=1.08)
    b.put("stool", 1.2, -2.95, 180)
    b.put("stool", 2.1, -2.95, 180)
    b.put("plant", -2.75, -4.5)
    b.put("menu stand", 2.5, 0.4, -50)
    b.put("coat stand", 2.75, -1.9)
    b.fix("right", "bulbs", 0.4, 2.3, 6.0, 0.22)
    b.fix("right", "photos", 3.3, 1.2, 1.0, 0.8)
    b.fix("right", "bottles", 6.2, 1.2, 1.0, 0.8)
    b.fix("back", "bottles", 4.0, 1.3, 2.1, 1.1)
    b.fix("back", "menu board", 0.9, 1.2, 1.7, 1.1)
    b.dress("back", "brick", "brick patches")
    for k in range(3):
        b.fix("left", "window street", 0.8 + 2.3 * k, 0.5, 1.9, 1.9)
    b.fix("right", "door", 4.6, 0, 0.95, 2.1)
    b.fix("right", "picture", 1.0, 1.2, 0.7, 0.9)
    b.fix("right", "picture", 2.2, 1.3, 0.9, 0.7)
    b.fix("front", "window street", 1.2, 0.5, 2.4, 1.9)
    b.fix("front", "door", 4.4, 0, 0.95, 2.1)
    for x, z in ((-1.5, -1.7), (0.2, -2.9), (1.9, -3.5)):
        hang_pendant(b, x, z, 2.9)
    b.spot(-2.7, -2.8, 90)
    b.spot(2.7, -1.0, -90)


def hang_pendant(b: Builder, x: float, z: float, ceiling: float) -> None:
    """Hang a lamp on a cord."""
    b.wire([(x, ceiling, z), (x, 2.15, z)], over=False)
    b.put("pendant", x, z, y=1.98)


def shop(b: Builder) -> None:
    """Build a shop: aisles of shelves, a counter with a till, a glass front."""
    b.overhead = ("ceiling", "ceiling panels")
    b.room(7.0, 7.0, 2.8, ("tile", "tiles"), 2.6)
    b.sun = (-0.2, 0.8, 0.6)
    for x in (-2.3, 0.15):
        for z in (-2.6, -4.7):
            b.put("shop shelf", x, z, 90)
    b.add([box((0.5, 1.9, 5.4), (0, 0, 0), "white", {"right": "goods", "*": ""})], (-3.2, 0, -4.0))
    b.put("bar counter", 2.3, -3.0, -90)
    b.put("till", 2.3, -3.2, -90, 1.08)
    b.add(
        [box((0.7, 2.0, 0.7), (k * 0.72 - 1.1, 0, 0), "white", {"front": "fridge goods", "*": ""}) for k in range(4)],
        (1.2, 0, -6.6),
    )
    b.put("fruit stand", -0.6, -6.1)
    b.put("carton", 2.9, -0.6, 12)
    b.put("carton", 2.8, -1.0, -8)
    b.put("carton", 2.85, -0.8, 30, 0.38)
    b.fix("right", "bottles", 0.4, 0.9, 2.4, 1.5)
    b.fix("right", "ad board", 7.8, 1.0, 1.3, 1.3)
    b.fix("left", "bunting", 0.2, 2.3, 5.0, 0.24)
    b.fix("back", "bunting", 0.3, 2.35, 6.4, 0.24)
    b.fix("back", "poster", 0.8, 1.5, 1.2, 0.9)
    b.fix("right", "notice board", 5.5, 1.1, 2.0, 1.0)
    b.fix("right", "shelf", 3.2, 1.0, 1.9, 1.3)
    b.fix("left", "poster", 1.0, 1.2, 0.9, 1.2)
    b.fix("front", "window street", 0.6, 0.4, 3.2, 2.0)
    b.fix("front", "door", 4.6, 0, 1.6, 2.2)
    for z in (-1.0, -3.2, -5.4):
        b.ceiling_lamp(0.0, z, 3.6, 0.3)
    b.lamp((0, 2.6, -1.5), 2.6)
    b.spot(1.2, -1.6, -60)
    b.spot(-1.1, -1.0, 20)


def hospital_room(b: Builder) -> None:
    """Build a ward: two beds, a curtain, a drip stand."""
    b.overhead = ("ceiling", "ceiling panels")
    b.room(5.6, 4.6, 2.7, ("tile", "big tiles"), 2.6)
    b.sun = (0.6, 0.7, -0.4)
    b.put("hospital bed", -1.6, -3.35)
    b.put("hospital bed", 1.3, -3.35)
    b.put("drip stand", -0.75, -3.9)
    b.put("night table", -2.45, -4.2)
    b.put("night table", 2.2, -4.2)
    b.put("vase", 2.2, -4.2, y=0.5)
    b.put("screen curtain", 0.0, -2.6, 90)
    b.put("chair", -2.45, -2.4, 60)
    b.add([box((0.4, 0.3, 0.3), (0, 1.5, 0), "metal", {"front": "screens", "*": ""}, cast=False)], (-0.9, 0, -4.45))
    b.put("trolley", 0.35, -4.1, 8)
    b.put("wash basin", 2.45, -1.5, -90)
    b.put("wheelchair", -2.0, -1.0, 60)
    b.put("radiator", 1.7, -4.5)
    b.put("drip stand", 2.1, -3.7)
    for wall, width in (("left", 7.2), ("right", 7.2)):
        b.fix(wall, "bumper", 0.0, 0.75, width, 0.22)
    b.fix("back", "bumper", 0.0, 0.75, 5.6, 0.22)
    b.fix("right", "wall television", 1.2, 1.7, 0.9, 0.54)
    b.fix("right", "paper", 3.4, 1.3, 0.4, 0.5)
    b.fix("right", "mirror", 2.7, 1.25, 0.5, 0.6)
    b.fix("left", "rail panel", 1.4, 1.25, 1.6, 0.26)
    b.fix("left", "notice board", 0.4, 1.2, 0.9, 0.8)
    b.fix("left", "timetable board", 6.2, 1.2, 0.7, 0.8)
    b.fix("back", "window city", 3.6, 0.95, 1.6, 1.3)
    b.fix("back", "rail panel", 0.4, 1.15, 2.6, 0.3)
    b.fix("back", "curtains", 3.3, 0.7, 2.2, 1.75)
    b.fix("right", "door", 4.6, 0, 1.3, 2.1)
    b.fix("right", "clock", 2.6, 1.9, 0.34, 0.34)
    b.fix("left", "paper", 3.6, 1.3, 0.6, 0.8)
    b.fix("left", "picture", 4.8, 1.3, 0.9, 0.7)
    b.fix("front", "door", 2.0, 0, 1.3, 2.1)
    b.ceiling_lamp(0.0, -2.0, 1.3, 0.35)
    b.lamp((0, 2.6, -2.0), 2.0)
    b.spot(0.6, -4.1, 0)
    b.spot(2.3, -1.4, -80)
