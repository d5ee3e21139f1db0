#!/usr/bin/python3
"""Trains the shop's SASRec on all but the last two events of all 4,000 users and writes the shipped model files.

    /usr/bin/python3 train.py [--epochs 40] [--dropout 0.1] [--threads 2] [--out DIR]

Writes model.safetensors, state_dict.pth, config.json and workspace.json.
"""

import argparse
import json
import math
import os
import time

import numpy as np
import torch

import generate
from sasrec import CONFIG, HERE, WINDOW, SASRec

SEED = 2026
LEARNING_RATE = 2e-3
BATCH = 64
DROPOUT = 0.1
CONTEXT = 8

WORKSPACE = {
    "schema": "reclens.workspace/1",
    "title": "Outdoor shop",
    "model": {"title": "SASRec", "checkpoint": "model.safetensors", "config": "config.json"},
    "models": [
        {"title": "FDSA", "checkpoint": "fdsa.safetensors", "config": "fdsa.json"},
        {"title": "Feature attention", "checkpoint": "feature_attention.safetensors", "config": "feature_attention.json"},
        {
            "title": "Encoder, attention, decoder",
            "checkpoint": "encoder_attention_decoder.safetensors",
            "config": "encoder_attention_decoder.json",
        },
    ],
    "feature_tables": "features.npz",
    "vocabulary": "items.vocab.json",
    "items": {
        "file": "items.csv",
        "id": "item_id",
        "title": "title",
        "features": ["category", "brand", "price_band", "sub_category", "colour", "season"],
        "numeric": ["rating"],
        "encoding": "UTF-8",
    },
    "history": {
        "file": "history.csv",
        "user": "user_id",
        "item": "item_id",
        "event": "event_type",
        "time": "timestamp",
    },
    "users": {"file": "users.csv", "id": "user_id", "features": ["segment"]},
    "seen": "include",
    "start_user": "u0414",
}


def windows(rng, sequences):
    """Cuts each sequence into (inputs, targets) windows for one epoch, at places that differ from epoch to epoch.

    So an event is met in many slots, and every event but a user's first is a target exactly once in an epoch. A
    window that starts within a history begins with CONTEXT events whose targets are 0, i.e. ignored: their causes
    may lie before the window.
    """
    rows = []
    for items in sequences:
        inputs, targets = items[:-1], items[1:]
        end = 1 + int(rng.integers(0, WINDOW))  # the first window is shorter by a random amount
        done = 0
        while done < len(inputs):
            end = min(end, len(inputs))
            start = max(0, end - WINDOW)
            ignored = done - start
            rows.append((inputs[start:end], [0] * ignored + targets[done:end]))
            done, end = end, end + WINDOW - CONTEXT
    return rows


def batches(rng, rows):
    """Shuffled, right-padded batches of (inputs, targets), windows of like length together; target 0 is ignored."""
    order = rng.permutation(len(rows))
    group = 16 * BATCH
    chosen = []
    for begin in range(0, len(order), group):
        part = sorted(order[begin : begin + group], key=lambda i: len(rows[i][0]))
        chosen.extend(part[i : i + BATCH] for i in range(0, len(part), BATCH))
    for b in rng.permutation(len(chosen)):
        batch = [rows[i] for i in chosen[b]]
        length = max(len(inputs) for inputs, _ in batch)
        inputs = torch.zeros(len(batch), length, dtype=torch.long)
        targets = torch.zeros(len(batch), length, dtype=torch.long)
        for r, (x, y) in enumerate(batch):
            inputs[r, : len(x)] = torch.tensor(x)
            targets[r, : len(y)] = torch.tensor(y)
        yield inputs, targets


def train(sequences, epochs, dropout):
    """Returns the trained model."""
    torch.manual_seed(SEED)
    rng = np.random.default_rng(SEED)
    model = SASRec(dropout=dropout)
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    started = time.time()
    for epoch in range(epochs):
        model.train()
        rows = windows(rng, sequences)
        steps = math.ceil(len(rows) / BATCH) + 1
        total = count = 0
        for step, (inputs, targets) in enumerate(batches(rng, rows)):
            progress = (epoch + step / steps) / epochs
            for group in optimizer.param_groups:
                group["lr"] = LEARNING_RATE * 0.5 * (1 + math.cos(math.pi * progress))
            states, _ = model(inputs)
            real = targets != 0
            logits = states[real] @ model.item_embedding.weight.T
            logits[:, 0] = -1e9  # padding is never recommended
            loss = torch.nn.functional.cross_entropy(logits, targets[real])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * int(real.sum())
            count += int(real.sum())
        print(f"epoch {epoch + 1}: loss {total / count:.4f}, {time.time() - started:.0f} s", flush=True)
    return model.eval()


def write_safetensors(path, tensors, metadata):
    """Writes float32 arrays: 8-byte little-endian header length, JSON header padded to 8 bytes, raw data."""
    header, offset = {"__metadata__": metadata}, 0
    for name, array in tensors.items():
        header[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [offset, offset + array.nbytes]}
        offset += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode("utf-8")
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(len(text).to_bytes(8, "little"))
        out.write(text)
        for array in tensors.values():
            out.write(np.ascontiguousarray(array, dtype="<f4").tobytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--dropout", type=float, default=DROPOUT)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", default=HERE, help="folder to write to")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    sequences = [[e.item for e in events[:-2]] for events in generate.Shop().users().values()]
    model = train(sequences, arguments.epochs, arguments.dropout)
    state = model.state_dict()
    torch.save(state, os.path.join(arguments.out, "state_dict.pth"))
    write_safetensors(
        os.path.join(arguments.out, "model.safetensors"),
        {name: tensor.numpy() for name, tensor in state.items()},
        {"format": "pt"},
    )
    for name, content in (("config.json", CONFIG), ("workspace.json", WORKSPACE)):
        with open(os.path.join(arguments.out, name), "w", encoding="utf-8", newline="") as out:
            json.dump(content, out, indent=2, ensure_ascii=False)
            out.write("\n")


if __name__ == "__main__":
    main()
