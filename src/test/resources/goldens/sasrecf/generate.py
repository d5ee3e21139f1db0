#!/usr/bin/env python3
"""Writes golden.json beside this script: a small SASRecF as RecBole computes it. Run with PyTorch 1.13.1 or newer."""
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import recbole as r  # noqa: E402
import small  # noqa: E402


class SasRecF:
    type, reads_history = "sasrecf", True
    config = {"num_attention_heads": r.HEADS, "selected_features": r.SELECTED, "pooling_mode": "sum"}
    features = r.feature_tables()

    def shapes(self):
        return {"item_embedding.weight": (small.ITEMS, r.D), "position_embedding.weight": (r.L, r.D), **r.feature_shapes(),
                **r.encoder_shapes("trm_encoder"), "concat_layer.weight": (r.D, 5 * r.D), "concat_layer.bias": (r.D,),
                "LayerNorm.weight": (r.D,), "LayerNorm.bias": (r.D,)}

    def embed(self, w, items, user, candidate):
        return w["item_embedding.weight"][torch.tensor(items or [0])]

    def run(self, w, x, items, hidden):
        ids = r.padded(items)
        rows = torch.cat([x, w["item_embedding.weight"][ids[len(x):]]])
        fields = r.features(w, self.features, ids, False).flatten(1)
        rows = r.linear(w, "concat_layer", torch.cat([rows, fields], -1)) + w["position_embedding.weight"]
        seen = r.seen_slots(items, hidden)
        states, maps = r.encoder(w, "trm_encoder", r.norm(w, "LayerNorm", rows), seen, True)
        return states[max(len(items), 1) - 1], maps

    def score(self, w, x, items, hidden, user, candidate):
        return w["item_embedding.weight"][candidate] @ self.run(w, x, items, hidden)[0]

    def attention(self, w, items, user, candidates):
        maps = self.run(w, self.embed(w, items, user, 0), items, [False] * len(items))[1]
        return r.event_maps(maps, len(items))


small.write(SasRecF(), 62, HERE / "golden.json", small.HISTORIES)
