/*
 * Many viewers of one server, in one process: opens connections, waits until each is ready, then notes when each message
 * reaches each of them. Messages carry `"n":<number>,"t":<microseconds since 1970>` somewhere in their text.
 *
 *   viewers <port> <count> <messages> <requests-file> <ready-text> [<answer-hex> <second-ready-text>]
 *
 * The file's requests are divided by NUL; each viewer sends the next one. Prints one JSON line when all are ready ({"ready":…,"connectMs":…}) and one at the end of standard input.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

/* Handshakes under way at once: below the kernel's queue, so that none is retried. */
#define AT_ONCE 400
#define TEXT 256

enum { CONNECTING, WAITING, ANSWERED, LIVE, GONE };

struct viewer {
  int fd;
  int phase;
  int matched; /* bytes of the text that is waited for */
  int scan;    /* where in `"n":…,"t":…` the reading is */
  uint64_t n, t;
  int64_t last;
};

static struct viewer *viewers;
static int count, messages, started, under_way, ready, gone, epoll;
static uint32_t **latency; /* microseconds, per message in order of arrival */
static int *heard;
static long doubled, delivered;
static char **requests, ready_text[TEXT], second_text[TEXT];
static int request_count, answer_length;
static unsigned char answer[TEXT];
static uint64_t began;

static uint64_t now_us(void) {
  struct timeval t;
  gettimeofday(&t, NULL);
  return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_usec;
}

static int port_number;

static void start_one(int i) {
  struct viewer *v = &viewers[i];
  int one = 1;
  v->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (v->fd < 0) { perror("socket"); exit(1); }
  setsockopt(v->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  /* Thousands of ports in TIME-WAIT would make the search for a free one the bottleneck of the next crowd. */
  struct linger reset = {.l_onoff = 1, .l_linger = 0};
  setsockopt(v->fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  setsockopt(v->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
  /* Ports are counted per pair of addresses: every 20,000 viewers come from another one. */
  struct sockaddr_in from = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000002 + i / 20000)};
  if (bind(v->fd, (struct sockaddr *)&from, sizeof from) < 0) { perror("bind"); exit(1); }
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port_number), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (connect(v->fd, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) { perror("connect"); exit(1); }
  v->phase = CONNECTING;
  v->last = -1;
  struct epoll_event e = {.events = EPOLLOUT, .data.u32 = (uint32_t)i};
  epoll_ctl(epoll, EPOLL_CTL_ADD, v->fd, &e);
  under_way++;
}

static void become_ready(struct viewer *v) {
  v->phase = LIVE;
  under_way--;
  if (++ready == count) {
    printf("{\"ready\":%d,\"connectMs\":%.1f}\n", ready, (now_us() - began) / 1000.0);
    fflush(stdout);
  }
}

static void note(struct viewer *v) {
  if ((int64_t)v->n <= v->last) { doubled++; return; }
  v->last = (int64_t)v->n;
  if (v->n >= (uint64_t)messages) return;
  latency[v->n][heard[v->n]++] = (uint32_t)(now_us() - v->t);
  delivered++;
}

/* One byte of what a server says. Texts that are waited for must not begin with a repetition of their own beginning. */
static void hear(struct viewer *v, char c) {
  if (v->phase == WAITING || v->phase == ANSWERED) {
    const char *text = v->phase == WAITING ? ready_text : second_text;
    v->matched = c == text[v->matched] ? v->matched + 1 : c == text[0];
    if (text[v->matched] != 0) return;
    v->matched = 0;
    if (v->phase == ANSWERED || answer_length == 0) { become_ready(v); return; }
    v->phase = ANSWERED;
    if (write(v->fd, answer, answer_length) != answer_length) { perror("answer"); exit(1); }
    return;
  }
  static const char first[] = "\"n\":", second[] = ",\"t\":";
  if (v->scan < 4) { v->scan = c == first[v->scan] ? v->scan + 1 : c == '"'; if (v->scan == 4) v->n = 0; return; }
  if (v->scan == 4) {
    if (c >= '0' && c <= '9') { v->n = v->n * 10 + (uint64_t)(c - '0'); return; }
    v->scan = c == ',' ? 5 : 0;
    return;
  }
  if (v->scan < 9) { v->scan = c == second[v->scan - 4] ? v->scan + 1 : 0; if (v->scan == 9) v->t = 0; return; }
  if (c >= '0' && c <= '9') { v->t = v->t * 10 + (uint64_t)(c - '0'); return; }
  v->scan = 0;
  note(v);
}

static void read_requests(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *all = malloc((size_t)size + 1);
  if (fread(all, 1, (size_t)size, file) != (size_t)size) { perror(path); exit(1); }
  all[size] = 0;
  fclose(file);
  for (char *at = all; at < all + size; at += strlen(at) + 1) {
    requests = realloc(requests, (size_t)(request_count + 1) * sizeof *requests);
    requests[request_count++] = at;
  }
}

static int smaller(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

static void report(void) {
  printf("{\"delivered\":%ld,\"doubled\":%ld,\"gone\":%d,\"messages\":[", delivered, doubled, gone);
  for (int n = 0; n < messages; n++) {
    uint32_t *l = latency[n];
    int h = heard[n];
    qsort(l, (size_t)h, sizeof *l, smaller);
    printf("%s{\"heard\":%d,\"p50\":%u,\"p99\":%u,\"last\":%u}", n ? "," : "", h, h ? l[h / 2] : 0, h ? l[h * 99 / 100] : 0, h ? l[h - 1] : 0);
  }
  printf("]}\n");
}

int main(int argc, char **argv) {
  if (argc != 6 && argc != 8) { fprintf(stderr, "usage: viewers port count messages request-file ready [hex second]\n"); return 2; }
  port_number = atoi(argv[1]);
  count = atoi(argv[2]);
  messages = atoi(argv[3]);
  read_requests(argv[4]);
  strncpy(ready_text, argv[5], TEXT - 1);
  if (argc == 8) {
    answer_length = (int)strlen(argv[6]) / 2;
    for (int i = 0; i < answer_length; i++) sscanf(argv[6] + 2 * i, "%2hhx", &answer[i]);
    strncpy(second_text, argv[7], TEXT - 1);
  }
  viewers = calloc((size_t)count, sizeof *viewers);
  heard = calloc((size_t)messages, sizeof *heard);
  latency = calloc((size_t)messages, sizeof *latency);
  for (int n = 0; n < messages; n++) latency[n] = malloc((size_t)count * sizeof **latency);
  epoll = epoll_create1(0);
  struct epoll_event input = {.events = EPOLLIN, .data.u32 = UINT32_MAX};
  epoll_ctl(epoll, EPOLL_CTL_ADD, 0, &input);
  began = now_us();
  static char buffer[65536];
  struct epoll_event events[512];
  for (;;) {
    while (started < count && under_way < AT_ONCE) start_one(started++);
    int some = epoll_wait(epoll, events, 512, -1);
    for (int e = 0; e < some; e++) {
      if (events[e].data.u32 == UINT32_MAX) {
        if (read(0, buffer, sizeof buffer) <= 0) { report(); return 0; }
        continue;
      }
      struct viewer *v = &viewers[events[e].data.u32];
      if (v->phase == GONE) continue;
      if (v->phase == CONNECTING) {
        const char *request = requests[events[e].data.u32 % (uint32_t)request_count];
        if (write(v->fd, request, strlen(request)) != (ssize_t)strlen(request)) { perror("request"); return 1; }
        v->phase = WAITING;
        struct epoll_event in = {.events = EPOLLIN, .data.u32 = events[e].data.u32};
        epoll_ctl(epoll, EPOLL_CTL_MOD, v->fd, &in);
        continue;
      }
      ssize_t got = read(v->fd, buffer, sizeof buffer);
      if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
      if (got <= 0) {
        if (v->phase != LIVE) { fprintf(stderr, "a viewer was refused\n"); return 1; }
        gone++;
        v->phase = GONE;
        close(v->fd);
        continue;
      }
      for (ssize_t i = 0; i < got; i++) hear(v, buffer[i]);
    }
  }
}
