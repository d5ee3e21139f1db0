"""What the generators, training and evaluation scripts of feed and video share: drawing, files, figures.

Generators use the standard library and `random.Random.random()` only, so their files are the same byte for byte on every
run. Training and evaluation need NumPy and PyTorch 1.13 or newer.
"""

import csv
import filecmp
import json
import os
import sys
import tempfile


def draw(rng, weights):
    """A key of {key: weight}, with a probability proportional to its weight."""
    at = rng.random() * sum(weights.values())
    for key, weight in weights.items():
        at -= weight
        if at < 0:
            return key
    return key


def normalised(weights):
    total = sum(weights.values())
    return {key: weight / total for key, weight in weights.items()}


def write_csv(path, rows):
    """Writes a UTF-8 CSV with LF line ends; the columns are those of the first row."""
    rows = list(rows)
    with open(path, "w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_json(path, content):
    with open(path, "w", encoding="utf-8", newline="") as out:
        json.dump(content, out, indent=2, ensure_ascii=False)
        out.write("\n")


def cause_row(user, position, item_id, rule, drawn, joint, link):
    """A line of causes.csv.

    joint: {(rule, position or None): P(rule, cause, item | history)}, whose sum is the true probability of the item.
    link: (feature, value of the cause's item, value of the item), or None for a rule without a cause.
    """
    total = sum(joint.values())
    posterior = {}
    for (_, cause), p in joint.items():
        posterior[cause] = posterior.get(cause, 0.0) + p / total
    valid = {cause: p for (r, cause), p in joint.items() if r == rule and cause is not None}
    mass = sum(valid.values())
    return {
        "user_id": user,
        "position": position,
        "item_id": item_id,
        "rule": rule,
        "cause_position": "" if drawn is None else drawn,
        "valid_positions": "|".join(str(c) for c in sorted(valid)),
        "valid_posterior": "|".join(f"{valid[c] / mass:.4f}" for c in sorted(valid)),
        "feature": link[0] if link else "",
        "cause_value": link[1] if link else "",
        "item_value": link[2] if link else "",
        "posterior": "|".join(
            f"{'none' if c is None else c}:{posterior[c]:.4f}" for c in sorted(posterior, key=lambda c: (c is None, c or 0))
        ),
        "rule_posterior": f"{sum(p for (r, _), p in joint.items() if r == rule) / total:.4f}",
        "probability": f"{total:.6f}",
    }


def generator_main(write_files, files, here):
    """Command line of a generator: writes the files, or with --check compares them with those that are there."""
    out = sys.argv[sys.argv.index("--out") + 1] if "--out" in sys.argv else here
    if "--check" in sys.argv:
        with tempfile.TemporaryDirectory() as directory:
            write_files(directory)
            _, different, missing = filecmp.cmpfiles(out, directory, files, shallow=False)
        if different or missing:
            raise SystemExit(f"differ: {different}, missing: {missing}")
        print("identical: " + ", ".join(files))
        return
    for name, value in write_files(out).items():
        print(f"{name}: {value}")


def write_safetensors(path, tensors):
    """Writes {name: float32 tensor}: 8-byte little-endian header length, JSON header padded to 8 bytes, raw data."""
    header, offset, data = {"__metadata__": {"format": "pt"}}, 0, []
    for name, tensor in tensors.items():
        raw = tensor.detach().contiguous().numpy().astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [offset, offset + len(raw)]}
        offset += len(raw)
        data.append(raw)
    text = json.dumps(header, separators=(",", ":")).encode("utf-8")
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(len(text).to_bytes(8, "little"))
        out.write(text)
        out.writelines(data)


def interval(values, resamples=2000, seed=2026):
    """(mean, low, high): percentile bootstrap over users, 95%."""
    import numpy as np

    values = np.asarray(values, dtype=float)
    rng = np.random.default_rng(seed)
    means = [values[rng.integers(0, len(values), len(values))].mean() for _ in range(resamples)]
    return (values.mean(), *np.percentile(means, [2.5, 97.5]))


def show(label, values):
    print("| {} | {:.3f} | {:.3f} to {:.3f} |".format(label, *interval(values)), flush=True)


def rank_of(scores, item):
    """1-based rank among all items but padding: descending score, ties to the lower index."""
    scores = scores[1:]
    s = scores[item - 1]
    return 1 + int((scores > s).sum()) + int((scores[: item - 1] == s).sum())


def read_safetensors(path):
    """{name: tensor} of a file of float32 tensors."""
    import numpy as np
    import torch

    with open(path, "rb") as file:
        data = file.read()
    start = 8 + int.from_bytes(data[:8], "little")
    tensors = {}
    for name, entry in json.loads(data[8:start]).items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            array = np.frombuffer(data[start + begin : start + end], dtype="<f4").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(array.copy())
    return tensors
