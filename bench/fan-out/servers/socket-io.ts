import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { onLine, tellListening } from './lines.ts'

/* Socket.IO over WebSocket alone, everybody in one room. Compression is off by its own default. */

const http = createServer()
const io = new Server(http, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => void socket.join('public.show.1'))
http.listen(Number(process.argv[2]), '127.0.0.1', 4_096, tellListening)
onLine((line) => io.to('public.show.1').emit('ticket.sold', JSON.parse(line)))
