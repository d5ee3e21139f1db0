#!/usr/bin/env python3
"""Generates the sample feed: topics and posts of a social network, what members did, and what led to their last two events.

Every event after a member's first is drawn from a known process:

1. a rule is drawn from MIXTURE (thread, topic, neighbour, author, popular, noise);
2. for a planted rule (all but popular and noise), a cause is drawn from the last WINDOW events with a probability
   proportional to STRENGTH of what was done (a share leads to more than a view); a topic page has no thread and no author:
   there the rule topic takes their place;
3. the item is drawn from that rule's distribution given the cause's item.

What is done with an item depends on the item's kind alone. So `Feed.next_distribution` and `Feed.cause_joint` are exact, and a
model that reads "event:item" of the last WINDOW events, in any order, sees all there is to see.

    python3 generate.py [--out DIR] [--check]
"""

import os
import random
import sys
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from samplekit import cause_row, draw, generator_main, normalised, write_csv, write_json  # noqa: E402

SEED = 20261203
MEMBERS, SHIPPED = 3000, 900
MIN_EVENTS, MAX_EVENTS = 16, 40
WINDOW = 8
MIXTURE = {"thread": 0.42, "topic": 0.13, "neighbour": 0.18, "author": 0.12, "popular": 0.09, "noise": 0.06}
PLANTED = ("thread", "topic", "neighbour", "author")
LINK = {"thread": "thread", "topic": "topic", "neighbour": "topic", "author": "author"}
STRENGTH = {"view": 1.0, "like": 4.0, "share": 8.0, "follow": 8.0}
DONE = {"post": {"view": 0.62, "like": 0.26, "share": 0.12}, "topic": {"view": 0.45, "follow": 0.55}}
EVENTS = ("view", "like", "share", "follow")
FIRST_DAY = 1767225600  # 2026-01-01

Item = namedtuple("Item", "item_id title kind topic thread author format language")
Event = namedtuple("Event", "item done rule cause")

# topic | three threads, each of three posts
TOPICS = [line.split("|") for line in """
Baking|Sourdough starter;Feeding a starter;First crumb shot|Laminated dough;Butter temperature;Croissant fold|Rye bread;Scalded rye;Hundred-year-old tin
Coffee|Grinder alignment;Burrs compared;Static and how to tame it|Filter recipes;Bloom or no bloom;Water at home|Moka revival;Low and slow;Gasket hunt
Cycling|Gravel setup;Tyre pressure chart;Tubeless on the road|Night rides;Dynamo lights;Route at dusk|City lanes;New junction design;Counting cyclists
Running|First marathon;Long run diary;Race week|Trail shoes;Mud test;Downhill drills|Park runs;Pacing friends;Volunteer day
Gardening|Tomato seedlings;Hardening off;Blight watch|Compost;Hot heap log;Worm bin|Small balcony;Herbs in boxes;Bees on the sixth floor
Birding|Dawn chorus;Recording tips;Whose song is it|Owl box;Camera inside;Fledging day|Wader count;Tide tables;Ringed dunlin
Chess|Endgame study;Rook and pawn;Opposition|Club night;Clock mishaps;Blitz final|Openings;A quiet Italian;Caro-Kann file
Board games|Solo modes;Automa explained;Best at one|Print and play;Card sleeves;Foam core|Game night;Teaching rules;House variant
Photography|Film again;Metering by eye;Home developing|Street;Asking first;Rain on glass|Night sky;Star trails;Red torch
Astronomy|Comet watch;Finder chart;Tail growing|First telescope;Collimation;Moon craters|Dark sites;Cloud maps;Meter readings
Knitting|Sock heels;Heel compared;Mended again|Colour work;Steek without fear;Yoke chart|Wool;Local flock;Natural dyes
Woodwork|Hand planes;Sharpening;Curl photo|Stool build;Wedged tenon;Oil finish|Workshop;French cleats;Dust
Music|Synth patch;Slow pads;Patch notes|Choir;Warm-ups;Concert week|Vinyl;Stylus care;Crate finds
Cinema|Restorations;Grain or no grain;Lost reel|Festival diary;Queue tips;Late screening|Short films;Nine minutes;Student prize
Books|Translated novels;Who translates;Two endings|Library days;Local history;Repair desk|Poetry;Read aloud;One line a day
Cooking|Weeknight pans;Ten-minute greens;One pot|Ferments;Kimchi week;Salt ratios|Noodles;Hand pulled;Broth clock
Hiking|Hut to hut;Pack list;Weather window|Maps;Contour practice;Lost path|Coast path;Ferry times;Cliff camp
Climbing|Finger care;Tape or not;Rest week|Route setting;Volumes;Grade talk|Sea cliffs;Tide and rope;First lead
Cats|New kitten;Slow introductions;First window|Old cat;Ramp build;Medicine tricks|Shelter;Foster log;Adoption day
Dogs|Recall;Long line;Squirrel test|Rescue;Decompression;First walk|Agility;Weave poles;Clean round
Data|Charts;Better axes;Colour for all|Open data;Bus positions;Air sensors|Notebooks;Reproducible;Small tools
Retro tech|Handhelds;New screen;Battery mod|Keyboards;Lube or not;Foam|Old phones;Ringtones;Still calls
Trains|Night trains;Couchette tips;Missed link|Model railway;Ballast;Signals|Branch line;Reopening;Last steam
Language|Sign language;Name signs;Video call|Old words;Dialect map;Letters home|Learning Finnish;Fifteen cases;Radio hour
""".strip().splitlines()]
AUTHORS = ("ada beni cleo dario elif finn greta hugo ines jonas kaya leon mira noor otto pia quinn rosa sami tove ugo vera "
           "wim xenia yara zeno").split()
FORMATS = ("text", "photo", "video", "poll")
LANGUAGES = {"English": 0.7, "Deutsch": 0.2, "Suomi": 0.1}


class Feed:
    """Items by model index (0 is padding) and the distribution of each rule by cause."""

    def __init__(self):
        rng = random.Random(SEED)
        self.items = [None]
        for topic, *threads in TOPICS:
            self.items.append(Item("", "#" + topic.lower().replace(" ", "-"), "topic", topic, "", "", "page", "English"))
            for thread in threads:
                posts = thread.split(";")
                author = AUTHORS[int(rng.random() * len(AUTHORS))]
                for number, title in enumerate(posts):
                    by = author if number == 0 or rng.random() < 0.4 else AUTHORS[int(rng.random() * len(AUTHORS))]
                    self.items.append(Item("", title, "post", topic, posts[0], by, FORMATS[int(rng.random() * 4)],
                                           draw(rng, LANGUAGES)))
        self.items = [None] + [p._replace(item_id=f"{'t' if p.kind == 'topic' else 'p'}{i:03d}")
                               for i, p in enumerate(self.items[1:], start=1)]
        self.size = len(self.items)
        order = sorted(range(1, self.size), key=lambda _: rng.random())
        self.popular = normalised({i: 1 / (1 + r) ** 0.6 for r, i in enumerate(order)})
        names = [t[0] for t in TOPICS]
        # a topic leads to one other topic, and there to four of its items
        shuffled = sorted(names, key=lambda _: rng.random())
        after = {t: shuffled[(i + 1) % len(shuffled)] for i, t in enumerate(shuffled)}
        self.rules = {rule: {} for rule in PLANTED}
        for i in range(1, self.size):
            p = self.items[i]
            others = [j for j in range(1, self.size) if j != i]
            self.rules["topic"][i] = normalised({j: self.popular[j] for j in others if self.items[j].topic == p.topic})
            near = sorted((j for j in others if self.items[j].topic == after[p.topic]), key=lambda _: rng.random())[:4]
            self.rules["neighbour"][i] = normalised(dict(zip(near, (0.5, 0.25, 0.15, 0.1))))
            same = {j: 1.0 for j in others if p.thread and self.items[j].thread == p.thread and self.items[j].topic == p.topic}
            self.rules["thread"][i] = normalised(same)
            self.rules["author"][i] = normalised({j: 1.0 for j in others if p.author and self.items[j].author == p.author})

    def triggered(self, rule, item):
        return rule if self.rules[rule][item] else "topic"

    def causes(self, history):
        """{position: weight} of the events that may lead to the next one; the weights sum to 1."""
        first = max(0, len(history) - WINDOW)
        return normalised({p: STRENGTH[history[p].done] for p in range(first, len(history))})

    def rule_weights(self, history):
        for position, share in self.causes(history).items():
            for rule in PLANTED:
                yield self.triggered(rule, history[position].item), position, share * MIXTURE[rule]

    def cause_joint(self, history, item):
        joint = {}
        for rule, position, weight in self.rule_weights(history):
            p = weight * self.rules[rule][history[position].item].get(item, 0.0)
            if p > 0:
                joint[rule, position] = joint.get((rule, position), 0.0) + p
        joint["popular", None] = MIXTURE["popular"] * self.popular[item]
        joint["noise", None] = MIXTURE["noise"] / (self.size - 1)
        return joint

    def next_distribution(self, history):
        """The true probability of every item as the next event, by model index."""
        result = [0.0] + [MIXTURE["popular"] * self.popular[i] + MIXTURE["noise"] / (self.size - 1)
                          for i in range(1, self.size)]
        for rule, position, weight in self.rule_weights(history):
            for item, p in self.rules[rule][history[position].item].items():
                result[item] += weight * p
        return result

    def draw_event(self, rng, history):
        rule, cause = draw(rng, MIXTURE) if history else "popular", None
        if rule == "popular":
            item = draw(rng, self.popular)
        elif rule == "noise":
            item = 1 + int(rng.random() * (self.size - 1))
        else:
            cause = draw(rng, self.causes(history))
            rule = self.triggered(rule, history[cause].item)
            item = draw(rng, self.rules[rule][history[cause].item])
        return Event(item, draw(rng, DONE[self.items[item].kind]), rule, cause)

    def members(self):
        """All members in order: {user_id: [Event, ...]}."""
        rng = random.Random(SEED + 1)
        everyone = {}
        for number in range(1, MEMBERS + 1):
            events = []
            for _ in range(MIN_EVENTS + int(rng.random() * (MAX_EVENTS - MIN_EVENTS + 1))):
                events.append(self.draw_event(rng, events))
            everyone[f"m{number:04d}"] = events
        return everyone

    def tokens(self):
        """Names of the rows of the behaviours' embedding: padding, then every event with every item."""
        return ["[PAD]"] + [f"{e}:{p.item_id}" for e in EVENTS for p in self.items[1:]]

    def token(self, event):
        return EVENTS.index(event.done) * (self.size - 1) + event.item


FILES = ("items.csv", "items.vocab.json", "history.csv", "causes.csv")


def write_files(directory):
    feed = Feed()
    everyone = feed.members()
    shipped = dict(list(everyone.items())[:SHIPPED])
    write_csv(os.path.join(directory, "items.csv"), (p._asdict() for p in feed.items[1:]))
    write_json(os.path.join(directory, "items.vocab.json"), ["[PAD]"] + [p.item_id for p in feed.items[1:]])
    rng = random.Random(SEED + 2)
    rows, causes = [], []
    for user, events in shipped.items():
        time = FIRST_DAY + int(rng.random() * 40 * 86400)
        for event in events:
            time += 30 + int(rng.random() * (900 if rng.random() < 0.7 else 40 * 3600))
            rows.append({"user_id": user, "item_id": feed.items[event.item].item_id, "event": event.done, "time": time})
        for position in (len(events) - 2, len(events) - 1):
            event, history = events[position], events[:position]
            link = None
            if event.cause is not None:
                feature = LINK[event.rule]
                link = (feature, getattr(feed.items[history[event.cause].item], feature),
                        getattr(feed.items[event.item], feature))
            causes.append(cause_row(user, position, feed.items[event.item].item_id, event.rule, event.cause,
                                    feed.cause_joint(history, event.item), link))
    write_csv(os.path.join(directory, "history.csv"), rows)
    write_csv(os.path.join(directory, "causes.csv"), causes)
    return {"items": feed.size - 1, "members trained on": len(everyone), "members shipped": len(shipped),
            "events shipped": len(rows)}


if __name__ == "__main__":
    generator_main(write_files, FILES, HERE)
