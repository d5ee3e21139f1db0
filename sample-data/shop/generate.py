#!/usr/bin/env python3
"""Generates the sample shop: products, users, dated events, and the true cause of the last two events.

Every event after a user's first is drawn from a known process:

1. a rule is drawn from MIXTURE (complement, series, refill, upgrade, brand, seasonal, popular, noise);
2. for a planted rule (all but popular and noise), a cause is drawn from the last len(LAG_WEIGHTS) events, with
   probability proportional to LAG_WEIGHTS[lag - 1]; where the cause's item cannot trigger the rule (no refill of a
   tent), another takes its place: upgrade for refill of a durable, refill for upgrade of a consumable, else complement;
3. the item is drawn from that rule's distribution given the cause's item (Shop.rules[rule][cause item]).

The process reads item ids and their order only, never event types, dates, or segments: those are added afterwards.
So `Shop.next_distribution` and `Shop.cause_joint` are exact, and a model that sees item ids sees all there is to see.

Standard library only. `random.Random.random()` is the only source of randomness; the files are the same byte for
byte on every run.

    python3 generate.py [--out DIR] [--check]
"""

import argparse
import csv
import filecmp
import json
import math
import os
import random
import tempfile
from collections import Counter, defaultdict, namedtuple
from datetime import datetime, timezone

SEED = 20261114
USERS = 4000
SHIPPED_USERS = 2000
MIN_EVENTS, MAX_EVENTS = 20, 120

MIXTURE = {
    "complement": 0.36,
    "series": 0.16,
    "refill": 0.12,
    "upgrade": 0.11,
    "brand": 0.03,
    "seasonal": 0.07,
    "popular": 0.09,
    "noise": 0.06,
}
"""Share of each rule. `popular` and `noise` have no cause."""

PLANTED = ("complement", "series", "refill", "upgrade", "brand", "seasonal")
LAG_WEIGHTS = (0.16, 0.31, 0.26, 0.17, 0.10)
"""Weight of a cause at lag 1, 2, ...; lag 1 is the most recent event."""

POPULARITY_EXPONENT = 0.6

LINKING_FEATURE = {
    "complement": "sub_category",
    "series": "brand",
    "refill": "sub_category",
    "upgrade": "sub_category",
    "brand": "brand",
    "seasonal": "season",
}
"""The product feature through which a rule links the cause to its item (complement: the pair of sub-categories)."""

Product = namedtuple(
    "Product",
    "index item_id title category sub_category brand series price price_band colour season rating consumable world",
)
Event = namedtuple("Event", "item rule cause")
"""A generated event: model index of the item, the drawn rule, the position of the drawn cause (or None)."""

# --- catalogue ----------------------------------------------------------------------------------------------------

BRANDS = {
    "camp": "Nordvik Halden Tarn Cinder Lumen Skerry Pinewick Larch Granfell Inver Tolmen".split(),
    "move": "Kestrel Bramble Corrie Harrow Stenfell Ravn Galewood Calder Tindvik Eskmere Braeside Vinter".split(),
    "home": "Oakmere Alder Birchley Lofthus Ashbrook Fernway Hollis Juniper Merrow Umber Wexley Yarrow Saltby".split(),
}

SERIES_PER_SUB_CATEGORY = 4
VARIANTS = 3

# world | category | sub-category | title pattern ({b} brand) | variants | lowest, highest price | season | consumable
# | complements, strongest first
SUB_CATEGORIES = [
    line.split("|")
    for line in """
camp|Tents|Tents|{b} Ridge {v} Tent;{b} Dome {v} Tent;{b} Lite {v} Tent;{b} Tunnel {v} Tent|2,3,4|90,480|All year||Sleeping Bags,Ground Sheets
camp|Tents|Tarps|{b} Tarp {v}|2 x 3,3 x 3,4 x 4|35,160|Summer||Garden Chairs,Lanterns
camp|Tents|Ground Sheets|{b} Ground Sheet {v}|2,3,4|18,60|All year||Tent Care,Tents
camp|Tents|Tent Care|{b} Tent Proofer {v}|250 ml,500 ml,1 L|9,30|All year|consumable|Tarps,Ground Sheets
camp|Sleeping|Sleeping Bags|{b} {v} Sleeping Bag|450,650,850|70,420|All year||Sleeping Mats,Bag Liners
camp|Sleeping|Sleeping Mats|{b} Air {v} Sleeping Mat|4,6,9|40,210|All year||Pillows,Stoves
camp|Sleeping|Pillows|{b} Camp Pillow {v}|S,M,L|15,55|All year||Bag Liners,Head Torches
camp|Sleeping|Bag Liners|{b} {v} Bag Liner|Silk,Cotton,Fleece|20,80|Autumn||Pillows,Sleeping Bags
camp|Cooking|Stoves|{b} {v} Gas Stove|Micro,Duo,Trio|30,180|All year||Gas,Cookware
camp|Cooking|Gas|{b} Gas {v}|100 g,230 g,450 g|5,14|All year|consumable|Camp Meals,Stoves
camp|Cooking|Cookware|{b} Pot Set {v}|1,2,4|25,140|All year||Camp Meals,Mugs
camp|Cooking|Camp Meals|{b} {v} Meal|Chilli,Pasta,Curry|6,13|All year|consumable|Cookware,Energy Bars
camp|Lighting|Head Torches|{b} {v} Head Torch|300,500,800|22,150|Autumn||Batteries,Trail Shoes
camp|Lighting|Lanterns|{b} {v} Lantern|200,350,500|25,120|All year||Batteries,Tarps
camp|Lighting|Batteries|{b} {v} Batteries|AA,AAA,C|6,22|All year|consumable|Lanterns,Head Torches
move|Footwear|Trail Shoes|{b} Trail {v} Shoes|2,3,4|70,190|Spring||Hiking Socks,Energy Bars
move|Footwear|Hiking Boots|{b} {v} Hiking Boots|Low,Mid,High|90,320|Autumn||Shoe Care,Hiking Socks
move|Footwear|Hiking Socks|{b} {v} Merino Socks|Light,Mid,Warm|12,32|All year||Trail Shoes,Gaiters
move|Footwear|Shoe Care|{b} Boot Wax {v}|50 ml,100 ml,200 ml|6,19|All year|consumable|Gaiters,Hiking Boots
move|Footwear|Gaiters|{b} {v} Gaiters|Short,Mid,Tall|22,75|Winter||Snowshoes,Hiking Boots
move|Clothing|Rain Jackets|{b} {v} Rain Jacket|2L,2.5L,3L|80,380|Autumn||Fleeces,Day Packs
move|Clothing|Base Layers|{b} {v} Base Layer|150,200,260|35,110|Winter||Down Jackets,Gloves
move|Clothing|Down Jackets|{b} {v} Down Jacket|600,700,800|120,450|Winter||Gloves,Base Layers
move|Clothing|Sun Hats|{b} {v} Sun Hat|Brim,Bucket,Legion|15,48|Summer||Bottles,Towels
move|Clothing|Fleeces|{b} {v} Fleece|100,200,300|40,160|Autumn||Rain Jackets,Blankets
move|Packs|Day Packs|{b} {v} Day Pack|18 L,24 L,30 L|45,170|Spring||Bottles,Trekking Poles
move|Packs|Trekking Packs|{b} {v} Trek Pack|45 L,55 L,65 L|110,340|Summer||Dry Sacks,Water Filters
move|Packs|Dry Sacks|{b} Dry Sack {v}|5 L,10 L,20 L|10,45|All year||Trekking Packs,Ropes
move|Packs|Trekking Poles|{b} {v} Poles|Alloy,Carbon,Fold|35,170|Spring||Hiking Boots,Trekking Packs
move|Hydration|Bottles|{b} Bottle {v}|0.5 L,0.75 L,1 L|10,45|All year||Water Filters,Day Packs
move|Hydration|Water Filters|{b} Water Filter {v}|1,2,4|28,120|Summer||Cartridges,Bottles
move|Hydration|Cartridges|{b} Cartridge {v}|1,2,4|12,40|All year|consumable|Dry Sacks,Water Filters
move|Hydration|Energy Bars|{b} {v} Bar Box|Oat,Nut,Date|9,26|All year|consumable|Trekking Poles,Sun Hats
move|Climbing|Harnesses|{b} {v} Harness|Sport,Alpine,Gym|40,130|Spring||Ropes,Climbing Shoes
move|Climbing|Ropes|{b} Rope {v}|40 m,60 m,80 m|70,260|All year||Climbing Shoes,Harnesses
move|Climbing|Climbing Shoes|{b} {v} Climbing Shoes|Lace,Strap,Slip|60,170|All year||Chalk,Harnesses
move|Climbing|Chalk|{b} {v} Chalk|Block,Loose,Liquid|5,18|All year|consumable|Harnesses,Ropes
move|Winter|Snowshoes|{b} {v} Snowshoes|22,25,30|90,310|Winter||Hand Warmers,Base Layers
move|Winter|Gloves|{b} {v} Gloves|Liner,Ski,Alpine|20,130|Winter||Hand Warmers,Snowshoes
move|Winter|Hand Warmers|{b} Hand Warmer {v}|2,10,40|4,38|Winter|consumable|Down Jackets,Coffee
home|Home textiles|Blankets|{b} {v} Blanket|Wool,Cotton,Plaid|45,190|Autumn||Candles,Cushions
home|Home textiles|Cushions|{b} {v} Cushion|Linen,Velvet,Wool|18,70|Spring||Blankets,Garden Chairs
home|Home textiles|Towels|{b} {v} Towel|Hand,Bath,Beach|12,48|Summer||Cushions,Sun Hats
home|Kitchen|Mugs|{b} Enamel Mug {v}|S,M,L|9,28|All year||Coffee,Coffee Makers
home|Kitchen|Coffee Makers|{b} {v} Coffee Maker|Drip,Press,Moka|25,160|All year||Coffee,Mugs
home|Kitchen|Coffee|{b} {v} Coffee|Light,Medium,Dark|7,18|All year|consumable|Mugs,Candles
home|Garden|Garden Chairs|{b} {v} Chair|Deck,Lounge,Folding|35,220|Summer||Towels,Fire Bowls
home|Garden|Fire Bowls|{b} Fire Bowl {v}|50,60,80|60,290|Autumn||Candles,Blankets
home|Garden|Seeds|{b} {v} Seed Mix|Meadow,Herb,Salad|4,15|Spring|consumable|Fire Bowls,Cushions
home|Garden|Candles|{b} {v} Candle|Pine,Cedar,Honey|8,34|Winter|consumable|Coffee Makers,Seeds
""".strip().splitlines()
]

COLOURS = "Forest,Slate,Ochre,Rust,Sand,Navy,Moss,Charcoal,Sky,Berry".split(",")
PRICE_BANDS = (
    (10, "Under €10"),
    (25, "€10 to 25"),
    (60, "€25 to 60"),
    (150, "€60 to 150"),
    (300, "€150 to 300"),
    (math.inf, "€300 and over"),
)


def draw(rng, distribution):
    """Draws a key of a {key: probability} dictionary, whose order is fixed."""
    u = rng.random() * math.fsum(distribution.values())
    for key, probability in distribution.items():
        u -= probability
        if u < 0:
            return key
    return key


def shuffled(rng, values):
    """A shuffled copy, by random() alone."""
    values = list(values)
    for i in range(len(values) - 1, 0, -1):
        j = int(rng.random() * (i + 1))
        values[i], values[j] = values[j], values[i]
    return values


def price_band(price):
    """The name of the price band of a price in euros."""
    return next(name for limit, name in PRICE_BANDS if price < limit)


def build_catalogue(rng):
    """600 products: 50 sub-categories of 4 series (one brand each, rising in price) of 3 variants. Index 0 is padding."""
    products = [None]
    pools = {world: [] for world in BRANDS}
    for world, category, sub_category, patterns, variants, prices, season, consumable, _ in SUB_CATEGORIES:
        low, high = (float(p) for p in prices.split(","))
        patterns = patterns.split(";")
        variants = variants.split(",")
        brands = []
        while len(brands) < SERIES_PER_SUB_CATEGORY:
            if not pools[world]:
                pools[world] = shuffled(rng, BRANDS[world])
            brand = pools[world].pop()
            if brand not in brands:
                brands.append(brand)
        if sub_category == "Tents":  # the tent and the sleeping bag of the user guide
            brands[0] = "Halden"
        if sub_category == "Tents" and len(set(brands)) < 4:
            brands = ["Halden"] + [b for b in BRANDS["camp"] if b not in brands][: SERIES_PER_SUB_CATEGORY - 1]
        for tier, brand in enumerate(brands):
            palette = shuffled(rng, COLOURS)
            for v, variant in enumerate(variants):
                price = low * (high / low) ** (tier / (SERIES_PER_SUB_CATEGORY - 1)) * (0.9, 1.0, 1.12)[v]
                price = max(2, round(price))
                index = len(products)
                products.append(
                    Product(
                        index=index,
                        item_id=f"P{index:04d}",
                        title=patterns[tier % len(patterns)].format(b=brand, v=variant),
                        category=category,
                        sub_category=sub_category,
                        brand=brand,
                        series=f"{brand} {sub_category}",
                        price=price,
                        price_band=price_band(price),
                        colour=palette[v],
                        season=season,
                        rating=round(3.3 + 0.25 * tier + 0.9 * rng.random(), 1),
                        consumable=bool(consumable),
                        world=world,
                    )
                )
    titles = [p.title for p in products[1:]]
    assert len(set(titles)) == len(titles) and max(map(len, titles)) <= 30
    return products


# --- the process --------------------------------------------------------------------------------------------------


class Shop:
    """The catalogue and the process that makes the next event."""

    def __init__(self):
        rng = random.Random(SEED)
        self.products = build_catalogue(rng)
        self.size = len(self.products)  # padding included
        ranks = shuffled(rng, range(1, self.size))
        weights = [0.0] * self.size
        for rank, item in enumerate(ranks, start=1):
            weights[item] = rank**-POPULARITY_EXPONENT
        total = math.fsum(weights)
        self.popular = [w / total for w in weights]
        self.popular_distribution = {i: self.popular[i] for i in range(1, self.size)}
        self.rules = {
            "complement": self._complement(rng),
            "series": self._series(),
            "refill": {p.index: {p.index: 1.0} for p in self.products[1:] if p.consumable},
            "upgrade": self._upgrade(),
            "brand": self._brand(),
            "seasonal": self._seasonal(),
        }
        for table in self.rules.values():
            for distribution in table.values():
                assert abs(math.fsum(distribution.values()) - 1) < 1e-12

    def _grid(self):
        """{sub-category: [series][variant] -> index}, series by rising price."""
        grid = defaultdict(list)
        for p in self.products[1:]:
            series = grid[p.sub_category]
            if not series or self.products[series[-1][0]].series != p.series:
                series.append([])
            series[-1].append(p.index)
        return grid

    def _complement(self, rng):
        """Two sub-categories go with each: the entry product of the partner series, the same for all of a series.

        Where two sub-categories go with each other, the way there and back ends at another series, so that a history
        seldom circles among the same few products.
        """
        grid = self._grid()
        pairs = {}
        for row in SUB_CATEGORIES:
            for target in row[8].split(","):
                back = pairs.get((target, row[2]))
                if back is None:
                    partners = shuffled(rng, range(SERIES_PER_SUB_CATEGORY))
                else:
                    partners = [(back.index(s) + 1) % SERIES_PER_SUB_CATEGORY for s in range(SERIES_PER_SUB_CATEGORY)]
                pairs[row[2], target] = partners
        table = {}
        for row in SUB_CATEGORIES:
            sub_category, first, second = row[2], *row[8].split(",")
            for s, series in enumerate(grid[sub_category]):
                partner = pairs[sub_category, first][s]
                shares = {
                    grid[first][partner][0]: 0.55,
                    grid[second][pairs[sub_category, second][s]][0]: 0.30,
                    grid[first][(partner + 1) % SERIES_PER_SUB_CATEGORY][0]: 0.15,
                }
                for item in series:
                    table[item] = shares
        return table

    def _series(self):
        """Another product of the series: from the entry product on to the others, seldom back to it."""
        table = {}
        for sub_category in self._grid().values():
            for entry, middle, top in sub_category:
                table[entry] = {middle: 0.8, top: 0.2}
                table[middle] = {top: 0.85, entry: 0.15}
                table[top] = {middle: 0.85, entry: 0.15}
        return table

    def _upgrade(self):
        """From a durable to the top product of the next dearer series of the sub-category, or of the one above that."""
        table = {}
        for sub_category in self._grid().values():
            for s, series in enumerate(sub_category[:-1]):
                dearer = [other[-1] for other in sub_category[s + 1 : s + 3]]
                for item in series:
                    if not self.products[item].consumable:
                        table[item] = dict(zip(dearer, (0.8, 0.2))) if len(dearer) == 2 else {dearer[0]: 1.0}
        return table

    def _top(self, items, count, decay):
        """A geometric distribution over the `count` most popular of the items."""
        chosen = sorted(items, key=lambda i: -self.popular[i])[:count]
        weights = [decay**k for k in range(len(chosen))]
        return {item: w / math.fsum(weights) for item, w in zip(chosen, weights)}

    def _brand(self):
        """The brand's best-known products of other sub-categories."""
        table = {}
        for p in self.products[1:]:
            others = [q.index for q in self.products[1:] if q.brand == p.brand and q.sub_category != p.sub_category]
            table[p.index] = self._top(others, 4, 0.55)
        return table

    def _seasonal(self):
        """The best-known products of the same season in the same part of the shop (outdoor, home)."""
        table = {}
        for p in self.products[1:]:
            if p.season == "All year":
                continue
            others = [
                q.index
                for q in self.products[1:]
                if q.season == p.season and (q.world == "home") == (p.world == "home") and q.index != p.index
            ]
            table[p.index] = self._top(others, 5, 0.6)
        return table

    def rule_lags(self, history):
        """{rule: {lag: P(rule, cause lag)}} given the items so far, `popular` and `noise` left out."""
        result = {rule: {} for rule in PLANTED}
        lags = range(1, min(len(history), len(LAG_WEIGHTS)) + 1)
        total = math.fsum(LAG_WEIGHTS[lag - 1] for lag in lags)
        for lag in lags:
            weight = LAG_WEIGHTS[lag - 1] / total
            for drawn in PLANTED:
                rule = self.triggered(drawn, history[-lag])
                result[rule][lag] = result[rule].get(lag, 0.0) + MIXTURE[drawn] * weight
        return result

    def triggered(self, rule, item):
        """The rule that acts when `rule` is drawn and `item` is the cause: itself, or the one in its place."""
        if item in self.rules[rule]:
            return rule
        other = {"refill": "upgrade", "upgrade": "refill"}.get(rule)
        return other if other and item in self.rules[other] else "complement"

    def cause_joint(self, history, item):
        """{(rule, position or None): P(rule, cause, item | history)}: its sum is the true probability of the item."""
        joint = {}
        for rule, lags in self.rule_lags(history).items():
            for lag, weight in lags.items():
                probability = self.rules[rule][history[-lag]].get(item, 0.0)
                if probability > 0:
                    joint[rule, len(history) - lag] = weight * probability
        joint["popular", None] = MIXTURE["popular"] * self.popular[item]
        joint["noise", None] = MIXTURE["noise"] / (self.size - 1)
        return joint

    def next_distribution(self, history):
        """The true probability of every item as the next event, by model index (0 for padding)."""
        noise = MIXTURE["noise"] / (self.size - 1)
        result = [MIXTURE["popular"] * p + noise for p in self.popular]
        result[0] = 0.0
        for rule, lags in self.rule_lags(history).items():
            table = self.rules[rule]
            for lag, weight in lags.items():
                for item, probability in table[history[-lag]].items():
                    result[item] += weight * probability
        return result

    def draw_event(self, rng, history):
        """Draws the next event."""
        if not history:
            return Event(draw(rng, self.popular_distribution), "popular", None)
        rule = draw(rng, MIXTURE)
        if rule == "popular":
            return Event(draw(rng, self.popular_distribution), rule, None)
        if rule == "noise":
            return Event(1 + int(rng.random() * (self.size - 1)), rule, None)
        lag = draw(rng, dict(enumerate(LAG_WEIGHTS[: len(history)], start=1)))
        cause = history[-lag]
        rule = self.triggered(rule, cause)
        return Event(draw(rng, self.rules[rule][cause]), rule, len(history) - lag)

    def users(self):
        """All users in order: {user_id: [Event, ...]}."""
        rng = random.Random(SEED + 1)
        result = {}
        for n in range(1, USERS + 1):
            length = MIN_EVENTS + int((MAX_EVENTS - MIN_EVENTS + 1) * rng.random() ** 1.1)
            events, history = [], []
            for _ in range(length):
                event = self.draw_event(rng, history)
                events.append(event)
                history.append(event.item)
            result[f"u{n:04d}"] = events
        return result


# --- what the model does not see: dates, event types, segments ------------------------------------------------------

FIRST_DAY = int(datetime(2025, 11, 3, tzinfo=timezone.utc).timestamp())  # a Monday
WEEKS = 54  # up to 15 November 2026, the last day left free
WEEK = 7 * 86400


def season_of_week(week):
    """The season in the middle of a week."""
    month = datetime.fromtimestamp(FIRST_DAY + week * WEEK + 3 * 86400, timezone.utc).month
    return ("Winter", "Spring", "Summer", "Autumn")[month % 12 // 3]


SEASON_OF_WEEK = [season_of_week(w) for w in range(WEEKS)]


def sessions_of(rng, events):
    """Splits a history into sessions of one to eight events; a new interest mostly starts a new one."""
    sessions = [[0]]
    for position in range(1, len(events)):
        new_interest = events[position].cause is None
        if len(sessions[-1]) == 8 or rng.random() < (0.75 if new_interest else 0.28):
            sessions.append([])
        sessions[-1].append(position)
    return sessions


def timestamps(rng, shop, events):
    """Epoch seconds, strictly increasing; sessions are laid into the weeks so that seasonal items fall into their season."""
    sessions = sessions_of(rng, events)
    end = WEEKS - 1 - int(26 * rng.random() ** 2)
    start = max(0, end - 8 - int(46 * rng.random()) - len(sessions) // 3)
    wanted = sorted(start + (end - start) * rng.random() for _ in sessions)
    # dynamic programming over (session, week): in season +1, out of season -1, away from the wanted week -0.05 a week,
    # a second session in one week -0.3
    best, back = [0.0] * WEEKS, []
    for session, week_wanted in zip(sessions, wanted):
        seasons = Counter(shop.products[events[p].item].season for p in session)
        seasonal = sum(n for season, n in seasons.items() if season != "All year")
        choice, row, top = [], [], 0
        for week in range(WEEKS):
            if week > 0 and best[week - 1] > best[top]:
                top = week - 1
            before = week if best[week] - 0.3 > best[top] or week == 0 else top
            gain = 2 * seasons.get(SEASON_OF_WEEK[week], 0) - seasonal - 0.05 * abs(week - week_wanted)
            row.append(best[before] - (0.3 if before == week else 0.0) + gain)
            choice.append(before)
        best = row
        back.append(choice)
    week = max(range(WEEKS), key=lambda w: (best[w], -w))
    weeks = []
    for choice in reversed(back):
        weeks.append(week)
        week = choice[week]
    weeks.reverse()
    # within a week: distinct two-hour slots from 08:00 to 22:00, Monday to Saturday
    times = [0] * len(events)
    for week, count in Counter(weeks).items():
        slots = sorted(shuffled(rng, range(42))[:count])
        for session, slot in zip((s for s, w in zip(sessions, weeks) if w == week), slots):
            time = FIRST_DAY + week * WEEK + (slot // 7) * 86400 + (8 + 2 * (slot % 7)) * 3600
            time += int(rng.random() * 3000)
            for position in session:
                times[position] = time
                time += 15 + int(400 * rng.random() ** 2)
    return times


def event_types(rng, shop, events):
    """Believable types: view, then cart, then purchase of one thing; refills and causes of complements are often bought."""
    bought_with = {e.cause for e in events if e.rule in ("complement", "refill")}
    stage = {}
    types = []
    for position, event in enumerate(events):
        product = shop.products[event.item]
        before = stage.get(event.item)
        recent = sum(
            shop.products[e.item].sub_category == product.sub_category for e in events[max(0, position - 10) : position]
        )
        if event.rule == "refill" or (product.consumable and before == "purchase"):
            shares = {"purchase": 0.85, "cart": 0.1, "view": 0.05}
        elif before in ("view", "wishlist"):
            shares = {"cart": 0.5, "purchase": 0.3, "view": 0.12, "wishlist": 0.08 if before == "view" else 0.0}
        elif before == "cart":
            shares = {"purchase": 0.85, "view": 0.15}
        elif before == "purchase":
            shares = {"view": 1.0}
        elif recent == 0:
            shares = {"view": 0.78, "wishlist": 0.12, "purchase": 0.1}
        else:
            shares = {"view": 0.5, "wishlist": 0.1, "cart": 0.16, "purchase": 0.24}
        if position in bought_with and before != "purchase":
            shares = {k: w * (3.0 if k == "purchase" else 1.0) for k, w in shares.items()}
        kind = draw(rng, shares)
        types.append(kind)
        stage[event.item] = kind
    return types


SEGMENTS = {
    "Family camper": {"Tents": 1.6, "Cooking": 1.1},
    "Weekend camper": {"Sleeping": 1.5, "Tents": 0.7, "Lighting": 1.1},
    "Trail runner": {"Footwear": 1.8},
    "Day hiker": {"Packs": 1.3, "Hydration": 1.2},
    "Climber": {"Climbing": 2.4, "Packs": 0.4},
    "Snow walker": {"Winter": 1.8, "Clothing": 1.1},
    "Home maker": {"Home textiles": 2.0, "Kitchen": 1.4},
    "Van life": {"Kitchen": 1.0, "Garden": 1.6, "Hydration": 0.5},
}


def segment_of(shop, events):
    """The segment whose categories the user looked at most: a description of the history, not a cause."""
    counts = Counter(shop.products[e.item].category for e in events)
    score = {name: sum(w * counts[c] for c, w in cats.items()) for name, cats in SEGMENTS.items()}
    return max(score, key=lambda name: score[name])


# --- files ----------------------------------------------------------------------------------------------------------


def causes_rows(shop, user, events):
    """The rows of causes.csv for a user's last two events."""
    items = [e.item for e in events]
    for position in (len(events) - 2, len(events) - 1):
        event = events[position]
        joint = shop.cause_joint(items[:position], event.item)
        total = math.fsum(joint.values())
        posterior = defaultdict(float)
        for (_, cause), probability in joint.items():
            posterior[cause] += probability / total
        row = {
            "user_id": user,
            "position": position,
            "item_id": shop.products[event.item].item_id,
            "rule": event.rule,
            "cause_position": "" if event.cause is None else event.cause,
            "valid_positions": "",
            "valid_posterior": "",
            "feature": "",
            "cause_value": "",
            "item_value": "",
            "posterior": "|".join(
                f"{'none' if cause is None else cause}:{posterior[cause]:.6f}"
                for cause in sorted(posterior, key=lambda c: (c is None, c or 0))
            ),
            "rule_posterior": f"{math.fsum(p for (r, _), p in joint.items() if r == event.rule) / total:.6f}",
            "probability": f"{total:.8f}",
        }
        if event.cause is not None:
            valid = {cause: p for (rule, cause), p in joint.items() if rule == event.rule}
            mass = math.fsum(valid.values())
            feature = LINKING_FEATURE[event.rule]
            row["valid_positions"] = "|".join(str(c) for c in sorted(valid))
            row["valid_posterior"] = "|".join(f"{valid[c] / mass:.6f}" for c in sorted(valid))
            row["feature"] = feature
            row["cause_value"] = getattr(shop.products[items[event.cause]], feature)
            row["item_value"] = getattr(shop.products[event.item], feature)
        yield row


def write_csv(path, columns, rows):
    """Writes a UTF-8 CSV with LF line ends."""
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


FILES = ("items.csv", "items.vocab.json", "users.csv", "history.csv", "causes.csv")


def write_files(directory):
    """Writes FILES; returns (shop, users, statistics)."""
    shop = Shop()
    users = shop.users()
    shipped = dict(list(users.items())[:SHIPPED_USERS])
    columns = "item_id title category sub_category brand series price price_band colour season rating".split()
    write_csv(
        os.path.join(directory, "items.csv"),
        columns,
        ({c: getattr(p, c) for c in columns} for p in shop.products[1:]),
    )
    with open(os.path.join(directory, "items.vocab.json"), "w", encoding="utf-8", newline="") as out:
        json.dump(["[PAD]"] + [p.item_id for p in shop.products[1:]], out)
        out.write("\n")
    write_csv(
        os.path.join(directory, "users.csv"),
        ["user_id", "segment"],
        ({"user_id": u, "segment": segment_of(shop, events)} for u, events in shipped.items()),
    )
    rng = random.Random(SEED + 2)
    rows, in_season, seasonal, types = [], 0, 0, Counter()
    for user, events in shipped.items():
        times = timestamps(rng, shop, events)
        kinds = event_types(rng, shop, events)
        assert all(a < b for a, b in zip(times, times[1:]))
        for event, kind, time in zip(events, kinds, times):
            product = shop.products[event.item]
            types[kind] += 1
            if product.season != "All year":
                seasonal += 1
                in_season += product.season == SEASON_OF_WEEK[(time - FIRST_DAY) // WEEK]
            rows.append({"user_id": user, "item_id": product.item_id, "event_type": kind, "timestamp": time})
    write_csv(os.path.join(directory, "history.csv"), ["user_id", "item_id", "event_type", "timestamp"], rows)
    causes = [row for user, events in shipped.items() for row in causes_rows(shop, user, events)]
    write_csv(os.path.join(directory, "causes.csv"), list(causes[0]), causes)
    drawn = [e for events in users.values() for e in events[1:]]
    statistics = {
        "products": shop.size - 1,
        "brands": len({p.brand for p in shop.products[1:]}),
        "categories": len({p.category for p in shop.products[1:]}),
        "sub-categories": len({p.sub_category for p in shop.products[1:]}),
        "events of all users": sum(map(len, users.values())),
        "events shipped": len(rows),
        "event types": dict(types.most_common()),
        "seasonal events in their season": round(in_season / seasonal, 3),
        "rules as drawn": {r: round(n / len(drawn), 3) for r, n in Counter(e.rule for e in drawn).most_common()},
        "lag 1 among planted causes": round(
            sum(e.cause == p - 1 for ev in users.values() for p, e in enumerate(ev) if e.cause is not None)
            / sum(e.cause is not None for e in drawn),
            3,
        ),
    }
    return shop, users, statistics


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", default=os.path.dirname(os.path.abspath(__file__)), help="folder to write to")
    parser.add_argument("--check", action="store_true", help="only compare with the files that are there")
    arguments = parser.parse_args()
    if arguments.check:
        with tempfile.TemporaryDirectory() as directory:
            write_files(directory)
            _, different, missing = filecmp.cmpfiles(arguments.out, directory, FILES, shallow=False)
        if different or missing:
            raise SystemExit(f"differ: {different}, missing: {missing}")
        print("identical: " + ", ".join(FILES))
        return
    _, _, statistics = write_files(arguments.out)
    for name, value in statistics.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
