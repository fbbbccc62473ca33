// The limit: the plain retrieval part, written for speed alone and for this one workload.
//
//   limit SUPPLIERS.tsv QUESTIONS.tsv RESULTS.tsv
//
// It does what Torg's retrieval part does (Sources/Matching/Retrieval), to the last bit:
//   - eligible are the suppliers of the question's region;
//   - a pattern that one of the supplier's codes begins with gives  round(512 * idf) * 116;
//   - a word that its text has gives  round(512 * idf) * impact,  impact = round(tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 *
//     length / mean length)) / 2.2 * 255)  (BM25 with k1 = 1.2 and b = 0.75), with idf = ln(1 + (N - n + 0.5) / (n + 0.5));
//   - the 50 suppliers with the largest sums, equal ones by id.
//
// How: suppliers are numbered by region, so that a region is one stretch of every list; lists are not compressed (4 bytes of
// supplier, 1 byte of impact); every leading run of 2 to 8 digits of a code has a list of its own; the sums of the region are
// kept in an array of 4-byte integers; sums above the worst of the best 50 are looked for 64 at a time and put into a heap.
// One thread. A question is taken as text: words are hashed and patterns read within the time that is measured.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BEST = 50, UNIT = 116 };

typedef struct { uint64_t key; uint32_t id; } Slot;
typedef struct { Slot *slots; uint32_t size, count; } Table;

static uint64_t hash_bytes(const char *text, size_t length) {
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (uint8_t)text[i]) * 0x100000001B3u;
    hash ^= hash >> 32;
    return hash ? hash : 1;
}

// A 64-bit hash stands for the word: two words that share one would be one word here.
static uint32_t intern(Table *table, uint64_t key, int add) {
    uint32_t mask = table->size - 1, at = (uint32_t)(key * 0x9E3779B97F4A7C15u >> 32) & mask;
    while (table->slots[at].key) {
        if (table->slots[at].key == key) return table->slots[at].id;
        at = (at + 1) & mask;
    }
    if (!add) return UINT32_MAX;
    table->slots[at] = (Slot){key, table->count};
    return table->count++;
}

typedef struct { uint32_t *start, *supplier, *weight; uint8_t *impact; } Lists;
typedef struct { char id[12]; char region[6]; uint32_t words, word_count, codes, code_count; } Supplier;

static void *room(size_t bytes) {
    void *memory = calloc(1, bytes ? bytes : 1);
    if (!memory) { perror("calloc"); exit(71); }
    return memory;
}

static char *whole(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) { perror(path); exit(66); }
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *text = room(size + 1);
    if (fread(text, 1, size, file) != size) { perror(path); exit(66); }
    fclose(file);
    return text;
}

static Supplier *suppliers;
static int by_region(const void *left, const void *right) {
    const Supplier *one = left, *other = right;
    int order = strcmp(one->region, other->region);
    return order ? order : strcmp(one->id, other->id);
}
static int number_order(const void *left, const void *right) {
    uint32_t one = *(const uint32_t *)left, other = *(const uint32_t *)right;
    return one < other ? -1 : one > other;
}
// Processor time: a busy machine doesn't tell in it.
static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}
static int double_order(const void *left, const void *right) {
    double one = *(const double *)left, other = *(const double *)right;
    return one < other ? -1 : one > other;
}

static uint32_t first_at_least(const uint32_t *list, uint32_t low, uint32_t high, uint32_t supplier) {
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (list[middle] < supplier) low = middle + 1; else high = middle;
    }
    return low;
}

static uint64_t heap[BEST];
static uint32_t heap_count;
static void offer(uint64_t key) {
    if (heap_count < BEST) {
        uint32_t at = heap_count++;
        while (at && heap[(at - 1) / 2] > key) { heap[at] = heap[(at - 1) / 2]; at = (at - 1) / 2; }
        heap[at] = key;
        return;
    }
    uint32_t at = 0;
    for (;;) {
        uint32_t child = 2 * at + 1;
        if (child >= BEST) break;
        if (child + 1 < BEST && heap[child + 1] < heap[child]) child++;
        if (heap[child] >= key) break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = key;
}
static int descending(const void *left, const void *right) {
    uint64_t one = *(const uint64_t *)left, other = *(const uint64_t *)right;
    return one > other ? -1 : one < other;
}

int main(int count, char **arguments) {
    if (count != 4) { fprintf(stderr, "usage: limit SUPPLIERS.tsv QUESTIONS.tsv RESULTS.tsv\n"); return 64; }
    double began = now();
    char *text = whole(arguments[1]);
    uint32_t lines = 0;
    size_t spaces = 0;
    for (char *at = text; *at; at++) { lines += *at == '\n'; spaces += *at == ' ' || *at == '\t'; }
    suppliers = room(lines * sizeof(Supplier));
    uint32_t *words = room((spaces + lines) * 4), *codes = room((spaces + lines) * 4);
    Table word_table = {room(sizeof(Slot) << 20), 1 << 20, 0};
    uint32_t word_total = 0, code_total = 0, number = 0;
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n"), number++) {
        Supplier *supplier = &suppliers[number];
        char *tab = strchr(line, '\t');
        snprintf(supplier->id, sizeof supplier->id, "%.*s", (int)(tab - line), line);
        snprintf(supplier->region, sizeof supplier->region, "%.5s", tab + 1);
        char *at = tab + 7;
        supplier->codes = code_total;
        while (*at != '\t') {
            codes[code_total++] = (uint32_t)strtoul(at, &at, 10);
            while (*at == ' ') at++;
        }
        supplier->code_count = code_total - supplier->codes;
        supplier->words = word_total;
        for (at++; *at;) {
            size_t length = strcspn(at, " ");
            words[word_total++] = intern(&word_table, hash_bytes(at, length), 1);
            at += length + (at[length] == ' ');
        }
        supplier->word_count = word_total - supplier->words;
    }
    free(text);
    qsort(suppliers, lines, sizeof(Supplier), by_region);

    // A prefix as a key: its digits behind a 1.
    Table prefix_table = {room(sizeof(Slot) << 18), 1 << 18, 0};
    double mean = (double)word_total / lines;
    Lists word_lists, prefix_lists;
    uint32_t idf_words = word_table.count;
    for (int kind = 0; kind < 2; kind++) {
        Lists *lists = kind ? &prefix_lists : &word_lists;
        uint32_t terms = kind ? 1 << 17 : idf_words, *fill = NULL;
        lists->start = room((terms + 2) * 4);
        for (int pass = 0; pass < 2; pass++) {
            for (uint32_t s = 0; s < lines; s++) {
                uint32_t own[512], own_count = 0;
                if (kind == 0) {
                    memcpy(own, words + suppliers[s].words, suppliers[s].word_count * 4);
                    own_count = suppliers[s].word_count;
                } else {
                    for (uint32_t c = 0; c < suppliers[s].code_count; c++) {
                        uint32_t code = codes[suppliers[s].codes + c], unit = 1, base = 100000000;
                        for (int digits = 8; digits >= 2; digits--, unit *= 10, base /= 10)
                            own[own_count++] = intern(&prefix_table, code / unit + base, 1);
                    }
                }
                qsort(own, own_count, 4, number_order);
                for (uint32_t i = 0; i < own_count;) {
                    uint32_t same = i;
                    while (same < own_count && own[same] == own[i]) same++;
                    if (pass == 0) {
                        lists->start[own[i] + 1]++;
                    } else {
                        uint32_t at = fill[own[i]]++;
                        double tf = same - i, share = 0.25 + 0.75 * suppliers[s].word_count / mean;
                        lists->supplier[at] = s;
                        lists->impact[at] = kind ? UNIT : (uint8_t)lround(tf / (tf + 1.2 * share) * 255);
                    }
                    i = same;
                }
            }
            if (pass) break;
            for (uint32_t t = 0; t <= terms; t++) lists->start[t + 1] += lists->start[t];
            fill = room((terms + 1) * 4);
            memcpy(fill, lists->start, terms * 4);
            lists->supplier = room((size_t)lists->start[terms] * 4);
            lists->impact = room(lists->start[terms]);
        }
        lists->weight = room((terms + 1) * 4);
        for (uint32_t t = 0; t < terms; t++) {
            double n = lists->start[t + 1] - lists->start[t];
            lists->weight[t] = (uint32_t)lround(512 * log(1 + (lines - n + 0.5) / (n + 0.5)));
        }
        free(fill);
    }
    struct { char region[6]; uint32_t from, to; } stretches[64];
    uint32_t stretch_count = 0;
    for (uint32_t s = 0; s < lines; s++) {
        if (!stretch_count || strcmp(stretches[stretch_count - 1].region, suppliers[s].region)) {
            strcpy(stretches[stretch_count].region, suppliers[s].region);
            stretches[stretch_count++].from = s;
        }
        stretches[stretch_count - 1].to = s + 1;
    }
    double built = now();

    char *questions = whole(arguments[2]);
    FILE *results = fopen(arguments[3], "w");
    if (!results) { perror(arguments[3]); return 73; }
    double *times = room(100000 * sizeof(double));
    uint32_t asked = 0, *sums = room(((size_t)lines + 64) * 4);
    size_t touched = 0;
    for (int warm = 1; warm >= 0; warm--) {
        asked = 0;
        for (char *line = questions; *line;) {
            char *end = strchr(line, '\n');
            double start = now();
            uint32_t from = 0, to = 0;
            for (uint32_t i = 0; i < stretch_count; i++)
                if (!memcmp(stretches[i].region, line, 5)) { from = stretches[i].from; to = stretches[i].to; }
            heap_count = 0;
            char *at = line + 6;
            for (int kind = 1; kind >= 0; kind--) {
                Lists *lists = kind ? &prefix_lists : &word_lists;
                while (*at != '\t' && at < end) {
                    size_t length = 0;
                    while (at[length] != ' ' && at[length] != '\t' && at[length] != '\n') length++;
                    uint32_t term;
                    if (kind) {
                        uint32_t prefix = 0, base = 1;
                        for (size_t i = 0; i < length; i++, base *= 10) prefix = prefix * 10 + (uint32_t)(at[i] - '0');
                        term = intern(&prefix_table, prefix + base, 0);
                    } else {
                        term = intern(&word_table, hash_bytes(at, length), 0);
                    }
                    at += length + (at[length] == ' ');
                    if (term == UINT32_MAX) continue;
                    uint32_t low = first_at_least(lists->supplier, lists->start[term], lists->start[term + 1], from);
                    uint32_t high = first_at_least(lists->supplier, low, lists->start[term + 1], to);
                    uint32_t weight = lists->weight[term];
                    const uint32_t *supplier = lists->supplier;
                    const uint8_t *impact = lists->impact;
                    if (kind) for (uint32_t i = low; i < high; i++) sums[supplier[i]] += weight * UNIT;
                    else for (uint32_t i = low; i < high; i++) sums[supplier[i]] += weight * impact[i];
                    touched += high - low;
                }
                at++;
            }
            uint32_t worst = 0;
            for (uint32_t block = from; block < to; block += 64) {
                uint32_t stop = block + 64 < to ? block + 64 : to, best = 0;
                for (uint32_t i = block; i < stop; i++) best = sums[i] > best ? sums[i] : best;
                if (best > worst)
                    for (uint32_t i = block; i < stop; i++)
                        if (sums[i] > worst) {
                            offer((uint64_t)sums[i] << 32 | (UINT32_MAX - i));
                            if (heap_count == BEST) worst = (uint32_t)(heap[0] >> 32);
                        }
                memset(sums + block, 0, (stop - block) * 4);
            }
            qsort(heap, heap_count, 8, descending);
            times[asked++] = now() - start;
            if (!warm) {
                for (uint32_t i = 0; i < heap_count; i++)
                    fprintf(results, "%s%s", i ? " " : "", suppliers[UINT32_MAX - (uint32_t)heap[i]].id);
                fputc('\n', results);
            }
            line = end + 1;
        }
    }
    fclose(results);
    qsort(times, asked, sizeof(double), double_order);
    size_t bytes = (size_t)word_lists.start[idf_words] * 5 + (size_t)prefix_lists.start[1 << 17] * 5;
    printf("limit (C)\t%.4f\t%.4f\t%.1f\t%zu\n", times[asked / 2], times[asked * 9 / 10], (built - began) / 1e3, bytes);
    fprintf(stderr, "limit: %zu postings a question\n", touched / 2 / asked);
    return 0;
}
