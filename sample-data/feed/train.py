#!/usr/bin/env python3
"""Trains the feed's two models on all but the last two events of all members, and prints their figures as Markdown.

    python3 train.py [--evaluate]        with --evaluate only the figures of the files that are there

Writes softmax.safetensors, softmax.json, sigmoid.safetensors, sigmoid.json and workspace.json. One thread, seeded.
"""

import csv
import os
import sys
import time

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
sys.path.insert(0, HERE)
import generate  # noqa: E402
from cross_attention import CONFIG, CrossAttention  # noqa: E402
from samplekit import interval, rank_of, read_safetensors, show, write_json, write_safetensors  # noqa: E402

SEED, EPOCHS, BATCH, LEARNING_RATE, DECAY = 2026, 20, 1024, 8e-3, 1e-6
FORMS = ("softmax", "sigmoid")
WORKSPACE = {
    "schema": "reclens.workspace/1",
    "title": "Social feed",
    "model": {"title": "Cross-attention, softmax", "checkpoint": "softmax.safetensors", "config": "softmax.json"},
    "models": [{"title": "Cross-attention, sigmoid", "checkpoint": "sigmoid.safetensors", "config": "sigmoid.json"}],
    "vocabulary": "items.vocab.json",
    "items": {"file": "items.csv", "id": "item_id", "title": "title",
              "features": ["topic", "thread", "author", "kind", "format", "language"], "encoding": "UTF-8"},
    "history": {"file": "history.csv", "user": "user_id", "item": "item_id", "event": "event", "time": "time"},
    "seen": "include",
}


def windows(feed, everyone, last):
    """(tokens [N, W], next items [N]) for every event but the first of each member, without the `last` ones."""
    rows, targets = [], []
    for events in everyone.values():
        tokens = [feed.token(e) for e in events]
        for at in range(1, len(events) - last):
            window = tokens[max(0, at - generate.WINDOW):at]
            rows.append(window + [0] * (generate.WINDOW - len(window)))
            targets.append(events[at].item)
    return torch.tensor(rows), torch.tensor(targets)


def train(feed, everyone, attention):
    torch.manual_seed(SEED)
    model = CrossAttention(feed.size, len(feed.tokens()), attention)
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    tokens, targets = windows(feed, everyone, 2)
    steps = EPOCHS * ((len(tokens) + BATCH - 1) // BATCH)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    started = time.time()
    for epoch in range(EPOCHS):
        total = 0.0
        for chosen in torch.randperm(len(tokens)).split(BATCH):
            scores = model(tokens[chosen])
            loss = torch.nn.functional.cross_entropy(scores, targets[chosen] - 1)
            penalty = DECAY * (model.behaviour_embedding.weight.square().sum() + model.item_embedding.weight.square().sum())
            optimizer.zero_grad()
            (loss + penalty).backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * len(chosen)
        print(f"{attention}, epoch {epoch + 1}: loss {total / len(tokens):.4f}, {time.time() - started:.0f} s", flush=True)
    return model


def evaluate(feed, everyone):
    with open(os.path.join(HERE, "causes.csv"), encoding="utf-8", newline="") as file:
        causes = {(r["user_id"], int(r["position"])): r for r in csv.DictReader(file)}
    popularity = np.bincount([e.item for events in everyone.values() for e in events[:-2]], minlength=feed.size)
    shipped = dict(list(everyone.items())[:generate.SHIPPED])
    print("| hit rate@10, held-out last event | value | 95% interval |\n|---|---|---|")
    show("popularity", [rank_of(popularity, e[-1].item) <= 10 for e in shipped.values()])
    show("oracle", [rank_of(np.array(feed.next_distribution(e[:-1])), e[-1].item) <= 10 for e in shipped.values()])
    explained = {}
    for form in FORMS:
        model = CrossAttention(feed.size, len(feed.tokens()), form)
        model.load_state_dict(read_safetensors(os.path.join(HERE, form + ".safetensors")))
        hits, first, recent = [], [], []
        for user, events in shipped.items():
            window = [feed.token(e) for e in events[:-1]][-generate.WINDOW:]
            item = events[-1].item
            without = [window[:i] + window[i + 1:] for i in range(len(window))]
            with torch.no_grad():
                scores = model(torch.tensor([window]))[0].numpy()
                edited = model(torch.tensor(without))[:, item - 1].numpy()
            hits.append(rank_of(np.concatenate([[0.0], scores]), item) <= 10)
            valid = causes[user, len(events) - 1]["valid_positions"]
            if hits[-1] and valid:
                start = len(events) - 1 - len(window)
                valid = {int(p) - start for p in valid.split("|")}
                first.append(int(np.argmin(edited)) in valid)
                recent.append(len(window) - 1 in valid)
        show(form, hits)
        explained[form] = (first, recent)
    print("\n| planted cause, item in the top 10 | users | leave-one-out names a valid cause first | recency does |")
    print("|---|---|---|---|")
    for form, columns in explained.items():
        print("| {} | {} | {} | {} |".format(form, len(columns[0]), *("%.3f (%.3f to %.3f)" % interval(c) for c in columns)))


def main():
    torch.set_num_threads(1)
    feed = generate.Feed()
    everyone = feed.members()
    if "--evaluate" not in sys.argv:
        for form in FORMS:
            model = train(feed, everyone, form)
            write_safetensors(os.path.join(HERE, form + ".safetensors"), model.state_dict())
            write_json(os.path.join(HERE, form + ".json"), {**CONFIG, "attention": form, "tokens": feed.tokens()})
        write_json(os.path.join(HERE, "workspace.json"), WORKSPACE)
    evaluate(feed, everyone)


if __name__ == "__main__":
    main()
