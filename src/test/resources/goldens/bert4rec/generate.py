#!/usr/bin/env python3
"""Writes golden.json beside this script: a small BERT4Rec as RecBole computes it. Run with PyTorch 1.13.1 or newer.

The histories are what is left once the original has dropped the oldest event; the mask follows them.
"""
import pathlib
import sys

import torch
from torch.nn import functional as F

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import recbole as r  # noqa: E402
import small  # noqa: E402


class Bert4Rec:
    type, features, reads_history = "bert4rec", {}, True
    config = {"num_attention_heads": r.HEADS}

    def shapes(self):
        return {"output_bias": (small.ITEMS,), "item_embedding.weight": (small.ITEMS + 1, r.D),
                "position_embedding.weight": (r.L, r.D), **r.encoder_shapes("trm_encoder"),
                "LayerNorm.weight": (r.D,), "LayerNorm.bias": (r.D,), "output_ffn.weight": (r.D, r.D),
                "output_ffn.bias": (r.D,), "output_ln.weight": (r.D,), "output_ln.bias": (r.D,)}

    def embed(self, w, items, user, candidate):
        return w["item_embedding.weight"][torch.tensor(items, dtype=torch.long)]

    def run(self, w, x, hidden):
        table, n = w["item_embedding.weight"], len(x)
        rows = torch.cat([x, table[small.ITEMS:], table[torch.zeros(r.L - n - 1, dtype=torch.long)]])
        seen = torch.tensor([i == n or i < n and not hidden[i] for i in range(r.L)])
        states, maps = r.encoder(w, "trm_encoder", r.norm(w, "LayerNorm", rows + w["position_embedding.weight"]), seen, False)
        return r.norm(w, "output_ln", F.gelu(r.linear(w, "output_ffn", states[n]))), maps

    def score(self, w, x, items, hidden, user, candidate):
        return w["item_embedding.weight"][candidate] @ self.run(w, x, hidden)[0] + w["output_bias"][candidate]

    def attention(self, w, items, user, candidates):
        maps = self.run(w, self.embed(w, items, user, 0), [False] * len(items))[1]
        return r.event_maps(maps, len(items) + 1)


small.write(Bert4Rec(), 61, HERE / "golden.json", [h[-(r.L - 1):] for h in small.HISTORIES])
