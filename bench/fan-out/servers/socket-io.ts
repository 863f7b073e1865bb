import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { onLine, tellListening } from './lines.ts'

/* Socket.IO over WebSocket alone, everybody in one room. Compression is off by its own default; `recover` switches its recovery on. */

const http = createServer()
/** Far longer than anybody is away in the benches of broken lines and of restarts. */
const recovery = process.argv[3] === 'recover' ? { connectionStateRecovery: { maxDisconnectionDuration: 120_000 } } : {}
const io = new Server(http, { transports: ['websocket'], serveClient: false, ...recovery })
io.on('connection', (socket) => void socket.join('public.show.1'))
http.listen(Number(process.argv[2]), '127.0.0.1', 4_096, tellListening)
onLine((line) => io.to('public.show.1').emit('ticket.sold', JSON.parse(line)))
process.once('SIGTERM', () => void io.close().then(() => process.exit(0)))
