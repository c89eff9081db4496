"""Places that move: inside a train, inside a car."""

from .builder import Builder
from .shapes import box, cylinder, prism, tube
from .solids import Area, Thing


def train_inside(b: Builder) -> None:
    """Build a carriage seen along its aisle: long seats, straps, doors."""
    b.room(2.8, 14.0, 2.25, ("floor", "aisle"), 5.0)
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
    for z in (0.6, -2.2, -5.0, -7.8):
        for x in (-0.34, 0.34):
            b.add(
                [
                    box(
                        (0.5, 0.34, 0.01),
                        (0, 1.86, 0),
                        "paper",
                        {"front": "advert", "back": "advert", "*": ""},
                        cast=False,
                    )
                ],
                (x, 0, z),
            )
    for wall in ("left", "right"):
        b.fix(wall, "vent", 2.0, 0.16, 0.7, 0.18)
        b.fix(wall, "route map", 7.3, 1.97, 1.2, 0.24)
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
    for x in (-0.4, 0.0, 0.4):
        b.seat(x, -1.22, 0.42, 0, "bench")
    _car_shell(b)
    dash = [(0.86, 0.72), (0.86, 0.0), (0.66, 0.0), (0.48, 0.42), (0.48, 0.6), (0.56, 0.68)]
    panel = box((0.3, 0.12, 0.02), (0, 0.46, 0.47), "dark", {"back": "slats", "*": ""}, cast=False)
    b.add([prism(dash, 1.56, (0, 0, 0), "navy"), panel])
    b.add([box((1.6, 0.06, 2.6), (0, -0.06, 0), "dark")], (0, 0, -0.45))
    b.lamp((0, 1.2, 0.0), 0.9)


def _car_seat(b: Builder, x: float, z: float) -> None:
    seat: list[Thing] = [
        box((0.5, 0.16, 0.5), (0, 0.3, 0.05), "navy"),
        box((0.5, 0.62, 0.13), (0, 0.42, -0.24), "navy", {"front": "ribs", "*": ""}),
        box((0.26, 0.18, 0.1), (0, 1.08, -0.26), "navy"),
    ]
    b.add(seat, (x, 0, z))


def _car_shell(b: Builder) -> None:
    """Put roof, posts, doors, hood and mirror round the seats; the windows are open to the view.

    Each is a thing of its own, so that what hides a face goes alone.
    """
    for x in (-0.76, 0.76):
        b.add([prism([(0.95, 0.72), (0.45, 1.48), (0.37, 1.48), (0.85, 0.72)], 0.07, (x, 0, 0), "red")])
        side = 1 if x < 0 else -1
        b.add([tube([(x, 1.24, -0.62), (x + 0.05 * side, 1.0, -0.6), (x, 0.86, -0.58)], (0.012,) * 3, "navy")])
    for x in (-0.78, 0.78):
        b.add([box((0.07, 0.78, 0.1), (x, 0.7, -0.5), "red")])
        b.add([box((0.07, 0.82, 0.2), (x, 0.66, -1.6), "red")])
        b.add([box((0.06, 0.06, 1.1), (x, 1.42, -1.05), "red", cast=False)])
    for x in (-0.82, 0.82):
        inside = {"right" if x < 0 else "left": "car door"}
        b.add([box((0.08, 0.82, 2.7), (x, -0.1, -0.45), "red", {"*": "car side", **inside})])
    b.add([box((1.64, 0.06, 1.5), (0, 1.46, -0.9), "red")])
    frame = [box((1.64, 0.1, 0.06), (0, y, -1.7), "red", cast=False) for y in (0.66, 1.38)]
    b.add([box((1.6, 0.5, 0.08), (0, 0.1, -1.72), "red"), *frame])
    heated: list[Thing] = [box((1.4, 0.008, 0.01), (0, 0.84 + 0.1 * k, -1.7), "dark", cast=False) for k in range(5)]
    b.add(heated)
    rests: list[Thing] = [box((0.3, 0.18, 0.1), (x, 1.02, -1.6), "navy") for x in (-0.38, 0.38)]
    b.add([box((1.5, 0.05, 0.14), (0, 0.94, -1.63), "dark"), *rests])
    cowl, hood = (
        [(z0, y0), (z1, y1), (z1, -0.1), (z0, -0.1)]
        for z0, y0, z1, y1 in ((0.86, 0.72, 1.12, 0.69), (1.12, 0.69, 2.25, 0.54))
    )
    b.add([prism(cowl, 1.72, (0, 0, 0), "red")])
    b.add([prism(hood, 1.72, (0, 0, 0), "red", ["hood", "grille"])])
    b.add([box((0.18, 0.06, 0.03), (0, 1.38, 0.42), "dark", cast=False)])
