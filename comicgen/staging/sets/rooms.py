"""Rooms where people live, sleep, cook and meet."""

from .builder import Builder, circle
from .shapes import box, cylinder, prism
from .solids import Area, Thing


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
    b.fix("back", "window city", 1.45, 1.0, 1.3, 1.15)
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
    b.fix("back", "shelf", 4.0, 1.35, 2.1, 0.9)
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


def train_inside(b: Builder) -> None:
    """Build a carriage seen along its aisle: long seats, straps, doors."""
    b.room(2.8, 14.0, 2.25, ("floor", ""), 5.0)
    b.sun = (-0.1, 1.0, 0.1)
    for z in (1.6, -1.6, -5.6, -9.6):
        b.put("train bench", -1.13, z, 90)
        b.put("train bench", 1.13, z, -90)
    poles: list[Thing] = [cylinder(0.02, 2.25, (x, 0, 0), "metal") for x in (-0.82, 0.82)]
    for z in (0.3, -3.0, -4.2, -7.2, -8.2, -11.0):
        b.add(poles, (0, 0, z))
    for side in (-1, 1):
        b.add([box((0.03, 0.03, 18.0), (0.62 * side, 1.95, -4.6), "metal", cast=False)])
        b.wire([(1.15 * side, 1.78, 4.0), (1.15 * side, 1.78, -13.0)], role="edge", over=False)
        for k in range(14):
            strap: list[Thing] = [
                box((0.02, 0.2, 0.025), (0, 1.74, 0), "dark", cast=False),
                box((0.03, 0.1, 0.1), (0, 1.64, 0), "white", cast=False),
            ]
            b.add(strap, (0.62 * side, 0, 2.4 - 0.95 * k))
    for wall, ends in (("left", (3.4, 6.6, 10.6, 14.6)), ("right", (4.4, 8.4, 12.4, 15.6))):
        for u in ends:
            b.fix(wall, "window city", u - 1.15, 0.95, 2.3, 0.8)
            b.fix(wall, "poster", u - 0.9, 1.84, 0.8, 0.32)
            b.fix(wall, "poster", u + 0.1, 1.84, 0.8, 0.32)
        for u in (ends[0] + 1.6, ends[1] + 2.0, ends[2] + 2.0):
            b.fix(wall, "train door", u - 0.62, 0, 1.24, 1.95)
    b.fix("back", "train end door", 0.95, 0, 0.9, 1.95)
    b.fix("front", "train end door", 0.95, 0, 0.9, 1.95)
    for z in (1.0, -2.5, -6.0, -9.5):
        b.ceiling_lamp(0.0, z, 0.25, 2.2)
    b.lamp((0, 2.2, -1.0), 1.6)
    b.spot(0.0, -3.0, 0)


def car_inside(b: Builder) -> None:
    """Build a car seen through its windscreen: seats, wheel, doors, roof, the road behind."""
    b.stand, b.camera, b.sun = Area(-0.5, 0.5, -0.4, 0.1), Area(-1.6, 1.6, 0.9, 6.0), (-0.5, 0.8, 0.3)
    b.ground("asphalt", "", -0.3)
    b.strip(Area(-60, -4.2, -200, 20), "pavement", "", -0.28, "edge")
    b.strip(Area(4.6, 60, -200, 20), "pavement", "", -0.28, "edge")
    for x, z in ((-7.5, -9), (-8, -17), (8.2, -12), (7.6, -21), (-9, -28)):
        b.grow("tree", x, z, 4.4, 6.0)
    b.far("skyline", 7, 0.15)
    for x in (-0.38, 0.38):
        _car_seat(b, x, -0.1)
        b.seat(x, -0.08, 0.46, 0, "driver" if x > 0 else "chair")
    back = box((1.3, 0.62, 0.14), (0, 0.36, -0.26), "navy", {"front": "cushions", "*": ""})
    b.add([box((1.3, 0.4, 0.5), (0, 0, 0), "navy"), back], (0, 0, -1.3))
    b.seat(-0.35, -1.25, 0.42, 0, "chair")
    b.seat(0.35, -1.25, 0.42, 0, "chair")
    _car_shell(b)
    b.put("steering wheel", 0.38, 0.36, 0, 0.56)
    b.add([box((1.5, 0.3, 0.3), (0, 0.36, 0), "dark metal", {"back": "buttons", "*": ""})], (0, 0, 0.66))
    b.lamp((0, 1.2, 0.0), 0.9)


def _car_seat(b: Builder, x: float, z: float) -> None:
    seat: list[Thing] = [
        box((0.5, 0.16, 0.5), (0, 0.3, 0.05), "navy"),
        box((0.5, 0.62, 0.13), (0, 0.42, -0.24), "navy", {"front": "ribs", "*": ""}),
        box((0.26, 0.18, 0.1), (0, 1.08, -0.26), "navy"),
    ]
    b.add(seat, (x, 0, z))


def _car_shell(b: Builder) -> None:
    """Put roof, posts, doors, hood and mirror round the seats; the windows are open to the view."""
    posts: list[Thing] = [
        prism([(0.95, 0.72), (0.45, 1.4), (0.37, 1.4), (0.85, 0.72)], 0.07, (x, 0, 0), "red") for x in (-0.76, 0.76)
    ]
    posts += [box((0.07, 0.7, 0.1), (x, 0.7, z), "red") for x in (-0.78, 0.78) for z in (-0.5, -1.55)]
    doors: list[Thing] = [
        box((0.08, 0.82, 2.7), (x, -0.1, -0.45), "red", {"left": "car side", "right": "car side"})
        for x in (-0.82, 0.82)
    ]
    hood = [(0.85, 0.72), (2.2, 0.55), (2.25, 0.1), (0.85, 0.1)]
    b.add([box((1.64, 0.06, 2.0), (0, 1.38, -0.62), "red"), *posts, *doors])
    b.add([prism(hood, 1.72, (0, 0, 0), "red", ["hood", "grille"])])
    b.add([box((1.6, 0.5, 0.08), (0, 0.1, -1.68), "red")])
    b.add([box((0.18, 0.06, 0.03), (0, 1.3, 0.42), "dark", cast=False)])
