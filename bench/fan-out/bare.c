/*
 * The floor: takes connections, and writes each line of standard input, as one server-sent event, to every one of them.
 * It knows nothing else: no names, no slow readers, no ends. `bare <port>`; prints a line when it listens.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 100000

static int viewers[MOST], count;

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  int one = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), epoll = epoll_create1(0);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (bind(listener, (struct sockaddr *)&at, sizeof at) < 0 || listen(listener, 4096) < 0) { perror("listen"); return 1; }
  struct epoll_event e = {.events = EPOLLIN, .data.fd = listener};
  epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &e);
  e.data.fd = 0;
  epoll_ctl(epoll, EPOLL_CTL_ADD, 0, &e);
  puts("listening");
  fflush(stdout);
  static char line[65536], frame[70000];
  static const char head[] = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
  int filled = 0;
  struct epoll_event events[512];
  for (;;) {
    int some = epoll_wait(epoll, events, 512, -1);
    for (int i = 0; i < some; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) {
        int viewer;
        while (count < MOST && (viewer = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
          setsockopt(viewer, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
          struct epoll_event in = {.events = EPOLLIN, .data.fd = viewer};
          epoll_ctl(epoll, EPOLL_CTL_ADD, viewer, &in);
        }
      } else if (fd != 0) { /* the request: whatever it says, it is a viewer now */
        char ignored[8192];
        if (read(fd, ignored, sizeof ignored) <= 0) { close(fd); continue; }
        epoll_ctl(epoll, EPOLL_CTL_DEL, fd, NULL);
        if (write(fd, head, sizeof head - 1) > 0) viewers[count++] = fd;
      } else {
        ssize_t got = read(0, line + filled, sizeof line - (size_t)filled);
        if (got <= 0) return 0;
        filled += (int)got;
        char *end;
        while ((end = memchr(line, '\n', (size_t)filled))) {
          int length = (int)(end - line);
          int framed = snprintf(frame, sizeof frame, "event: ticket.sold\ndata: %.*s\n\n", length, line);
          for (int v = 0; v < count; v++)
            if (write(viewers[v], frame, (size_t)framed) < 0) continue;
          filled -= length + 1;
          memmove(line, end + 1, (size_t)filled);
        }
      }
    }
  }
}
