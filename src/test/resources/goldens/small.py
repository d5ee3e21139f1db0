"""What the generators of all models but sasrec share: seeded weights and the form of the file.

Weights are random and rounded to three decimals, so that a file holds exactly what the model ran with. Rows of padding are
random too, as RecBole's initialisation leaves them. A model is an object with

  type, config, shapes()             the config.json entries and the tensors of the checkpoint
  features                           {"item": {field: rows}, "user": {...}}; rows of lists are token_seq fields
  embed(w, items, user, candidate)   what gradients are taken of [rows, D]
  score(w, x, items, hidden, user, candidate)        the logit of a candidate
  attention(w, items, user, candidates)              [(rows of weights, padding mass of each row)], one pair per map
"""
import json

import torch

ITEMS = 24
HISTORIES = [[], [5], [3, 9, 4], [7, 7, 2, 11, 7], [12, 1, 19, 8, 22, 3]]


def weights(shapes, seed):
    g = torch.Generator().manual_seed(seed)
    out = {}
    for name, shape in shapes.items():
        positive = name.endswith("running_var")
        values = torch.randn(shape, generator=g) * 0.35 + (1.0 if name.endswith(("LayerNorm.weight", "output_ln.weight")) else 0.0)
        out[name] = ((values.abs() + 0.2 if positive else values) * 1000).round() / 1000
    return out


def floats(tensor):
    return [float("%.9g" % v) for v in torch.as_tensor(tensor).detach().flatten().tolist()]


def case(model, w, items, user):
    n, target, other = len(items), 6, 15
    shown = [False] * n

    def run(events, hidden, candidate):
        return model.score(w, model.embed(w, events, user, candidate), events, hidden, user, candidate)

    x = model.embed(w, items, user, target).detach().requires_grad_()
    score = model.score(w, x, items, shown, user, target)
    gradient = torch.autograd.grad(score, x)[0] if n or not model.reads_history else torch.zeros(0)
    maps = model.attention(w, items, user, [target, other])
    out = {"items": items, "user": user, "scores": floats([run(items, shown, i) for i in range(ITEMS)]),
           "candidates": [target, other], "target": target,
           "attention": [floats(m) for m, _ in maps], "paddingMass": [floats(p) for _, p in maps],
           "embeddings": floats(x) if gradient.numel() else [], "gradient": floats(gradient),
           "deleteDrops": [], "maskDrops": []}
    if model.reads_history:
        out["deleteDrops"] = floats([score - run(items[:i] + items[i + 1:], shown[1:], target) for i in range(n)])
        out["maskDrops"] = floats([score - run(items, [j == i for j in range(n)], target) for i in range(n)])
    return out


def write(model, seed, path, histories, users=(0,)):
    w = weights(model.shapes(), seed)
    document = {"type": model.type, "config": model.config, "features": model.features,
                "tensors": {k: {"shape": list(v.shape), "values": [round(x, 3) for x in v.flatten().tolist()]}
                            for k, v in w.items()},
                "cases": [case(model, w, items, user) for items in histories for user in users]}
    text = json.dumps(document, separators=(",", ":")).replace('},"', '},\n"').replace('},{"items', '},\n{"items')
    path.write_text(text + "\n")
