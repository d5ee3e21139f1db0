#!/usr/bin/env python3
"""Writes events.json, features.json and numbers.json beside this script. Run with PyTorch 1.13.1 or newer."""
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import small  # noqa: E402
from literature import linear, masked_softmax, tokens, write  # noqa: E402


class FeatureAttention:
    """attention: D to 1 or D to D, softmax over the events; recommend: D to the items."""

    def __init__(self, d, width, token="item", numbers=None):
        self.d, self.width, self.numbers = d, width, numbers or {}
        self.config = {"max_position_embeddings": 6, "token": token}
        if numbers:
            self.config["input_features"] = list(numbers)

    def shapes(self):
        s = {"attention.weight": (self.width, self.d), "attention.bias": (self.width,),
             "recommend.weight": (small.ITEMS, self.d), "recommend.bias": (small.ITEMS,)}
        if not self.numbers:
            s["embedding.weight"] = (len(tokens()) if self.config["token"] == "event:item" else small.ITEMS, self.d)
        return s

    def table(self, w):
        return torch.tensor(list(self.numbers.values())).t() if self.numbers else w["embedding.weight"]

    def score(self, w, x, hidden, candidate):
        weights = masked_softmax(linear(w, "attention", x), hidden)
        return linear(w, "recommend", (weights * x).sum(0))[candidate]

    def attention(self, w, x, candidates):
        return [linear(w, "attention", x).softmax(0).t()]

    def padding(self, values, n):
        return self.width if self.width > 1 else min(n, 1)


def column(seed):
    values = torch.randn(small.ITEMS, generator=torch.Generator().manual_seed(seed)).mul(100).round().div(100)
    values[0] = 0  # padding
    return small.floats(values)


write(FeatureAttention(5, 1), 54, HERE / "events.json")
write(FeatureAttention(5, 5, "event:item"), 55, HERE / "features.json")
write(FeatureAttention(3, 3, numbers={"rating": column(1), "price": column(2), "weight": column(3)}), 56, HERE / "numbers.json")
