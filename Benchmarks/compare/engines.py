"""The other engines on the same suppliers and the same questions.

    engines.py ENGINE FOLDER

ENGINE is sqlite, tantivy, xapian or bm25s; FOLDER has suppliers.tsv and questions.tsv, and gets ENGINE.tsv with the best 50
ids of each question. Prints: name, median and ninth decile in milliseconds, seconds to build, bytes of the index. One thread.
The median is of the second round; what is timed is from the question in the engine's own form to the ids, or to the engine's
own numbers of them, in processor time, so that a busy machine doesn't tell.

Every leading run of 2 to 8 digits of a code is a word of its own kind (722 for 72200000), so that a pattern is one word in
every engine. The region is a filter; of patterns and words, any may match.
"""

import collections
import importlib.metadata
import math
import os
import shutil
import statistics
import sys
import time

BEST = 50


def suppliers(folder):
    with open(f"{folder}/suppliers.tsv", encoding="utf-8") as lines:
        for line in lines:
            name, region, codes, text = line.rstrip("\n").split("\t")
            prefixes = {code[:digits] for code in codes.split() for digits in range(2, 9)}
            yield name, region, sorted(prefixes), text


def questions(folder):
    with open(f"{folder}/questions.tsv", encoding="utf-8") as lines:
        for line in lines:
            region, patterns, words = line.rstrip("\n").split("\t")
            yield region, patterns.split(), words.split()


def idf(count, holders):
    return math.log(1 + (count - holders + 0.5) / (holders + 0.5))


def size(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk(path) for name in names)


def measured(prepared, search):
    for _ in range(2):
        times, answers = [], []
        for question in prepared:
            start = time.thread_time()
            answer = search(question)
            times.append((time.thread_time() - start) * 1e3)
            answers.append(answer)
    times.sort()
    return statistics.median(times), times[len(times) * 9 // 10], answers


def sqlite(folder):
    import sqlite3

    path = f"{folder}/sqlite.db"
    if os.path.exists(path):
        os.remove(path)
    start = time.thread_time()
    base = sqlite3.connect(path)
    base.execute("PRAGMA cache_size = -2000000")
    base.execute("PRAGMA journal_mode = OFF")
    base.execute("CREATE VIRTUAL TABLE s USING fts5(id UNINDEXED, region, cpv, text, content='', tokenize='unicode61 remove_diacritics 0')")
    ids = []
    def rows():
        for row, (name, region, prefixes, text) in enumerate(suppliers(folder)):
            ids.append(name)
            yield row, name, region, " ".join("c" + prefix for prefix in prefixes), text
    base.executemany("INSERT INTO s(rowid, id, region, cpv, text) VALUES (?, ?, ?, ?, ?)", rows())
    base.execute("INSERT INTO s(s) VALUES ('optimize')")
    base.commit()
    built = time.thread_time() - start
    prepared = [
        "region:%s AND (%s)" % (region, " OR ".join(["cpv:c" + p for p in patterns] + ['text:"%s"' % w for w in words]))
        for region, patterns, words in questions(folder)
    ]
    # Such a search takes so long that fewer questions do: the same share of the same ones for every size.
    if len(ids) > 200_000:
        prepared = prepared[:100]
    sql = "SELECT rowid FROM s WHERE s MATCH ? ORDER BY rank LIMIT 50"
    median, ninth, answers = measured(prepared, lambda question: base.execute(sql, (question,)).fetchall())
    return f"SQLite FTS5 {sqlite3.sqlite_version}", median, ninth, built, size(path), [[ids[r] for (r,) in a] for a in answers]


def tantivy(folder):
    import tantivy as t

    path = f"{folder}/tantivy"
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    start = time.thread_time()
    builder = t.SchemaBuilder()
    builder.add_integer_field("number", fast=True, stored=True)
    for name in ["region", "cpv"]:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
    schema = builder.build()
    index = t.Index(schema, path=path)
    writer = index.writer(heap_size=1_000_000_000, num_threads=1)
    ids, holders = [], collections.Counter()
    for number, (name, region, prefixes, text) in enumerate(suppliers(folder)):
        ids.append(name)
        document = t.Document()
        document.add_integer("number", number)
        document.add_text("region", region)
        for prefix in prefixes:
            document.add_text("cpv", prefix)
            holders[prefix] += 1
        document.add_text("text", text)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    # One segment: the fastest form to search.
    writer = index.writer(heap_size=1_000_000_000, num_threads=1)
    for name in ["merge_segments", "merge"]:
        if hasattr(writer, name):
            getattr(writer, name)()
            break
    index.reload()
    built = time.thread_time() - start
    searcher = index.searcher()
    Query, Must, Should = t.Query, t.Occur.Must, t.Occur.Should

    def query(question):
        region, patterns, words = question
        any_of = [(Should, Query.const_score_query(Query.term_query(schema, "cpv", p), idf(len(ids), holders[p]))) for p in patterns]
        any_of += [(Should, Query.term_query(schema, "text", w, index_option="freq")) for w in words]
        only = Query.const_score_query(Query.term_query(schema, "region", region), 0.0)
        return Query.boolean_query([(Must, only), (Must, Query.boolean_query(any_of))])

    median, ninth, answers = measured(
        [query(q) for q in questions(folder)], lambda question: searcher.search(question, BEST, count=False).hits)
    answers = [[ids[searcher.doc(address)["number"][0]] for _, address in hits] for hits in answers]
    version = importlib.metadata.version("tantivy")
    return f"Tantivy {version} ({searcher.num_segments} segment)", median, ninth, built, size(path), answers


def xapian(folder):
    import xapian as x

    path = f"{folder}/xapian"
    shutil.rmtree(path, ignore_errors=True)
    start = time.thread_time()
    base = x.WritableDatabase(path + ".new", x.DB_CREATE_OR_OVERWRITE)
    ids = []
    for name, region, prefixes, text in suppliers(folder):
        ids.append(name)
        document = x.Document()
        document.add_boolean_term("R" + region)
        for prefix in prefixes:
            document.add_term("C" + prefix)
        for word in text.split():
            document.add_term("w" + word)
        base.add_document(document)
    base.commit()
    base.compact(path, x.DBCOMPACT_NO_RENUMBER)
    base.close()
    shutil.rmtree(path + ".new")
    built = time.thread_time() - start
    base = x.Database(path)
    enquire = x.Enquire(base)
    enquire.set_weighting_scheme(x.BM25Weight(1.2, 0, 1, 0.75, 0))

    def query(question):
        region, patterns, words = question
        any_of = x.Query(x.Query.OP_OR, ["C" + p for p in patterns] + ["w" + w for w in words])
        return x.Query(x.Query.OP_FILTER, any_of, x.Query("R" + region))

    def search(question):
        enquire.set_query(question)
        return [match.docid for match in enquire.get_mset(0, BEST)]

    median, ninth, answers = measured([query(q) for q in questions(folder)], search)
    return f"Xapian {x.version_string()}", median, ninth, built, size(path), [[ids[d - 1] for d in a] for a in answers]


def bm25s(folder):
    import bm25s as b
    import numpy

    start = time.thread_time()
    ids, texts = [], []
    for name, _, _, text in suppliers(folder):
        ids.append(name)
        # One object a word, not one an occurrence: 35 million of them at 1 M.
        texts.append([sys.intern(word) for word in text.split()])
    model = b.BM25(method="lucene", k1=1.2, b=0.75)
    model.index(texts, show_progress=False)
    built = time.thread_time() - start

    # retrieve() prepares batches and threads; for one question at a time its own parts are faster.
    def search(words):
        scores = model.get_scores(words)
        return numpy.argpartition(scores, -BEST)[-BEST:]

    median, ninth, _ = measured([words for _, _, words in questions(folder)], search)
    held = sum(part.nbytes for part in model.scores.values() if hasattr(part, "nbytes"))
    return f"bm25s {b.__version__} (words only, all regions)", median, ninth, built, held, []


def main():
    engine, folder = sys.argv[1:3]
    name, median, ninth, built, held, answers = globals()[engine](folder)
    with open(f"{folder}/{engine}.tsv", "w", encoding="utf-8") as results:
        results.writelines(" ".join(answer) + "\n" for answer in answers)
    print(f"{name}\t{median:.4f}\t{ninth:.4f}\t{built:.1f}\t{held}")


main()
