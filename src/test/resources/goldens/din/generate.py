#!/usr/bin/env python3
"""Writes golden.json beside this script: a small DIN as RecBole computes it. Run with PyTorch 1.13.1 or newer."""
import pathlib
import sys

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import fields  # noqa: E402
import small  # noqa: E402

E, L = 4, 6
D = 3 * E
A1, A2, M1, M2 = 7, 5, 9, 6


class Din:
    type, reads_history = "din", True
    features = fields.tables()
    config = {"max_position_embeddings": L, "token_fields": ["item_id", "release_year"], "token_seq_fields": ["class"]}

    def shapes(self):
        s = {"embedding_layer.token_embedding_table.user.embedding.weight": (fields.USERS + fields.AGES, E),
             "embedding_layer.token_embedding_table.item.embedding.weight": (small.ITEMS + fields.YEARS, E),
             "embedding_layer.token_seq_embedding_table.item.0.weight": (fields.CLASSES, E)}

        def linear(name, out, size):
            s[name + ".weight"], s[name + ".bias"] = (out, size), (out,)

        linear("attention.att_mlp_layers.mlp_layers.1", A1, 4 * D)
        linear("attention.att_mlp_layers.mlp_layers.4", A2, A1)
        linear("attention.dense", 1, A2)
        for at, out, size in ((1, M1, 3 * D), (5, M2, M1)):
            linear(f"dnn_mlp_layers.mlp_layers.{at}", out, size)
            norm = f"dnn_mlp_layers.mlp_layers.{at + 1}"
            linear(norm, out, 1)
            s[norm + ".weight"] = s[norm + ".running_mean"] = s[norm + ".running_var"] = (out,)
        linear("dnn_predict_layers", 1, M2)
        return s

    def item(self, w, i):
        f = self.features["item"]
        table = w["embedding_layer.token_embedding_table.item.embedding.weight"]
        genres = fields.pooled(w["embedding_layer.token_seq_embedding_table.item.0.weight"], f["class"][i], True)
        return torch.cat([table[f["item_id"][i]], table[small.ITEMS + f["release_year"][i]], genres])

    def embed(self, w, items, user, candidate):
        return torch.stack([self.item(w, i) for i in items]) if items else torch.zeros(0, D)

    def linear(self, w, name, x):
        return x @ w[name + ".weight"].t() + w[name + ".bias"]

    def run(self, w, x, hidden, candidate):
        q = self.item(w, candidate)
        queries = q.expand(len(x), D)
        h = torch.cat([queries, x, queries - x, queries * x], -1)
        for at in (1, 4):
            h = torch.sigmoid(self.linear(w, f"attention.att_mlp_layers.mlp_layers.{at}", h))
        weight = self.linear(w, "attention.dense", h)[:, 0]
        weight = weight * torch.tensor([float(not (hidden and hidden[i])) for i in range(len(x))]) / D ** 0.5
        u = weight @ x
        h = torch.cat([u, q, u * q])[None]
        for at in (1, 5):
            h = self.linear(w, f"dnn_mlp_layers.mlp_layers.{at}", h)
            norm = nn.BatchNorm1d(h.shape[1]).eval()
            prefix = f"dnn_mlp_layers.mlp_layers.{at + 1}."
            norm.load_state_dict({k[len(prefix):]: v for k, v in w.items() if k.startswith(prefix)}, strict=False)
            h = norm(h)
            h = torch.sigmoid(h) * h  # Dice whose alpha is 0
        return weight, self.linear(w, "dnn_predict_layers", h)[0, 0]

    def score(self, w, x, items, hidden, user, candidate):
        return self.run(w, x, hidden, candidate)[1]

    def attention(self, w, items, user, candidates):
        x = self.embed(w, items, user, 0)
        return [(torch.cat([self.run(w, x, [], c)[0] for c in candidates]), [0.0] * len(candidates))]


small.write(Din(), 43, HERE / "golden.json", small.HISTORIES)
