#!/usr/bin/env python3
"""Writes golden.json beside this script: a small AFM as RecBole computes it. Run with PyTorch 1.13.1 or newer."""
import importlib.util
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
import small  # noqa: E402

spec = importlib.util.spec_from_file_location("autoint", HERE.parent / "autoint" / "generate.py")
autoint = importlib.util.module_from_spec(spec)
spec.loader.exec_module(autoint)
E, F, A = autoint.E, autoint.F, 5
PAIRS = [(i, j) for i in range(F) for j in range(i + 1, F)]


class Afm(autoint.Context):
    type = "afm"
    config = {"token_fields": autoint.TOKENS, "token_seq_fields": ["class"]}

    def shapes(self):
        return {"p": (E,), **self.tables(E), "first_order_linear.bias": (1,), **self.tables(1, "first_order_linear."),
                "attlayer.h": (A,), "attlayer.w.weight": (A, E)}

    def run(self, w, x):
        pairs = torch.stack([x[i] * x[j] for i, j in PAIRS])
        weight = torch.softmax((torch.relu(pairs @ w["attlayer.w.weight"].t()) * w["attlayer.h"]).sum(-1), 0)
        return weight, ((weight @ pairs) * w["p"]).sum()

    def score(self, w, x, items, hidden, user, candidate):
        return self.run(w, x)[1] + self.first_order(w, user, candidate)

    def attention(self, w, items, user, candidates):
        weight = self.run(w, self.embed(w, items, user, candidates[0]))[0]
        square = torch.zeros(F, F)
        for value, (i, j) in zip(weight, PAIRS):
            square[i, j] = value
        return [(square, [0.0] * F)]


small.write(Afm(), 45, HERE / "golden.json", [[]], users=(1, 4, 6))
