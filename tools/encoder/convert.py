"""e5-small-q4.bin → model.onnx and tokenizer.json. Usage: python convert.py E5_SMALL_Q4_BIN FOLDER [FINETUNED_NPZ]"""
import json
import os
import sys
import tempfile

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from build_graph import build
from choose_pieces import choose
from find_outliers import find_outliers
from texts import TEXTS
from tokenizer import Tokenizer
from weights import Weights


def main(source, folder, finetuned=None):
    weights = Weights(source, finetuned)
    kept = choose(weights.pieces)
    os.makedirs(folder, exist_ok=True)
    words = {
        "specials": {"start": 0, "pad": 1, "end": 2, "unknown": 3},
        "normal": weights.normal,
        "pieces": [weights.pieces[i] for i in kept],
        "scores": [round(float(weights.scores[i]), 5) for i in kept],
    }
    with open(os.path.join(folder, "tokenizer.json"), "w", encoding="utf-8") as file:
        json.dump(words, file, ensure_ascii=False, separators=(",", ":"))

    tokenizer = Tokenizer(**words)
    if "outliers" in weights.finetuned:
        outliers = json.loads(str(weights.finetuned["outliers"]))
    else:
        outliers = find_outliers(build(weights, kept), tokenizer.encode, [f"{kind}: {text}" for kind, text in TEXTS])
    print("outliers:", outliers)
    model = build(weights, kept, outliers)
    target = os.path.join(folder, "model.onnx")
    with tempfile.TemporaryDirectory() as scratch:
        path = os.path.join(scratch, "float.onnx")
        onnx.save(model, path)
        quantize_dynamic(
            path,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            # 7 bits: processors with AVX2 but without VNNI add two products in 16 bits, which 8-bit weights overflow
            reduce_range=True,
            nodes_to_quantize=[node.name for node in model.graph.node if node.name.endswith(".product")],
        )
    for name in ("model.onnx", "tokenizer.json"):
        print(f"{name}: {os.path.getsize(os.path.join(folder, name)):,} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
