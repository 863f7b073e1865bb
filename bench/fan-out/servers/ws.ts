import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { onLine, tellListening } from './lines.ts'

/* ws as its documentation broadcasts: serialise once, send to each. */

const http = createServer()
const sockets = new WebSocketServer({ server: http })
http.listen(Number(process.argv[2]), '127.0.0.1', 4_096, tellListening)
onLine((line) => {
  for (const socket of sockets.clients) socket.send(line)
})
