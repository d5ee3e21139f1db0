#!/usr/bin/python3
"""Trains three more models on the shop's events (all but the last two of each user) and prints their figures as Markdown:

- fdsa: RecBole's FDSA in its arithmetic and with its names, one layer a stream; it reads FEATURES of each item;
- feature_attention: softmax over the last events for every feature of their embedding;
- encoder_attention_decoder: one softmax weight per event.

    /usr/bin/python3 more_models.py [NAME ...] [--evaluate]        with --evaluate only the figures

Writes NAME.safetensors and NAME.json, and for fdsa features.npz. One thread, seeded. workspace.json is written by train.py.
"""

import math
import os
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional

import generate
from sasrec import HERE, ITEMS, Encoder, SASRec, right_padded
from train import batches, windows

sys.path.insert(0, os.path.dirname(HERE))
from samplekit import rank_of, read_safetensors, show, write_json, write_safetensors  # noqa: E402

SEED = 2026
FEATURES = ["category", "sub_category", "brand", "season"]
FDSA = {"model_type": "fdsa", "hidden_size": 48, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 128,
        "max_position_embeddings": 50, "hidden_act": "gelu", "layer_norm_eps": 1e-12, "selected_features": FEATURES}
SHORT, WIDTH = 6, 48
POOLED = {"max_position_embeddings": SHORT}


def feature_table():
    """{field: value index of each item, 0 for padding}: values are numbered from 1 in the order of their first item."""
    products = generate.Shop().products
    columns = {}
    for field in FEATURES:
        numbers = {}
        columns[field] = np.array([0] + [numbers.setdefault(getattr(p, field), len(numbers) + 1) for p in products[1:]], dtype=np.int32)
    return columns


class Table(nn.Module):
    def __init__(self, rows, size):
        super().__init__()
        self.embedding = nn.Embedding(rows, size)


class FeatureTables(nn.Module):
    def __init__(self, rows, size):
        super().__init__()
        self.token_embedding_table = nn.ModuleDict({"item": Table(rows, size)})


class FieldWeights(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.projection = nn.Sequential(nn.Linear(size, size), nn.ReLU(), nn.Linear(size, 1))


class Fdsa(nn.Module):
    def __init__(self):
        super().__init__()
        columns = feature_table()
        offsets = np.cumsum([0] + [c.max() + 1 for c in columns.values()])
        self.fields = torch.tensor(np.stack([c + o for c, o in zip(columns.values(), offsets)], 1), dtype=torch.long)  # [I, F]
        size, eps = FDSA["hidden_size"], FDSA["layer_norm_eps"]
        encoder = (1, size, FDSA["num_attention_heads"], FDSA["intermediate_size"], eps, 0.1)
        self.item_embedding = nn.Embedding(ITEMS, size)
        self.position_embedding = nn.Embedding(FDSA["max_position_embeddings"], size)
        self.feature_embed_layer = FeatureTables(int(offsets[-1]), size)
        self.item_trm_encoder, self.feature_trm_encoder = Encoder(*encoder), Encoder(*encoder)
        self.feature_att_layer = FieldWeights(size)
        self.LayerNorm = nn.LayerNorm(size, eps=eps)
        self.concat_layer = nn.Linear(2 * size, size)
        self.dropout = nn.Dropout(0.1)
        self.apply(SASRec._init_weights)

    def forward(self, sequences):
        length = sequences.shape[1]
        causal = torch.ones(length, length, dtype=torch.bool).tril()
        mask = torch.where(causal & (sequences != 0)[:, None, None, :], 0.0, -10000.0)
        positions = self.position_embedding.weight[:length]
        fields = self.feature_embed_layer.token_embedding_table["item"].embedding(self.fields)  # [I, F, size]
        mixed = (self.feature_att_layer.projection(fields).softmax(-2) * fields).sum(-2)  # once an item, not once an event
        streams = []
        for x, encoder in ((self.item_embedding(sequences), self.item_trm_encoder), (mixed[sequences], self.feature_trm_encoder)):
            x = self.dropout(self.LayerNorm(x + positions))
            for layer in encoder.layer:
                x, _ = layer(x, mask)
            streams.append(x)
        return self.LayerNorm(self.dropout(self.concat_layer(torch.cat(streams, -1))))

    def scores(self, histories):
        sequences, lengths = right_padded(histories)
        return self(sequences)[torch.arange(len(histories)), lengths - 1] @ self.item_embedding.weight.T


def short_windows(histories):
    rows = [h[-SHORT:] for h in histories]
    return torch.tensor([r + [0] * (SHORT - len(r)) for r in rows])


class FeatureAttention(nn.Module):
    CONFIG = {"model_type": "feature_attention", **POOLED}

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(ITEMS, WIDTH)
        self.attention = nn.Linear(WIDTH, WIDTH)
        self.recommend = nn.Linear(WIDTH, ITEMS)

    def forward(self, sequences):
        x = self.embedding(sequences)
        weights = self.attention(x).masked_fill((sequences == 0)[..., None], float("-inf")).softmax(1)
        return self.recommend(functional.dropout((weights * x).sum(1), 0.1, self.training))

    def scores(self, histories):
        return self(short_windows(histories))


class EncoderAttentionDecoder(nn.Module):
    CONFIG = {"model_type": "encoder_attention_decoder", "hidden_act": "relu", **POOLED}

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(ITEMS, WIDTH)
        self.encoder = nn.Linear(WIDTH, 2 * WIDTH)
        self.attention = nn.Linear(2 * WIDTH, 1)
        self.decoder = nn.Linear(2 * WIDTH, ITEMS)

    def forward(self, sequences):
        encoded = torch.relu(self.encoder(self.embedding(sequences)))
        weights = self.attention(encoded).masked_fill((sequences == 0)[..., None], float("-inf")).softmax(1)
        return self.decoder(functional.dropout((weights * encoded).sum(1), 0.1, self.training))

    def scores(self, histories):
        return self(short_windows(histories))


def optimise(model, rate, epochs, steps, rounds):
    """Adam with cosine decay; `rounds()` yields (scores of real items, targets) of the batches of one epoch."""
    optimizer = torch.optim.Adam(model.parameters(), lr=rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: 0.5 * (1 + math.cos(math.pi * min(1, s / (epochs * steps)))))
    started = time.time()
    model.train()
    for epoch in range(epochs):
        total = count = 0
        for scores, targets in rounds():
            loss = functional.cross_entropy(scores[:, 1:], targets - 1)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total, count = total + loss.item() * len(targets), count + len(targets)
        print(f"epoch {epoch + 1}: loss {total / count:.4f}, {time.time() - started:.0f} s", flush=True)
    return model.eval()


def train_fdsa(sequences, epochs=14):
    rng = np.random.default_rng(SEED)
    model = Fdsa()

    def rounds():
        for inputs, targets in batches(rng, windows(rng, sequences)):
            real = targets != 0
            yield model(inputs)[real] @ model.item_embedding.weight.T, targets[real]

    return optimise(model, 3e-3, epochs, len(windows(rng, sequences)) // 64, rounds)


def train_pooled(model, sequences, epochs=8, batch=1024):
    inputs = short_windows([s[:at] for s in sequences for at in range(1, len(s))])
    targets = torch.tensor([s[at] for s in sequences for at in range(1, len(s))])

    def rounds():
        for chosen in torch.randperm(len(inputs)).split(batch):
            yield model(inputs[chosen]), targets[chosen]

    return optimise(model, 4e-3, epochs, len(inputs) // batch, rounds)


MODELS = {"fdsa": Fdsa, "feature_attention": FeatureAttention, "encoder_attention_decoder": EncoderAttentionDecoder}


def train(name, sequences):
    torch.manual_seed(SEED)
    model = train_fdsa(sequences) if name == "fdsa" else train_pooled(MODELS[name](), sequences)
    write_safetensors(os.path.join(HERE, name + ".safetensors"), model.state_dict())
    if name == "fdsa":
        np.savez(os.path.join(HERE, "features.npz"), **{"item." + field: column for field, column in feature_table().items()})
    write_json(os.path.join(HERE, name + ".json"), FDSA if name == "fdsa" else MODELS[name].CONFIG)


def evaluate(everyone):
    shipped = dict(list(everyone.items())[:generate.SHIPPED_USERS])
    popularity = np.bincount([e.item for events in everyone.values() for e in events[:-2]], minlength=ITEMS)
    print("| hit rate@10, held-out last event | value | 95% interval |\n|---|---|---|")
    show("popularity", [rank_of(popularity, e[-1].item) <= 10 for e in shipped.values()])
    for name, kind in MODELS.items():
        model = kind().eval()
        model.load_state_dict(read_safetensors(os.path.join(HERE, name + ".safetensors")))
        events = list(shipped.values())
        with torch.no_grad():
            scores = [model.scores([[x.item for x in e[:-1]] for e in events[i:i + 200]]).numpy() for i in range(0, len(events), 200)]
        show(name, [rank_of(s, e[-1].item) <= 10 for s, e in zip(np.concatenate(scores), events)])


def main():
    torch.set_num_threads(1)
    everyone = generate.Shop().users()
    names = [a for a in sys.argv[1:] if not a.startswith("--")] or list(MODELS)
    if "--evaluate" not in sys.argv:
        for name in names:
            train(name, [[e.item for e in events[:-2]] for events in everyone.values()])
    evaluate(everyone)


if __name__ == "__main__":
    main()
