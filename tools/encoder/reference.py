"""Reference vectors by an engine other than ONNX Runtime. Usage: python reference.py E5_C E5_SMALL_Q4_BIN FOLDER FINETUNED_NPZ

The wheel's own C engine reads nothing but its 4-bit matrices, so the fine-tuned weights run in PyTorch (network.py), and
the C engine vouches for that: on the wheel's weights both must give the same vectors.
"""
import ctypes
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import torch

from choose_pieces import choose
from network import Network
from texts import TEXTS
from tokenizer import Tokenizer
from weights import Weights


class Engine:
    def __init__(self, source, weights):
        self.folder = tempfile.TemporaryDirectory()
        path = os.path.join(self.folder.name, "e5.so")
        subprocess.run(["gcc", "-O3", "-march=native", "-fopenmp", "-shared", "-fPIC", source, "-o", path, "-lm"], check=True)
        self.library = ctypes.CDLL(path)
        self.library.e5_load.restype = ctypes.c_void_p
        self.library.e5_embed.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.POINTER(ctypes.c_float)]
        self.model = self.library.e5_load(weights.encode())

    def embed(self, kind, text):
        vector = np.zeros(384, np.float32)
        at = vector.ctypes.data_as(ctypes.POINTER(ctypes.c_float))
        assert self.library.e5_embed(self.model, text.encode(), int(kind == "query"), at) == 0
        return vector


def by_network(weights, tokenizer):
    network = Network(weights, choose(weights.pieces))
    with torch.no_grad():
        return [network([tokenizer.encode(f"{kind}: {text}")])[0].numpy() for kind, text in TEXTS]


if __name__ == "__main__":
    source, file, folder, finetuned = sys.argv[1:]
    tokenizer = Tokenizer.load(os.path.join(folder, "tokenizer.json"))
    engine = Engine(source, file)
    least = min(float(vector @ engine.embed(*text)) for vector, text in zip(by_network(Weights(file), tokenizer), TEXTS))
    print(f"cosine of network.py to the wheel's engine, untrained: at least {least:.4f}")
    assert least > 0.999
    made = [
        {"kind": kind, "text": text, "vector": [round(float(x), 5) for x in vector]}
        for (kind, text), vector in zip(TEXTS, by_network(Weights(file, finetuned), tokenizer))
    ]
    with open(os.path.join(folder, "reference.json"), "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in made) + "\n]\n")
    print(len(made), "vectors")
