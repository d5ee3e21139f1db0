#!/usr/bin/python3
"""Writes the expected outputs of the shop's model for the Java tests, computed by PyTorch in float32.

    /usr/bin/python3 make_golden.py [--dir DIR] [--out golden.json]

For each case (history = the user's whole history, `items` = its last 50 model indices, oldest first): the top 20
item indices and scores over all items but padding, the leave-one-out drops (delete) of the top item for each event of
`items`, and, where the history is short, `attention[layer][head][query][key]` over the real events.
"""

import argparse
import json
import os

import torch

from sasrec import CONFIG, HERE, WINDOW, SASRec, leave_one_out, read_histories, right_padded

DEFAULT_OUT = os.path.join(HERE, "..", "..", "src", "test", "resources", "goldens", "shop", "golden.json")
ATTENTION_UP_TO = 30


def nine(tensor):
    """Numbers with 9 significant digits, enough to restore every float32."""
    return [float(f"{v:.9g}") for v in tensor.tolist()]


def case(model, user, history):
    """The expected outputs for one user."""
    window = history[-WINDOW:]
    scores = model.scores([window])[0]
    order = sorted(range(1, len(scores)), key=lambda i: (-float(scores[i]), i))[:20]
    result = {
        "user": user,
        "history_length": len(history),
        "items": window,
        "top_items": order,
        "top_scores": nine(scores[order]),
        "target": order[0],
        "leave_one_out_delete": nine(leave_one_out(model, window, order[0])),
    }
    if len(window) <= ATTENTION_UP_TO:
        sequence, _ = right_padded([window])
        _, attention = model(sequence)
        n = len(window)
        result["attention"] = [
            [[[round(float(w), 8) for w in row[:n]] for row in head[:n]] for head in layer[0]] for layer in attention
        ]
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dir", default=HERE, help="folder with the shipped files")
    parser.add_argument("--out", default=DEFAULT_OUT)
    arguments = parser.parse_args()
    model = SASRec().eval()
    model.load_state_dict(torch.load(os.path.join(arguments.dir, "state_dict.pth")))
    histories = read_histories(arguments.dir)
    short = [u for u in histories if len(histories[u]) <= ATTENTION_UP_TO][:2]
    full = [u for u in histories if len(histories[u]) > WINDOW][:2]
    exact = [u for u in histories if ATTENTION_UP_TO < len(histories[u]) <= WINDOW][:1]
    with torch.no_grad():
        cases = [case(model, u, histories[u]) for u in short + exact + full]
    document = {"schema": "reclens.golden-shop/1", "made_with": "Debian python3-torch 1.13.1", "config": CONFIG, "cases": cases}
    os.makedirs(os.path.dirname(os.path.abspath(arguments.out)), exist_ok=True)
    with open(arguments.out, "w", encoding="utf-8", newline="") as out:
        json.dump(document, out, separators=(",", ":"))
        out.write("\n")


if __name__ == "__main__":
    main()
