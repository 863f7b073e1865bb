import { createServer, type ServerResponse } from 'node:http'
import { onLine, tellListening } from './lines.ts'

/* What anybody would write first: Node's HTTP server and response.write. It checks nothing and ends nobody. */

const responses = new Set<ServerResponse>()
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
  responses.add(response)
})
server.listen(Number(process.argv[2]), '127.0.0.1', 4_096, tellListening)
onLine((line) => {
  const frame = `event: ticket.sold\ndata: ${line}\n\n`
  for (const response of responses) response.write(frame)
})
