#!/usr/bin/env python3
"""Writes golden.json beside this script: a small STAMP as RecBole computes it. Run with PyTorch 1.13.1 or newer."""
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import small  # noqa: E402

D, L = 8, 6


class Stamp:
    type, features, reads_history = "stamp", {}, True
    config = {"max_position_embeddings": L}

    def shapes(self):
        shapes = {"b_a": (D,), "item_embedding.weight": (small.ITEMS, D), "w0.weight": (1, D)}
        shapes.update({f"w{i}.weight": (D, D) for i in (1, 2, 3)})
        for name in ("mlp_a", "mlp_b"):
            shapes[name + ".weight"], shapes[name + ".bias"] = (D, D), (D,)
        return shapes

    def embed(self, w, items, user, candidate):
        return w["item_embedding.weight"][torch.tensor(items or [0])]  # an empty history is one padding item of length 1

    def run(self, w, x, hidden):
        n = len(x)
        slots = torch.cat([x, w["item_embedding.weight"][torch.zeros(L - n, dtype=torch.long)]])
        last = slots[n - 1]
        mean = slots.sum(0) / n
        gate = torch.sigmoid(slots @ w["w1.weight"].t() + w["w2.weight"] @ last + w["w3.weight"] @ mean + w["b_a"])
        alpha = gate @ w["w0.weight"][0] * torch.tensor([float(not (i < n and hidden and hidden[i])) for i in range(L)])
        memory = alpha @ slots + mean
        general = torch.tanh(w["mlp_a.weight"] @ memory + w["mlp_a.bias"])
        return alpha, general * torch.tanh(w["mlp_b.weight"] @ last + w["mlp_b.bias"])

    def score(self, w, x, items, hidden, user, candidate):
        return w["item_embedding.weight"][candidate] @ self.run(w, x, hidden)[1]

    def attention(self, w, items, user, candidates):
        n = len(items)
        alpha = self.run(w, self.embed(w, items, user, 0), [])[0]
        return [(alpha[:n], [alpha[n:].sum()] if n else [])]


small.write(Stamp(), 42, HERE / "golden.json", small.HISTORIES)
