import { get, type IncomingHttpHeaders } from 'node:http'
import { packPage } from './pack-page.ts'

/** Said by an edge that swaps nonces in packed pages, for a visitor who takes gzip. */
const PACKS_HEADER = 'x-edge-packs'

/** Who packs, within the storefront; no path from outside leads there. */
export const PACKED_ROUTE = '/api/packed'

/** The address that was asked for, path and query, as `proxy.ts` tells it to whoever packs. */
export const ASKED_HEADER = 'x-edge-asked'

/** What belongs to one connection, the length of what was not packed, and what Next says of its own routing. */
const NOT_PASSED_ON = /^(?:connection|keep-alive|transfer-encoding|content-length|date|x-middleware-.*)$/i

/** Ten times the largest page we have. */
const PAGE_LIMIT_BYTES = 2 * 1_048_576
/** As long as an edge waits. */
const PATIENCE_MS = 30_000

export const wantsPack = ({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean =>
  method === 'GET' && headers.get(PACKS_HEADER) === 'gzip'

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
}

/**
 * The page that is asked for, packed for the edge (decision 0087). It has to be whole before it can be packed, and Next
 * shows nobody its answers: so this process asks itself once more, without the wish to have it packed.
 * @param headers of the request, with the address that was asked for
 * @param port of this process. Next puts it into the environment, whatever it was told it by.
 * @returns what came, packed if it is a page that may be kept, as it is otherwise; null when nothing came
 */
export async function packedPage(headers: Headers, port = process.env.PORT): Promise<Response | null> {
  const answer = await ownAnswer(headers, port).catch(() => null)
  if (answer === null) return null
  const { status, headers: given, body } = answer
  const nonce = given.get('x-edge-nonce')
  const isPage = status === 200 && given.get('content-type')?.startsWith('text/html')
  const packed = isPage && nonce !== null ? await packPage(body, nonce) : null
  if (packed === null) return new Response(body as BodyInit, { status, headers: given })
  given.set('content-encoding', 'gzip')
  given.append('vary', 'accept-encoding')
  return new Response(packed as BodyInit, { status, headers: given })
}

function ownAnswer(given: Headers, port: string | undefined): Promise<Answer> {
  const headers: IncomingHttpHeaders = { ...Object.fromEntries(given), 'accept-encoding': 'identity' }
  for (const name of [PACKS_HEADER, ASKED_HEADER]) delete headers[name]
  const to = { host: '127.0.0.1', port, path: given.get(ASKED_HEADER) ?? '/', headers }
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
