#!/usr/bin/env python3
"""Writes items.json, candidate.json and plain.json beside this script. Run with PyTorch 1.13.1 or newer."""
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import small  # noqa: E402
from literature import linear, masked_softmax, write  # noqa: E402

D, H = 4, 6
ACTIVATIONS = {"none": lambda x: x, "relu": torch.relu, "tanh": torch.tanh}


class EncoderAttentionDecoder:
    """Lists are the sizes of a torch.nn.Sequential's layers, at every second place of it; a number is a Linear alone."""

    numbers = {}

    def __init__(self, encoder, attention, decoder, **config):
        self.parts = {"encoder": (D, encoder), "attention": (H, attention), "decoder": (H, decoder)}
        self.candidate = decoder == 1 or isinstance(decoder, list) and decoder[-1] == 1
        if self.candidate:
            self.parts["decoder"] = (H + D, decoder)
        self.config = {"max_position_embeddings": 6, **config}

    def shapes(self):
        s = {"embedding.weight": (small.ITEMS, D)}
        for name, (size, outs) in self.parts.items():
            for at, out in enumerate(outs if isinstance(outs, list) else [outs]):
                layer = f"{name}.{2 * at}" if isinstance(outs, list) else name
                s[layer + ".weight"], s[layer + ".bias"], size = (out, size), (out,), out
        return s

    def table(self, w):
        return w["embedding.weight"]

    def network(self, w, name, x, activation, last):
        outs = self.parts[name][1]
        layers = [f"{name}.{2 * at}" for at in range(len(outs))] if isinstance(outs, list) else [name]
        for layer in layers:
            x = linear(w, layer, x)
            x = ACTIVATIONS[activation](x) if last or layer != layers[-1] else x
        return x

    def run(self, w, x, hidden):
        activation = self.config.get("hidden_act", "none")
        encoded = self.network(w, "encoder", x, activation, True)
        logits = self.network(w, "attention", encoded, self.config.get("attention_act", activation), False)
        return encoded, masked_softmax(logits, hidden)

    def score(self, w, x, hidden, candidate):
        encoded, weights = self.run(w, x, hidden)
        context = (weights * encoded).sum(0)
        if self.candidate:
            context = torch.cat([context, w["embedding.weight"][candidate]])
        out = self.network(w, "decoder", context, self.config.get("hidden_act", "none"), False)
        return out[0] if self.candidate else out[candidate]

    def attention(self, w, x, candidates):
        return [self.run(w, x, [False] * len(x))[1].t()]

    def padding(self, values, n):
        return min(n, 1)


write(EncoderAttentionDecoder(H, [5, 1], small.ITEMS, hidden_act="relu", attention_act="tanh"), 57, HERE / "items.json")
write(EncoderAttentionDecoder([7, H], 1, [5, 1], hidden_act="tanh"), 58, HERE / "candidate.json")
write(EncoderAttentionDecoder(H, 1, [small.ITEMS], hidden_act="none"), 59, HERE / "plain.json")
