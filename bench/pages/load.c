/*
 * load <port> <host> <path> <seconds> <connections> <encoding>
 *
 * Asks for one page over and over, one request at a time on each connection, and prints one line of JSON: how many whole
 * answers came, how many bytes, how many were not 200, and what the slowest hundredth took. Bodies are skipped, not read:
 * on a machine where server and load share the cores every cycle here is missing there.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define HEAD_LIMIT 16384
#define LATENCIES (1 << 20)

enum phase { HEAD, BODY, SIZE, CHUNK, CRLF, TRAILER };
struct conn { int fd; enum phase phase; char head[HEAD_LIMIT]; int headlen; long left; int sizelen; char size[24]; double asked; int trailer; };

static char request[4096];
static int requestlen;
static long answers, failures, bytes, latencies;
static float latency[LATENCIES];

static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec / 1e9; }

static void ask(struct conn *c) {
  c->phase = HEAD; c->headlen = 0; c->asked = now();
  if (write(c->fd, request, requestlen) != requestlen) { perror("write"); exit(1); }
}

static void answered(struct conn *c) {
  answers++;
  if (latencies < LATENCIES) latency[latencies++] = (now() - c->asked) * 1e3;
  ask(c);
}

/* Takes what of the buffer belongs to the head; answers how much that was. */
static long take_head(struct conn *c, const char *at, long n) {
  long used = 0;
  while (used < n) {
    if (c->headlen == HEAD_LIMIT - 1) { fprintf(stderr, "a head of 16 KB\n"); exit(1); }
    c->head[c->headlen++] = at[used++];
    if (c->headlen < 4 || memcmp(c->head + c->headlen - 4, "\r\n\r\n", 4)) continue;
    c->head[c->headlen] = 0;
    if (strncmp(c->head + 9, "200", 3)) failures++;
    char *length = strcasestr(c->head, "\r\ncontent-length:");
    if (length) { c->left = atol(length + 17); c->phase = BODY; if (!c->left) answered(c); }
    else { c->phase = SIZE; c->sizelen = 0; }
    break;
  }
  return used;
}

static long skip(struct conn *c, long n) { long some = n < c->left ? n : c->left; c->left -= some; return some; }

static void take(struct conn *c, const char *at, long n) {
  bytes += n;
  while (n > 0) {
    long used = 1;
    switch (c->phase) {
      case HEAD: used = take_head(c, at, n); break;
      case BODY: used = skip(c, n); if (!c->left) answered(c); break;
      case CHUNK: used = skip(c, n); if (!c->left) { c->left = 2; c->phase = CRLF; } break;
      case CRLF: used = skip(c, n); if (!c->left) { c->phase = SIZE; c->sizelen = 0; } break;
      case SIZE:
        if (*at == '\n') { c->size[c->sizelen] = 0; c->left = strtol(c->size, 0, 16); c->phase = c->left ? CHUNK : TRAILER; c->trailer = 0; }
        else if (c->sizelen < 20) c->size[c->sizelen++] = *at;
        break;
      case TRAILER: if (++c->trailer == 2) answered(c); break;
    }
    at += used; n -= used;
  }
}

static int compare(const void *a, const void *b) { float d = *(float *)a - *(float *)b; return d < 0 ? -1 : d > 0; }

int main(int argc, char **argv) {
  if (argc != 7) { fprintf(stderr, "load <port> <host> <path> <seconds> <connections> <encoding>\n"); return 2; }
  requestlen = snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/html\r\nAccept-Encoding: %s\r\n\r\n", argv[3], argv[2], argv[6]);
  int count = atoi(argv[5]), poll = epoll_create1(0);
  struct conn *conns = calloc(count, sizeof *conns);
  struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr = { htonl(INADDR_LOOPBACK) } };
  for (int i = 0; i < count; i++) {
    int one = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(fd, (struct sockaddr *)&to, sizeof to)) { perror("connect"); return 1; }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    conns[i].fd = fd;
    struct epoll_event e = { .events = EPOLLIN, .data.ptr = &conns[i] };
    epoll_ctl(poll, EPOLL_CTL_ADD, fd, &e);
    ask(&conns[i]);
  }
  static char buffer[1 << 18];
  struct epoll_event events[256];
  double begin = now(), end = begin + atof(argv[4]);
  while (now() < end) {
    int n = epoll_wait(poll, events, 256, 100);
    for (int i = 0; i < n; i++) {
      struct conn *c = events[i].data.ptr;
      long got = read(c->fd, buffer, sizeof buffer);
      if (got <= 0) { fprintf(stderr, "the server hung up: %s\n", got ? strerror(errno) : "end"); return 1; }
      take(c, buffer, got);
    }
  }
  double took = now() - begin;
  qsort(latency, latencies, sizeof *latency, compare);
  printf("{\"perSecond\":%.1f,\"megabytesPerSecond\":%.1f,\"failures\":%ld,\"p99Ms\":%.2f}\n", answers / took, bytes / took / 1e6, failures, latencies ? latency[(long)(latencies * 0.99)] : 0);
}
