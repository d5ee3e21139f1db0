#!/usr/bin/env python3
"""Writes golden.json beside this script: a small NARM as RecBole computes it. Run with PyTorch 1.13.1 or newer."""
import pathlib
import sys

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import small  # noqa: E402

D, H, L = 6, 8, 6


class Narm:
    type, features, reads_history = "narm", {}, True
    config = {"max_position_embeddings": L}

    def shapes(self):
        return {"item_embedding.weight": (small.ITEMS, D), "gru.weight_ih_l0": (3 * H, D), "gru.weight_hh_l0": (3 * H, H),
                "a_1.weight": (H, H), "a_2.weight": (H, H), "v_t.weight": (1, H), "b.weight": (D, 2 * H)}

    def embed(self, w, items, user, candidate):
        return w["item_embedding.weight"][torch.tensor(items or [0])]  # an empty history is one padding item

    def run(self, w, x, hidden):
        gru = nn.GRU(D, H, bias=False, batch_first=True)
        gru.load_state_dict({k[4:]: v for k, v in w.items() if k.startswith("gru.")})
        states = gru(torch.cat([x, w["item_embedding.weight"][torch.zeros(L - len(x), dtype=torch.long)]])[None])[0][0]
        mask = torch.tensor([float(i < len(x) and not (hidden and hidden[i])) for i in range(L)])[:, None]
        last = states[len(x) - 1]
        gate = torch.sigmoid(states @ w["a_1.weight"].t() + w["a_2.weight"] @ last)
        alpha = (mask * gate) @ w["v_t.weight"][0]
        return alpha, w["b.weight"] @ torch.cat([alpha @ states, last])

    def score(self, w, x, items, hidden, user, candidate):
        return w["item_embedding.weight"][candidate] @ self.run(w, x, hidden)[1]

    def attention(self, w, items, user, candidates):
        n = len(items)
        alpha = self.run(w, self.embed(w, items, user, 0), [])[0]
        return [(alpha[:n], [0.0] if n else [])]


small.write(Narm(), 41, HERE / "golden.json", small.HISTORIES)
