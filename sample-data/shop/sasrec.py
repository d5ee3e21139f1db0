"""SASRec in RecBole's arithmetic and with RecBole's parameter names (PyTorch), and the reading of the shop's files.

Sequences are padded on the right; position 0 is the oldest event of the window; post-LayerNorm encoder; keys that
are padding or lie in the future get -10000 before the softmax; score = item_embedding . state of the last real slot.
"""

import csv
import math
import os
from collections import defaultdict

import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))
CONFIG = {
    "model_type": "sasrec",
    "variant": "recbole",
    "hidden_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 256,
    "max_position_embeddings": 50,
    "hidden_act": "gelu",
    "layer_norm_eps": 1e-12,
}
WINDOW = CONFIG["max_position_embeddings"]
ITEMS = 601
"""Rows of the item table: 600 products and padding."""


class MultiHeadAttention(nn.Module):
    """Self-attention, output projection, residual, LayerNorm."""

    def __init__(self, size, heads, eps, dropout):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(size, size)
        self.key = nn.Linear(size, size)
        self.value = nn.Linear(size, size)
        self.dense = nn.Linear(size, size)
        self.LayerNorm = nn.LayerNorm(size, eps=eps)
        self.attention_dropout = nn.Dropout(dropout)
        self.out_dropout = nn.Dropout(dropout)

    def split(self, x):
        """[batch, length, size] to [batch, heads, length, size / heads]."""
        return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)

    def forward(self, x, mask):
        q, k, v = self.split(self.query(x)), self.split(self.key(x)), self.split(self.value(x))
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + mask
        weights = scores.softmax(dim=-1)
        context = (self.attention_dropout(weights) @ v).transpose(1, 2).reshape(x.shape)
        return self.LayerNorm(self.out_dropout(self.dense(context)) + x), weights


class FeedForward(nn.Module):
    """Linear, GELU (erf), Linear, residual, LayerNorm."""

    def __init__(self, size, inner, eps, dropout):
        super().__init__()
        self.dense_1 = nn.Linear(size, inner)
        self.dense_2 = nn.Linear(inner, size)
        self.LayerNorm = nn.LayerNorm(size, eps=eps)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        return self.LayerNorm(self.dropout(self.dense_2(nn.functional.gelu(self.dense_1(x)))) + x)


class Layer(nn.Module):
    """One encoder layer."""

    def __init__(self, size, heads, inner, eps, dropout):
        super().__init__()
        self.multi_head_attention = MultiHeadAttention(size, heads, eps, dropout)
        self.feed_forward = FeedForward(size, inner, eps, dropout)

    def forward(self, x, mask):
        x, weights = self.multi_head_attention(x, mask)
        return self.feed_forward(x), weights


class Encoder(nn.Module):
    """The stack of layers, as RecBole names it."""

    def __init__(self, layers, *arguments):
        super().__init__()
        self.layer = nn.ModuleList(Layer(*arguments) for _ in range(layers))


class SASRec(nn.Module):
    """RecBole's SASRec; the item table is also the output table."""

    def __init__(self, dropout=0.0):
        super().__init__()
        c = CONFIG
        size, eps = c["hidden_size"], c["layer_norm_eps"]
        self.item_embedding = nn.Embedding(ITEMS, size, padding_idx=0)
        self.position_embedding = nn.Embedding(c["max_position_embeddings"], size)
        self.trm_encoder = Encoder(
            c["num_hidden_layers"], size, c["num_attention_heads"], c["intermediate_size"], eps, dropout
        )
        self.LayerNorm = nn.LayerNorm(size, eps=eps)
        self.dropout = nn.Dropout(dropout)
        self.apply(self._init_weights)

    @staticmethod
    def _init_weights(module):
        """RecBole's initialisation: normal(0, 0.02), biases 0; the padding row is not spared."""
        if isinstance(module, (nn.Linear, nn.Embedding)):
            module.weight.data.normal_(mean=0.0, std=0.02)
        if isinstance(module, nn.Linear):
            module.bias.data.zero_()

    def forward(self, sequences):
        """[batch, length] item indices, right-padded with 0, to (states [batch, length, size], [weights per layer])."""
        length = sequences.shape[1]
        causal = torch.ones(length, length, dtype=torch.bool, device=sequences.device).tril()
        allowed = causal & (sequences != 0)[:, None, None, :]
        mask = torch.where(allowed, 0.0, -10000.0).to(self.item_embedding.weight.dtype)
        x = self.item_embedding(sequences) + self.position_embedding.weight[:length]
        x = self.dropout(self.LayerNorm(x))
        attention = []
        for layer in self.trm_encoder.layer:
            x, weights = layer(x, mask)
            attention.append(weights)
        return x, attention

    def scores(self, histories):
        """[number of histories, items] scores of lists of item indices (oldest first; the last WINDOW count)."""
        sequences, lengths = right_padded(histories)
        states, _ = self(sequences)
        last = states[torch.arange(len(histories)), lengths - 1]
        return last @ self.item_embedding.weight.T


def right_padded(histories):
    """([batch, WINDOW] indices, lengths) of the most recent WINDOW items of each history."""
    sequences = torch.zeros(len(histories), WINDOW, dtype=torch.long)
    lengths = []
    for row, history in enumerate(histories):
        window = history[-WINDOW:]
        sequences[row, : len(window)] = torch.tensor(window)
        lengths.append(len(window))
    return sequences, torch.tensor(lengths)


def leave_one_out(model, history, item):
    """A10 'delete': the score of the item minus its score with one event of the window left out, oldest first.

    The other events close up; no older event slides into the window.
    """
    window = history[-WINDOW:]
    edited = [window] + [window[:i] + window[i + 1 :] for i in range(len(window))]
    scores = model.scores(edited)[:, item]
    return scores[0] - scores[1:]


def read_histories(directory=HERE):
    """{user_id: [model index of each event, in order]} of history.csv."""
    result = defaultdict(list)
    with open(os.path.join(directory, "history.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            result[row["user_id"]].append(int(row["item_id"][1:]))
    return dict(result)
