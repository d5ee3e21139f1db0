#!/usr/bin/python3
"""Prints the shop's figures as Markdown tables: hit rate against popularity and the oracle, and how often each
explanation names a valid cause. 95% intervals: percentile bootstrap over users, 2,000 resamples, seed 2026.

    /usr/bin/python3 evaluate.py [--dir DIR] [--unshipped]

The held-out event is each shipped user's last (with --unshipped: each other user's); the history is everything before
it. Exits with 1 if a requirement fails.
Also checks that an independent float64 NumPy reading of model.safetensors gives the scores of the PyTorch module.
"""

import argparse
import csv
import json
import math
import os
import sys
from collections import Counter, defaultdict

import numpy as np
import torch

import generate
from sasrec import CONFIG, HERE, WINDOW, SASRec, leave_one_out, read_histories, right_padded

RESAMPLES = 2000
SEED = 2026
K = 10


# --- independent float64 inference ----------------------------------------------------------------------------------


def read_safetensors(path):
    """{name: float64 array} of a safetensors file of float32 tensors."""
    with open(path, "rb") as file:
        data = file.read()
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start])
    result = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = entry["data_offsets"]
        assert entry["dtype"] == "F32"
        array = np.frombuffer(data[start + begin : start + end], dtype="<f4")
        result[name] = array.reshape(entry["shape"]).astype(np.float64)
    return result


def numpy_scores(w, history):
    """Scores of all items for one history, in float64; right-padded to the window as RecBole does."""
    window = history[-WINDOW:]
    n = len(window)
    ids = np.zeros(WINDOW, dtype=int)
    ids[:n] = window
    heads = CONFIG["num_attention_heads"]
    erf = np.vectorize(math.erf)

    def norm(x, name):
        centred = x - x.mean(axis=-1, keepdims=True)
        deviation = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + CONFIG["layer_norm_eps"])
        return centred / deviation * w[name + ".weight"] + w[name + ".bias"]

    def linear(x, name):
        return x @ w[name + ".weight"].T + w[name + ".bias"]

    allowed = np.tril(np.ones((WINDOW, WINDOW), dtype=bool)) & (ids != 0)[None, :]
    x = norm(w["item_embedding.weight"][ids] + w["position_embedding.weight"], "LayerNorm")
    for layer in range(CONFIG["num_hidden_layers"]):
        name = f"trm_encoder.layer.{layer}.multi_head_attention."
        q, k, v = (
            np.stack(np.split(linear(x, name + part), heads, axis=-1)) for part in ("query", "key", "value")
        )
        scores = q @ k.transpose(0, 2, 1) / math.sqrt(q.shape[-1]) + np.where(allowed, 0.0, -10000.0)
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        x = norm(linear(np.concatenate(list(weights @ v), axis=-1), name + "dense") + x, name + "LayerNorm")
        name = f"trm_encoder.layer.{layer}.feed_forward."
        inner = linear(x, name + "dense_1")
        inner = inner * 0.5 * (1 + erf(inner / math.sqrt(2)))
        x = norm(linear(inner, name + "dense_2") + x, name + "LayerNorm")
    return w["item_embedding.weight"] @ x[n - 1]


# --- figures --------------------------------------------------------------------------------------------------------


def interval(statistic, *columns):
    """(value, low, high) of a statistic of per-user columns, by percentile bootstrap over users."""
    rng = np.random.default_rng(SEED)
    columns = [np.asarray(c, dtype=float) for c in columns]
    n = len(columns[0])
    samples = []
    for _ in range(RESAMPLES):
        chosen = rng.integers(0, n, n)
        samples.append(statistic(*(c[chosen] for c in columns)))
    low, high = np.percentile(samples, [2.5, 97.5])
    return statistic(*columns), low, high


def mean(x):
    return x.mean()


def ratio(x, y):
    return x.mean() / y.mean()


def show(label, figure, requirement="", met=None):
    """One row of a Markdown table."""
    value, low, high = figure
    verdict = "" if met is None else ("yes" if met else "NO")
    print(f"| {label} | {value:.3f} | {low:.3f} to {high:.3f} | {requirement} | {verdict} |")
    return met is not False


def rank_of(scores, item):
    """1-based rank among all items but padding: descending score, ties to the lower index."""
    scores = scores[1:]
    s = scores[item - 1]
    return 1 + int((scores > s).sum()) + int((scores[: item - 1] == s).sum())


def order(values):
    """Positions in the window by descending value; ties go to the later event."""
    return sorted(range(len(values)), key=lambda i: (-values[i], -i))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dir", default=HERE, help="folder with the shipped files")
    parser.add_argument("--unshipped", action="store_true", help="the other 2,000 users, made again, in their place")
    arguments = parser.parse_args()
    directory = arguments.dir
    torch.set_num_threads(2)
    torch.manual_seed(0)

    model = SASRec().eval()
    model.load_state_dict(torch.load(os.path.join(directory, "state_dict.pth")))
    histories = read_histories(directory)
    with open(os.path.join(directory, "causes.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    shop = generate.Shop()
    everyone = shop.users()
    assert all(histories[u] == [e.item for e in everyone[u]] for u in histories)
    if arguments.unshipped:
        others = {u: events for u, events in everyone.items() if u not in histories}
        histories = {u: [e.item for e in events] for u, events in others.items()}
        rows = [row for u, events in others.items() for row in generate.causes_rows(shop, u, events)]
    causes = {(r["user_id"], int(r["position"])): r for r in rows}

    # the exported file, by an independent float64 implementation
    weights = read_safetensors(os.path.join(directory, "model.safetensors"))
    sample = [histories[u][:n] for u in list(histories)[:8] for n in (1, 7, len(histories[u]))]
    with torch.no_grad():
        ours = model.scores(sample).numpy()
    gap = max(np.abs(numpy_scores(weights, h) - s).max() for h, s in zip(sample, ours))
    print(f"Largest score difference, float64 NumPy on model.safetensors against PyTorch: {gap:.1e}\n")
    assert gap < 1e-5

    popularity = np.zeros(shop.size)
    for item, count in Counter(e.item for ev in everyone.values() for e in ev[:-2]).items():
        popularity[item] = count

    users = list(histories)
    with torch.no_grad():
        scores = np.concatenate(
            [model.scores([histories[u][:-1] for u in users[i : i + 200]]).numpy() for i in range(0, len(users), 200)]
        )
    hit, pop_hit, oracle_hit, oracle_expected, reciprocal = [], [], [], [], []
    for user, s in zip(users, scores):
        history, item = histories[user][:-1], histories[user][-1]
        truth = np.array(shop.next_distribution(history))
        hit.append(rank_of(s, item) <= K)
        reciprocal.append(1 / rank_of(s, item))
        pop_hit.append(rank_of(popularity, item) <= K)
        oracle_hit.append(rank_of(truth, item) <= K)
        oracle_expected.append(np.sort(truth)[-K:].sum())

    print("| ranking, held-out last event | value | 95% interval | required | met |\n|---|---|---|---|---|")
    ok = show("hit rate@10, SASRec", interval(mean, hit))
    ok &= show("hit rate@10, popularity", interval(mean, pop_hit))
    oracle = interval(mean, oracle_hit)
    ok &= show("hit rate@10, oracle", oracle, "0.50 to 0.65", 0.50 <= oracle[0] <= 0.65)
    ok &= show("expected hit rate@10 of the oracle", interval(mean, oracle_expected))
    figure = interval(ratio, hit, pop_hit)
    ok &= show("SASRec / popularity", figure, "at least 3.5", figure[0] >= 3.5)
    figure = interval(ratio, hit, oracle_hit)
    ok &= show("SASRec / oracle", figure, "at least 0.70", figure[0] >= 0.70)
    ok &= show("mean reciprocal rank, SASRec", interval(mean, reciprocal))

    # explanations: users whose last event has a planted cause and is ranked in the top 10
    first, third = defaultdict(list), defaultdict(list)
    by_rule = defaultdict(list)
    number_valid = []
    explained = 0
    for user, is_hit in zip(users, hit):
        history, item = histories[user][:-1], histories[user][-1]
        cause = causes[user, len(history)]
        if not is_hit or not cause["valid_positions"]:
            continue
        explained += 1
        offset = max(0, len(history) - WINDOW)
        valid = {int(p) - offset for p in cause["valid_positions"].split("|")}
        number_valid.append(len(valid))
        window = history[-WINDOW:]
        sequence, _ = right_padded([window])
        with torch.no_grad():
            drops = leave_one_out(model, history, item).numpy()
            _, attention = model(sequence)
        posterior = np.zeros(len(window))
        for entry in cause["posterior"].split("|"):
            position, p = entry.split(":")
            if position != "none":
                posterior[int(position) - offset] = float(p)
        embedded = (model.item_embedding.weight[sequence[0]]).detach().requires_grad_(True)
        score = score_from(model, embedded, sequence, len(window), item)
        (gradient,) = torch.autograd.grad(score, embedded)
        methods = {
            "most recent event": np.arange(len(window)),
            "raw attention, last layer, mean of heads": attention[-1][0, :, len(window) - 1, : len(window)].mean(0).numpy(),
            "gradient x input": (gradient * embedded.detach()).sum(-1)[: len(window)].numpy(),
            "leave-one-out, delete": drops,
            "true posterior (ceiling)": posterior,
        }
        for name, values in methods.items():
            ranked = order(values)
            first[name].append(ranked[0] in valid)
            third[name].append(any(i in valid for i in ranked[:3]))
        by_rule[cause["rule"]].append(first["leave-one-out, delete"][-1])

    print(f"\nUsers whose last event has a planted cause and is in the top 10: {explained} (required: at least 600), ")
    print(f"with {np.mean(number_valid):.2f} valid positions on average.\n")
    ok &= explained >= 600
    print("| names a valid cause first | value | 95% interval | required | met |\n|---|---|---|---|---|")
    for name, values in first.items():
        figure = interval(mean, values)
        if name == "most recent event":
            ok &= show(name, figure, "at most 0.30", figure[0] <= 0.30)
        elif name == "leave-one-out, delete":
            ok &= show(name, figure, "at least 0.80", figure[0] >= 0.80)
        else:
            show(name, figure)
    print("\n| a valid cause within the first three | value | 95% interval |\n|---|---|---|")
    for name, values in third.items():
        print("| {} | {:.3f} | {:.3f} to {:.3f} |".format(name, *interval(mean, values)))
    print("\n| leave-one-out, valid cause first, by rule | users | value | 95% interval |\n|---|---|---|---|")
    for rule in generate.PLANTED:
        if by_rule[rule]:
            print("| {} | {} | {:.3f} | {:.3f} to {:.3f} |".format(rule, len(by_rule[rule]), *interval(mean, by_rule[rule])))
    if not ok:
        sys.exit("\nA requirement is not met.")


def score_from(model, embedded, sequence, length, item):
    """The score of an item as a function of the raw item embeddings of one right-padded window."""
    causal = torch.ones(WINDOW, WINDOW, dtype=torch.bool).tril()
    mask = torch.where(causal & (sequence != 0)[:, None, None, :], 0.0, -10000.0)
    x = model.LayerNorm(embedded[None] + model.position_embedding.weight)
    for layer in model.trm_encoder.layer:
        x, _ = layer(x, mask)
    return x[0, length - 1] @ model.item_embedding.weight[item].detach()


if __name__ == "__main__":
    main()
