"""Trains the topic model of the hand-off judge: which matters a message seems to be about. Run by hand:

    python tools/handoff-policy/train.py VECTORS.npz [--check]

VECTORS.npz: arrays `t` (texts) and `v` (their `query: ` vectors of models/encoder), for every phrase in phrases.*.txt and
every customer message in evals/dialogues/*.tune.jsonl. Needs numpy. Learns from the project's own phrases and the tune
dialogues only; the test dialogues are never opened. Two heads, each one-vs-rest logistic regression with L2: hashed word
and character n-grams (works without the encoder), and the sentence vector. `--check` prints five-fold figures, folds by
dialogue, and writes the held-out scores to scores.json beside the vectors; without it brain/handoff/topic-weights.ts is written.
"""
import base64
import json
import re
import sys
import unicodedata
from pathlib import Path

import numpy as np

here = Path(__file__).parent
root = here.parent.parent
BUCKETS = 8192
TOPICS = ["asked_for_person", "safety", "payment_details", "account_takeover", "minor", "threat", "legal_threat", "distress",
          "dispute", "exception_wanted", "entangled", "identity_needed", "anger", "unhappy", "problem"]


def fnv(text):
    h = 2166136261
    for c in text:
        h = ((h ^ ord(c)) * 16777619) & 0xFFFFFFFF
    return h % BUCKETS


PIECE = re.compile(r"[\u4e00-\u9fff]+|[a-z0-9']+")


def grams(text):
    """The same as brain/handoff/topic-model.ts: words and pairs of words, character runs of Chinese, parts of long words."""
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
    return [fnv(one) for one in found]


def rows():
    for language in ("zh", "en"):
        label = None
        for line in (here / f"phrases.{language}.txt").read_text("utf8").splitlines():
            line = line.strip()
            if line.startswith("# "):
                label = line[2:]
            elif line:
                yield {"text": line, "labels": {label}, "dialogue": None, "language": language}
        for line in (root / f"evals/dialogues/{language}.tune.jsonl").read_text("utf8").splitlines():
            dialogue = json.loads(line)
            for turn in dialogue["turns"]:
                if turn["from"] == "customer":
                    yield {"text": turn["text"], "labels": labels(turn), "dialogue": dialogue["id"], "language": language,
                           "label": turn["label"], "reason": turn.get("reason")}


def labels(turn):
    """The matter a labelled message is about; None where the message alone does not show why it was labelled so."""
    reason, bad = turn.get("reason"), turn["emotion"] not in ("calm", "happy", "anxious")
    if turn["label"] == "hand_off":
        if reason in TOPICS:
            return {reason}
        return {"problem"} if reason in ("vip", "high_value") else ({"unhappy"} if bad and turn["strength"] > 1 else None)
    found = set()
    if turn["label"] == "offer":
        found.add("exception_wanted" if reason == "exception_wanted" else "unhappy")
    if bad and turn["strength"] >= 2:
        found.add("unhappy")
    if bad and turn["strength"] >= 1:
        found.add("problem")
    return found or {"none"}


def design(data):
    x = np.zeros((len(data), BUCKETS), np.float32)
    for at, row in enumerate(data):
        found = grams(row["text"])
        x[at, found] = 1
        x[at] /= max(1.0, np.sqrt(len(found)))
    return x


def fit(x, y, weight, decay, steps=160, rate=0.05):
    """All topics at once; Adam on the weighted logistic loss. Returns weights [features + 1, topics], the last row the bias."""
    x = np.hstack([x, np.ones((len(x), 1), np.float32)])
    w = np.zeros((x.shape[1], y.shape[1]), np.float32)
    w[-1] = -3
    m, v = np.zeros_like(w), np.zeros_like(w)
    penal = np.full((x.shape[1], 1), decay, np.float32)
    penal[-1] = 0
    for step in range(1, steps + 1):
        p = 1 / (1 + np.exp(-(x @ w)))
        g = x.T @ ((p - y) * weight) / len(x) + penal * w
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        w -= rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return w


def target(data):
    return np.array([[topic in row["labels"] for topic in TOPICS] for row in data], np.float32)


def train(data, x, vectors):
    y = target(data)
    weight = np.where(y > 0, 3.0, 1.0).astype(np.float32)
    return fit(x, y, weight, 2e-5, rate=0.15), fit(vectors, y, weight, 1e-4, rate=0.15)


def logits(w, x):
    return x @ w[:-1] + w[-1]


def main():
    stored = np.load(sys.argv[1])
    vector = dict(zip(stored["t"], stored["v"]))
    data = list(rows())
    x = design(data)
    mean = stored["v"].mean(0)
    vectors = np.array([(vector[row["text"]] - mean) * 5 for row in data], np.float32)
    usable = [at for at, row in enumerate(data) if row["labels"] is not None]
    if "--check" in sys.argv:
        return check(data, x, vectors, usable)
    words, meaning = train([data[at] for at in usable], x[usable], vectors[usable])
    # The mean is folded into the bias, so that the desk needs no more than a product.
    meaning = np.vstack([meaning[:-1] * 5, meaning[-1:] - (mean * 5) @ meaning[:-1]])
    lines = ["// Made by tools/handoff-policy/train.py from the project's own phrases and the tune dialogues. Do not edit.",
             f"export const topicNames = {json.dumps(TOPICS)} as const;", f"export const buckets = {BUCKETS};"]
    for name, w in (("words", words), ("meaning", meaning)):
        scale = float(np.abs(w[:-1]).max() / 127)
        packed = base64.b64encode(np.round(w[:-1] / scale).astype(np.int8).tobytes()).decode()
        lines.append(f"/** Rows of int8, a column a topic; times the scale. */\nexport const {name} = {{ scale: {scale:.8f}, "
                     f"bias: {json.dumps([round(float(b), 4) for b in w[-1]])}, rows: '{packed}' }};")
    (root / "brain/handoff/topic-weights.ts").write_text("\n".join(lines) + "\n", "utf8")


def check(data, x, vectors, usable):
    groups = sorted({row["dialogue"] for row in data if row["dialogue"]})
    fold = {group: at % 5 for at, group in enumerate(np.random.RandomState(1).permutation(groups))}
    out = {}
    for number in range(5):
        chosen = [at for at in usable if fold.get(data[at]["dialogue"], -1) != number]
        words, meaning = train([data[at] for at in chosen], x[chosen], vectors[chosen])
        for at, row in enumerate(data):
            if fold.get(row["dialogue"], -1) == number:
                a, b = logits(words, x[at]), logits(meaning, vectors[at])
                out[row["text"]] = {"words": [round(float(v), 3) for v in a], "both": [round(float(v), 3) for v in (a + b) / 2]}
    (Path(sys.argv[1]).parent / "scores.json").write_text(json.dumps({"topics": TOPICS, "scores": out}, ensure_ascii=False))
    turns = [row for row in data if row["dialogue"] and row["text"] in out]
    for kind in ("words", "both"):
        top = np.array([max(out[row["text"]][kind][:13]) for row in turns])
        free = np.array([row["label"] != "hand_off" for row in turns])
        must = np.array([row["label"] == "hand_off" and row["reason"] in TOPICS for row in turns])
        for rate in (0.03, 0.05, 0.08):
            line = np.quantile(top[free], 1 - rate)
            print(kind, rate, *(f"{lang} {np.mean(top[must & np.array([r['language'] == lang for r in turns])] > line):.3f}" for lang in ("zh", "en")))


main()
