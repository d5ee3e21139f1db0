"""RecBole's Transformer encoder over L right-padded slots, and feature fields of items, as SASRecF and FDSA look them up."""
import math

import torch
from torch.nn import functional as F

import small

D, HEADS, LAYERS, INNER, L = 8, 2, 2, 16, 6


def encoder_shapes(name):
    s = {}
    for i in range(LAYERS):
        a, f = f"{name}.layer.{i}.multi_head_attention.", f"{name}.layer.{i}.feed_forward."
        for part in ("query", "key", "value", "dense"):
            s[a + part + ".weight"], s[a + part + ".bias"] = (D, D), (D,)
        s[a + "LayerNorm.weight"], s[a + "LayerNorm.bias"] = (D,), (D,)
        s[f + "dense_1.weight"], s[f + "dense_1.bias"] = (INNER, D), (INNER,)
        s[f + "dense_2.weight"], s[f + "dense_2.bias"] = (D, INNER), (D,)
        s[f + "LayerNorm.weight"], s[f + "LayerNorm.bias"] = (D,), (D,)
    return s


def linear(w, name, x):
    return F.linear(x, w[name + ".weight"], w[name + ".bias"])


def norm(w, name, x):
    return F.layer_norm(x, (D,), w[name + ".weight"], w[name + ".bias"], 1e-12)


def encoder(w, name, x, seen, causal):
    """States [L, D] and the attention of each layer [H, L, L]; seen [L] marks the keys that may be attended to."""
    allowed = seen[None, :].expand(L, L)
    if causal:
        allowed = allowed & torch.ones(L, L, dtype=torch.bool).tril()
    mask = (1.0 - allowed.float()) * -10000.0
    maps = []
    for i in range(LAYERS):
        a, f = f"{name}.layer.{i}.multi_head_attention.", f"{name}.layer.{i}.feed_forward."
        q, k, v = (linear(w, a + p, x).view(L, HEADS, D // HEADS).transpose(0, 1) for p in ("query", "key", "value"))
        weight = torch.softmax(q @ k.transpose(1, 2) / math.sqrt(D // HEADS) + mask, -1)
        maps.append(weight)
        x = norm(w, a + "LayerNorm", linear(w, a + "dense", (weight @ v).transpose(0, 1).reshape(L, D)) + x)
        x = norm(w, f + "LayerNorm", linear(w, f + "dense_2", F.gelu(linear(w, f + "dense_1", x))) + x)
    return x, maps


def padded(items):
    return torch.tensor(items + [0] * (L - len(items)))


def seen_slots(items, hidden):
    """Keys that are real and not hidden; an empty history is one padding item, unmasked."""
    return torch.tensor([i < len(items) and not hidden[i] if items else i == 0 for i in range(L)])


def event_maps(maps, n):
    """One pair per layer and head: weights among the first n slots, and the rest of each row."""
    out = []
    for layer in maps:
        for head in layer:
            inside = head[:n, :n]
            out.append((inside, head[:n].sum(-1) - inside.sum(-1)))
    return out


TOKENS, SEQUENCES = {"brand": 4, "year": 5}, {"genres": 4, "tags": 6}
SELECTED = ["genres", "year", "tags", "brand"]  # tokens come first, each kind in this order: year, brand, genres, tags
ORDER = ["year", "brand", "genres", "tags"]


def feature_tables():
    """Values by row; row 0 is padding. Sequences have up to three values, none for some items."""
    g = torch.Generator().manual_seed(11)
    item = {"item_id": list(range(small.ITEMS))}
    for name, size in TOKENS.items():
        item[name] = [0] + [1 + (3 * i + len(name)) % (size - 1) for i in range(small.ITEMS - 1)]
    for name, size in SEQUENCES.items():
        rows = [[0, 0, 0]]
        for _ in range(small.ITEMS - 1):
            count = int(torch.randint(0, 4, (1,), generator=g))
            values = (torch.randperm(size - 1, generator=g)[:count] + 1).tolist()
            rows.append(values + [0] * (3 - count))
        item[name] = rows
    return {"item": item}


def feature_shapes():
    s = {"feature_embed_layer.token_embedding_table.item.embedding.weight": (sum(TOKENS.values()), D)}
    for i, size in enumerate(SEQUENCES.values()):
        s[f"feature_embed_layer.token_seq_embedding_table.item.{i}.weight"] = (size, D)
    return s


def features(w, tables, ids, mean):
    """Embedded fields of some items [len(ids), 4, D], in the order of ORDER."""
    offset, columns = 0, []
    for name in ("year", "brand"):
        rows = torch.tensor(tables["item"][name])[ids] + offset
        columns.append(w["feature_embed_layer.token_embedding_table.item.embedding.weight"][rows])
        offset += TOKENS[name]
    for i, name in enumerate(("genres", "tags")):
        values = torch.tensor(tables["item"][name])[ids]
        mask = (values != 0).float()[..., None]
        total = (w[f"feature_embed_layer.token_seq_embedding_table.item.{i}.weight"][values] * mask).sum(-2)
        columns.append(total / (mask.sum(-2) + 1e-8) if mean else total)
    return torch.stack(columns, -2)
