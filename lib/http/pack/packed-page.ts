import { get, type IncomingHttpHeaders } from 'node:http'
import { type NextRequest, NextResponse } from 'next/server'
import { packPage } from './pack-page.ts'

/** Said by an edge that swaps nonces in packed pages, for a visitor who takes gzip. */
export const PACKS_HEADER = 'x-edge-packs'

/**
 * What belongs to one connection, the length of what was not packed, and words that Next would take for its own from a
 * proxy: a rewrite it has told us of would be made once more, instead of giving away what we have.
 */
const NOT_PASSED_ON = /^(?:connection|keep-alive|transfer-encoding|content-length|date|x-middleware-.*)$/i

/** Ten times the largest page we have. A larger one is sent as it is. */
const PAGE_LIMIT_BYTES = 2 * 1_048_576
/** An edge waits for thirty; the page is then asked for once more, as it is. */
const PATIENCE_MS = 10_000

export const wantsPack = (request: NextRequest): boolean =>
  request.method === 'GET' && request.headers.get(PACKS_HEADER) === 'gzip'

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
}

/**
 * The page that is asked for, packed for the edge (decision 0087). It has to be whole before it can be packed, and Next
 * shows a proxy no answers: so this process asks itself once more, without the wish to have it packed.
 * @param port of this process. Next puts it into the environment, whatever it was told it by.
 * @returns what came, packed if it is a page that may be kept, as it is otherwise; null when nothing came
 */
export async function packedPage(request: NextRequest, port = process.env.PORT): Promise<NextResponse | null> {
  const answer = await ownAnswer(request, port).catch(() => null)
  if (answer === null) return null
  const { status, headers, body } = answer
  const nonce = headers.get('x-edge-nonce')
  const isPage = status === 200 && headers.get('content-type')?.startsWith('text/html')
  const packed = isPage && nonce !== null ? await packPage(body, nonce) : null
  if (packed === null) return new NextResponse(body as BodyInit, { status, headers })
  headers.set('content-encoding', 'gzip')
  headers.append('vary', 'accept-encoding')
  return new NextResponse(packed as BodyInit, { status, headers })
}

function ownAnswer(request: NextRequest, port: string | undefined): Promise<Answer> {
  const { pathname, search } = request.nextUrl
  const headers: IncomingHttpHeaders = { ...Object.fromEntries(request.headers), 'accept-encoding': 'identity' }
  delete headers[PACKS_HEADER]
  const to = { host: '127.0.0.1', port, path: pathname + search, headers }
  return new Promise((resolve, reject) => {
    const asked = get({ ...to, timeout: PATIENCE_MS }, async (response) => {
      try {
        const parts: Buffer[] = []
        let bytes = 0
        for await (const part of response as AsyncIterable<Buffer>) {
          bytes += part.length
          if (bytes > PAGE_LIMIT_BYTES) throw new Error(`a page of more than ${PAGE_LIMIT_BYTES} bytes`)
          parts.push(part)
        }
        resolve({
          status: response.statusCode ?? 502,
          headers: endToEnd(response.rawHeaders),
          body: Buffer.concat(parts),
        })
      } catch (error) {
        reject(error)
      }
    })
    asked.once('timeout', () => asked.destroy(new Error('the page took too long')))
    asked.once('error', reject)
  })
}

/** @param raw names and values in turns */
function endToEnd(raw: readonly string[]): Headers {
  const headers = new Headers()
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const [name = '', value = ''] = raw.slice(i, i + 2)
    if (!NOT_PASSED_ON.test(name)) headers.append(name, value)
  }
  return headers
}
