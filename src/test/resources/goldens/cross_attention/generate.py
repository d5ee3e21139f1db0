#!/usr/bin/env python3
"""Writes softmax.json, sigmoid.json and last.json beside this script. Run with PyTorch 1.13.1 or newer."""
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import small  # noqa: E402
from literature import linear, tokens, write  # noqa: E402

DE, DB, D = 5, 4, 6


class CrossAttention:
    numbers = {}

    def __init__(self, attention, scale, pooling, token, behaviours, bias, head):
        self.config = {"max_position_embeddings": 6, "attention": attention, "scale": scale, "pooling": pooling, "token": token}
        self.behaviours, self.bias, self.head = behaviours, bias, head

    def shapes(self):
        width = DB if self.behaviours else DE
        s = {"item_embedding.weight": (small.ITEMS, DE), "W_u.weight": (D, width), "W_v.weight": (D, DE)}
        if self.behaviours:
            s["behaviour_embedding.weight"] = (self.behaviours, DB)
        if self.bias:
            s["W_u.bias"] = s["W_v.bias"] = (D,)
        if self.head:
            s["W.weight"], s["W.bias"] = (1, D), (1,)
        return s

    def table(self, w):
        return w["behaviour_embedding.weight" if self.behaviours else "item_embedding.weight"]

    def run(self, w, x):
        """A [n, I - 1] over all items but padding, v [I - 1, D]."""
        v = linear(w, "W_v", w["item_embedding.weight"][1:])
        logits = linear(w, "W_u", x) @ v.t() / (D ** 0.5 if self.config["scale"] else 1)
        return logits.softmax(-1) if self.config["attention"] == "softmax" else logits.sigmoid(), v

    def score(self, w, x, hidden, candidate):
        a, v = self.run(w, x)
        attended = (a @ v)[~torch.tensor(hidden)]
        if len(attended) == 0:
            return torch.zeros(())
        pooled = {"mean": attended.mean(0), "sum": attended.sum(0), "last": attended[-1]}[self.config["pooling"]]
        return pooled @ v[candidate - 1] if candidate else torch.zeros(())

    def attention(self, w, x, candidates):
        a, v = self.run(w, x)
        maps = [a[:, [c - 1 for c in candidates]]]
        return maps + [linear(w, "W", a @ v)[:, 0]] if self.head else maps

    def padding(self, values, n):
        return n if values.dim() == 2 else min(n, 1)


write(CrossAttention("softmax", True, "mean", "event:item", len(tokens()), True, True), 51, HERE / "softmax.json")
write(CrossAttention("sigmoid", False, "sum", "item", 0, False, False), 52, HERE / "sigmoid.json")
write(CrossAttention("softmax", False, "last", "item", small.ITEMS, True, False), 53, HERE / "last.json")
