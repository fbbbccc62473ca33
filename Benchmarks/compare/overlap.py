"""How many of the best 50 two engines share, in per cent, over all questions: overlap.py FOLDER ENGINE OTHER"""

import sys

folder, one, other = sys.argv[1:4]


def rows(engine):
    with open(f"{folder}/{engine}.tsv", encoding="utf-8") as lines:
        return [set(line.split()) for line in lines]


pairs = [(left, right) for left, right in zip(rows(one), rows(other)) if left or right]
shared = sum(len(left & right) / max(len(left), len(right)) for left, right in pairs)
print(f"{100 * shared / len(pairs):.1f}" if pairs else "-")
