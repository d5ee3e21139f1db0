#!/usr/bin/env python3
"""Writes golden.json beside this script: a small AutoInt as RecBole computes it. Run with PyTorch 1.13.1 or newer."""
import pathlib
import sys

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import fields  # noqa: E402
import small  # noqa: E402

E, A, HEADS, LAYERS, M1, M2 = 4, 6, 2, 2, 7, 5
TOKENS = ["user_id", "item_id", "age", "release_year"]
SIZES = [fields.USERS, small.ITEMS, fields.AGES, fields.YEARS]
F = 1 + len(TOKENS)


class Context:
    """The look-ups that AutoInt and AFM share; the class field stands first on the field axis."""
    reads_history = False
    features = fields.tables()

    def tables(self, size, prefix=""):
        return {prefix + "token_embedding_table.embedding.weight": (sum(SIZES), size),
                prefix + "token_seq_embedding_table.0.weight": (fields.CLASSES, size)}

    def lookup(self, w, user, candidate, prefix, mean):
        values = {f: rows[user] for f, rows in self.features["user"].items()}
        values.update({f: rows[candidate] for f, rows in self.features["item"].items()})
        table = w[prefix + "token_embedding_table.embedding.weight"]
        rows = [fields.pooled(w[prefix + "token_seq_embedding_table.0.weight"], values["class"], mean)]
        return torch.stack(rows + [table[sum(SIZES[:i]) + values[f]] for i, f in enumerate(TOKENS)])

    def embed(self, w, items, user, candidate):
        return self.lookup(w, user, candidate, "", True)

    def first_order(self, w, user, candidate):
        return self.lookup(w, user, candidate, "first_order_linear.", False).sum() + w["first_order_linear.bias"][0]


class AutoInt(Context):
    type = "autoint"
    config = {"num_attention_heads": HEADS, "token_fields": TOKENS, "token_seq_fields": ["class"]}

    def shapes(self):
        s = {**self.tables(E), "first_order_linear.bias": (1,), **self.tables(1, "first_order_linear.")}

        def linear(name, out, size):
            s[name + ".weight"], s[name + ".bias"] = (out, size), (out,)

        linear("att_embedding", A, E)
        linear("mlp_layers.mlp_layers.1", M1, F * E)
        linear("mlp_layers.mlp_layers.4", M2, M1)
        for i in range(LAYERS):
            s[f"self_attns.{i}.in_proj_weight"], s[f"self_attns.{i}.in_proj_bias"] = (3 * A, A), (3 * A,)
            linear(f"self_attns.{i}.out_proj", A, A)
        linear("attn_fc", 1, F * A)
        linear("deep_predict_layer", 1, M2)
        linear("v_res_embedding", A, E)
        return s

    def linear(self, w, name, x):
        return x @ w[name + ".weight"].t() + w[name + ".bias"]

    def run(self, w, x):
        z, maps = self.linear(w, "att_embedding", x), []
        for i in range(LAYERS):
            layer = nn.MultiheadAttention(A, HEADS)
            prefix = f"self_attns.{i}."
            layer.load_state_dict({k[len(prefix):]: v for k, v in w.items() if k.startswith(prefix)})
            z, weight = layer(z[:, None], z[:, None], z[:, None], average_attn_weights=False)
            z = z[:, 0]
            maps += list(weight[0])
        z = torch.relu(z + self.linear(w, "v_res_embedding", x)).flatten()
        h = x.flatten()
        for at in (1, 4):
            h = torch.relu(self.linear(w, f"mlp_layers.mlp_layers.{at}", h))
        return maps, self.linear(w, "attn_fc", z)[0] + self.linear(w, "deep_predict_layer", h)[0]

    def score(self, w, x, items, hidden, user, candidate):
        return self.run(w, x)[1] + self.first_order(w, user, candidate)

    def attention(self, w, items, user, candidates):
        return [(m, [0.0] * F) for m in self.run(w, self.embed(w, items, user, candidates[0]))[0]]


if __name__ == "__main__":
    torch.set_grad_enabled(True)  # keeps nn.MultiheadAttention on its reference path
    small.write(AutoInt(), 44, HERE / "golden.json", [[]], users=(1, 4, 6))
