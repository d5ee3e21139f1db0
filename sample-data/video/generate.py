#!/usr/bin/env python3
"""Generates the sample video service: titles, what viewers did, when their interests drifted, and what led to their last
two events.

A viewer has one interest at a time, a theme. Before every event but the first two the interest drifts with probability DRIFT
to another theme. Then a rule is drawn from MIXTURE:

- episode: a cause is drawn from the last LAGS events by LAG_WEIGHTS; the item is another episode of its series, the next one
  most likely. Where the cause is a film, the rule studio takes its place; where it was abandoned, the rule interest.
- studio: the same way, an item of the same studio; not after an abandoned title, either.
- interest: an item of the viewer's theme; popular: by popularity; noise: any item.

What is done (watch, like, abandon) does not depend on the item. An observer does not see the interest: `Service.belief` filters
it exactly (a hidden Markov model), so `next_distribution` and `cause_joint` are exact for an observer of the events.

    python3 generate.py [--out DIR] [--check]
"""

import os
import random
import sys
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from samplekit import cause_row, draw, generator_main, normalised, write_csv, write_json  # noqa: E402

SEED = 20270118
VIEWERS, SHIPPED = 2400, 1000
MIN_EVENTS, MAX_EVENTS = 18, 40
DRIFT = 0.05
MIXTURE = {"episode": 0.54, "studio": 0.10, "interest": 0.25, "popular": 0.06, "noise": 0.05}
PLANTED = ("episode", "studio")
LINK = {"episode": "series", "studio": "studio"}
LAG_WEIGHTS = (0.2, 0.4, 0.25, 0.15)
DONE = {"watch": 0.72, "like": 0.16, "abandon": 0.12}
EVENTS = ("watch", "like", "abandon")
FIRST_DAY = 1767225600  # 2026-01-01

Item = namedtuple("Item", "item_id title theme series format studio length year")
Event = namedtuple("Event", "item done rule cause theme")

# theme | series of four episodes each | films
THEMES = [line.split("|") for line in """
Crime|Harbour Nine;Cold Ledger;The Quiet Street|Alibi in Blue;Last Ferry;Witness Mark;Paper Trail;Low Tide Case
Space|Station Kepler;Red Horizon;Signal Lost|Orbit of Glass;The Long Burn;Dust Sea;Nine Light Years;Airlock
Cooking|Salt and Smoke;Market Table;One Knife|The Bread Road;Noodle City;Spice Line;Harvest Supper;A Fire Outside
Nature|Polar Year;Hidden Forest;River Wild|Wings North;Kingdom of Ants;The Tide Pool;Desert Bloom;Owl Light
Comedy|Flat Share;Wrong Office;Night Shift Zoo|Best Man Twice;The Understudy;Lost in Parking;Three Aunts;Plan Q
History|Bronze Roads;Letters Home;The Canal Age|Map Makers;A City Under Ash;Queen of Salt;The Printing House;Signals 1914
Music|Basement Tapes;Road Crew;Second Violin|The Lost Chorus;Vinyl Summer;Brass City;Soundcheck;Encore in Oslo
Sport|Final Lap;Keeper;Climb Season|The Relay;Ice Line;Eleven;Marathon Road;Match Point North
Fantasy|Thornwood;The Glass Crown;Salt Witch|Dragonfall;A Door in Winter;The Last Cartographer;Moon Orchard;River Knight
Technology|Bit by Bit;The Chip War;Open Source|Inside the Grid;Robot Hands;The Signal;Battery Town;Zero Day
Romance|Second Spring;Platform Four;Letters in June|Sundays Only;The Bookshop Boat;Half a Map;Slow Train West;After the Rain
Mystery|Lantern House;The Ninth Key;Fog Island|Room for Echoes;The Silent Bell;Ink and Bone;Vanishing Point;The Clockmaker
""".strip().splitlines()]
STUDIOS = ("Northlight Aria Brink Caldera Delta5 Ember Fathom Gable Halo Iris Juno Keystone Lumen Meridian Nova Orbit Pine "
           "Quill Rook Sable").split()
LENGTHS = ("under 30 min", "30 to 60 min", "over 60 min")


class Service:
    """Items by model index (0 is padding), themes, and the distribution of each rule by cause."""

    def __init__(self):
        rng = random.Random(SEED)
        found = []
        for theme, series, films in THEMES:
            for name in series.split(";"):
                studio, year = STUDIOS[int(rng.random() * len(STUDIOS))], str(2014 + int(rng.random() * 12))
                length = LENGTHS[int(rng.random() * 2)]
                for n in range(1, 5):
                    found.append(Item("", f"{name}: Episode {n}", theme, name, "episode", studio, length, year))
            for name in films.split(";"):
                found.append(Item("", name, theme, "", "film", STUDIOS[int(rng.random() * len(STUDIOS))], LENGTHS[2],
                                  str(2008 + int(rng.random() * 18))))
        self.items = [None] + [p._replace(item_id=f"v{i:03d}") for i, p in enumerate(found, start=1)]
        self.size = len(self.items)
        order = sorted(range(1, self.size), key=lambda _: rng.random())
        self.popular = normalised({i: 1 / (1 + r) ** 0.6 for r, i in enumerate(order)})
        self.themes = [t[0] for t in THEMES]
        self.by_theme = [normalised({i: self.popular[i] ** 0.5 for i in order if self.items[i].theme == t}) for t in self.themes]
        self.rules = {"episode": {}, "studio": {}}
        for i in range(1, self.size):
            p = self.items[i]
            episodes = [j for j in range(1, self.size) if p.series and self.items[j].series == p.series]
            at = episodes.index(i) if episodes else 0
            following = {episodes[(at + k) % 4]: w for k, w in ((1, 0.7), (2, 0.2), (3, 0.1))} if episodes else {}
            self.rules["episode"][i] = following
            same = {j: self.popular[j] for j in range(1, self.size) if j != i and self.items[j].studio == p.studio}
            self.rules["studio"][i] = normalised(same)

    def triggered(self, rule, event):
        """The rule that an event can trigger in place of a planted one, and its distribution."""
        if event.done == "abandon":
            return "interest", {}
        rule = rule if self.rules[rule][event.item] else "studio"
        return rule, self.rules[rule][event.item]

    def lags(self, history):
        return normalised({len(history) - lag: w for lag, w in enumerate(LAG_WEIGHTS[: len(history)], start=1)})

    def planted_joint(self, history, item):
        """{(rule, position): P} of an item that is an event's consequence, and the share that falls to the interest."""
        joint, interest = {}, MIXTURE["interest"]
        for position, weight in self.lags(history).items():
            for rule in PLANTED:
                as_rule, table = self.triggered(rule, history[position])
                if not table:
                    interest += MIXTURE[rule] * weight
                elif item in table:
                    joint[as_rule, position] = joint.get((as_rule, position), 0.0) + MIXTURE[rule] * weight * table[item]
        return joint, interest

    def cause_joint(self, history, item, belief):
        joint, interest = self.planted_joint(history, item)
        theme = self.themes.index(self.items[item].theme)
        joint["interest", None] = interest * belief[theme] * self.by_theme[theme][item]
        joint["popular", None] = MIXTURE["popular"] * self.popular[item]
        joint["noise", None] = MIXTURE["noise"] / (self.size - 1)
        return joint

    def belief(self, history):
        """P(interest at the next event | events) by theme: predict by DRIFT, weigh by the likelihood of each event."""
        count = len(self.themes)
        belief = [1 / count] * count
        for at, event in enumerate(history):
            if at == 0:
                like = [self.by_theme[t].get(event.item, 0.0) for t in range(count)]
            else:
                joint, interest = self.planted_joint(history[:at][-len(LAG_WEIGHTS):], event.item)
                rest = sum(joint.values()) + MIXTURE["popular"] * self.popular[event.item] + MIXTURE["noise"] / (self.size - 1)
                like = [rest + interest * self.by_theme[t].get(event.item, 0.0) for t in range(count)]
            weighed = [b * p for b, p in zip(belief, like)]
            total = sum(weighed)
            if at >= 1:  # no drift before the second event
                belief = [(1 - DRIFT) * w / total + DRIFT * (1 - w / total) / (count - 1) for w in weighed]
            else:
                belief = [w / total for w in weighed]
        return belief

    def next_distribution(self, history):
        """The true probability of every item as the next event for an observer of the events, by model index."""
        belief = self.belief(history)
        result = [0.0] + [MIXTURE["popular"] * self.popular[i] + MIXTURE["noise"] / (self.size - 1)
                          for i in range(1, self.size)]
        interest = MIXTURE["interest"]
        for position, weight in self.lags(history).items():
            for rule in PLANTED:
                _, table = self.triggered(rule, history[position])
                interest += 0 if table else MIXTURE[rule] * weight
                for item, p in table.items():
                    result[item] += MIXTURE[rule] * weight * p
        for theme, share in enumerate(belief):
            for item, p in self.by_theme[theme].items():
                result[item] += interest * share * p
        return result

    def draw_event(self, rng, history, theme):
        rule, cause = draw(rng, MIXTURE) if history else "interest", None
        if rule in PLANTED:
            cause = draw(rng, self.lags(history))
            rule, table = self.triggered(rule, history[cause])
            if table:
                item = draw(rng, table)
            else:
                cause = None
        if rule == "interest":
            item = draw(rng, self.by_theme[theme])
        elif rule == "popular":
            item = draw(rng, self.popular)
        elif rule == "noise":
            item = 1 + int(rng.random() * (self.size - 1))
        return Event(item, draw(rng, DONE), rule, cause, theme)

    def viewers(self):
        """All viewers in order: {user_id: [Event, ...]}."""
        rng = random.Random(SEED + 1)
        everyone = {}
        for number in range(1, VIEWERS + 1):
            theme, events = int(rng.random() * len(self.themes)), []
            for at in range(MIN_EVENTS + int(rng.random() * (MAX_EVENTS - MIN_EVENTS + 1))):
                if at >= 2 and rng.random() < DRIFT:
                    theme = (theme + 1 + int(rng.random() * (len(self.themes) - 1))) % len(self.themes)
                events.append(self.draw_event(rng, events, theme))
            everyone[f"w{number:04d}"] = events
        return everyone

    def tokens(self):
        """Names of the rows of the embedding: padding, then every event with every item."""
        return ["[PAD]"] + [f"{e}:{p.item_id}" for e in EVENTS for p in self.items[1:]]

    def token(self, event):
        return EVENTS.index(event.done) * (self.size - 1) + event.item


FILES = ("items.csv", "items.vocab.json", "history.csv", "causes.csv", "drifts.csv")


def write_files(directory):
    service = Service()
    everyone = service.viewers()
    shipped = dict(list(everyone.items())[:SHIPPED])
    write_csv(os.path.join(directory, "items.csv"), (p._asdict() for p in service.items[1:]))
    write_json(os.path.join(directory, "items.vocab.json"), ["[PAD]"] + [p.item_id for p in service.items[1:]])
    rng = random.Random(SEED + 2)
    rows, causes, drifts = [], [], []
    for user, events in shipped.items():
        time = FIRST_DAY + int(rng.random() * 30 * 86400)
        for at, event in enumerate(events):
            time += 1500 + int(rng.random() * (3600 if rng.random() < 0.5 else 60 * 3600))
            rows.append({"user_id": user, "item_id": service.items[event.item].item_id, "event": event.done, "time": time})
            if at and event.theme != events[at - 1].theme:
                drifts.append({"user_id": user, "position": at, "time": time, "from": service.themes[events[at - 1].theme],
                               "to": service.themes[event.theme]})
        for position in (len(events) - 2, len(events) - 1):
            event, history = events[position], events[:position]
            link = None
            if event.cause is not None:
                feature = LINK[event.rule]
                link = (feature, getattr(service.items[history[event.cause].item], feature),
                        getattr(service.items[event.item], feature))
            joint = service.cause_joint(history, event.item, service.belief(history))
            causes.append(cause_row(user, position, service.items[event.item].item_id, event.rule, event.cause, joint, link))
    write_csv(os.path.join(directory, "history.csv"), rows)
    write_csv(os.path.join(directory, "causes.csv"), causes)
    write_csv(os.path.join(directory, "drifts.csv"), drifts)
    return {"items": service.size - 1, "viewers trained on": len(everyone), "viewers shipped": len(shipped),
            "events shipped": len(rows), "drifts shipped": len(drifts)}


if __name__ == "__main__":
    generator_main(write_files, FILES, HERE)
