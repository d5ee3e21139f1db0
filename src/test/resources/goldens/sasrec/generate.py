#!/usr/bin/env python3
"""Writes the expected outputs of six small SASRec models, one JSON file a variant, beside this script.

Run with PyTorch 1.13.1 or newer:  python3 generate.py

Weights are random and seeded. They are rounded to three decimals, so that a file holds exactly what the model ran with. The
rows of padding are random too where the original leaves them so, to catch code that takes them for zero. Everything is
computed over all L slots, padding included, as the originals do.

  recbole     RecBole's SASRec: right-padded, x = LN(item + position), post-norm encoder, additive mask of -10000
  iclrec      the ICLRec / S3-Rec / CoSeRec code family: the same encoder, left-padded
  pmixer-*    pmixer/SASRec.pytorch at four times: left-padded, boolean causal mask, padding is not masked
"""
import json
import math
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

D, HEADS, LAYERS, INNER, L, ITEMS = 8, 2, 2, 16, 6, 24
CASES = [[], [5], [3, 9, 4], [7, 7, 2, 11, 7], [12, 1, 19, 8, 22, 3]]
HERE = pathlib.Path(__file__).parent


def weights(shapes, seed):
    g = torch.Generator().manual_seed(seed)
    out = {}
    for name, shape in shapes.items():
        norm_gain = "orm" in name and name.endswith("weight")
        values = torch.randn(shape, generator=g) * (0.2 if norm_gain else 0.35) + (1.0 if norm_gain else 0.0)
        out[name] = (values * 1000).round() / 1000
    return out


def linear(w, name, x):
    return F.linear(x, w[name + ".weight"], w[name + ".bias"])


def norm(w, name, x, eps):
    return F.layer_norm(x, (D,), w[name + ".weight"], w[name + ".bias"], eps)


def put(rows, slots, looked_up):
    """The look-ups of the events in place of their rows, so that gradients can be taken of them alone."""
    return rows.index_put((torch.tensor(slots),), looked_up)


class Bert:
    """recbole and iclrec."""

    def __init__(self, variant):
        self.right = variant == "recbole"
        plural, encoder = ("", "trm_encoder") if self.right else ("s", "item_encoder")
        self.item, self.position = f"item_embedding{plural}.weight", f"position_embedding{plural}.weight"
        self.attention = encoder + (".layer.%d.multi_head_attention." if self.right else ".layer.%d.attention.")
        self.forward_ = encoder + (".layer.%d.feed_forward." if self.right else ".layer.%d.intermediate.")
        self.items = ITEMS if self.right else ITEMS + 1

    def shapes(self):
        s = {self.item: (self.items, D), self.position: (L, D), "LayerNorm.weight": (D,), "LayerNorm.bias": (D,)}
        for i in range(LAYERS):
            a, f = self.attention % i, self.forward_ % i
            for part in ("query", "key", "value", "dense"):
                s[a + part + ".weight"], s[a + part + ".bias"] = (D, D), (D,)
            s[a + "LayerNorm.weight"], s[a + "LayerNorm.bias"] = (D,), (D,)
            s[f + "dense_1.weight"], s[f + "dense_1.bias"] = (INNER, D), (INNER,)
            s[f + "dense_2.weight"], s[f + "dense_2.bias"] = (D, INNER), (D,)
            s[f + "LayerNorm.weight"], s[f + "LayerNorm.bias"] = (D,), (D,)
        return s

    def slots(self, n):
        return range(n) if self.right else range(L - n, L)

    def run(self, w, items, hidden, looked_up=None):
        n = len(items)
        ids, seen = torch.zeros(L, dtype=torch.long), torch.zeros(L, dtype=torch.bool)
        for slot, item, hide in zip(self.slots(n), items, hidden):
            ids[slot], seen[slot] = item, not hide
        if n == 0 and self.right:
            seen[0] = True  # one padding item of length 1, unmasked
        allowed = seen[None, :] & torch.ones(L, L, dtype=torch.bool).tril()
        mask = (1.0 - allowed.float()) * -10000.0
        rows = w[self.item][ids] if looked_up is None else put(w[self.item][ids], list(self.slots(n)), looked_up)
        x = norm(w, "LayerNorm", rows + w[self.position], 1e-12)
        maps = []
        for i in range(LAYERS):
            a, f = self.attention % i, self.forward_ % i
            q, k, v = (linear(w, a + p, x).view(L, HEADS, D // HEADS).transpose(0, 1) for p in ("query", "key", "value"))
            weight = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(D // HEADS) + mask, -1)
            maps.append(weight)
            x = norm(w, a + "LayerNorm", linear(w, a + "dense", (weight @ v).transpose(0, 1).reshape(L, D)) + x, 1e-12)
            h = F.gelu(linear(w, f + "dense_1", x))
            x = norm(w, f + "LayerNorm", linear(w, f + "dense_2", h) + x, 1e-12)
        return w[self.item] @ x[max(n, 1) - 1 if self.right else L - 1], maps


class Pmixer:
    """pmixer-2020, pmixer-2024, pmixer-2025, pmixer-2025-norm-first."""

    def __init__(self, variant):
        self.variant = variant
        self.old = variant == "pmixer-2020"
        self.items = ITEMS

    def shapes(self):
        s = {"item_emb.weight": (ITEMS, D), "pos_emb.weight": (L if self.old else L + 1, D)}
        for i in range(LAYERS):
            s[f"attention_layernorms.{i}.weight"] = s[f"attention_layernorms.{i}.bias"] = (D,)
            s[f"attention_layers.{i}.in_proj_weight"], s[f"attention_layers.{i}.in_proj_bias"] = (3 * D, D), (3 * D,)
            s[f"attention_layers.{i}.out_proj.weight"], s[f"attention_layers.{i}.out_proj.bias"] = (D, D), (D,)
            s[f"forward_layernorms.{i}.weight"] = s[f"forward_layernorms.{i}.bias"] = (D,)
            for c in ("conv1", "conv2"):
                s[f"forward_layers.{i}.{c}.weight"], s[f"forward_layers.{i}.{c}.bias"] = (D, D, 1), (D,)
        s["last_layernorm.weight"] = s["last_layernorm.bias"] = (D,)
        return s

    def slots(self, n):
        return range(L - n, L)

    def run(self, w, items, hidden, looked_up=None):
        n = len(items)
        ids, hide = torch.zeros(L, dtype=torch.long), torch.zeros(L, dtype=torch.bool)
        for slot, item, h in zip(self.slots(n), items, hidden):
            ids[slot], hide[slot] = item, h
        real = ids != 0
        position = torch.arange(L) if self.old else torch.where(real, torch.arange(1, L + 1), torch.zeros(L, dtype=torch.long))
        rows = w["item_emb.weight"][ids]
        rows = rows if looked_up is None else put(rows, list(self.slots(n)), looked_up)
        x = rows * math.sqrt(D) + w["pos_emb.weight"][position]
        if self.old:
            x = x * real[:, None]
        forbidden = ~torch.ones(L, L, dtype=torch.bool).tril() | hide[None, :]
        for row in range(L):  # a query with no key left keeps its own
            if forbidden[row].all():
                forbidden[row, row] = False
        maps = []
        for i in range(LAYERS):
            def att(q, k):
                mha = nn.MultiheadAttention(D, HEADS)
                mha.load_state_dict({key.split(f"attention_layers.{i}.")[1]: v for key, v in w.items()
                                     if key.startswith(f"attention_layers.{i}.")})
                out, weight = mha(q[:, None], k[:, None], k[:, None], attn_mask=forbidden, average_attn_weights=False)
                maps.append(weight[0].detach())
                return out[:, 0]

            def ffn(y):
                conv = lambda c, t: F.conv1d(t, w[f"forward_layers.{i}.{c}.weight"], w[f"forward_layers.{i}.{c}.bias"])
                return conv("conv2", torch.relu(conv("conv1", y.t()[None])))[0].t()

            n1 = lambda t: norm(w, f"attention_layernorms.{i}", t, 1e-8)
            n2 = lambda t: norm(w, f"forward_layernorms.{i}", t, 1e-8)
            if self.variant == "pmixer-2025":
                x = n1(x + att(x, x))
                x = n2(x + ffn(x))
            elif self.variant == "pmixer-2025-norm-first":
                y = n1(x)
                x = x + att(y, y)
                x = x + ffn(n2(x))
            else:
                q = n1(x)
                x = n2(q + att(q, x))
                x = x + ffn(x)
                if self.old:
                    x = x * real[:, None]
        return w["item_emb.weight"] @ norm(w, "last_layernorm", x, 1e-8)[L - 1], maps


def floats(tensor):
    return [float("%.9g" % v) for v in tensor.detach().flatten().tolist()]


def case(model, w, items):
    n = len(items)
    shown = [False] * n
    scores, maps = model.run(w, items, shown)
    target = 6
    slots = list(model.slots(n))
    table = w[model.item if isinstance(model, Bert) else "item_emb.weight"]
    gradient = []
    if n:
        looked_up = table[items].clone().requires_grad_()
        score = model.run(w, items, shown, looked_up)[0][target]
        gradient = floats(torch.autograd.grad(score, looked_up)[0])
    events = [m[:, slots][:, :, slots] for m in maps]
    padding = [m[:, slots].sum(-1) - e.sum(-1) for m, e in zip(maps, events)]
    deleted = [model.run(w, items[:i] + items[i + 1:], shown[1:])[0] for i in range(n)]
    masked = [model.run(w, items, [j == i for j in range(n)])[0] for i in range(n)]
    return {"items": items, "scores": floats(scores),
            "attention": [floats(e) for e in events], "paddingMass": [floats(p) for p in padding],
            "target": target, "gradient": gradient,
            "deleteDrops": [float("%.9g" % (scores[target] - s[target])) for s in deleted],
            "maskDrops": [float("%.9g" % (scores[target] - s[target])) for s in masked]}


def main():
    torch.set_grad_enabled(True)  # keeps nn.MultiheadAttention on its reference path
    names = ["recbole", "iclrec", "pmixer-2020", "pmixer-2024", "pmixer-2025", "pmixer-2025-norm-first"]
    for seed, variant in enumerate(names):
        model = Bert(variant) if variant in ("recbole", "iclrec") else Pmixer(variant)
        w = weights(model.shapes(), 20 + seed)
        document = {"variant": variant, "heads": HEADS, "layers": LAYERS, "window": L,
                    "tensors": {k: {"shape": list(v.shape), "values": [round(x, 3) for x in v.flatten().tolist()]}
                                for k, v in w.items()},
                    "cases": [case(model, w, items) for items in CASES]}
        text = json.dumps(document, separators=(",", ":")).replace('},"', '},\n"').replace('},{"items', '},\n{"items')
        (HERE / (variant + ".json")).write_text(text + "\n")


if __name__ == "__main__":
    main()
