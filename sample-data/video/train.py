#!/usr/bin/env python3
"""Trains the video service's model on all but the last two events of all viewers, and prints its figures as Markdown.

    python3 train.py [--evaluate]        with --evaluate only the figures of the files that are there

Writes model.safetensors, config.json and workspace.json. One thread, seeded.
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
from samplekit import interval, rank_of, read_safetensors, show, write_json, write_safetensors  # noqa: E402
from user_interest import CONFIG, UserInterest  # noqa: E402

SEED, EPOCHS, BATCH, LEARNING_RATE, DROPOUT = 2026, 20, 48, 6e-3, 0.15
WORKSPACE = {
    "schema": "reclens.workspace/1",
    "title": "Video service",
    "model": {"title": "User interest", "checkpoint": "model.safetensors", "config": "config.json"},
    "vocabulary": "items.vocab.json",
    "items": {"file": "items.csv", "id": "item_id", "title": "title",
              "features": ["theme", "series", "format", "studio", "length"], "numeric": ["year"], "encoding": "UTF-8"},
    "history": {"file": "history.csv", "user": "user_id", "item": "item_id", "event": "event", "time": "time"},
    "seen": "include",
}


def train(service, everyone):
    torch.manual_seed(SEED)
    model = UserInterest(service.size, len(service.tokens()))
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    sequences = [([service.token(e) for e in ev[:-3]], [e.item for e in ev[1:-2]]) for ev in everyone.values()]
    length = max(len(x) for x, _ in sequences)
    inputs, targets = (torch.zeros(len(sequences), length, dtype=torch.long) for _ in range(2))
    for row, (x, y) in enumerate(sequences):
        inputs[row, :len(x)] = torch.tensor(x)
        targets[row, :len(y)] = torch.tensor(y)
    steps = EPOCHS * ((len(inputs) + BATCH - 1) // BATCH)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    started = time.time()
    for epoch in range(EPOCHS):
        total = count = 0
        for chosen in torch.randperm(len(inputs)).split(BATCH):
            x, y = inputs[chosen], targets[chosen]
            embedded = torch.nn.functional.dropout(model.embedding(x), DROPOUT)
            states = torch.nn.functional.dropout(model.lstm(embedded)[0], DROPOUT)
            real = y != 0
            scores = model.fc(model.self_attention(states)[0][real])[:, 1:]
            loss = torch.nn.functional.cross_entropy(scores, y[real] - 1)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, count = total + loss.item() * int(real.sum()), count + int(real.sum())
        print(f"epoch {epoch + 1}: loss {total / count:.4f}, {time.time() - started:.0f} s", flush=True)
    return model


def last_scores(model, sequences):
    """Scores [N, I] after the last event of each of equally long sequences."""
    with torch.no_grad():
        return model(torch.tensor(sequences))[:, -1].numpy()


def evaluate(service, everyone):
    with open(os.path.join(HERE, "causes.csv"), encoding="utf-8", newline="") as file:
        causes = {(r["user_id"], int(r["position"])): r for r in csv.DictReader(file)}
    model = UserInterest(service.size, len(service.tokens()))
    model.load_state_dict(read_safetensors(os.path.join(HERE, "model.safetensors")))
    popularity = np.bincount([e.item for events in everyone.values() for e in events[:-2]], minlength=service.size)
    shipped = dict(list(everyone.items())[:generate.SHIPPED])
    popular, oracle, hits, first, recent, after, before = [], [], [], [], [], [], []
    theme_of = np.array([-1] + [service.themes.index(p.theme) for p in service.items[1:]])
    for user, events in shipped.items():
        tokens, item = [service.token(e) for e in events[:-1]], events[-1].item
        scores = last_scores(model, [tokens])[0]
        popular.append(rank_of(popularity, item) <= 10)
        oracle.append(rank_of(np.array(service.next_distribution(events[:-1])), item) <= 10)
        hits.append(rank_of(scores, item) <= 10)
        valid = causes[user, len(events) - 1]["valid_positions"]
        if hits[-1] and valid:
            valid = {int(p) for p in valid.split("|")}
            edited = last_scores(model, [tokens[:i] + tokens[i + 1:] for i in range(len(tokens))])[:, item]
            first.append(int(np.argmin(edited)) in valid)
            recent.append(len(tokens) - 1 in valid)
        drifts = [at for at in range(1, len(events)) if events[at].theme != events[at - 1].theme]
        if len(drifts) == 1 and 8 <= drifts[0] <= len(events) - 7:  # one drift, well inside
            new, old, at = events[-1].theme, events[0].theme, drifts[0]
            best = np.argsort(-last_scores(model, [tokens[:at]])[0][1:])[:10] + 1
            later = np.argsort(-last_scores(model, [tokens[:at + 6]])[0][1:])[:10] + 1
            before.append([np.mean(theme_of[best] == old), np.mean(theme_of[best] == new)])
            after.append([np.mean(theme_of[later] == old), np.mean(theme_of[later] == new)])
    print("| hit rate@10, held-out last event | value | 95% interval |\n|---|---|---|")
    show("popularity", popular)
    show("oracle", oracle)
    show("user_interest", hits)
    print(f"\n| planted cause, item in the top 10: {len(first)} users | value | 95% interval |\n|---|---|---|")
    show("leave-one-out names a valid cause first", first)
    show("recency does", recent)
    print(f"\n| themes of the top 10, viewers with one drift: {len(before)} | value | 95% interval |\n|---|---|---|")
    for label, column in (("old theme, at the drift", [b[0] for b in before]), ("new theme, at the drift", [b[1] for b in before]),
                          ("old theme, six events later", [a[0] for a in after]),
                          ("new theme, six events later", [a[1] for a in after])):
        show(label, column)


def main():
    torch.set_num_threads(1)
    service = generate.Service()
    everyone = service.viewers()
    if "--evaluate" not in sys.argv:
        model = train(service, everyone)
        write_safetensors(os.path.join(HERE, "model.safetensors"), model.state_dict())
        write_json(os.path.join(HERE, "config.json"), {**CONFIG, "tokens": service.tokens()})
        write_json(os.path.join(HERE, "workspace.json"), WORKSPACE)
    evaluate(service, everyone)


if __name__ == "__main__":
    main()
