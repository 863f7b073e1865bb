import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { LONGEST_PAGE_BYTES, OF_ONE_CONNECTION } from '#lib/http/ask-here.ts'
import { swappableNonce } from '#lib/http/swappable-nonce.ts'
import { packPage } from './pack-page.ts'

/**
 * A page takes some 30 ms. When it was not there this long after its head, core is slow, and its visitors are better off with
 * its frame at once, unpacked.
 */
const PATIENCE_MS = 300

const LEFT_OUT: ReadonlySet<string> = new Set(OF_ONE_CONNECTION)

/** What this process answered itself, as `node:http` has it. */
export interface OwnAnswer extends AsyncIterable<Buffer> {
  readonly statusCode?: number | undefined
  readonly headers: IncomingHttpHeaders
  /** Nobody reads on. */
  destroy(): unknown
}

type Headers = Relayed['headers']

/** What an edge is answered that has asked for a packed page. */
export interface Relayed {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Null for what is a way elsewhere. */
  readonly body: Buffer | Readable | null
  /** `as-it-came` is what is nobody's to share; the others are everybody's, and only the first of them as it should be. */
  readonly outcome: 'packed' | 'slow' | 'unpackable' | 'as-it-came'
}

/**
 * Packs a page (decision 0112). What has no nonce to swap goes on as it comes, to be compressed on its way. A page that is slow
 * or cannot be packed goes on as it is, uncompressed, since an edge could swap nothing in it otherwise.
 * @throws {Error} when the page ends early, unless a part of it was passed on: then that ends early
 */
export async function relay(answer: OwnAnswer, patienceMs = PATIENCE_MS): Promise<Relayed> {
  const status = answer.statusCode ?? 0
  const headers = passedOn(answer.headers)
  const nonce = swappableNonce({ status, headers: answer.headers })
  if (nonce === null) {
    if (answer.headers.location === undefined)
      return { status, headers, body: Readable.from(answer), outcome: 'as-it-came' }
    answer.destroy() // Next would not read it, and it would wait for that
    return { status, headers, body: null, outcome: 'as-it-came' }
  }
  const page = await readWithin(answer, patienceMs)
  const packed = Buffer.isBuffer(page) ? await packPage(page, nonce) : null
  const outcome = packed ? 'packed' : Buffer.isBuffer(page) ? 'unpackable' : 'slow'
  return { status, headers: forEdge(headers, outcome), body: packed ?? page, outcome }
}

function forEdge(headers: Headers, outcome: Relayed['outcome']): Headers {
  const vary = headers.filter(([name]) => name === 'vary').map(([, value]) => value)
  return [
    ...headers.filter(([name]) => name !== 'cache-control' && name !== 'vary'),
    ['cache-control', 'private, no-store, no-transform'],
    ['vary', [...vary, ...(/accept-encoding/i.test(vary.join()) ? [] : ['accept-encoding'])].join(', ')],
    ...(outcome === 'packed' ? [['x-edge-packed', 'gzip'] as const] : []),
  ]
}

/** @returns all of it; or, when it does not end in time, a stream of what there is and what is to come */
async function readWithin(answer: OwnAnswer, patienceMs: number): Promise<Buffer | Readable> {
  const pieces: Buffer[] = []
  let bytes = 0
  const enough = new AbortController()
  const late = setTimeout(patienceMs, 'late' as const, { signal: enough.signal, ref: false }).catch(
    () => 'late' as const,
  )
  const coming = answer[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = coming.next()
      next.catch(() => {}) // told to whoever reads on
      const piece = bytes > LONGEST_PAGE_BYTES ? 'late' : await Promise.race([next, late])
      if (piece === 'late') return goingOn(answer, [...pieces.map((value) => Promise.resolve({ value })), next], coming)
      if (piece.done) return Buffer.concat(pieces)
      pieces.push(piece.value)
      bytes += piece.value.length
    }
  } finally {
    enough.abort()
  }
}

/** A generator would not hear that nobody reads on while it waits for what core has not said yet. */
function goingOn(answer: OwnAnswer, first: Promise<IteratorResult<Buffer>>[], coming: AsyncIterator<Buffer>): Readable {
  return new Readable({
    read() {
      const piece = first.shift() ?? coming.next()
      piece.then(
        ({ done, value }) => this.push(done ? null : value),
        (error: Error) => this.destroy(error),
      )
    },
    destroy(error, done) {
      answer.destroy()
      done(error)
    },
  })
}

function passedOn(headers: IncomingHttpHeaders): Headers {
  return Object.entries(headers).flatMap(([name, value]) =>
    LEFT_OUT.has(name) ? [] : [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
}
