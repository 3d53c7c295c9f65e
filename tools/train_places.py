#!/usr/bin/env python3
"""Trains the weights of lexicon/place_weights.tsv.

    train_places.py NAMES.json WEIGHTS.tsv GOLD.jsonl TRACE.jsonl [GOLD TRACE ...] [--held-out]

TRACE.jsonl holds the features of every decision of the place layer over the stories of GOLD.jsonl, NAMES.json the names
of the features. Two models: `find`, a logistic regression over mentions (is it a place?), and `pick`, a log-linear
ranking over the readings of a name (is this reading within 161 km of the gold point?), both with an L2 penalty and
trained by gradient descent. With --held-out every third story is left out of training. Needs numpy.
"""
import json
import math
import sys
import zlib
from collections import defaultdict

import numpy as np

# Not learned, since the sets hold too few cases. Where a word beside the name says what it is, the readings that are not
# lose (a town and the province of its name mostly lie within NEAR_KM of each other, so neither counts as wrong). A
# person who bears the last name of one that the story has introduced is that person. The two corpora disagree whether
# a well-known building ("the White House") is a place; it is.
FIXED = {"find": {"kind_facility": 0.0, "person_surname": -6.0}, "pick": {"kind_wanted": 0.0, "kind_unwanted": -6.0}}
NEAR_KM = 161  # the customary bound of toponym resolution: 100 miles


def rows(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def km(a, b):
    la1, lo1, la2, lo2 = map(math.radians, (a["lat"], a["lon"], b["lat"], b["lon"]))
    h = math.sin((la2 - la1) / 2) ** 2 + math.cos(la1) * math.cos(la2) * math.sin((lo2 - lo1) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def held_out(doc):
    return zlib.crc32(doc.encode()) % 3 == 0


def gather(pairs, training_only):
    """Mentions with their label, and groups of readings with those that are right."""
    find_x, find_y, groups = [], [], []
    for gold_path, trace_path in pairs:
        gold = defaultdict(list)
        for g in rows(gold_path):
            gold[g["doc"]].append(g)
        readings, mentions = defaultdict(list), defaultdict(list)
        for r in rows(trace_path):
            if training_only and held_out(r["doc"]):
                continue
            if "f" in r:
                hit = [g for g in gold[r["doc"]] if g["start"] < r["end"] and r["start"] < g["end"]]
                find_x.append(r["f"])
                find_y.append(bool(hit))
                if hit:
                    mentions[r["doc"], r["group"]].append(hit[0])
            else:
                readings[r["doc"], r["g"]].append(r)
        for key, hits in mentions.items():
            candidates = readings.get(key, [])
            if len(candidates) < 2:
                continue
            for g in hits:
                right = [km(g, c) <= NEAR_KM for c in candidates]
                if any(right) and not all(right):
                    groups.append((np.array([c["p"] for c in candidates], dtype=np.float32), np.array(right)))
    return np.array(find_x, dtype=np.float64), np.array(find_y, dtype=np.float64), groups


def adam(gradient, size, steps, rate):
    w, m, v = np.zeros(size), np.zeros(size), np.zeros(size)
    for t in range(1, steps + 1):
        g = gradient(w)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        w -= rate * (m / (1 - 0.9 ** t)) / (np.sqrt(v / (1 - 0.999 ** t)) + 1e-8)
    return w


def fixed(model, names):
    """Which features are fixed, and the weights to start from."""
    return np.array([n in FIXED[model] for n in names]), np.array([FIXED[model].get(n, 0.0) for n in names])


def train_find(x, y, names, penalty):
    held, start = fixed("find", names)

    def gradient(w):
        p = 1 / (1 + np.exp(-(x @ (w + start))))
        return np.where(held, 0, x.T @ (p - y) + penalty * w)
    return adam(gradient, x.shape[1], 1500, 0.05) + start


def train_pick(groups, names, penalty):
    held, start = fixed("pick", names)
    x = np.concatenate([g for g, _ in groups]).astype(np.float64)
    right = np.concatenate([r for _, r in groups])
    starts = np.cumsum([0] + [len(g) for g, _ in groups[:-1]])
    of = np.repeat(np.arange(len(groups)), [len(g) for g, _ in groups])

    def share(score, keep):
        s = np.where(keep, score, -1e9)
        e = np.exp(s - np.maximum.reduceat(s, starts)[of])
        return e / np.add.reduceat(e, starts)[of]

    def gradient(w):
        score = x @ (w + start)
        return np.where(held, 0, x.T @ (share(score, np.ones_like(right)) - share(score, right)) + penalty * w)
    w = adam(gradient, x.shape[1], 1500, 0.03) + start
    score = x @ w
    best = np.maximum.reduceat(score, starts)[of] == score
    print("pick: %d groups, %.3f right" % (len(groups), (best & right).sum() / len(groups)))
    return w


def main():
    args = [a for a in sys.argv[1:] if a != "--held-out"]
    if len(args) < 4 or len(args) % 2:
        sys.exit(__doc__)
    names = json.load(open(args[0], encoding="utf-8"))
    pairs = list(zip(args[2::2], args[3::2]))
    x, y, groups = gather(pairs, "--held-out" in sys.argv)
    find = train_find(x, y, names["find"], 0.3)
    guess = x @ find > 0
    tp = (guess & (y > 0)).sum()
    print("find: %d mentions, P %.3f R %.3f of those proposed" % (len(y), tp / guess.sum(), tp / y.sum()))
    pick = train_pick(groups, names["pick"], 1.0)
    with open(args[1], "w", encoding="utf-8") as out:
        out.write("# Weights of the features by which places are recognised (find: a logistic model) and resolved (pick: a\n"
                  "# log-linear one). Written by tools/train_places.py from the development parts of TR-News (Kamalloo & Rafiei,\n"
                  "# WWW 2018) and GeoWebNews (Gritta, Pilehvar & Collier, LREJ 2020); docs/places.md says what each means.\n")
        out.write("model\tfeature\tweight\tcomment\n")
        for model, weights in (("find", find), ("pick", pick)):
            for name, w in zip(names[model], weights):
                out.write("%s\t%s\t%.3f\n" % (model, name, w))


main()
