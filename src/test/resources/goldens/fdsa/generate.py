#!/usr/bin/env python3
"""Writes golden.json beside this script: a small FDSA as RecBole computes it. Run with PyTorch 1.13.1 or newer."""
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import recbole as r  # noqa: E402
import small  # noqa: E402


class Fdsa:
    type, reads_history = "fdsa", True
    config = {"num_attention_heads": r.HEADS, "selected_features": r.SELECTED, "pooling_mode": "mean"}
    features = r.feature_tables()

    def shapes(self):
        return {"item_embedding.weight": (small.ITEMS, r.D), "position_embedding.weight": (r.L, r.D), **r.feature_shapes(),
                **r.encoder_shapes("item_trm_encoder"), "feature_att_layer.projection.0.weight": (r.D, r.D),
                "feature_att_layer.projection.0.bias": (r.D,), "feature_att_layer.projection.2.weight": (1, r.D),
                "feature_att_layer.projection.2.bias": (1,), **r.encoder_shapes("feature_trm_encoder"),
                "LayerNorm.weight": (r.D,), "LayerNorm.bias": (r.D,),
                "concat_layer.weight": (r.D, 2 * r.D), "concat_layer.bias": (r.D,)}

    def embed(self, w, items, user, candidate):
        return w["item_embedding.weight"][torch.tensor(items or [0])]

    def run(self, w, x, items, hidden):
        ids, seen, last = r.padded(items), r.seen_slots(items, hidden), max(len(items), 1) - 1
        positions = w["position_embedding.weight"]
        rows = torch.cat([x, w["item_embedding.weight"][ids[len(x):]]])
        states, maps = r.encoder(w, "item_trm_encoder", r.norm(w, "LayerNorm", rows + positions), seen, True)
        fields = r.features(w, self.features, ids, True)
        energy = r.linear(w, "feature_att_layer.projection.2",
                          torch.relu(r.linear(w, "feature_att_layer.projection.0", fields)))
        shares = torch.softmax(energy[..., 0], -1)
        pooled = (shares[..., None] * fields).sum(-2)
        of_features, feature_maps = r.encoder(
            w, "feature_trm_encoder", r.norm(w, "LayerNorm", pooled + positions), seen, True)
        both = torch.cat([states[last], of_features[last]])
        return r.norm(w, "LayerNorm", r.linear(w, "concat_layer", both)), maps, feature_maps, shares

    def score(self, w, x, items, hidden, user, candidate):
        return w["item_embedding.weight"][candidate] @ self.run(w, x, items, hidden)[0]

    def attention(self, w, items, user, candidates):
        n = len(items)
        _, maps, feature_maps, shares = self.run(w, self.embed(w, items, user, 0), items, [False] * n)
        return r.event_maps(maps, n) + r.event_maps(feature_maps, n) + [(shares[:n], [0.0] * n)]


small.write(Fdsa(), 63, HERE / "golden.json", small.HISTORIES)
