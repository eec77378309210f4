"""How well vectors alone find the right article of a shop, and tell questions it answers from near misses.

Cosines are taken about the centre of the language, and a question is compared with an article by its nearest title or
phrasing and its nearest passage, as the desk does (brain/retrieval/meaning-voice.ts); the two are weighed .56 : .44, as
in brain/retrieval/fusion-weights.ts. Usage: python judge.py FOLDER_OF_MODEL FOLDER_OF_SHOPS
"""
import os
import sys

import numpy as np
import onnxruntime

from pairs import HELD_OUT, LANGUAGES, ROOT, outside_questions, prefixed, read_shops, units_of
from tokenizer import Tokenizer

CENTRING, ASKED, STATED = 0.9, 0.56, 0.44


def texts_of(shops, outside):
    """Everything `judge` asks a vector for."""
    found = {prefixed("question", text) for texts in outside.values() for text in texts}
    for subjects in shops.values():
        for subject in subjects:
            for language in LANGUAGES:
                found |= {prefixed(kind, text) for kind, text in units_of(subject[language])}
                found |= {prefixed("question", text) for text in subject["asked"][language] + subject["near"][language]}
    return sorted(found)


def auroc(positives, negatives):
    positives, negatives = np.sort(positives), np.sort(negatives)
    below = np.searchsorted(negatives, positives, "left") + np.searchsorted(negatives, positives, "right")
    return float(below.sum() / 2 / len(positives) / len(negatives))


def judge(shops, outside, vector_of):
    """`vector_of`: prefixed text → unit vector. Returns rows of figures by 'asked→stated'."""
    centre = {
        language: CENTRING * np.mean([vector_of(prefixed("question", text)) for text in texts[::2]], axis=0)
        for language, texts in outside.items()
    }

    def about(kind, text, language):
        vector = vector_of(prefixed(kind, text)) - centre[language]
        return vector / np.linalg.norm(vector)

    figures = {}
    for stated in LANGUAGES:
        asked_sets = {language: ([], [], [], []) for language in LANGUAGES}
        for subjects in shops.values():
            units = [[(kind in ("sentence", "whole"), about(kind, text, stated)) for kind, text in units_of(one[stated])] for one in subjects]
            # for the nearest of each kind: rows of units and the subject each belongs to
            parts = []
            for passages in (False, True):
                rows = np.array([v for one in units for passage, v in one if passage == passages])
                starts = np.cumsum([0] + [sum(passage == passages for passage, _ in one) for one in units])[:-1]
                parts.append((rows, starts))

            def scores(text, language):
                vector = about("question", text, language)
                nearest = [np.maximum.reduceat(rows @ vector, starts) for rows, starts in parts]
                return ASKED * nearest[0] + STATED * nearest[1]

            for language in LANGUAGES:
                right, oblique, sure, unsure = asked_sets[language]
                for at, one in enumerate(subjects):
                    for i, text in enumerate(one["asked"][language]):
                        score = scores(text, language)
                        right.append(int(score.argmax()) == at)
                        oblique.append(i == 2)
                        sure.append(score.max())
                    unsure += [scores(text, language).max() for text in one["near"][language]]
        for language in LANGUAGES:
            right, oblique, sure, unsure = map(np.array, asked_sets[language])
            line = np.quantile(unsure, 0.8, method="inverted_cdf") if len(unsure) else np.nan
            figures[f"{language}→{stated}"] = {
                "in-acc": right.mean(), "plain": right[~oblique].mean(), "oblique": right[oblique].mean(),
                "AUROC": auroc(sure, unsure) if len(unsure) else np.nan, "correct@R80": (right & (sure > line)).mean(),
            }
    return figures


def table(figures):
    names = ["in-acc", "plain", "oblique", "AUROC", "correct@R80"]
    lines = ["asked→stated  " + "  ".join(names)]
    for way in ("zh→zh", "en→en", "zh→en", "en→zh"):
        lines.append(f"{way:12}  " + "  ".join(f"{figures[way][name]:.3f}".rjust(len(name)) for name in names))
    return "\n".join(lines)


def vectors_by(folder, texts, size=16):
    """Prefixed text → vector by the model of `folder`, in batches of like length as the desk makes them."""
    tokenizer = Tokenizer.load(os.path.join(folder, "tokenizer.json"))
    session = onnxruntime.InferenceSession(os.path.join(folder, "model.onnx"), providers=["CPUExecutionProvider"])
    encoded = sorted(((tokenizer.encode(text), text) for text in texts), key=lambda one: len(one[0]))
    found = {}
    for at in range(0, len(encoded), size):
        part = encoded[at : at + size]
        ids = np.full((len(part), len(part[-1][0])), 1, np.int64)
        mask = np.zeros_like(ids)
        for row, (own, _) in enumerate(part):
            ids[row, : len(own)], mask[row, : len(own)] = own, 1
        found.update(zip((text for _, text in part), session.run(None, {"ids": ids, "mask": mask})[0]))
    return found


if __name__ == "__main__":
    folder, shops = sys.argv[1:]
    held = {name: subjects for name, subjects in read_shops(shops).items() if name in HELD_OUT}
    outside = outside_questions(f"{ROOT}/brain/retrieval/outside-questions.ts")
    vectors = vectors_by(folder, texts_of(held, outside))
    print(table(judge(held, outside, vectors.__getitem__)))
