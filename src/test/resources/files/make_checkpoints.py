"""Makes the tiny checkpoints beside this script: python3 make_checkpoints.py (PyTorch 1.13 and NumPy).

Values are counted up, so that the tests need no file of expected values.
"""
import os
import sys
import types
from collections import OrderedDict

import numpy as np
import torch

os.chdir(os.path.dirname(os.path.abspath(__file__)))


class Tiny(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = torch.nn.Embedding(3, 2)
        self.lin = torch.nn.Linear(2, 2)
        self.register_buffer("steps", torch.tensor(7))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.lin(self.emb(x))


def counted(*shape, dtype=torch.float32):
    return torch.arange(int(np.prod(shape)), dtype=torch.float32).reshape(shape).to(dtype)


model = Tiny()
with torch.no_grad():
    model.emb.weight.copy_(counted(3, 2))
    model.lin.weight.copy_(counted(2, 2) + 10)
    model.lin.bias.copy_(counted(2) + 20)
state = model.state_dict()

torch.save(state, "plain.pth")
torch.save(state, "legacy.pth", _use_new_zipfile_serialization=False)
torch.save(OrderedDict(("module." + k, v) for k, v in state.items()), "prefix.pth")
torch.save({"epoch": 3, "model_state_dict": state, "args": {"heads": 2, "rate": 0.5, "names": ["a", "b"]}}, "nested.pth")
torch.save(model, "whole_module.pth")
torch.jit.script(model).save("torchscript.pt")
torch.save({k: v.numpy() for k, v in state.items() if k != "steps"}, "numpy.pth")

base = counted(4, 6)
strided = {
    "transposed": base.t(),
    "rows": base[1:3],
    "columns": base[:, 2:5],
    "tied": base,
    "expanded": base[0].expand(3, 6),
    "scalar": torch.tensor(2.5),
    "empty": torch.zeros(0, 4),
    "half": counted(3, dtype=torch.float16),
    "bfloat16": counted(3, dtype=torch.bfloat16),
    "double": counted(3, dtype=torch.float64),
    "int64": counted(3, dtype=torch.int64),
    "int32": counted(3, dtype=torch.int32),
    "int16": counted(3, dtype=torch.int16),
    "int8": counted(3, dtype=torch.int8),
    "uint8": torch.tensor([0, 255], dtype=torch.uint8),
    "bool": torch.tensor([True, False]),
    "parameter": torch.nn.Parameter(base[2]),
}
torch.save(strided, "strides.pth")
torch.save(strided, "strides_legacy.pth", _use_new_zipfile_serialization=False)

# What RecBole's trainer writes, with stand-ins for its classes.
configurator = types.ModuleType("recbole.config.configurator")
enum_type = types.ModuleType("recbole.utils.enum_type")


class Config:
    pass


class InputType:
    pass


for module, cls in ((configurator, Config), (enum_type, InputType)):
    cls.__module__ = module.__name__
    setattr(module, cls.__name__, cls)
    sys.modules[module.__name__] = module
sys.modules["recbole"] = types.ModuleType("recbole")
sys.modules["recbole.config"] = types.ModuleType("recbole.config")
sys.modules["recbole.utils"] = types.ModuleType("recbole.utils")
config = Config()
config.internal_config_dict = {"n_layers": 1, "hidden_act": "gelu"}
config.final_config_dict = {
    "model": "SASRec",
    "n_layers": 2,
    "layer_norm_eps": 1e-12,
    "selected_features": ["class"],
    "use_gpu": False,
    "threshold": None,
    "train_neg_sample_args": {"distribution": "none", "sample_num": 1},
    "device": torch.device("cpu"),
    "MODEL_INPUT_TYPE": InputType(),
    "best": np.float64(0.25),
}
torch.save(
    {"config": config, "epoch": 1, "state_dict": state, "optimizer": {"state": {0: {"exp_avg": base}}}},
    "recbole.pth",
    pickle_protocol=4,
)
