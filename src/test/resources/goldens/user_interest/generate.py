#!/usr/bin/env python3
"""Writes items.json and candidate.json beside this script. Run with PyTorch 1.13.1 or newer."""
import pathlib
import sys

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import small  # noqa: E402
from literature import linear, tokens, write  # noqa: E402

D, H = 5, 8


class UserInterest:
    numbers = {}

    def __init__(self, layers, heads, causal, token, candidate):
        self.layers, self.heads, self.candidate = layers, heads, candidate
        self.config = {"max_position_embeddings": 6, "num_attention_heads": heads, "causal": causal, "token": token}

    def shapes(self):
        s = {"embedding.weight": (len(tokens()) if self.config["token"] == "event:item" else small.ITEMS, D)}
        for layer in range(self.layers):
            s[f"lstm.weight_ih_l{layer}"], s[f"lstm.weight_hh_l{layer}"] = (4 * H, D if layer == 0 else H), (4 * H, H)
            s[f"lstm.bias_ih_l{layer}"] = s[f"lstm.bias_hh_l{layer}"] = (4 * H,)
        for name in ("query", "key", "value", "out"):
            s[f"self_attention.{name}_linear.weight"], s[f"self_attention.{name}_linear.bias"] = (H, H), (H,)
        s["fc.weight"], s["fc.bias"] = (1 if self.candidate else small.ITEMS, H), (1 if self.candidate else small.ITEMS,)
        return s

    def table(self, w):
        return w["embedding.weight"]

    def run(self, w, x, hidden):
        """(outputs [n, H], weights [heads, n, n]); a query whose keys are all hidden keeps its own."""
        lstm = nn.LSTM(D, H, self.layers, batch_first=True)
        lstm.load_state_dict({k[5:]: v for k, v in w.items() if k.startswith("lstm.")})
        h = lstm(x[None])[0][0]
        n = len(h)
        q, k, v = (linear(w, f"self_attention.{name}_linear", h).view(n, self.heads, -1).transpose(0, 1)
                   for name in ("query", "key", "value"))
        mask = torch.tensor(hidden)[None, :].expand(n, n).clone()
        if self.config["causal"]:
            mask |= torch.ones(n, n, dtype=torch.bool).triu(1)
        mask[mask.all(-1)] = ~torch.eye(n, dtype=torch.bool)[mask.all(-1)]
        weights = (q @ k.transpose(1, 2) / (H // self.heads) ** 0.5).masked_fill(mask, float("-inf")).softmax(-1)
        return linear(w, "self_attention.out_linear", (weights @ v).transpose(0, 1).reshape(n, H)), weights

    def score(self, w, x, hidden, candidate):
        if self.candidate:
            x, hidden = torch.cat([x, w["embedding.weight"][candidate][None]]), hidden + [False]
        out = linear(w, "fc", self.run(w, x, hidden)[0][-1])
        return out[0] if self.candidate else out[candidate]

    def attention(self, w, x, candidates):
        if not self.candidate:
            return list(self.run(w, x, [False] * len(x))[1])
        rows = [self.run(w, torch.cat([x, w["embedding.weight"][c][None]]), [False] * (len(x) + 1))[1][:, -1] for c in candidates]
        return [torch.stack([r[head] for r in rows]) for head in range(self.heads)]

    def padding(self, values, n):
        return 2 if self.candidate else n


write(UserInterest(2, 4, True, "event:item", False), 60, HERE / "items.json")
write(UserInterest(2, 2, False, "item", False), 61, HERE / "bidirectional.json")
write(UserInterest(1, 2, False, "item", True), 62, HERE / "candidate.json")
