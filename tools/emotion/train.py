"""Makes brain/emotion/weights.ts. Run by hand:

    python3 -m venv v && v/bin/pip install numpy scipy scikit-learn
    v/bin/python tools/emotion/train.py GOEMOTIONS_TRAIN.jsonl VECTORS

GOEMOTIONS_TRAIN.jsonl: lines {"text", "labels"} of GoEmotions' training part (Demszky et al. 2020, Apache-2.0).
VECTORS: a folder with zh.train.npy, en.train.npy, zh.tune.npy, en.tune.npy, questions.npy and go.npy: float32 [rows, 384], the
encoder's `query: ` vectors of evals/emotion/*.train.jsonl, of the customers' turns of evals/dialogues/*.tune.jsonl, of
evals/questions/demo-shop.tune.jsonl (plain questions: taken as calm) and of GoEmotions.

Two multinomial logistic regressions, their logits added: one over the signals and hashed n-grams that brain/emotion/reading.ts
makes (by the product's own code, through features.mjs), one over the vector less its language's mean. GoEmotions weighs little
and has its own copy of the signals and its own bias, so that what Reddit takes for calm does not leak into shop talk. Each
temperature is fitted on predictions for messages left out (five folds). Prints what it measures on those folds.
"""

import base64
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

ROOT = Path(__file__).resolve().parents[2]
EMOTIONS = ["calm", "anxious", "dissatisfied", "angry", "happy", "sad"]
BUCKETS = 32_768
# GoEmotions' labels as the six. Annoyance lies between two of them; love, pride … are gladness, curiosity … is calm.
MAPPING = {
    "happy": "admiration amusement joy excitement gratitude love pride relief optimism",
    "angry": "anger disgust",
    "dissatisfied": "disapproval disappointment",
    "sad": "sadness grief remorse",
    "anxious": "fear nervousness embarrassment",
    "calm": "neutral curiosity realization surprise confusion approval desire caring",
}
OF_LABEL = {label: {emotion: 1.0} for emotion, labels in MAPPING.items() for label in labels.split()}
OF_LABEL["annoyance"] = {"angry": 0.6, "dissatisfied": 0.4}
# Chosen on the five folds and on the tune dialogues, never on a test file.
SIGNAL_SCALE, GRAM_SCALE, VECTOR_SCALE = 2.0, 4.0, 10.0
TUNE_WEIGHT, QUESTION_WEIGHT, GO_WEIGHT = 0.3, 0.3, 0.06
LEXICAL_C, VECTOR_C = 0.4, 0.3


TYPE = """type Weights = {
  signals: number[][];
  bias: number[];
  gramScales: number[];
  meaningScales: number[];
  meaningBias: Record<'zh' | 'en', number[]>;
  temperatures: { words: number; both: number };
  strength: { signals: number[]; scores: number[]; own: number; bias: number; steps: [number, number] };
};
"""


def rows_of(path):
    return [json.loads(line) for line in open(path, encoding="utf8") if line.strip()]


class Part:
    """Messages with what the product sees of them."""

    def __init__(self, texts, languages, vectors):
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        out = subprocess.run(
            ["node", "tools/emotion/features.mjs"], cwd=ROOT, input=lines, capture_output=True, text=True, check=True
        ).stdout
        features = [json.loads(line) for line in out.splitlines()]
        self.signals = np.array([one["signals"] for one in features]) * SIGNAL_SCALE
        indices, ends, values = [], [0], []
        for one in features:
            grams = one["grams"]
            indices += grams
            values += [GRAM_SCALE / np.sqrt(len(grams) or 1)] * len(grams)
            ends.append(len(indices))
        self.grams = sp.csr_matrix((values, indices, ends), shape=(len(features), BUCKETS))
        self.languages = np.array(languages)
        self.vectors = vectors
        assert len(vectors) == len(texts), "vectors and rows differ: embed again"

    def lexical(self, elsewhere):
        return sp.hstack([sp.csr_matrix(self.signals), self.grams, sp.csr_matrix(self.signals * elsewhere)]).tocsr()

    def meant(self, means, elsewhere):
        centred = self.vectors - np.array([means[language] for language in self.languages])
        return np.hstack([centred * VECTOR_SCALE, np.full((len(centred), 1), 2.0 * elsewhere)])


def softmax(logits):
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def main(go_path, vectors_path):
    folder = Path(vectors_path)
    own, tune = [], []
    for language in ("zh", "en"):
        own += [dict(row, language=language) for row in rows_of(ROOT / f"evals/emotion/{language}.train.jsonl")]
        tune += [
            dict(turn, language=language)
            for dialogue in rows_of(ROOT / f"evals/dialogues/{language}.tune.jsonl")
            for turn in dialogue["turns"]
            if turn["from"] == "customer"
        ]
    stacked = lambda kind: np.vstack([np.load(folder / f"{language}.{kind}.npy") for language in ("zh", "en")])
    go_rows = rows_of(go_path)
    part = lambda rows, vectors: Part([r["text"] for r in rows], [r.get("language", "en") for r in rows], vectors)
    questions = [
        {"text": row["query"], "language": row["language"], "emotion": "calm"}
        for row in rows_of(ROOT / "evals/questions/demo-shop.tune.jsonl")
    ]
    mine = part(own, stacked("train"))
    talks = part(tune + questions, np.vstack([stacked("tune"), np.load(folder / "questions.npy")]))
    reddit = part(go_rows, np.load(folder / "go.npy"))
    gold = np.array([EMOTIONS.index(row["emotion"]) for row in own])
    talk_gold = np.array([EMOTIONS.index(row["emotion"]) for row in tune + questions])
    talk_weight = np.r_[np.full(len(tune), TUNE_WEIGHT), np.full(len(questions), QUESTION_WEIGHT)]
    strength = np.array([row["strength"] for row in own])

    shares = np.zeros((len(go_rows), 6))
    for at, row in enumerate(go_rows):
        for label in row["labels"]:
            for emotion, share in OF_LABEL[label].items():
                shares[at, EMOTIONS.index(emotion)] += share
    shares /= shares.sum(1, keepdims=True)
    balance = shares @ np.sqrt(len(shares) / 6 / shares.sum(0))
    go_at, go_gold = np.nonzero(shares)
    go_weight = (balance[go_at] * shares[go_at, go_gold]) * GO_WEIGHT

    means = {
        language: np.vstack([one.vectors[one.languages == language] for one in (mine, talks)]).mean(0)
        for language in ("zh", "en")
    }
    lexical = [mine.lexical(0), talks.lexical(0), reddit.lexical(1)[go_at]]
    meant = [mine.meant(means, 0), talks.meant(means, 0), reddit.meant(means, 1)[go_at]]

    def fit(inputs, kept, c, stack):
        weight = np.r_[np.ones(len(kept)), talk_weight, go_weight]
        return LogisticRegression(C=c, max_iter=300, tol=1e-3).fit(
            stack([inputs[0][kept], inputs[1], inputs[2]]), np.r_[gold[kept], talk_gold, go_gold], sample_weight=weight
        )

    left_lexical, left_meant = np.zeros((len(own), 6)), np.zeros((len(own), 6))
    keys = [row["language"] + row["emotion"] for row in own]
    for kept, left in StratifiedKFold(5, shuffle=True, random_state=1).split(keys, keys):
        left_lexical[left] = fit(lexical, kept, LEXICAL_C, sp.vstack).decision_function(lexical[0][left])
        left_meant[left] = fit(meant, kept, VECTOR_C, np.vstack).decision_function(meant[0][left])

    def temperature(logits):
        loss = lambda scale: -np.log(softmax(logits * scale)[np.arange(len(gold)), gold] + 1e-12).mean()
        return float(minimize_scalar(loss, bounds=(0.2, 4), method="bounded").x)

    both = left_lexical + left_meant
    alone_scale, both_scale = temperature(left_lexical), temperature(both)
    for name, logits in (("words alone", left_lexical), ("with vectors", both)):
        figures = [
            f"{language} {f1_score(gold[at], logits[at].argmax(1), average='macro'):.3f}"
            for language in ("zh", "en")
            for at in [mine.languages == language]
        ]
        print(f"five folds, macro-F1, {name}: {', '.join(figures)}")

    felt = strength > 0
    # Signal 1 + 5 × emotion is the strongest word of that emotion.
    own_top = mine.signals[everything := np.arange(len(own)), 1 + 5 * both.argmax(1)][:, None] / SIGNAL_SCALE
    inputs = np.hstack([mine.signals, softmax(left_lexical * alone_scale), own_top])
    ridge = Ridge(alpha=3.0).fit(inputs[felt], strength[felt])
    guesses = np.sort(ridge.predict(inputs[felt]))
    steps = [float(guesses[int((strength[felt] <= level).sum()) - 1]) for level in (1, 2)]
    levels = 1 + (ridge.predict(inputs[felt]) > steps[0]) + (ridge.predict(inputs[felt]) > steps[1])
    print(f"strength: exact {np.mean(levels == strength[felt]):.2f}, off by two {np.mean(abs(levels - strength[felt]) > 1):.3f}")

    words, vector = fit(lexical, everything, LEXICAL_C, sp.vstack), fit(meant, everything, VECTOR_C, np.vstack)
    signals = mine.signals.shape[1]
    grams = words.coef_[:, signals : signals + BUCKETS] * GRAM_SCALE
    scales = np.abs(grams).max(1) / 127
    packed = np.round(grams / scales[:, None]).astype(np.int8)
    heads = vector.coef_[:, :384] * VECTOR_SCALE
    rounded = lambda matrix: np.round(np.asarray(matrix, float), 4).tolist()
    data = {
        "signals": rounded(words.coef_[:, :signals] * SIGNAL_SCALE),
        "bias": rounded(words.intercept_),
        "gramScales": [float(f"{scale:.6g}") for scale in scales],
        "meaningBias": {lang: rounded(vector.intercept_ - heads @ means[lang]) for lang in ("zh", "en")},
        "temperatures": {"words": round(alone_scale, 4), "both": round(both_scale, 4)},
        "strength": {
            "signals": rounded(ridge.coef_[:signals] * SIGNAL_SCALE),
            "scores": rounded(ridge.coef_[signals : signals + 6]),
            "own": round(float(ridge.coef_[-1]), 4),
            "bias": round(float(ridge.intercept_), 4),
            "steps": rounded(steps),
        },
    }
    base64_of = lambda array: base64.b64encode(array.tobytes()).decode()
    head_scales = np.abs(heads).max(1) / 127
    data["meaningScales"] = [float(f"{scale:.6g}") for scale in head_scales]
    text = "// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: fitted numbers, not constants.\n"
    text += "// Made by tools/emotion/train.py; never edited by hand. Matrices are [emotion][input], int8 in base64.\n"
    text += TYPE
    text += f"export const weights: Weights = {json.dumps(data)};\n"
    text += f"export const packedGrams =\n  '{base64_of(packed)}';\n"
    text += f"export const packedMeaning =\n  '{base64_of(np.round(heads / head_scales[:, None]).astype(np.int8))}';\n"
    target = ROOT / "brain/emotion/weights.ts"
    target.write_text(text, encoding="utf8")
    subprocess.run(["npx", "biome", "format", "--write", str(target)], cwd=ROOT, check=False, capture_output=True)
    print(f"wrote {target.name}, {target.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main(*sys.argv[1:3])
