import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Program } from '../system/program.ts'
import type { Supervisor } from '../system/supervisor.ts'
import type { ProgramEnds } from './program-ends.ts'
import type { RunningProgram } from './system.ts'

/** A test that stops a program wants it gone, but the way it would go in earnest. */
const STOP_GRACE_MS = 30_000

/**
 * An HTTP server, on loopback, by which tests kill and start programs. Only systems started for tests have one. What it
 * kills, `ends` hears of first.
 */
export async function openControl(
  supervisor: Supervisor,
  ends: ProgramEnds,
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    answer(supervisor, ends, request.method ?? '', request.url ?? '').then(
      (body) => send(response, body === null ? 404 : 200, body ?? { error: 'no such program or act' }),
      (error: unknown) => send(response, 500, { error: String(error) }),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function answer(supervisor: Supervisor, ends: ProgramEnds, method: string, path: string): Promise<unknown> {
  const [, , name = '', act, signal] = path.split('/')
  if (method === 'GET' && path === '/programs') return supervisor.programs.map(describe)
  const program = supervisor.find(name)
  if (method !== 'POST' || !program) return null
  if (act === 'signal') {
    ends.ask(program.pid, signal ?? '')
    program.signal(signal as NodeJS.Signals)
  } else if (act === 'stop') await program.stop(STOP_GRACE_MS)
  else if (act === 'start') await program.start()
  else return null
  return describe(program)
}

function describe(program: Program): RunningProgram {
  const { name, url } = program.spec
  return { name, url, pid: program.pid, state: program.state }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
