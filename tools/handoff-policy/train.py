"""Trains the model of the hand-off judge from what features.mjs wrote, and writes brain/handoff/judge-weights.ts:

    node tools/handoff-policy/features.mjs FOLDER
    python tools/handoff-policy/train.py FOLDER [--check] [--without-phrases]

Needs numpy, scipy and scikit-learn. Learns from the project's own moments and phrases and from the tune dialogues; the test
dialogues are never opened. Two steps. Heads: one-vs-rest logistic regression of a message alone, once over hashed word and
character n-grams (works without the encoder), once over its sentence vector. Deciders: from the heads of this message and the one
before it and the state of the talk (brain/handoff/judge-signals.ts), for words alone and with vectors: is a person needed now
(logistic regression and small boosted trees), is an offer due, has something gone wrong (logistic regression each). A talk of the
tune dialogues is not like a single moment, so each decider has its weights twice, for all rows and for the dialogues ("frustratingly
easy domain adaptation", Daume 2007); the product uses their sum. Five folds, by dialogue, give the figures printed and the lines;
`--check` writes nothing.
"""
import base64
import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

here = Path(__file__).parent
folder = Path(sys.argv[1])
BUCKETS = 8192
REASONS = ["asked_for_person", "safety", "payment_details", "account_takeover", "minor", "threat", "legal_threat", "distress",
           "dispute", "exception_wanted", "entangled", "identity_needed", "anger"]
HEADS = [*REASONS, "exception", "needed", "stuck", "unhappy", "fury", "wrong"]
# Strict recall is flat between .04 and .06 needless and falls beyond: what is caught more is lost to hand-offs too early.
NEEDLESS = 0.06
PIECE = re.compile(r"[\u4e00-\u9fff]+|[a-z0-9']+")


def bucket(text):
    h = 2166136261
    for c in text:
        h = ((h ^ ord(c)) * 16777619) & 0xFFFFFFFF
    return h % BUCKETS


def grams(text):
    """The same as brain/handoff/judge-model.ts: words and pairs of words, character runs of Chinese, parts of long words."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'")[:600]
    found = set()
    before = "^"
    for run in PIECE.findall(text):
        if "\u4e00" <= run[0] <= "\u9fff":
            for n in (1, 2, 3):
                for at in range(len(run) - n + 1):
                    found.add(run[at:at + n])
            before = "^"
        else:
            word = re.sub(r"[0-9]", "0", run)
            found.add("w:" + word)
            found.add("b:" + before + " " + word)
            before = word
            if len(word) > 4:
                for at in range(len(word) - 3):
                    found.add("c:" + word[at:at + 4])
    return sorted({bucket(one) for one in found})


def targets(row):
    """What the heads should say of a row, and how much each counts: a phrase says nothing of mood or remedy."""
    y, weight = dict.fromkeys(HEADS, 0.0), dict.fromkeys(HEADS, 1.0 if row["source"] == "moment" else 2.0)
    label, reason = row["label"], row["reason"]
    if row["source"] == "phrase":
        weight = {head: 0.5 if head in REASONS or head in ("exception", "wrong") else 0.0 for head in HEADS}
        if row["topic"] in REASONS:
            y[row["topic"]] = 1
        y["exception"] = row["topic"] == "exception_wanted"
        y["wrong"] = row["topic"] in ("problem", "unhappy", "dispute", "safety", "entangled", "payment_details")
        return y, weight
    bad = row["emotion"] in ("dissatisfied", "angry", "sad") and row["strength"]
    if label == "hand_off" and reason in REASONS:
        y[reason] = y["needed"] = 1
    y["exception"] = reason == "exception_wanted"
    y["stuck"] = label == "offer"
    y["unhappy"] = bool(bad) and bad >= 2
    y["fury"] = bool(bad) and bad >= 3
    y["wrong"] = reason in ("vip", "high_value", "dispute", "safety", "entangled", "payment_details") or bool(bad)
    return y, weight


def fit_heads(x, y, weight, decay, steps=160, rate=0.1):
    """All heads at once; Adam on the weighted logistic loss."""
    w, b = np.zeros((x.shape[1], y.shape[1]), np.float32), np.full(y.shape[1], -3, np.float32)
    m, v, mb, vb = np.zeros_like(w), np.zeros_like(w), np.zeros_like(b), np.zeros_like(b)
    turned = x.T.tocsr() if hasattr(x, "tocsr") else x.T
    for step in range(1, steps + 1):
        miss = ((1 / (1 + np.exp(-(x @ w + b))) - y) * weight / len(y)).astype(np.float32)
        g, gb = turned @ miss + decay * w, miss.sum(0)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        mb, vb = 0.9 * mb + 0.1 * gb, 0.999 * vb + 0.001 * gb * gb
        a, z = 1 - 0.9**step, 1 - 0.999**step
        w -= rate * (m / a) / (np.sqrt(v / z) + 1e-8)
        b -= rate * (mb / a) / (np.sqrt(vb / z) + 1e-8)
    return w, b


class Linear:
    """Logistic regression with the weights twice; the dialogues' own ones are added for `folded`."""

    def fit(self, x, y, own, weight):
        n = x.shape[1]
        scale = np.where(np.arange(n) < 2 * len(HEADS), 0.25, 1)
        x = x * scale
        twice = np.hstack([x, x * own[:, None], own[:, None]])
        found = LogisticRegression(C=0.3, tol=1e-2, max_iter=1000).fit(twice, y, weight)
        w = found.coef_[0]
        self.weights, self.bias = (w[:n] + w[n:2 * n]) * scale, float(found.intercept_[0] + w[2 * n])
        return self

    def logit(self, x):
        return x @ self.weights + self.bias


class Trees:
    """Boosted trees of depth three; the last signal they ask says whether a row is a dialogue's."""

    def fit(self, x, y, own, weight):
        self.own = x.shape[1]
        self.model = GradientBoostingClassifier(n_estimators=150, learning_rate=0.08, max_depth=3, subsample=0.6, max_features=0.4,
                                                min_samples_leaf=12, random_state=1)
        self.model.fit(np.hstack([x, own[:, None]]), y, weight)
        prior = float(np.average(y, weights=weight))
        self.bias = float(np.log(prior / (1 - prior)))
        self.trees = [self.packed(one.tree_) for one in self.model.estimators_[:, 0]]
        return self

    def packed(self, tree):
        signals, limits, leaves = [0] * 7, [0.0] * 7, [0.0] * 8

        def put(node, at):
            leaf = tree.children_left[node] < 0
            if at >= 7:
                leaves[at - 7] = round(float(tree.value[node][0][0]) * 0.08, 4)
                return
            left, right = (node, node) if leaf else (tree.children_left[node], tree.children_right[node])
            if not leaf:
                signal = int(tree.feature[node])
                # Rounded upwards, so that a value equal to the limit stays on its side.
                signals[at], limits[at] = (0, -1e6) if signal == self.own else (signal, float(np.ceil(tree.threshold[node] * 1e4) / 1e4))
            put(left, 2 * at + 1)
            put(right, 2 * at + 2)

        put(0, 0)
        return {"signals": signals, "limits": limits, "leaves": leaves}

    def logit(self, x):
        total = np.full(len(x), self.bias)
        for tree in self.trees:
            at = np.zeros(len(x), int)
            for _ in range(3):
                signal, limit = np.array(tree["signals"])[at], np.array(tree["limits"])[at]
                at = 2 * at + np.where(x[np.arange(len(x)), signal] <= limit, 1, 2)
            total += np.array(tree["leaves"])[at - 7]
        return total


rows = [json.loads(line) for line in (folder / "rows.jsonl").read_text("utf8").splitlines()]
if "--without-phrases" in sys.argv:
    rows = [row for row in rows if row["source"] != "phrase"]
index = json.loads((folder / "vectors.json").read_text("utf8"))
vectors = np.fromfile(folder / "vectors.f32", np.float32).reshape(-1, index["dimensions"])
texts = index["texts"]
place = {text: at for at, text in enumerate(texts)}
mean = vectors.mean(0)
meant = (vectors - mean) * 5
found = [grams(text) for text in texts]
counted = csr_matrix((np.concatenate([np.full(len(one), 1 / max(1.0, len(one)**0.5), np.float32) for one in found]),
                      (np.concatenate([np.full(len(one), at) for at, one in enumerate(found)]), np.concatenate(found).astype(int))),
                     shape=(len(texts), BUCKETS), dtype=np.float32)
now = np.array([place[row["text"]] for row in rows])
before = np.array([place[row["previous"]] if row.get("previous") else -1 for row in rows])
pairs = [targets(row) for row in rows]
Y = np.array([[float(y[head]) for head in HEADS] for y, _ in pairs], np.float32)
WEIGHT = np.array([[w[head] for head in HEADS] for _, w in pairs], np.float32)
source = np.array([row["source"] for row in rows])
# Every dialogue opens harmlessly, which a shop's need not: first messages teach only what holds for all rows.
OWN = np.array([row["source"] == "tune" and row["at"] > 0 for row in rows]).astype(float)
LANGUAGE = np.array([row["language"] for row in rows])
groups = sorted({row["dialogue"] for row in rows if row["source"] == "tune"})
fold_of = {group: at % 5 for at, group in enumerate(np.random.RandomState(1).permutation(groups))}
FOLD = np.array([fold_of.get(row["dialogue"], at % 5 if row["source"] == "moment" else -1) for at, row in enumerate(rows)])
# A text that stands in more than one row is learned with the fold of a dialogue it stands in, so that none is known beforehand.
held = {row["text"]: fold_of[row["dialogue"]] for row in rows if row["source"] == "tune" and len(row["text"]) > 4}
FOLD = np.array([held.get(row["text"], fold) if row["source"] != "tune" else fold for row, fold in zip(rows, FOLD)])
DECIDED = source != "phrase"


def heads_of(train):
    words = fit_heads(counted[now[train]] * 3, Y[train], WEIGHT[train], 3e-5)
    meaning = fit_heads(meant[now[train]], Y[train], WEIGHT[train], 1e-4)
    return words, meaning


def head_logits(heads, at, kind):
    """Of the texts at these places; a message that is not there is about nothing."""
    (w, b), (wv, bv) = heads
    logits = counted[at] * 3 @ w + b
    if kind == "both":
        logits = (logits + meant[at] @ wv + bv) / 2
    logits[at < 0] = -4
    return logits


def signals(heads, some, kind):
    state = np.array([rows[at]["signals"][kind] for at in some], np.float32)
    return np.hstack([head_logits(heads, now[some], kind), head_logits(heads, before[some], kind), state])


def wants(kind):
    """Per decider: the rows it learns from, and what it should say."""
    label, reason = np.array([row["label"] for row in rows]), np.array([row["reason"] or "" for row in rows])
    return {"handOff": (DECIDED & ~np.isin(reason, ["vip", "high_value", "tool_failed"]), label == "hand_off"),
            "offer": (DECIDED & (label != "hand_off"), label == "offer"),
            "wrong": (DECIDED, Y[:, HEADS.index("wrong")] > 0)}


def fit_deciders(x, train, kind):
    """@param x signals of every row"""
    deciders = {}
    for name, (usable, target) in wants(kind).items():
        some = train[usable[train]]
        weight = np.where(source[some] == "tune", 2.0, 1.0)
        models = [Linear(), Trees()] if name == "handOff" else [Linear()]
        deciders[name] = [model.fit(x[some], target[some], OWN[some], weight) for model in models]
    return deciders


def logits_of(models, x):
    return sum(model.logit(x) for model in models)


def strict(some, hands_off):
    """Recall and needless rate as evals/handoff.ts counts them: a dialogue ends at the first hand-off."""
    talks = defaultdict(list)
    for at in some:
        talks[rows[at]["dialogue"]].append(at)
    must = caught = may = needless = 0
    for talk in talks.values():
        ended = False
        for at in sorted(talk, key=lambda one: rows[one]["at"]):
            due = rows[at]["label"] == "hand_off"
            if ended:
                must += due
                continue
            ended = bool(hands_off[at])
            must, caught = must + due, caught + (due and ended)
            may, needless = may + (not due), needless + (not due and ended)
    return caught / must, needless / max(1, may)


def best_line(target, score):
    lines = np.quantile(score, np.linspace(0.3, 0.99, 100))
    f1 = [2 * np.sum(target & (score >= line)) / (np.sum(target) + np.sum(score >= line)) for line in lines]
    return float(lines[int(np.argmax(f1))])


def lines_of(kind, out):
    """The lines at which the held-out rows come out as wanted, and the figures there."""
    tune = np.where(source == "tune")[0]
    wanted = wants(kind)
    lines = {name: best_line(wanted[name][1][tune[wanted[name][0][tune]]], out[name][tune[wanted[name][0][tune]]]) for name in ("offer", "wrong")}
    dear = np.array([row["dear"] for row in rows])
    sure = np.array([row["floor"][kind] for row in rows]) | (dear & (out["wrong"] >= lines["wrong"]))
    lines["handOff"] = {}
    for language in ("zh", "en"):
        some = tune[LANGUAGE[tune] == language]
        figures = [(line, *strict(some, sure | (out["handOff"] >= line))) for line in np.quantile(out["handOff"][some], np.linspace(0.6, 0.99, 157))]
        for goal in (0.04, 0.06, 0.09):
            _, recall, needless = min(figures, key=lambda one: abs(one[2] - goal))
            print(f"{kind} {language}: recall {recall:.3f} at needless {needless:.3f}")
        line = lines["handOff"][language] = min(figures, key=lambda one: abs(one[2] - NEEDLESS))[0]
        for name, first in (("first messages", True), ("others", False)):
            of = [at for at in np.where(source == "moment")[0] if LANGUAGE[at] == language and (rows[at]["at"] == 0) == first]
            due = np.array([rows[at]["label"] == "hand_off" for at in of])
            hit = (sure | (out["handOff"] >= line))[of]
            print(f"{kind} {language}, moments, {name}: recall {hit[due].mean():.3f} at needless {hit[~due].mean():.3f}")
    return lines


def packed(w):
    scale = float(np.abs(w).max() / 127)
    return scale, base64.b64encode(np.round(w / scale).astype(np.int8).tobytes()).decode()


def row_of(numbers):
    return " ".join(f"{float(one):.4f}".rstrip("0").rstrip(".") for one in numbers)


def literal(value):
    return json.dumps(value, separators=(",", ":"))


def main():
    every = np.arange(len(rows))
    x = {kind: None for kind in ("words", "both")}
    for fold in range(5):
        test = np.where(FOLD == fold)[0]
        heads = heads_of(every[FOLD != fold])
        for kind in x:
            part = signals(heads, test, kind)
            if x[kind] is None:
                x[kind] = np.zeros((len(rows), part.shape[1]), np.float32)
            x[kind][test] = part
    deciders, lines = {}, {}
    for kind in x:
        out = {name: np.zeros(len(rows)) for name in wants(kind)}
        for fold in range(5):
            test, train = np.where((FOLD == fold) & DECIDED)[0], np.where((FOLD != fold) & DECIDED)[0]
            for name, models in fit_deciders(x[kind], train, kind).items():
                out[name][test] = logits_of(models, x[kind][test])
        lines[kind] = lines_of(kind, out)
        np.savez(folder / f"held-out-{kind}.npz", **out)
        deciders[kind] = fit_deciders(x[kind], np.where(DECIDED)[0], kind)
    if "--check" in sys.argv:
        return
    write(heads_of(every), deciders, lines)


def write(heads, deciders, lines):
    (w, b), (wv, bv) = heads
    out = ["// Made by tools/handoff-policy/train.py from the project's own moments, phrases and tune dialogues. Do not edit.",
           "import type { PackedDecider } from './judge-model.ts';",
           f"export const headNames = {literal(HEADS)} as const;", f"export const buckets = {BUCKETS};"]
    # The mean of the vectors is folded into the bias, so that the desk needs no more than a product.
    for name, weights, bias in (("wordHeads", w * 3, b), ("meaningHeads", wv * 5, bv - (mean * 5) @ wv)):
        scale, rows_ = packed(weights)
        out.append(f"/** Rows of int8, a column a head; times the scale. */\nexport const {name} = {{ scale: {scale:.8f}, "
                   f"bias: {literal([round(float(one), 4) for one in bias])}, rows: '{rows_}' }};")
    for kind in ("words", "both"):
        parts = []
        for name, models in deciders[kind].items():
            linear, trees = models[0], models[1:]
            weights, bias, line = linear.weights.copy(), sum(model.bias for model in models), lines[kind][name]
            if name == "handOff":
                # Two lines, one a language: the difference lies in the signal that tells Chinese.
                weights[2 * len(HEADS) + ZH] += line["en"] - line["zh"]
                line = line["en"]
            numbers = [one for tree in (trees[0].trees if trees else []) for one in (*tree["signals"], *tree["limits"], *tree["leaves"])]
            parts.append(f"{name}: {{ weights: '{row_of(weights)}', bias: {bias:.4f}, line: {line:.4f}, trees: '{row_of(numbers)}' }}")
        out.append(f"export const {'wordWeights' if kind == 'words' else 'bothWeights'}: Record<'handOff' | 'offer' | 'wrong', PackedDecider> = {{ {', '.join(parts)} }};")
    (here.parent.parent / "brain/handoff/judge-weights.ts").write_text("\n".join(out) + "\n", "utf8")


# The signal that tells Chinese is the last of judge-signals.ts.
ZH = len(rows[0]["signals"]["words"]) - 1
main()
