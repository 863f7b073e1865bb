import { createServer } from 'node:http'
import { createChannel, createSession } from 'better-sse'
import { onLine, tellListening } from './lines.ts'

/* better-sse as its documentation uses it: a session per request, a channel for all of them. */

const channel = createChannel()
const server = createServer((request, response) => {
  void createSession(request, response).then((session) => channel.register(session))
})
server.listen(Number(process.argv[2]), '127.0.0.1', 4_096, tellListening)
onLine((line) => channel.broadcast(JSON.parse(line), 'ticket.sold'))
