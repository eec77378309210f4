"""Which of the 250,037 pieces stay: whatever Chinese and English texts can be split into, and single letters of the rest.

A text of kept characters is split as before, for every piece it could be split into stays.
"""
import re

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Punctuation, currency, arrows, full-width forms, emoji; not ▁ (U+2581), which stands for a space.
SIGNS = "\u00a0-\u00bf\u00d7\u00f7\u2000-\u2580\u2582-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufe30-\ufe4f\uff00-\uffef\U0001f000-\U0001faff"
# Accents of names and loan words in English texts: café, Zürich, José.
ACCENTS = "ÀÁÂÄÇÈÉÊËÍÎÏÑÓÔÖÙÚÛÜßàáâäçèéêëíîïñóôöùúûü"
KEPT = re.compile(f"^[▁ -~{HAN}{SIGNS}{ACCENTS}]+$")
# Of Latin with other accents, Greek, Cyrillic and kana the pieces of one letter: a name is then spelled, not unknown.
LETTER = re.compile("^▁?[\u00c0-\u024f\u0370-\u03ff\u0400-\u045f\u3040-\u30ff]$")


def choose(pieces):
    """Ids of the kept pieces in order; the first four are <s>, <pad>, </s>, <unk>."""
    return [i for i, piece in enumerate(pieces) if i < 4 or KEPT.match(piece) or LETTER.match(piece)]
