// Puts questions to torgd and measures how long the answers take.
//
//   calls SOCKET REQUESTS.jsonl CLIENTS SECONDS
//
// Each client is a thread with a connection of its own that sends a request, reads the answer to its newline, and sends the
// next. Prints: clients, calls a second, median and 99th percentile in milliseconds, bytes of an answer at the mean.
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

enum { MOST = 1 << 20 };
static char **requests;
static int request_count, failed;
static double until;
static const char *path;
typedef struct { int number, count; double *times; size_t bytes; } Client;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void *run(void *argument) {
    Client *client = argument;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(descriptor, (struct sockaddr *)&address, sizeof address)) { perror(path); exit(69); }
    size_t room = 1 << 22;
    char *buffer = malloc(room);
    for (int next = client->number * 61; now() < until && client->count < MOST; next++) {
        const char *request = requests[next % request_count];
        size_t length = strlen(request), got = 0;
        double start = now();
        for (size_t sent = 0; sent < length;) {
            ssize_t part = write(descriptor, request + sent, length - sent);
            if (part <= 0) { perror("write"); exit(74); }
            sent += (size_t)part;
        }
        while (!got || buffer[got - 1] != '\n') {
            ssize_t part = read(descriptor, buffer + got, room - got);
            if (part <= 0) { perror("read"); exit(74); }
            got += (size_t)part;
        }
        client->times[client->count++] = now() - start;
        client->bytes += got;
        if (memmem(buffer, got < 200 ? got : 200, "\"error\"", 7) && !__sync_fetch_and_add(&failed, 1))
            fprintf(stderr, "%.*s\n", (int)(got < 500 ? got : 500), buffer);
    }
    close(descriptor);
    return NULL;
}

static int order(const void *left, const void *right) {
    double one = *(const double *)left, other = *(const double *)right;
    return one < other ? -1 : one > other;
}

int main(int count, char **arguments) {
    if (count != 5) { fprintf(stderr, "usage: calls SOCKET REQUESTS.jsonl CLIENTS SECONDS\n"); return 64; }
    path = arguments[1];
    FILE *file = fopen(arguments[2], "r");
    if (!file) { perror(arguments[2]); return 66; }
    requests = malloc(sizeof(char *) * 100000);
    char *line = NULL;
    size_t room = 0;
    while (request_count < 100000 && getline(&line, &room, file) > 0) requests[request_count++] = strdup(line);
    int clients = atoi(arguments[3]), total = 0;
    double start = now();
    until = start + atof(arguments[4]) * 1e3;
    Client *all = calloc((size_t)clients, sizeof(Client));
    pthread_t *threads = calloc((size_t)clients, sizeof(pthread_t));
    for (int i = 0; i < clients; i++) {
        all[i] = (Client){.number = i, .times = malloc(MOST * sizeof(double))};
        pthread_create(&threads[i], NULL, run, &all[i]);
    }
    size_t bytes = 0;
    double *times = malloc((size_t)clients * MOST * sizeof(double));
    for (int i = 0; i < clients; i++) {
        pthread_join(threads[i], NULL);
        memcpy(times + total, all[i].times, (size_t)all[i].count * sizeof(double));
        total += all[i].count;
        bytes += all[i].bytes;
    }
    double seconds = (now() - start) / 1e3;
    qsort(times, (size_t)total, sizeof(double), order);
    printf("%d\t%.0f\t%.4f\t%.4f\t%zu\n", clients, total / seconds, times[total / 2], times[total * 99 / 100], bytes / (size_t)total);
    return failed ? 65 : 0;
}
