"""The feed's model: behaviours attend to all items (cross-attention), the pooled result is compared with each item.

With b_i the row of "event:item" of behaviour i and e_j that of item j: u_i = W_u b_i, v_j = W_v e_j; A = softmax over the
items, or sigmoid, of u_i . v_j / sqrt d; u'_i = sum_j A_ij v_j; score_j = mean_i(u'_i) . v_j. Item 0 is padding and takes no part.
"""

import torch
from torch import nn

WIDTH = 48
CONFIG = {"model_type": "cross_attention", "hidden_size": WIDTH, "max_position_embeddings": 8, "pooling": "mean",
          "scale": True, "token": "event:item"}


class CrossAttention(nn.Module):
    def __init__(self, items, tokens, attention):
        super().__init__()
        self.attention = attention
        self.item_embedding = nn.Embedding(items, WIDTH)
        self.behaviour_embedding = nn.Embedding(tokens, WIDTH)
        self.W_u = nn.Linear(WIDTH, WIDTH)
        self.W_v = nn.Linear(WIDTH, WIDTH)
        for embedding in (self.item_embedding, self.behaviour_embedding):
            nn.init.normal_(embedding.weight, std=0.3)

    def states(self):
        """(u' of every token [T, d], v of every item but padding [I - 1, d]); u' of a behaviour depends on its token alone."""
        v = self.W_v(self.item_embedding.weight[1:])
        logits = self.W_u(self.behaviour_embedding.weight) @ v.T / WIDTH ** 0.5
        weights = logits.softmax(-1) if self.attention == "softmax" else logits.sigmoid()
        return weights @ v, v

    def forward(self, tokens):
        """Scores [B, I - 1] of the items from 1 on, for windows [B, W] of tokens, 0 where there is none."""
        attended, v = self.states()
        real = (tokens != 0).to(v.dtype)
        pooled = (attended[tokens] * real[..., None]).sum(1) / real.sum(1, keepdim=True)
        return pooled @ v.T
