#!/usr/bin/env python3
"""Writes golden.json beside this script: mechanisms as PyTorch computes them. Run with PyTorch 1.13.1 or newer.

Inputs are random and rounded to three decimals; everything is computed in float64 and then held to 1e-9, but for the cases
whose masks need float32 (sdpa_minus1e9), which are computed in float32.
"""
import json
import math
import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
G = torch.Generator().manual_seed(7)
D64 = torch.float64


def rand(*shape):
    return (torch.randn(shape, generator=G).to(D64) * 1000).round() / 1000


def tensor(t):
    if t.dtype == torch.bool:
        return {"shape": list(t.shape), "dtype": "bool", "data": t.flatten().tolist()}
    data = [v if math.isfinite(v) else {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(v)]
            for v in t.detach().flatten().tolist()]
    return {"shape": list(t.shape), "dtype": str(t.dtype).split(".")[1], "data": data}


CASES = []


def case(name, mechanism, params, inputs, weights, expected):
    CASES.append({"name": name, "mechanism": mechanism, "params": params,
                  "inputs": {k: tensor(v) for k, v in inputs.items()},
                  "weights": {k: tensor(v) for k, v in weights.items()},
                  "expected": {k: tensor(v) for k, v in expected.items()}})


def parameters(module):
    module.to(D64)
    for p in module.parameters():
        p.data = rand(*p.shape) * 0.5
    return {k: v.detach() for k, v in module.state_dict().items()}


def sdpa(q, k, v, mask=None):
    scaled = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    masked = scaled if mask is None else scaled.masked_fill(mask, -math.inf) if mask.dtype == torch.bool else scaled + mask
    w = torch.softmax(masked, -1)
    return {"scaled": scaled, "weights": w, "output": w @ v}


def main():
    q, k, v = rand(2, 2, 4, 3), rand(2, 2, 5, 3), rand(2, 2, 5, 2)
    case("sdpa", "scaled_dot_product", {}, {"q": q, "k": k, "v": v}, {}, sdpa(q, k, v))
    boolean = torch.rand((2, 1, 4, 5), generator=G) < 0.3
    boolean[0, 0, 1] = True
    case("sdpa_bool_mask_with_a_full_row", "scaled_dot_product", {}, {"q": q, "k": k, "v": v, "mask": boolean}, {},
         sdpa(q, k, v, boolean))
    q32, k32, v32 = q.float(), k.float(), v.float()
    low = torch.zeros((4, 5))
    low[2] = -1e9
    case("sdpa_minus1e9", "scaled_dot_product", {}, {"q": q32, "k": k32, "v": v32, "mask": low}, {}, sdpa(q32, k32, v32, low))
    x = rand(5, 3)
    causal = torch.ones(5, 5).triu(1).bool()
    case("sdpa_causal_self", "scaled_dot_product", {"causal": True}, {"x": x}, {}, sdpa(x, x, x, causal))

    raw = q @ k.transpose(-1, -2)
    w = torch.softmax(torch.tanh(raw), -1)
    case("tanh_dot", "tanh_dot", {}, {"q": q, "k": k, "v": v}, {}, {"tanh": torch.tanh(raw), "weights": w, "output": w @ v})
    xs, wg, bg = rand(2, 2, 5, 4), rand(4, 2), rand(2)
    gate = torch.sigmoid(xs @ wg + bg)
    out = sdpa(q, k, v * gate)
    case("adaptive", "adaptive", {}, {"q": q, "k": k, "v": v, "x": xs}, {"W": wg, "b": bg}, {"gate": gate, **out})

    mha = nn.MultiheadAttention(6, 3, batch_first=True)
    weights = parameters(mha)
    s = rand(2, 4, 6)
    padding = torch.tensor([[False, False, False, True], [True, True, False, False]])
    o, a = mha(s, s, s, key_padding_mask=padding, attn_mask=torch.ones(4, 4).triu(1).bool(), average_attn_weights=False)
    case("mha_causal_padding", "torch.nn.MultiheadAttention", {"num_heads": 3, "batch_first": True, "causal": True},
         {"q": s, "k": s, "v": s, "key_padding_mask": padding}, weights, {"weights": a, "output": o})

    layers = [nn.MultiheadAttention(6, 2, batch_first=True) for _ in range(2)]
    stack, state = {}, s
    for i, layer in enumerate(layers):
        stack.update({"layers.%d.%s" % (i, n): w for n, w in parameters(layer).items()})
        state, a = layer(state, state, state, average_attn_weights=False)
    case("stacked", "stacked_self_attention", {"num_heads": 2}, {"x": s}, stack, {"layers.1.weights": a, "output": state})

    for first in (False, True):
        layer = nn.TransformerEncoderLayer(6, 2, 8, 0.0, "gelu", batch_first=True, norm_first=first)
        encoder = nn.TransformerEncoder(layer, 2)
        weights = parameters(encoder)
        case("encoder_%s" % ("prenorm" if first else "postnorm"), "torch.nn.TransformerEncoder",
             {"nhead": 2, "activation": "gelu", "norm_first": first}, {"x": s}, weights, {"output": encoder(s)})

    for bidirectional in (False, True):
        for kind, net in (("LSTM", nn.LSTM), ("GRU", nn.GRU)):
            rnn = net(6, 3, 2, batch_first=True, bidirectional=bidirectional)
            weights = parameters(rnn)
            o, h = rnn(s)
            expected = {"rnn_output": o, "h_n": h[0], "c_n": h[1]} if kind == "LSTM" else {"rnn_output": o, "h_n": h}
            case("%s%s" % (kind.lower(), "_both" if bidirectional else ""), kind, {}, {"x": s}, weights, expected)

    grid = torch.linspace(-7, 7, 57, dtype=D64)
    for name, f in (("gelu_exact", nn.functional.gelu), ("erf", torch.erf), ("softplus", nn.functional.softplus)):
        case(name, "activation", {"function": name}, {"x": grid}, {}, {"output": f(grid)})

    (HERE / "golden.json").write_text(
        '{"cases":[\n' + ",\n".join(json.dumps(c, separators=(",", ":")) for c in CASES) + "\n]}\n")


torch.manual_seed(0)
main()
