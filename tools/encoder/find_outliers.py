"""Which input channels of the int8 products stay out of them.

One or two of the 1,536 inner units (layer 4: up to 70, the others below 5) and of the 384 outer ones stretch the 8-bit
range of a whole tensor; they are multiplied apart, in float32 (as in LLM.int8(), Dettmers et al. 2022).
"""
import numpy as np
import onnx
import onnxruntime


def find_outliers(model, encode, texts, factor=4, most=4):
    """Name of the product → channels whose largest value is above `factor` × the median channel's. `texts` only show how large channels get."""
    probe = onnx.ModelProto()
    probe.CopyFrom(model)
    products = [(n.name.removesuffix(".product"), n.input[0]) for n in model.graph.node if n.name.endswith(".product")]
    inputs = sorted({x for _, x in products})
    for x in inputs:
        probe.graph.output.append(onnx.helper.make_tensor_value_info(x, onnx.TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(probe.SerializeToString(), providers=["CPUExecutionProvider"])
    largest = {x: 0 for x in inputs}
    for text in texts:
        ids = np.array([encode(text)], np.int64)
        for x, seen in zip(inputs, session.run(inputs, {"ids": ids, "mask": np.ones_like(ids)})):
            largest[x] = np.maximum(largest[x], np.abs(seen).max((0, 1)))
    found = {}
    for name, x in products:
        order = np.argsort(-largest[x])[:most]
        channels = sorted(int(i) for i in order if largest[x][i] > factor * np.median(largest[x]))
        if channels:
            found[name] = channels
    return found
