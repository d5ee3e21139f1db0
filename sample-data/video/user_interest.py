"""The video service's model: LSTM over "event:item", then multi-head self-attention over its states; the last one predicts."""

import torch
from torch import nn

EMBEDDING, HIDDEN, LAYERS, HEADS = 32, 48, 2, 4
CONFIG = {"model_type": "user_interest", "hidden_size": HIDDEN, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS,
          "max_position_embeddings": 40, "causal": True, "token": "event:item"}


class SelfAttention(nn.Module):
    def __init__(self):
        super().__init__()
        for name in ("query", "key", "value", "out"):
            setattr(self, name + "_linear", nn.Linear(HIDDEN, HIDDEN))

    def forward(self, h):
        """(outputs [B, n, H], weights [B, heads, n, n]); a query sees itself and earlier states."""
        b, n, _ = h.shape
        q, k, v = (getattr(self, name + "_linear")(h).view(b, n, HEADS, -1).transpose(1, 2) for name in ("query", "key", "value"))
        scores = q @ k.transpose(-1, -2) / (HIDDEN // HEADS) ** 0.5
        weights = scores.masked_fill(torch.ones(n, n, dtype=torch.bool).triu(1), float("-inf")).softmax(-1)
        return self.out_linear((weights @ v).transpose(1, 2).reshape(b, n, HIDDEN)), weights


class UserInterest(nn.Module):
    def __init__(self, items, tokens):
        super().__init__()
        self.embedding = nn.Embedding(tokens, EMBEDDING)
        self.lstm = nn.LSTM(EMBEDDING, HIDDEN, LAYERS, batch_first=True)
        self.self_attention = SelfAttention()
        self.fc = nn.Linear(HIDDEN, items)
        nn.init.normal_(self.embedding.weight, std=0.3)

    def forward(self, tokens):
        """Scores [B, n, I] after every event of [B, n] tokens, padded with 0 on the right."""
        return self.fc(self.self_attention(self.lstm(self.embedding(tokens))[0])[0])
