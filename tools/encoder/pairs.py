"""The shops the encoder is trained and judged on, cut into the texts the desk embeds (brain/retrieval/units.ts says the same)."""
import json
import os
import re

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
LANGUAGES = ("zh", "en")
# Never trained on: one shop of each writer. The figures of docs/decisions/0016 are theirs.
HELD_OUT = ("a2", "b3", "c1", "d4", "e2", "f3", "g1", "h4")
SENTENCE = re.compile(r"(?<=[。！？!?])|(?<=\.)\s+|\n+")
SAYS = re.compile(r"[^\W_].*[^\W_]", re.S)


def sentences_of(body):
    found = []
    for sentence in SENTENCE.split(body):
        sentence = re.sub(r"\[([^\]]{0,200})\]\([^)]{0,400}\)", r"\1", sentence)
        sentence = re.sub(r"^[-*#>|\d.、\s]{1,12}|[*`_|]", "", sentence).strip()
        if SAYS.search(sentence):
            found.append(sentence)
    return found


def units_of(article):
    """(kind, text): what an article is found by. Titles and phrasings are embedded as `query`, the rest as `passage`."""
    sentences = sentences_of(article["body"])
    whole = "\n".join([article["title"], *sentences])[:400]
    return [
        ("title", article["title"]),
        *(("phrasing", text) for text in article["phrasings"]),
        *(("sentence", text) for text in sentences[:12]),
        *([("whole", whole)] if sentences else []),
    ]


def prefixed(kind, text):
    return ("passage: " if kind in ("sentence", "whole") else "query: ") + text


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def read_shops(folder):
    """Name → subjects, each as in the file."""
    names = sorted(name for name in os.listdir(folder) if name.endswith(".jsonl"))
    return {name.removesuffix(".jsonl"): read_lines(os.path.join(folder, name)) for name in names}


def outside_questions(path):
    """brain/retrieval/outside-questions.ts: language → questions no shop answers."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    return {
        language: re.search(rf"const {language} = `\n(.*?)\n`", source, re.S)[1].strip().split("\n") for language in LANGUAGES
    }
