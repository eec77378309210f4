"""The SentencePiece unigram tokenizer as the desk runs it (server/adapters/encoder/tokenizer.ts says the same in TypeScript)."""
import json


class Tokenizer:
    def __init__(self, pieces, scores, normal, specials):
        self.normal = normal
        self.specials = specials
        self.unknown_score = min(scores) - 10
        barred = set(specials.values())
        self.ids = {piece: i for i, piece in enumerate(pieces) if piece and i not in barred}
        self.scores = scores
        self.longest = max(map(len, self.ids))

    @classmethod
    def load(cls, path):
        with open(path, encoding="utf-8") as file:
            kept = json.load(file)
        return cls(kept["pieces"], kept["scores"], kept["normal"], kept["specials"])

    def prepare(self, text):
        text = "".join(self.normal.get(c, c) for c in text)
        while "  " in text:
            text = text.replace("  ", " ")
        return (text if text.startswith(" ") else " " + text).replace(" ", "▁")

    def content(self, text):
        """Piece ids without <s> and </s>."""
        text = self.prepare(text)
        n = len(text)
        best = [float("-inf")] * (n + 1)
        best[0] = 0.0
        back = [(0, 0)] * (n + 1)
        ids, scores, unknown = self.ids, self.scores, self.specials["unknown"]
        for start in range(n):
            here = best[start]
            for end in range(start + 1, min(n, start + self.longest) + 1):
                piece = ids.get(text[start:end])
                if piece is not None and here + scores[piece] > best[end]:
                    best[end] = here + scores[piece]
                    back[end] = (piece, start)
            if here + self.unknown_score > best[start + 1]:
                best[start + 1] = here + self.unknown_score
                back[start + 1] = (unknown, start)
        found = []
        at = n
        while at > 0:
            piece, at = back[at]
            found.append(piece)
        return found[::-1]

    def encode(self, text, limit=512):
        return [self.specials["start"], *self.content(text)[: limit - 2], self.specials["end"]]
