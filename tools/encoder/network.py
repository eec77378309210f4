"""The encoder in PyTorch, to be trained further and as an engine apart from ONNX Runtime."""
import numpy as np
import torch
from torch import nn
from torch.nn import functional

class Network(nn.Module):
    """`weights`: weights.py. `kept`: ids of the word rows that stay, as for build_graph.py; they are never trained."""

    def __init__(self, weights, kept):
        super().__init__()
        self.hidden, self.heads, self.layers, self.epsilon = weights.hidden, weights.heads, weights.layers, weights.epsilon
        values, scales = weights.blocks("emb.word", self.hidden)
        values, scales = values[kept], scales[kept].astype(np.float32)
        words = (values.reshape(len(kept), -1, 32) * scales[:, :, None]).reshape(len(kept), self.hidden)
        self.register_buffer("words", torch.from_numpy(words.astype(np.float32)), persistent=False)
        self.tensors = nn.ParameterDict()
        for name, columns in tensors_of(weights):
            array = weights.matrix(name, columns) if columns else weights.floats(name)
            if name in ("emb.pos", "emb.type"):
                array = array.reshape(-1, self.hidden)
            self.tensors[name.replace(".", "_")] = nn.Parameter(torch.from_numpy(np.ascontiguousarray(array)))

    def of(self, name):
        return self.tensors[name.replace(".", "_")]

    def named(self):
        """Tensors by the names of the wheel's file."""
        return {key.replace("_", "."): value.detach().numpy() for key, value in self.tensors.items()}

    def norm(self, x, at):
        return functional.layer_norm(x, (self.hidden,), self.of(at + ".w"), self.of(at + ".b"), self.epsilon)

    def linear(self, x, at):
        return functional.linear(x, self.of(at + ".w"), self.of(at + ".b"))

    def embedded(self, ids, places):
        return self.norm(self.words[ids] + self.of("emb.pos")[places] + self.of("emb.type")[0], "emb.ln")

    def layer(self, x, layer, frame):
        at = f"l{layer}."
        rows, columns, mask = frame
        shape = (*mask.shape, self.heads, self.hidden // self.heads)

        def parted(name):
            flat = self.linear(x, at + name)
            return flat.new_zeros(*mask.shape, self.hidden).index_put((rows, columns), flat).view(shape).transpose(1, 2)

        mixed = functional.scaled_dot_product_attention(parted("q"), parted("k"), parted("v"), attn_mask=mask[:, None, None, :])
        mixed = mixed.transpose(1, 2).reshape(*mask.shape, self.hidden)[rows, columns]
        x = self.norm(self.linear(mixed, at + "ao") + x, at + "aln")
        return self.norm(self.linear(functional.gelu(self.linear(x, at + "fi")), at + "fo") + x, at + "oln")

    def forward(self, texts, start=None, first=0):
        """Vectors of length 1. `texts`: lists of ids. `start`: what layer `first` receives for each text (`until`), where known."""
        rows, columns, mask = frame = framed([len(one) for one in texts])
        x = torch.cat(start) if start is not None else self.embedded(torch.tensor([i for one in texts for i in one]), columns)
        for layer in range(first, self.layers):
            x = self.layer(x, layer, frame)
        total = x.new_zeros(len(texts), self.hidden).index_add(0, rows, x)
        return functional.normalize(total, dim=-1)

    def until(self, texts, last):
        """What layer `last` receives, a [tokens, hidden] tensor a text."""
        lengths = [len(one) for one in texts]
        frame = framed(lengths)
        x = self.embedded(torch.tensor([i for one in texts for i in one]), frame[1])
        for layer in range(last):
            x = self.layer(x, layer, frame)
        return list(x.split(lengths))


def tensors_of(weights):
    """Name and columns (0: a vector) of everything but the word rows."""
    yield from (("emb.pos", 0), ("emb.type", 0), ("emb.ln.w", 0), ("emb.ln.b", 0))
    for layer in range(weights.layers):
        for name in ("q", "k", "v", "ao", "fi", "fo"):
            yield f"l{layer}.{name}.w", weights.inner if name == "fo" else weights.hidden
            yield f"l{layer}.{name}.b", 0
        for name in ("aln", "oln"):
            yield from ((f"l{layer}.{name}.w", 0), (f"l{layer}.{name}.b", 0))


def framed(lengths):
    """Of tokens one after another: their text, their place in it, and which places of [texts, longest] are tokens."""
    counts = torch.tensor(lengths)
    rows = torch.repeat_interleave(torch.arange(len(lengths)), counts)
    columns = torch.cat([torch.arange(n) for n in lengths])
    mask = torch.arange(int(counts.max()))[None, :] < counts[:, None]
    return rows, columns, mask
