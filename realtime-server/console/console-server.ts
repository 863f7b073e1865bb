import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Log } from '#platform/log.ts'
import { answerOps, type Ops } from '#platform/ops.ts'
import { readAtMost } from '#platform/read-bounded.ts'
import { Attempts } from './attempts.ts'
import { totalsOf } from './figures.ts'
import type { Html } from './html.ts'
import { consolePage, signInPage } from './page.ts'
import { Gatekeeper, PASS_LIFE_MS } from './pass.ts'
import type { Snapshot, Watched } from './watch.ts'

export interface ConsoleServerDeps {
  readonly token: string
  readonly watch: { snapshot(): Snapshot }
  readonly ops: Ops
  readonly log: Log
}

/** Nothing is loaded from elsewhere, nothing runs that is not a file of ours, and nobody puts it into a frame. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const COOKIE = 'console'
/** A form with a token of 200 characters, each written as three or more. */
const FORM_BYTES = 4_096
/** Somebody who sends a head or a form for longer is holding a descriptor. */
const REQUEST_MS = 5_000
/** A page refreshes once a second; a hundred screens are more than anybody has. */
const CONNECTIONS = 200

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** The console's HTTP server. Whoever has neither pass nor token sees a form, two files that say nothing, and no figure. */
export function createConsoleServer(deps: ConsoleServerDeps): Server {
  const gatekeeper = new Gatekeeper(deps.token)
  const attempts = new Attempts()
  const files = new Map([
    ['/console.css', { type: 'text/css; charset=utf-8', text: file('./console.css') }],
    ['/console.js', { type: 'text/javascript; charset=utf-8', text: file('./console.js') }],
  ])

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (answerOps(deps.ops, request, response)) return
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    const asked = `${request.method} ${request.url}`
    const known = request.method === 'GET' ? files.get(request.url ?? '') : undefined
    if (known) response.writeHead(200, { 'content-type': known.type }).end(known.text)
    else if (asked === 'GET /' || asked === 'GET /console') show(request, response)
    else if (asked === 'GET /snapshot') tell(request, response)
    else if (asked === 'POST /session') await signIn(request, response)
    else if (asked === 'POST /session/end') redirect(response, `${COOKIE}=; ${cookieRules(request)}; Max-Age=0`)
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n')
  }

  function show(request: IncomingMessage, response: ServerResponse): void {
    const admission = admit(request)
    if (admission === 'welcome') sendPage(response, 200, consolePage(deps.watch.snapshot()))
    else refuse(response, admission, '')
  }

  function tell(request: IncomingMessage, response: ServerResponse): void {
    const admission = admit(request)
    const status = { welcome: 200, stranger: 401, 'too often': 429 }[admission]
    response.writeHead(status, { 'content-type': 'application/json', 'www-authenticate': 'Bearer' })
    response.end(
      JSON.stringify(admission === 'welcome' ? figuresOf(deps.watch.snapshot()) : { status, detail: admission }),
    )
  }

  async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await readForm(request)
    if (form === null) return void response.writeHead(400, { connection: 'close' }).end()
    const admission = judge(request, form.get('token') ?? '')
    if (admission !== 'welcome') return refuse(response, admission, 'That is not the token.')
    const pass = gatekeeper.newPass(Date.now())
    redirect(response, `${COOKIE}=${pass}; ${cookieRules(request)}; Max-Age=${PASS_LIFE_MS / 1_000}`)
  }

  /** By the pass in the cookie, or by the token as a bearer's. */
  function admit(request: IncomingMessage): Admission {
    const { cookie = '', authorization = '' } = request.headers
    const pass = new RegExp(`(?:^|; *)${COOKIE}=([^;]+)`).exec(cookie)?.[1]
    if (pass !== undefined && gatekeeper.admits(pass, Date.now())) return 'welcome'
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    return token === undefined ? 'stranger' : judge(request, token)
  }

  function judge(request: IncomingMessage, token: string): Admission {
    const address = request.socket.remoteAddress ?? ''
    if (!attempts.allows(address, performance.now())) return 'too often'
    if (gatekeeper.knows(token)) return 'welcome'
    attempts.wrong(address)
    deps.log.warn({ address }, 'somebody came with a wrong token')
    return 'stranger'
  }

  const server = createServer(
    { maxHeaderSize: 8_192, headersTimeout: REQUEST_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: 10_000 },
    (request, response) => {
      serve(request, response).catch((error) => {
        deps.log.error({ err: error }, 'a request failed')
        if (!response.headersSent) response.writeHead(500)
        response.end()
      })
    },
  )
  server.maxConnections = CONNECTIONS
  return server
}

type Admission = 'welcome' | 'stranger' | 'too often'

function refuse(response: ServerResponse, admission: 'stranger' | 'too often', fault: string): void {
  if (admission === 'too often') response.setHeader('retry-after', '60')
  if (admission === 'stranger') sendPage(response, 401, signInPage(fault))
  else sendPage(response, 429, signInPage('There were too many wrong tokens. Please wait a minute.'))
}

function sendPage(response: ServerResponse, status: number, page: Html): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page.text)
}

function redirect(response: ServerResponse, cookie: string): void {
  response.writeHead(303, { location: '/', 'set-cookie': cookie }).end()
}

/** Never for scripts, never for other sites; over TLS, where an edge says that it is, for TLS only. */
const cookieRules = (request: IncomingMessage): string =>
  `Path=/; HttpOnly; SameSite=Strict${request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : ''}`

/** Null when it is too long, or no form. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return null
  const form = await readAtMost(request, FORM_BYTES)
  return form && new URLSearchParams(new TextDecoder().decode(form))
}

/** The snapshot as JSON can carry it: of each process's readings the last one, by the names of its metrics. */
function figuresOf(snapshot: Snapshot): object {
  const lastOf = <T extends Watched>({ readings, ...one }: T) => {
    return { ...one, figures: Object.fromEntries(readings.at(-1)?.values ?? []) }
  }
  return {
    ...snapshot,
    totals: totalsOf(snapshot),
    nodes: snapshot.nodes.map(lastOf),
    balancers: snapshot.balancers.map(lastOf),
    dispatchers: snapshot.dispatchers.map(lastOf),
  }
}
