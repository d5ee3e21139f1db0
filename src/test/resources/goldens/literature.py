"""What the generators of cross_attention, feature_attention, encoder_attention_decoder and user_interest share.

A form of a model is an object with

  config, shapes(), numbers          the config.json entries, the tensors, numbers of items {name: column} or {}
  table(w)                           what an event looks up, [rows, D]
  score(w, x, hidden, candidate)     the logit of a candidate for looked-up rows x [n, D]
  attention(w, x, candidates)        [rows of weights], one a map

An event is a pair (item, kind); where config["token"] is "event:item" it looks up row kind * (ITEMS - 1) + item, else row item.
An empty history is one padding item. Weights are random, seeded and rounded as in small.py.
"""
import json

import torch

import small

KINDS = ("view", "like")
HISTORIES = [[], [(5, 0)], [(3, 1), (9, 0), (4, 1)], [(7, 0), (7, 1), (2, 0), (11, 1), (7, 0)],
             [(12, 1), (1, 0), (19, 0), (8, 1), (22, 0), (3, 1)]]
TARGET, OTHER = 6, 15


def tokens():
    return ["[PAD]"] + [f"{kind}:{item}" for kind in KINDS for item in range(1, small.ITEMS)]


def linear(w, name, x):
    y = x @ w[name + ".weight"].t()
    return y + w[name + ".bias"] if name + ".bias" in w else y


def masked_softmax(logits, hidden):
    """Over the first axis; hidden ones get 0, all of them where every one is hidden."""
    if all(hidden):
        return torch.zeros_like(logits)
    mask = torch.tensor(hidden).view(-1, *[1] * (logits.dim() - 1)).expand_as(logits)
    return logits.masked_fill(mask, float("-inf")).softmax(0)


def case(form, w, events):
    n = len(events)
    by_token = form.config.get("token") == "event:item"

    def rows(pairs):
        looked_up = [kind * (small.ITEMS - 1) + item if by_token else item for item, kind in pairs]
        return form.table(w)[torch.tensor(looked_up or [0])]

    def run(pairs, hidden, candidate):
        return form.score(w, rows(pairs), hidden or [False], candidate)

    shown = [False] * n
    x = rows(events).detach().requires_grad_()
    score = form.score(w, x, shown or [False], TARGET)
    gradient = torch.autograd.grad(score, x)[0] if n else torch.zeros(0)
    maps = [m if n else torch.zeros(0) for m in form.attention(w, x, [TARGET, OTHER])]
    out = {"items": [item for item, _ in events], "user": 0,
           "scores": small.floats([run(events, shown, i) for i in range(small.ITEMS)]),
           "candidates": [TARGET, OTHER], "target": TARGET, "attention": [small.floats(m) for m in maps],
           "paddingMass": [[0.0] * form.padding(m, n) for m in maps],
           "embeddings": small.floats(x) if n else [], "gradient": small.floats(gradient),
           "deleteDrops": small.floats([score - run(events[:i] + events[i + 1:], shown[1:], TARGET) for i in range(n)]),
           "maskDrops": small.floats([score - run(events, [j == i for j in range(n)], TARGET) for i in range(n)])}
    if by_token:
        out["tokens"] = [kind * (small.ITEMS - 1) + item for item, kind in events]
    return out


def write(form, seed, path):
    w = small.weights(form.shapes(), seed)
    config = dict(form.config)
    if config.get("token") == "event:item":
        config["tokens"] = tokens()
    document = {"type": path.parent.name, "config": config, "features": {}, "numbers": form.numbers,
                "tensors": {k: {"shape": list(v.shape), "values": [round(x, 3) for x in v.flatten().tolist()]}
                            for k, v in w.items()},
                "cases": [case(form, w, events) for events in HISTORIES]}
    text = json.dumps(document, separators=(",", ":")).replace('},"', '},\n"').replace('},{"items', '},\n{"items')
    path.write_text(text + "\n")
