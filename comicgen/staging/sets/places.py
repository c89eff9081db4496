"""The table of places: name, how it is built, the words for it in English and Chinese."""

from collections.abc import Callable
from dataclasses import dataclass

from . import carriages, fields, halls, lighthouse, nature, rooms, stations, strange, town, waters
from .builder import Builder


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its builder and the words that name it."""

    build: Callable[[Builder], None]
    words: tuple[str, ...]


def _place(build: Callable[[Builder], None], english: str, chinese: str) -> Place:
    return Place(build, (*english.split(", "), *chinese.split("、")))


PLACES: dict[str, Place] = {
    "street": _place(
        town.street,
        "street, road, avenue, city, town, sidewalk, pavement, crossing, crosswalk, downtown, boulevard, "
        "shopping street, outside the shop, market, parking lot, car park",
        "街道、街、街上、街头、马路、路上、城市、市区、人行道、路口、商店街、集市",
    ),
    "alley": _place(
        town.alley, "alley, alleyway, back street, backstreet, lane, side street", "小巷、巷子、胡同、后巷、弄堂"
    ),
    "rooftop": _place(town.rooftop, "rooftop, roof, school roof, terrace, balcony", "屋顶、天台、楼顶、阳台"),
    "station platform": _place(
        stations.platform,
        "station platform, train platform, platform, train station, railway station, station, metro station, metro, "
        "subway station, subway",
        "站台、月台、车站、火车站、地铁站、地铁",
    ),
    "bridge": _place(town.bridge, "bridge, footbridge", "桥、桥上、大桥、天桥"),
    "bus stop": _place(stations.bus_stop, "bus stop, bus shelter, bus station", "公交站、公交车站、汽车站、站牌"),
    "harbour": _place(
        waters.harbour, "harbour, harbor, port, dock, docks, pier, quay, wharf, jetty", "港口、码头、港湾、渔港"
    ),
    "bedroom": _place(
        rooms.bedroom,
        "bedroom, bed room, her room, his room, my room, dormitory, dorm, hotel room, attic, room",
        "卧室、寝室、宿舍、房间、酒店房间、阁楼",
    ),
    "living room": _place(
        rooms.living_room,
        "living room, lounge, sitting room, parlour, apartment, flat, house, home, at home",
        "客厅、起居室、公寓、家里、家中、家",
    ),
    "kitchen": _place(rooms.kitchen, "kitchen, dining room", "厨房、饭厅"),
    "bathroom": _place(rooms.bathroom, "bathroom, washroom, restroom, toilets, shower", "浴室、洗手间、卫生间、厕所"),
    "cafe": _place(
        rooms.cafe,
        "cafe, café, coffee shop, coffeehouse, tea house, restaurant, diner, bar, pub, tavern, inn, canteen, cafeteria",
        "咖啡馆、咖啡厅、咖啡店、茶馆、餐厅、餐馆、饭店、酒吧、酒馆、食堂",
    ),
    "shop": _place(
        rooms.shop,
        "shop, store, supermarket, convenience store, grocery, bookshop, bookstore, bakery, mall, pharmacy",
        "商店、超市、便利店、书店、面包店、商场、药店、店里",
    ),
    "hospital room": _place(
        rooms.hospital_room,
        "hospital room, hospital, ward, clinic, sickroom, infirmary, doctor's office",
        "病房、医院、诊所、医务室",
    ),
    "train inside": _place(
        carriages.train_inside,
        "train inside, inside the train, in the train, on the train, train car, train carriage, carriage, compartment, "
        "subway car, train, tram, inside a train, bus, on the bus",
        "车厢、列车内、火车上、列车上、地铁上、电车、火车里、列车、火车、公交车上",
    ),
    "car inside": _place(
        carriages.car_inside,
        "car inside, inside the car, in the car, inside a car, in a car, back seat, taxi inside",
        "车内、车里、汽车里、轿车里、后座、出租车里、驾驶室",
    ),
    "classroom": _place(
        halls.classroom,
        "classroom, class, school, lecture hall, lecture room, schoolroom",
        "教室、课堂、学校、校园、阶梯教室",
    ),
    "corridor": _place(
        halls.corridor,
        "corridor, hallway, school corridor, school hallway, passage, hospital corridor, hall",
        "走廊、过道、楼道、通道",
    ),
    "office": _place(
        halls.office,
        "office, workplace, meeting room, police station, newsroom",
        "办公室、公司、会议室、警察局、写字楼",
    ),
    "library": _place(halls.library, "library, reading room, archive", "图书馆、阅览室、书房、档案室"),
    "laboratory": _place(
        halls.laboratory, "laboratory, lab, research lab, science room, workshop", "实验室、研究所、研究室、工作室"
    ),
    "gym": _place(halls.gym, "gym, gymnasium, sports hall, basketball court, dojo", "体育馆、健身房、篮球场、道场"),
    "warehouse": _place(
        halls.warehouse,
        "warehouse, factory, garage, hangar, depot, storehouse, barn",
        "仓库、工厂、车库、厂房、机库、谷仓",
    ),
    "park": _place(
        nature.park, "park, garden, lawn, courtyard garden, schoolyard, campus", "公园、花园、草坪、庭院、操场"
    ),
    "playground": _place(nature.playground, "playground, swings, sandpit", "游乐场、游乐园、沙坑"),
    "forest": _place(
        nature.forest,
        "forest, wood, woods, woodland, jungle, grove, among the trees",
        "森林、树林、林中、丛林、竹林、林子",
    ),
    "mountain": _place(
        nature.mountain,
        "mountain, mountains, mountain path, hillside, peak, valley, cliff, canyon, hill",
        "山、山路、山上、山顶、山谷、悬崖、高山、山坡",
    ),
    "beach": _place(waters.beach, "beach, seaside, shore, coast, seashore, island", "海滩、沙滩、海边、海岸、岛上"),
    "open sea": _place(waters.open_sea, "open sea, in the sea, in the water, open water", "海里、水里、水中"),
    "sea": _place(
        waters.sea,
        "sea, ocean, ship, ship's deck, deck, boat deck, on board, sailing ship, at sea",
        "大海、海上、船上、甲板、轮船、帆船、海洋",
    ),
    "desert": _place(fields.desert, "desert, dunes, wasteland, badlands", "沙漠、沙丘、荒漠、戈壁、荒野"),
    "snow field": _place(
        fields.snow_field,
        "snow field, snowfield, snowy field, snowy forest, tundra, snow land, ski slope",
        "雪地、雪原、雪山、冰原",
    ),
    "countryside": _place(
        fields.countryside,
        "countryside, country road, village, farm, field, fields, meadow, pasture, dirt road, farmland, grassland",
        "乡村、乡间、乡间小路、田野、农场、村庄、村子、草原、田间、麦田",
    ),
    "riverside": _place(
        waters.riverside,
        "riverside, river, riverbank, river bank, lake, lakeside, pond, stream",
        "河边、河岸、湖边、江边、池塘、溪边、小河",
    ),
    "graveyard": _place(fields.graveyard, "graveyard, cemetery, churchyard, grave yard", "墓地、坟场、公墓、陵园"),
    "shrine": _place(
        fields.shrine, "shrine, temple, torii, monastery, pagoda, church", "神社、寺庙、寺院、庙、道观、教堂"
    ),
    "castle": _place(
        strange.castle,
        "castle, throne room, throne hall, palace, great hall, cathedral, ballroom",
        "城堡、王宫、宫殿、大殿、王座厅、皇宫",
    ),
    "castle yard": _place(
        strange.courtyard,
        "castle yard, castle courtyard, courtyard, fortress, castle gate, city wall, battlements, ruins",
        "城堡庭院、城堡院子、城墙、城门、要塞、古城、堡垒、遗迹、废墟",
    ),
    "dungeon": _place(
        strange.dungeon,
        "dungeon, prison, cell, jail, prison cell, cellar, basement, tomb, crypt",
        "地牢、监狱、牢房、地下室、地窖、墓穴",
    ),
    "cave": _place(strange.cave, "cave, cavern, grotto, coal mine, mine shaft, tunnel", "山洞、洞穴、岩洞、矿洞、隧道"),
    "spaceship": _place(
        strange.spaceship,
        "spaceship, spacecraft, starship, space station, bridge of the ship, cockpit, control room",
        "飞船、宇宙飞船、太空船、空间站、太空站、驾驶舱、控制室",
    ),
    "moon": _place(
        strange.moon,
        "moon, lunar surface, planet surface, alien planet, mars, crater",
        "月球、月面、火星、外星、星球表面",
    ),
    "stage": _place(
        strange.stage, "stage, theatre, theater, concert hall, concert, auditorium", "舞台、剧院、剧场、音乐厅、演唱会"
    ),
    "lighthouse": _place(
        lighthouse.shore, "lighthouse, lighthouse shore, shore under the lighthouse, dark lighthouse", "灯塔"
    ),
    "lit lighthouse": _place(
        lighthouse.lit_shore,
        "lit lighthouse, shining lighthouse, lighthouse with its lamp lit",
        "亮着的灯塔、点亮的灯塔",
    ),
    "lamp room": _place(
        lighthouse.lamp_room, "lamp room, lighthouse lamp room, lantern room, inside the lighthouse", "灯室、灯塔里"
    ),
    "lit lamp room": _place(lighthouse.lit_lamp_room, "lit lamp room, lamp room with its lamp lit", "亮着的灯室"),
    "void": _place(
        strange.void,
        "void, nowhere, blank, empty space, white background, darkness, dreamscape, in a dream",
        "虚空、空白、白色背景、黑暗中、梦中、无背景",
    ),
}
