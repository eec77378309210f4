"""The encoder as an ONNX graph: token ids and mask in, one L2-normalised vector a text out.

Word rows stay as the wheel has them (4 bits, a scale for 32 values; GatherBlockQuantized), so cutting and converting
loses nothing there. The matrices of the layers come as float32 and are made int8 afterwards by `convert.py`.
Source of the formula: BERT with exact GELU, mean over tokens, as in e5.c of the wheel.
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


class Graph:
    def __init__(self, outliers):
        self.nodes, self.tensors, self.outliers = [], [], outliers

    def keep(self, name, array):
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind, inputs, name, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def linear(self, x, weight, bias, name):
        """weight [out, in] as stored. Channels that `outliers` names go a way of their own, which stays float32."""
        apart = self.outliers.get(name, [])
        if len(apart):
            few = self.add("Gather", [x, self.keep(f"{name}.apart", np.array(apart, np.int64))], f"{name}.few", axis=-1)
            extra = self.add("MatMul", [few, self.keep(f"{name}.apart.weight", weight.T[apart])], f"{name}.extra")
            stay = np.ones(weight.shape[1], np.float32)
            stay[apart] = 0
            x = self.add("Mul", [x, self.keep(f"{name}.stay", stay)], f"{name}.even")
            weight = weight * stay
        product = self.add("MatMul", [x, self.keep(f"{name}.weight", weight.T)], f"{name}.product")
        if len(apart):
            product = self.add("Add", [product, extra], f"{name}.both")
        return self.add("Add", [product, self.keep(f"{name}.bias", bias)], name)

    def norm(self, x, weight, bias, epsilon, name):
        inputs = [x, self.keep(f"{name}.weight", weight), self.keep(f"{name}.bias", bias)]
        return self.add("LayerNormalization", inputs, name, axis=-1, epsilon=epsilon)


def word_rows(graph, weights, kept):
    values, scales = weights.blocks("emb.word", weights.hidden)
    values, scales = values[kept], scales[kept]
    nibbles = (values & 15).astype(np.uint8)
    packed = (nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)).tobytes()
    graph.tensors.append(helper.make_tensor("words", TensorProto.INT4, values.shape, packed, raw=True))
    graph.keep("words.scale", scales)
    graph.nodes.append(
        helper.make_node(
            "GatherBlockQuantized", ["words", "ids", "words.scale"], ["word.half"],
            name="word.half", domain="com.microsoft", block_size=32, gather_axis=0, quantize_axis=1,
        )
    )
    return graph.add("Cast", ["word.half"], "word", to=TensorProto.FLOAT)


def build(weights, kept, outliers={}):
    """`kept`: ids of the word rows that stay; the graph's ids are places in it. `outliers`: see find_outliers.py."""
    graph = Graph(outliers)
    hidden, heads = weights.hidden, weights.heads
    width = hidden // heads
    one = graph.keep("one", np.array([1], np.int64))

    word = word_rows(graph, weights, kept)
    positions = weights.floats("emb.pos").reshape(-1, hidden) + weights.floats("emb.type").reshape(-1, hidden)[0]
    graph.keep("positions", positions)
    length = graph.add("Slice", [graph.add("Shape", ["ids"], "shape"), one, graph.keep("two", np.array([2], np.int64))], "length")
    place = graph.add("Slice", ["positions", graph.keep("zero", np.array([0], np.int64)), length, "zero"], "place")
    x = graph.norm(
        graph.add("Add", [word, place], "embedded"), weights.floats("emb.ln.w"), weights.floats("emb.ln.b"), weights.epsilon, "x0"
    )

    mask = graph.add("Cast", ["mask"], "mask.float", to=TensorProto.FLOAT)
    # 0 where a token is, a large negative number where padding is, added to the attention scores
    away = graph.add("Mul", [graph.add("Sub", [mask, graph.keep("1", np.float32(1))], "mask.less"), graph.keep("far", np.float32(1e4))], "away")
    away = graph.add("Unsqueeze", [away, graph.keep("middle", np.array([1, 2], np.int64))], "away.wide")
    graph.keep("split", np.array([0, 0, heads, width], np.int64))
    graph.keep("join", np.array([0, 0, hidden], np.int64))
    graph.keep("thirds", np.array([hidden] * 3, np.int64))

    for layer in range(weights.layers):
        at = f"l{layer}."
        matrix = lambda name, columns=hidden: weights.matrix(at + name + ".w", columns)
        vector = lambda name: weights.floats(at + name)
        # the scale 1/√width goes into the query's weights; one product for all three
        scale = 1 / np.sqrt(width)
        weight = np.concatenate([matrix("q") * scale, matrix("k"), matrix("v")])
        bias = np.concatenate([vector("q.b") * scale, vector("k.b"), vector("v.b")])
        both = graph.linear(x, weight.astype(np.float32), bias.astype(np.float32), at + "qkv")
        graph.nodes.append(helper.make_node("Split", [both, "thirds"], [at + c for c in "qkv"], name=at + "parts", axis=-1))
        part = {}
        for name, order in (("q", [0, 2, 1, 3]), ("k", [0, 2, 3, 1]), ("v", [0, 2, 1, 3])):
            shaped = graph.add("Reshape", [at + name, "split"], at + name + ".heads")
            part[name] = graph.add("Transpose", [shaped], at + name + ".turned", perm=order)
        scores = graph.add("Add", [graph.add("MatMul", [part["q"], part["k"]], at + "scores"), away], at + "masked")
        weighed = graph.add("MatMul", [graph.add("Softmax", [scores], at + "shares", axis=-1), part["v"]], at + "weighed")
        joined = graph.add("Reshape", [graph.add("Transpose", [weighed], at + "back", perm=[0, 2, 1, 3]), "join"], at + "joined")
        out = graph.linear(joined, matrix("ao"), vector("ao.b"), at + "ao")
        x = graph.norm(graph.add("Add", [out, x], at + "sum1"), vector("aln.w"), vector("aln.b"), weights.epsilon, at + "x1")
        inner = graph.add("Gelu", [graph.linear(x, matrix("fi"), vector("fi.b"), at + "fi")], at + "gelu")
        out = graph.linear(inner, matrix("fo", weights.inner), vector("fo.b"), at + "fo")
        x = graph.norm(graph.add("Add", [out, x], at + "sum2"), vector("oln.w"), vector("oln.b"), weights.epsilon, at + "x2")

    tall = graph.add("Unsqueeze", [mask, graph.keep("last", np.array([2], np.int64))], "mask.tall")
    total = graph.add("ReduceSum", [graph.add("Mul", [x, tall], "counted"), one], "total", keepdims=0)
    # the mean and the sum point the same way: the norm makes them one
    graph.add("LpNormalization", [total], "vector", axis=-1, p=2)

    form = lambda name, kind, shape: helper.make_tensor_value_info(name, kind, shape)
    made = helper.make_graph(
        graph.nodes, "multilingual-e5-small",
        [form("ids", TensorProto.INT64, ["texts", "tokens"]), form("mask", TensorProto.INT64, ["texts", "tokens"])],
        [form("vector", TensorProto.FLOAT, ["texts", hidden])], graph.tensors,
    )
    model = helper.make_model(
        made, opset_imports=[helper.make_opsetid("", 21), helper.make_opsetid("com.microsoft", 1)], producer_name="tandem tools/encoder"
    )
    model.ir_version = 10
    onnx.checker.check_model(model)
    return model
