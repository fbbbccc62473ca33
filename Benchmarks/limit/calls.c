// Puts questions to torgd and measures how long the answers take.
//
//   calls SOCKET REQUESTS.jsonl CLIENTS SECONDS [SUM…]
//
// Each client is a thread with a connection of its own that sends a request, reads the answer to its newline, and sends the
// next. Prints: calls, calls a second, median, ninth decile and 99th percentile in milliseconds, bytes of an answer at the
// mean.
//
// SUM is the beginning of a sum in the answer of server.metrics, up to its value, in seconds. With it the daemon is asked for
// its metrics after every tenth call, on a connection of its own; what the sum grew by is what these very ten added to it.
// Prints for each, by such a batch and for one call of it: median of the growth, then median and ninth decile of the call's
// time without it. Looking more often would leave the daemon with the caches of another call before each.
//
// With CALLS_PAUSE in the environment each client waits so many milliseconds before each call: then the caches hold what
// others have used meanwhile, as they do after a match.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 1 << 20, SUMS = 4, ROOM = 1 << 22, BATCH = 10 };
static char **requests;
static int request_count, failed, sum_count;
static char **sums;
static double until;
static unsigned pause_time;
static const char *path;
typedef struct { int number, count, batches; double *times, *batch, *growth[SUMS]; size_t bytes; } Client;
typedef struct { int descriptor; char *buffer; } Connection;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static Connection open_connection(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    Connection made = {socket(AF_UNIX, SOCK_STREAM, 0), malloc(ROOM + 1)};
    if (connect(made.descriptor, (struct sockaddr *)&address, sizeof address)) { perror(path); exit(69); }
    return made;
}

static size_t call(Connection *on, const char *request) {
    size_t length = strlen(request), got = 0;
    for (size_t sent = 0; sent < length;) {
        ssize_t part = write(on->descriptor, request + sent, length - sent);
        if (part <= 0) { perror("write"); exit(74); }
        sent += (size_t)part;
    }
    while (!got || on->buffer[got - 1] != '\n') {
        if (got == ROOM) { fprintf(stderr, "an answer of more than 4 MiB\n"); exit(74); }
        ssize_t part = read(on->descriptor, on->buffer + got, ROOM - got);
        if (part <= 0) { perror("read"); exit(74); }
        got += (size_t)part;
    }
    on->buffer[got] = 0;
    return got;
}

// In milliseconds; 0 for what isn't there yet.
static void look(Connection *watch, double *values) {
    call(watch, "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"server.metrics\"}\n");
    for (int i = 0; i < sum_count; i++) {
        const char *found = strstr(watch->buffer, sums[i]);
        values[i] = found ? strtod(found + strlen(sums[i]), NULL) * 1e3 : 0;
    }
}

static void *run(void *argument) {
    Client *client = argument;
    Connection connection = open_connection(), watch = {0};
    double before[SUMS] = {0}, after[SUMS], taken = 0;
    if (sum_count) { watch = open_connection(); look(&watch, before); }
    for (int next = client->number * 61; now() < until && client->count < MOST; next++) {
        if (pause_time) usleep(pause_time);
        double start = now();
        size_t got = call(&connection, requests[next % request_count]);
        client->times[client->count] = now() - start;
        client->bytes += got;
        taken += client->times[client->count++];
        if (sum_count && client->count % BATCH == 0) {
            look(&watch, after);
            for (int i = 0; i < sum_count; i++) {
                client->growth[i][client->batches] = (after[i] - before[i]) / BATCH;
                before[i] = after[i];
            }
            client->batch[client->batches++] = taken / BATCH;
            taken = 0;
        }
        if (memmem(connection.buffer, got < 200 ? got : 200, "\"error\"", 7) && !__sync_fetch_and_add(&failed, 1))
            fprintf(stderr, "%.*s\n", (int)(got < 500 ? got : 500), connection.buffer);
    }
    return NULL;
}

static int order(const void *left, const void *right) {
    double one = *(const double *)left, other = *(const double *)right;
    return one < other ? -1 : one > other;
}

int main(int count, char **arguments) {
    if (count < 5 || count > 5 + SUMS) { fprintf(stderr, "usage: calls SOCKET REQUESTS.jsonl CLIENTS SECONDS [SUM...]\n"); return 64; }
    path = arguments[1];
    sums = arguments + 5;
    sum_count = count - 5;
    if (getenv("CALLS_PAUSE")) pause_time = (unsigned)(atof(getenv("CALLS_PAUSE")) * 1e3);
    FILE *file = fopen(arguments[2], "r");
    if (!file) { perror(arguments[2]); return 66; }
    requests = malloc(sizeof(char *) * 100000);
    char *line = NULL;
    size_t room = 0;
    while (request_count < 100000 && getline(&line, &room, file) > 0) requests[request_count++] = strdup(line);
    int clients = atoi(arguments[3]), total = 0, batches = 0;
    if (!request_count || clients < 1) { fprintf(stderr, "calls: nothing to ask, or nobody to ask it\n"); return 64; }
    double start = now();
    until = start + atof(arguments[4]) * 1e3;
    Client *all = calloc((size_t)clients, sizeof(Client));
    pthread_t *threads = calloc((size_t)clients, sizeof(pthread_t));
    for (int i = 0; i < clients; i++) {
        all[i] = (Client){.number = i, .times = malloc(MOST * sizeof(double)), .batch = malloc(MOST * sizeof(double))};
        for (int sum = 0; sum < sum_count; sum++) all[i].growth[sum] = malloc(MOST * sizeof(double));
        pthread_create(&threads[i], NULL, run, &all[i]);
    }
    size_t bytes = 0;
    double *times = malloc((size_t)clients * MOST * sizeof(double)), *growth[SUMS], *rest[SUMS];
    for (int sum = 0; sum < sum_count; sum++) {
        growth[sum] = malloc((size_t)clients * MOST * sizeof(double));
        rest[sum] = malloc((size_t)clients * MOST * sizeof(double));
    }
    for (int i = 0; i < clients; i++) {
        pthread_join(threads[i], NULL);
        for (int call = 0; call < all[i].count; call++) times[total++] = all[i].times[call];
        for (int batch = 0; batch < all[i].batches; batch++, batches++)
            for (int sum = 0; sum < sum_count; sum++) {
                growth[sum][batches] = all[i].growth[sum][batch];
                rest[sum][batches] = all[i].batch[batch] - growth[sum][batches];
            }
        bytes += all[i].bytes;
    }
    double seconds = (now() - start) / 1e3;
    if (!total || (sum_count && !batches)) return 74;
    qsort(times, (size_t)total, sizeof(double), order);
    printf("%d\t%.1f\t%.4f\t%.4f\t%.4f\t%zu", total, total / seconds, times[total / 2], times[total * 9 / 10],
        times[total * 99 / 100], bytes / (size_t)total);
    for (int sum = 0; sum < sum_count; sum++) {
        qsort(growth[sum], (size_t)batches, sizeof(double), order);
        qsort(rest[sum], (size_t)batches, sizeof(double), order);
        printf("\t%.4f\t%.4f\t%.4f", growth[sum][batches / 2], rest[sum][batches / 2], rest[sum][batches * 9 / 10]);
    }
    printf("\n");
    return failed ? 65 : 0;
}
