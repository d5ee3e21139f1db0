#!/usr/bin/env python3
"""Writes recbole_dataset.pth beside this script: a checkpoint that pickles its data set, as RecBole does for DIN.

Run with PyTorch 1.13.1. The classes are stand-ins under RecBole's names; only names and attributes go into the file.
"""
import pathlib
import sys
import types

import numpy as np
import torch


def stand_in(module, name, **attributes):
    parts = module.split(".")
    for i in range(len(parts)):
        sys.modules.setdefault(".".join(parts[: i + 1]), types.ModuleType(".".join(parts[: i + 1])))
    cls = getattr(sys.modules[module], name, None)
    if cls is None:
        cls = type(name, (), {"__module__": module})
        setattr(sys.modules[module], name, cls)
    value = cls()
    value.__dict__.update(attributes)
    return value


def interaction(**columns):
    tensors = {name: torch.tensor(values) for name, values in columns.items()}
    return stand_in("recbole.data.interaction", "Interaction", interaction=tensors, length=len(tensors))


def tokens(*names):
    return np.array(["[PAD]", *names])


item_feat = interaction(item_id=[0, 1, 2], price=[0.0, 9.5, 3.0], brand=[0, 2, 1], tags=[[0, 0], [1, 2], [3, 0]])
user_feat = interaction(user_id=[0, 1], age=[0, 1])
dataset = stand_in(
    "recbole.data.dataset.sequential_dataset", "SequentialDataset",
    field2id_token={np.str_("item_id"): tokens("a1", "b2"), "brand": tokens("Tarn", "Håland"), "tags": tokens("x", "y", "z"),
                    np.str_("user_id"): tokens("u7"), "age": tokens("30")},
    item_feat=item_feat, user_feat=user_feat, inter_feat=interaction(item_id=[1, 2]))
layer = stand_in("recbole.model.layers", "ContextSeqEmbLayer", dataset=dataset, item_feat=item_feat, user_feat=user_feat)
torch.save({"config": {"model": "DIN"}, "state_dict": {"w": torch.tensor([1.0, 2.0])},
            "other_parameter": {"embedding_layer": layer}},
           pathlib.Path(__file__).parent / "recbole_dataset.pth", pickle_protocol=4)
