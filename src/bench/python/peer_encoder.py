"""The encoder of reclens.bench.PeerBenchmark for its peers.

    peer_encoder.py export DIR    writes DIR/encoder.onnx from the weights in DIR
    peer_encoder.py serve DIR     runs the same encoder as TorchScript, one line of orders after another

DIR holds weights.txt (name and shape of each tensor, RecBole's names) and weights.bin (their values, one after
another, little-endian float32). An order is the first slot of the histories with one event removed, the item to score
and the items of the history, "0;1;5,6,7"; the answer is the milliseconds of the processor and of the clock, and the
score without each event, "1.2;1.3;0.1,0.2,0.3".
"""

import sys
import time
from pathlib import Path

import numpy
import torch
from torch import nn

HEADS = 4
CHUNK = 10


def read_weights(folder):
    values = numpy.fromfile(folder / "weights.bin", dtype="<f4")
    weights, at = {}, 0
    for line in (folder / "weights.txt").read_text().splitlines():
        name, *shape = line.split()
        shape = [int(s) for s in shape]
        size = int(numpy.prod(shape))
        weights[name] = torch.from_numpy(values[at : at + size].reshape(shape).copy())
        at += size
    return weights


class Block(nn.Module):
    """Post-norm; of the last block only the last row."""

    def __init__(self, weights, prefix, last: bool):
        super().__init__()
        attention, forward = prefix + "multi_head_attention.", prefix + "feed_forward."
        d = weights[attention + "query.weight"].shape[0]
        self.d, self.size, self.last = d, d // HEADS, last
        scale = self.size**-0.5  # into the queries, so that no pass over the scores is spent on it
        parts = [attention + p for p in ("query", "key", "value")]
        w = [weights[p + ".weight"] for p in parts]
        b = [weights[p + ".bias"] for p in parts]
        if last:
            self.query = linear(w[0] * scale, b[0] * scale)
            self.project = linear(torch.cat(w[1:]), torch.cat(b[1:]))
        else:
            self.query = nn.Identity()
            self.project = linear(torch.cat([w[0] * scale] + w[1:]), torch.cat([b[0] * scale] + b[1:]))
        self.output = linear(weights[attention + "dense.weight"], weights[attention + "dense.bias"])
        self.expand = linear(weights[forward + "dense_1.weight"], weights[forward + "dense_1.bias"])
        self.contract = linear(weights[forward + "dense_2.weight"], weights[forward + "dense_2.bias"])
        self.norm1 = norm(weights, attention + "LayerNorm", d)
        self.norm2 = norm(weights, forward + "LayerNorm", d)

    def heads(self, x):
        return x.view(x.shape[0], -1, HEADS, self.size).transpose(1, 2)

    def forward(self, x, mask):
        if self.last:
            k, v = self.project(x).split(self.d, dim=-1)
            x = x[:, -1:, :]
            scores = torch.matmul(self.heads(self.query(x)), self.heads(k).transpose(2, 3))
        else:
            q, k, v = self.project(x).split(self.d, dim=-1)
            scores = torch.matmul(self.heads(q), self.heads(k).transpose(2, 3)) + mask
        mixed = torch.matmul(torch.softmax(scores, -1), self.heads(v))
        mixed = mixed.transpose(1, 2).reshape(x.shape[0], -1, self.d)
        x = self.norm1(x + self.output(mixed))
        return self.norm2(x + self.contract(nn.functional.gelu(self.expand(x))))


class Encoder(nn.Module):
    def __init__(self, weights):
        super().__init__()
        items, positions = weights["item_embedding.weight"], weights["position_embedding.weight"]
        self.items = nn.Embedding.from_pretrained(items)
        self.positions = nn.Embedding.from_pretrained(positions)
        window, d = positions.shape
        self.norm = norm(weights, "LayerNorm", d)
        layers = sorted({n.split(".")[2] for n in weights if n.startswith("trm_encoder.")})
        self.blocks = nn.ModuleList(
            Block(weights, f"trm_encoder.layer.{i}.", i == layers[-1]) for i in layers
        )
        self.register_buffer("mask", torch.full((window, window), -1e30).triu(1))

    def forward(self, histories, slots):
        """User vectors [B, D] of histories [B, n] that lie in slots [n] of the window."""
        x = self.norm(self.items(histories) + self.positions(slots))
        n = histories.shape[1]
        mask = self.mask[:n, :n]
        for block in self.blocks:
            x = block(x, mask)
        return x[:, -1]


def linear(weight, bias):
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight, layer.bias = nn.Parameter(weight, False), nn.Parameter(bias, False)
    return layer


def norm(weights, name, d):
    layer = nn.LayerNorm(d, eps=1e-12)
    layer.weight = nn.Parameter(weights[name + ".weight"], False)
    layer.bias = nn.Parameter(weights[name + ".bias"], False)
    return layer


def export(encoder, folder):
    torch.onnx.export(
        encoder,
        (torch.ones(CHUNK, 19, dtype=torch.int64), torch.arange(19)),
        str(folder / "encoder.onnx"),
        input_names=["histories", "slots"],
        output_names=["vectors"],
        dynamic_axes={"histories": {0: "b", 1: "n"}, "slots": {0: "n"}, "vectors": {0: "b"}},
        opset_version=17,
        do_constant_folding=True,
    )


def serve(encoder):
    example = (torch.ones(CHUNK, 19, dtype=torch.int64), torch.arange(19))
    script = torch.jit.optimize_for_inference(torch.jit.freeze(torch.jit.trace(encoder, example)))
    for line in sys.stdin:
        slot, target, items = line.strip().split(";")
        items = [int(i) for i in items.split(",")]
        start, cpu = time.perf_counter(), time.thread_time()
        histories = torch.tensor([items[:i] + items[i + 1 :] for i in range(len(items))])
        slots = torch.arange(histories.shape[1]) + int(slot)
        vectors = torch.cat([script(chunk, slots) for chunk in histories.split(CHUNK)])
        scores = torch.mv(vectors, encoder.items.weight[int(target)]).tolist()
        millis, cpu = (time.perf_counter() - start) * 1e3, (time.thread_time() - cpu) * 1e3
        print(cpu, millis, ",".join(map(str, scores)), sep=";", flush=True)


def main():
    torch.set_num_threads(1)
    folder = Path(sys.argv[2])
    encoder = Encoder(read_weights(folder)).eval()
    with torch.inference_mode() if sys.argv[1] == "serve" else torch.no_grad():
        export(encoder, folder) if sys.argv[1] == "export" else serve(encoder)


if __name__ == "__main__":
    main()
