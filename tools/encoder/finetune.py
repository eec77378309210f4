"""Trains the upper layers on the project's own shops. Usage: python finetune.py E5_SMALL_Q4_BIN FOLDER_OF_SHOPS FINETUNED_NPZ

A step takes one shop: of each subject two questions, two units (title, phrasing, sentence, all of it; either language) and
a near miss. A question must be nearer to the units of its subject than to those of the other 27, and a unit nearer to
its questions than to other questions and to near misses (InfoNCE with every positive on its own). A third term holds
texts of other kinds where they were. Word rows and the lower layers stay; what the lower layers give is kept.
"""
import argparse
import json
import random
import time

import numpy as np
import torch

from build_graph import build
from choose_pieces import choose
from find_outliers import find_outliers
from grid import on_grid, product_of
from network import Network, tensors_of
from pairs import HELD_OUT, LANGUAGES, ROOT, outside_questions, prefixed, read_lines, read_shops, units_of
from texts import TEXTS
from tokenizer import Tokenizer
from weights import Weights


def general_texts():
    """What people say that is not a question to a shop's knowledge, from the tuning halves of the project's own sets."""
    found = [prefixed("question", text) for texts in outside_questions(f"{ROOT}/brain/retrieval/outside-questions.ts").values() for text in texts]
    for language in LANGUAGES:
        found += [prefixed("question", one["text"]) for one in read_lines(f"{ROOT}/evals/emotion/{language}.train.jsonl")]
        for talk in read_lines(f"{ROOT}/evals/dialogues/{language}.tune.jsonl"):
            found += [prefixed("question" if turn["from"] == "customer" else "whole", turn["text"]) for turn in talk["turns"]]
    return sorted(set(found))


def shops_to_train_on(folder, everything):
    """Without the held out, and without what a test of the demo shop happens to ask word for word."""
    tested = {one["query"] for name in ("demo-shop", "demo-shop-everyday") for one in read_lines(f"{ROOT}/evals/questions/{name}.test.jsonl")}
    shops = [subjects for name, subjects in read_shops(folder).items() if everything or name not in HELD_OUT]
    for one in (one for subjects in shops for one in subjects):
        for language in LANGUAGES:
            for lines in (one[language], "phrasings"), (one["asked"], language), (one["near"], language):
                lines[0][lines[1]] = [text for text in lines[0][lines[1]] if text not in tested]
    return shops


class Encoded:
    """Texts as ids, and what the first trained layer receives for each: worked out once."""

    def __init__(self, network, tokenizer, first):
        self.network, self.tokenizer, self.first = network, tokenizer, first
        self.ids, self.below = {}, {}

    def prepare(self, texts, size=48):
        for text in texts:
            if text not in self.ids:
                self.ids[text] = self.tokenizer.encode(text, 160)
        fresh = sorted({text for text in texts if text not in self.below}, key=lambda text: len(self.ids[text]))
        for at in range(0, len(fresh), size):
            part = fresh[at : at + size]
            with torch.no_grad():
                for text, x in zip(part, self.network.until([self.ids[text] for text in part], self.first)):
                    self.below[text] = x.half()

    def vectors(self, texts, parts=3):
        """In their order; worked on in parts of like length."""
        order = sorted(range(len(texts)), key=lambda at: len(self.ids[texts[at]]))
        size = -(-len(order) // parts)
        found = []
        for at in range(0, len(order), size):
            part = [texts[i] for i in order[at : at + size]]
            start = [self.below[text].float() for text in part]
            found.append(self.network([self.ids[text] for text in part], start, self.first))
        return torch.cat(found)[torch.tensor(np.argsort(order))]


def contrast(scores, same, strange):
    """−log of each positive's share beside all negatives. `scores` [questions, units], `strange` [near misses, units]."""
    others = scores.masked_fill(same, -1e4)
    of_question = torch.logaddexp(scores, torch.logsumexp(others, 1, keepdim=True)) - scores
    of_unit = torch.logaddexp(scores, torch.logsumexp(others, 0, keepdim=True)) - scores
    near = torch.logaddexp(scores, torch.logsumexp(strange, 0, keepdim=True)) - scores
    return of_question[same].mean(), of_unit[same].mean(), near[same].mean()


def draw(subjects, chance):
    """One step's texts: (subject, prefixed text) of questions, units and near misses."""
    questions, units, near = [], [], []
    for at, one in enumerate(subjects):
        for language in LANGUAGES:
            question = chance.choice(one["asked"][language] if chance.random() < 0.8 else one[language]["phrasings"])
            questions.append((at, prefixed("question", question)))
            kind = chance.choices(("title", "phrasing", "sentence", "whole"), (30, 30, 10, 30))[0]
            other = [text for its, text in units_of(one[language]) if its == kind and text != question]
            units.append((at, prefixed(kind, chance.choice(other or [one[language]["title"]]))))
        language = chance.choice(LANGUAGES)
        near.append((at, prefixed("question", chance.choice(one["near"][language]))))
    return questions, units, near


def train(source, shops_folder, target, options):
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    chance = random.Random(options.seed)
    weights = Weights(source)
    kept = choose(weights.pieces)
    network = Network(weights, kept)
    trained = []
    for name, tensor in network.tensors.items():
        layer = int(name[1 : name.index("_")]) if name[0] == "l" else -1
        tensor.requires_grad_(layer >= options.first)
        if tensor.requires_grad:
            trained.append(tensor)
    pieces = [weights.pieces[i] for i in kept]
    scores = [round(float(weights.scores[i]), 5) for i in kept]
    encoded = Encoded(network, Tokenizer(pieces, scores, weights.normal, {"start": 0, "pad": 1, "end": 2, "unknown": 3}), options.first)
    shops = shops_to_train_on(shops_folder, options.all)
    general = chance.sample(general_texts(), options.general)
    encoded.prepare(general)
    with torch.no_grad():
        before = dict(zip(general, encoded.vectors(general, parts=40)))
    optimizer = torch.optim.AdamW(trained, lr=options.rate, weight_decay=0.01, betas=(0.9, 0.98))
    pace = lambda step: min(1, (step + 1) / (0.1 * options.steps)) * max(0.02, 1 - step / options.steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
    order, means, began = [], np.zeros(4), time.time()
    for step in range(options.steps):
        if not order:
            order = chance.sample(shops, len(shops))
        questions, units, near = draw(order.pop(), chance)
        usual = chance.sample(general, 24)
        texts = [text for _, text in questions + units + near] + usual
        encoded.prepare(texts)
        vectors = encoded.vectors(texts)
        asked, stated, strange, same_as = vectors.split([len(questions), len(units), len(near), len(usual)])
        of = lambda pairs: torch.tensor([at for at, _ in pairs])
        same = of(questions)[:, None] == of(units)[None, :]
        parts = contrast(asked @ stated.T / options.temperature, same, strange @ stated.T / options.temperature)
        keep = (1 - (same_as * torch.stack([before[text] for text in usual])).sum(1)).mean()
        loss = parts[0] + parts[1] + options.near * parts[2] + options.keep * keep
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1)
        optimizer.step()
        schedule.step()
        means += [float(part) for part in (*parts, keep)]
        if (step + 1) % 20 == 0:
            print(f"{step + 1} {np.round(means / 20, 4)} {time.time() - began:.0f} s", flush=True)
            means[:] = 0
    trained = {name: array for name, array in network.named().items() if network.of(name).requires_grad}
    np.savez(target, **rounded(Weights(source, trained), kept, encoded.tokenizer))


def rounded(weights, kept, tokenizer):
    """What convert.py takes: every matrix on the grid of int8 (grid.py), other trained tensors, and the channels that stay out."""
    outliers = find_outliers(build(weights, kept), tokenizer.encode, [f"{kind}: {text}" for kind, text in TEXTS])
    made = {"outliers": np.array(json.dumps(outliers))}
    for name, columns in tensors_of(weights):
        product = product_of(name)
        if product:
            made[name] = on_grid(weights.matrix(name, columns), outliers.get(product, []))
        elif name in weights.finetuned:
            made[name] = weights.finetuned[name]
    return made


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("shops")
    parser.add_argument("target")
    parser.add_argument("--all", action="store_true", help="train on the shops held out as well")
    for name, value in dict(steps=240, first=6, general=1500, seed=1, threads=2).items():
        parser.add_argument(f"--{name}", type=int, default=value)
    for name, value in dict(rate=6e-5, temperature=0.05, near=0.7, keep=4.0).items():
        parser.add_argument(f"--{name}", type=float, default=value)
    options = parser.parse_args()
    train(options.source, options.shops, options.target, options)
