"""Queries to time, taken from the text that is searched: the same ones for the same text."""
import collections
import pathlib
import re


def sample_queries(content: pathlib.Path) -> list[str]:
    """Words that are very common, common, in between and rare, two together, the beginning of one, one misspelt.

    They come from the first four hundred pages alone, so that a small text and a large one are asked the same.
    """
    counts = collections.Counter()
    for file in sorted(content.glob("*/plan-*/*.md"))[:400]:
        prose = file.read_text("utf-8").split("---", 2)[2]
        counts.update(word for word in re.findall(r"[a-zåäö]{6,}", prose.lower()))
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    common, middle, rare = (ranked[int(len(ranked) * share)] for share in (0.005, 0.05, 0.9))
    long_words = [word for word in ranked[len(ranked) // 50 :] if len(word) > 14]
    compound = long_words[0]
    misspelt = compound[:6] + compound[7:]
    return [ranked[0], common, middle, rare, f"{common} {middle}", compound[:7], misspelt]
