"""Weights on the grid the int8 products know: 64 steps to each side of a row's largest (7 bits, see convert.py).

A fine-tuned network tells near from same, so that rounding its weights afterwards moves its vectors (cosine .984 at the
least). So the rounded weights are the weights: trained as such, and what reference vectors are made of.
"""
import numpy as np

PARTS = {"qkv": ("q", "k", "v"), "ao": ("ao",), "fi": ("fi",), "fo": ("fo",)}
STEPS = 64


def product_of(name):
    """`l3.k.w` → `l3.qkv`: the product of build_graph.py a matrix is part of; None for what is no matrix."""
    layer, _, rest = name.partition(".")
    return next((f"{layer}.{product}" for product, parts in PARTS.items() if rest.removesuffix(".w") in parts and rest.endswith(".w")), None)


def on_grid(weight, apart):
    """`weight` [rows, columns] rounded row by row, but for the columns `apart`, which stay float32."""
    stay = np.ones(weight.shape[1], bool)
    stay[list(apart)] = False
    step = np.abs(weight[:, stay]).max(1, keepdims=True) / STEPS
    rounded = weight.astype(np.float32).copy()
    rounded[:, stay] = np.round(weight[:, stay] / step) * step
    return rounded
