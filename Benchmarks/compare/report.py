"""The table of a run, and whether it keeps its thresholds: report.py RESULTS.tsv THRESHOLDS.tsv [--check]"""

import datetime
import os
import platform
import sys

results, thresholds = sys.argv[1:3]
rows = [line.rstrip("\n").split("\t") for line in open(results, encoding="utf-8")]
sizes = sorted({int(row[0]) for row in rows})
medians, figures, names, overlaps = {}, {}, {}, []
for row in rows:
    size = int(row[0])
    if row[1] == "overlap":
        overlaps.append((size, row[2], row[3]))
        continue
    # One program can print several rows: what it measured goes after its name.
    key = row[1] if "," not in row[2] or row[1] not in ("market",) else "market:" + row[2].split(", ", 1)[1]
    names[key] = row[2]
    medians[key, size] = float(row[3])
    figures[key, size] = row[3:]


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def short(size):
    return f"{size // 1_000_000} M" if size % 1_000_000 == 0 else f"{size // 1000} k" if size >= 1000 else str(size)


def cell(key, size, form):
    return form(figures[key, size]) if (key, size) in figures else "–"


print(f"{datetime.date.today()}, {processor()}, {os.cpu_count()} cores, one thread used; milliseconds a question, median (ninth decile)")
print()
print("| | " + " | ".join(short(size) for size in sizes) + " | built in, s | bytes a supplier |")
print("|---" * (len(sizes) + 3) + "|")
for key in dict.fromkeys(key for key, _ in figures):
    cells = [cell(key, size, lambda f: f"{float(f[0]):.3g} ({float(f[1]):.3g})") for size in sizes]
    last = max(size for k, size in figures if k == key)
    print(
        f"| {names[key]} | " + " | ".join(cells)
        + f" | {cell(key, last, lambda f: f[2])} | {cell(key, last, lambda f: str(round(int(f[3]) / last)))} |")
print()
for size, pair, share in overlaps:
    print(f"best 50 shared by {pair} at {short(size)}: {share} %")

crossed = 0
print()
for line in open(thresholds, encoding="utf-8"):
    if line.startswith("#") or not line.strip():
        continue
    one, other, bound, why = line.rstrip("\n").split("\t")
    # growth: how much dearer a size is than the one before, by how much larger it is.
    for place, size in enumerate(sizes):
        if other == "growth":
            if place == 0 or (one, size) not in medians or (one, sizes[place - 1]) not in medians:
                continue
            before = sizes[place - 1]
            ratio = medians[one, size] / medians[one, before] / (size / before)
        else:
            if (one, size) not in medians or (other, size) not in medians:
                continue
            ratio = medians[one, size] / medians[other, size]
        verdict = "kept" if ratio <= float(bound) else "CROSSED"
        crossed += verdict == "CROSSED"
        print(f"{verdict}: {one} / {other} at {short(size)} is {ratio:.2f}, at most {bound} ({why})")
sys.exit(1 if crossed and "--check" in sys.argv else 0)
