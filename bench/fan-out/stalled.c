/*
 * Viewers that stop reading as soon as they are ready: `stalled <port> <count> <request-file>`. Prints a line when all are,
 * and leaves at the end of standard input. Their segments are those of a network, and their kernels take as little as a
 * kernel can, like a phone's whose radio is gone: over loopback as it is, more than a megabyte fits between two processes,
 * and nobody would notice for minutes.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc != 4) { fprintf(stderr, "usage: stalled port count request-file\n"); return 2; }
  int count = atoi(argv[2]), least = 4096, segment = 1400;
  static char request[8192], some[4096];
  int file = open(argv[3], O_RDONLY);
  ssize_t length = read(file, request, sizeof request);
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct sockaddr_in from = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000009)};
  int *viewers = calloc((size_t)count, sizeof *viewers);
  for (int i = 0; i < count; i++) {
    int fd = viewers[i] = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    struct linger reset = {.l_onoff = 1, .l_linger = 0};
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &least, sizeof least);
    setsockopt(fd, IPPROTO_TCP, TCP_MAXSEG, &segment, sizeof segment);
    setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
    if (bind(fd, (struct sockaddr *)&from, sizeof from) < 0) { perror("bind"); return 1; }
    if (connect(fd, (struct sockaddr *)&to, sizeof to) < 0) { perror("connect"); return 1; }
    if (write(fd, request, (size_t)length) != length) { perror("request"); return 1; }
  }
  for (int i = 0; i < count; i++) {
    size_t got = 0;
    while (got < sizeof some - 1 && !memmem(some, got, "event: ready", 12)) {
      ssize_t n = read(viewers[i], some + got, sizeof some - 1 - got);
      if (n <= 0) { fprintf(stderr, "a viewer was refused\n"); return 1; }
      got += (size_t)n;
    }
  }
  puts("stalled");
  fflush(stdout);
  while (read(0, some, sizeof some) > 0);
  return 0;
}
