import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installPackages } from '#dev/services/apt.ts'
import { awaitOutput } from '#dev/services/await-output.ts'
import { Signer } from '#realtime/test/signer.ts'
import { compile } from './compile.ts'
import { type Contender, type RunningContender, sseRequest, wsRequest } from './contender.ts'

const HEAD_END = '\r\n\r\n'
/** `40`, Socket.IO's "let me in", as a masked WebSocket frame with the mask 0. */
const SOCKET_IO_CONNECT = '8182000000003430'

/** As production starts nodes: what a storm of connects leaves in V8's young heap stays there (decision 0040). */
const SMALL_YOUNG_HEAP = '--max-semi-space-size=4'

/** As many as there are viewers, so that each has a signature of its own to be verified and streams of its own. */
const PEOPLE = 10_000

/** Everybody we are compared with, and ourselves. */
export async function makeContenders(): Promise<Contender[]> {
  const signer = await Signer.create()
  const people = Array.from({ length: PEOPLE }, (_, i) => `customer-${`${i}`.padStart(7, '0')}`)
  const cookies = await Promise.all(
    people.map((customerRef) => signer.cookie({ reseller: 'aurora', customerRef, lifeS: 600 })),
  )
  const signedIn = cookies.map((cookie) =>
    sseRequest('/realtime/sse?streams=public.show.1,private.order', `Cookie: ${cookie}\r\n`),
  )
  const marquee = (port: number) =>
    startNodeProgram([SMALL_YOUNG_HEAP, server('marquee')], [`${port}`, signer.verificationKeys])
  return [
    {
      name: 'bare loop (C)',
      start: async (port) => started(spawn(await compile('bare'), [`${port}`])),
      request: sseRequest('/'),
      ready: HEAD_END,
    },
    {
      name: 'marquee',
      start: marquee,
      request: sseRequest('/realtime/sse?streams=public.show.1'),
      ready: 'event: ready',
    },
    {
      name: 'marquee, WebSocket',
      start: marquee,
      request: wsRequest('/realtime/ws?streams=public.show.1'),
      ready: '"event":"ready"',
    },
    {
      name: 'marquee, signed in',
      start: marquee,
      request: signedIn,
      ready: 'event: ready',
    },
    {
      name: 'marquee, one person',
      start: marquee,
      request: signedIn.slice(0, 1),
      ready: 'event: ready',
    },
    { name: 'nchan', start: startNchan, request: sseRequest('/sub'), ready: HEAD_END },
    { name: 'bare Node', start: nodeServer('bare-node'), request: sseRequest('/'), ready: HEAD_END },
    { name: 'better-sse', start: nodeServer('better-sse'), request: sseRequest('/'), ready: HEAD_END },
    { name: 'ws', start: nodeServer('ws'), request: wsRequest('/'), ready: HEAD_END },
    {
      name: 'Socket.IO',
      start: nodeServer('socket-io'),
      request: wsRequest('/socket.io/?EIO=4&transport=websocket'),
      ready: 'upgrades',
      answer: { hex: SOCKET_IO_CONNECT, ready: '40{' },
    },
  ]
}

const server = (name: string): string => join(import.meta.dirname, 'servers', `${name}.ts`)

const nodeServer = (name: string) => (port: number) => startNodeProgram([server(name)], [`${port}`])

const startNodeProgram = (program: readonly string[], args: readonly string[]) =>
  started(spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program, ...args]))

async function started(child: ChildProcess): Promise<RunningContender> {
  child.stdin?.on('error', () => {}) // a message that is on its way to one that was ended
  await awaitOutput(child, /listening/, 30_000)
  return {
    pid: child.pid as number,
    publish: (line) => void child.stdin?.write(`${line}\n`),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
    },
  }
}

/** One worker, as everybody else has one process; messages come by HTTP, which is how nchan takes them. */
async function startNchan(port: number): Promise<RunningContender> {
  await installPackages(['nginx-light', 'libnginx-mod-nchan'], console.log)
  const folder = mkdtempSync(join(tmpdir(), 'nchan-'))
  writeFileSync(join(folder, 'nginx.conf'), nchanConfiguration(port, folder))
  const master = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')])
  const pub = `http://127.0.0.1:${port}/pub`
  for (
    let tries = 0;
    !(await fetch(pub).then(
      () => true,
      () => false,
    ));
    tries += 1
  ) {
    if (tries > 100) throw new Error(`nchan does not answer: ${readFileSync(join(folder, 'error.log'), 'utf8')}`)
    await new Promise((wake) => setTimeout(wake, 50))
  }
  const children = readFileSync(`/proc/${master.pid}/task/${master.pid}/children`, 'utf8')
  return {
    pid: Number(children.trim().split(' ')[0]),
    publish: (body) => void fetch(pub, { method: 'POST', body, headers: { 'x-eventsource-event': 'ticket.sold' } }),
    async [Symbol.asyncDispose]() {
      master.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const nchanConfiguration = (port: number, folder: string): string => `
load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
daemon off;
pid ${folder}/nginx.pid;
worker_processes 1;
worker_rlimit_nofile 20000;
events { worker_connections 19900; }
http {
  access_log off;
  client_body_temp_path ${folder};
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = /pub { nchan_publisher; nchan_channel_id show; nchan_message_buffer_length 100; }
    location = /sub { nchan_subscriber eventsource; nchan_channel_id show; nchan_subscriber_first_message newest; }
  }
}
`
