import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from './fixtures/test.ts'

/** What a page has in it that makes its checksum hold for every nonce (decision 0112). */
const COUNTERWEIGHT = /<!--(?: {32}|[0-9a-f]{32}){32}-->$/

/** @param shop its address; Node resolves no names below localhost */
async function ask(shop: string, path: string, encoding: string) {
  const { host, port } = new URL(shop)
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  get({ host: '127.0.0.1', port, path, headers: { host, 'accept-encoding': encoding } }, resolve).on('error', reject)
  const response = await promise
  return { status: response.statusCode, headers: response.headers, bytes: await buffer(response) }
}

async function read(shop: string, path: string, encoding: string) {
  const { status, headers, bytes } = await ask(shop, path, encoding)
  const html = (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
  const policy = /'nonce-([^']*)'/.exec(`${headers['content-security-policy']}`)?.[1]
  const nonces = new Set(Array.from(html.matchAll(/ nonce="([^"]*)"/g), ([, nonce]) => nonce))
  return { status, headers, html, policy, nonces: [...nonces] }
}

for (const reseller of ['aurora', 'luna', 'hoshi', 'kite'] as const)
  test(`${reseller}: pages for everybody come packed through the edge`, {
    tag: '@system',
  }, async ({ deployment, programmeOf }) => {
    const { system } = deployment
    test.skip(!system || system.edge.startsWith('none'), 'there is no edge')
    const shop = system?.resellers[reseller] ?? ''
    const show = await programmeOf(reseller).general()
    for (const path of ['/', '/shows', `/shows/${show.id}`, '/legal/terms']) {
      const [one, other] = [await read(shop, path, 'gzip, deflate, br, zstd'), await read(shop, path, 'gzip')]
      for (const { status, headers, html, policy, nonces } of [one, other]) {
        expect([path, status, headers['content-encoding'], nonces]).toEqual([path, 200, 'gzip', [policy]])
        expect(html, path).toMatch(COUNTERWEIGHT)
        expect(headers.vary?.toLowerCase()).toContain('accept-encoding')
        expect(headers['x-edge-packed']).toBeUndefined()
      }
      expect(one.policy).not.toBe(other.policy)
      const plain = await read(shop, path, 'identity')
      expect([path, plain.headers['content-encoding'], plain.nonces]).toEqual([path, undefined, [plain.policy]])
      expect(plain.html, path).not.toMatch(COUNTERWEIGHT)
    }
  })

test('scripts and stylesheets come in Brotli through the edge, the same ones', { tag: '@system' }, async ({
  deployment,
}) => {
  const { system } = deployment
  test.skip(!system || system.edge.startsWith('none'), 'there is no edge')
  const shop = system?.resellers.aurora ?? ''
  const { html } = await read(shop, '/', 'gzip')
  const types = { js: 'application/javascript; charset=UTF-8', css: 'text/css; charset=UTF-8' }
  const [script = '', sheet = ''] = ['js', 'css'].map(
    (ending) => new RegExp(`/_next/static/chunks/[\\w.~-]+\\.${ending}`).exec(html)?.[0] ?? '',
  )
  for (const path of [script, sheet, '/fonts/noto-sans-jp.css']) {
    const [packed, plain] = [await ask(shop, path, 'gzip, deflate, br'), await ask(shop, path, 'identity')]
    expect([path, packed.status, packed.headers['content-encoding']]).toEqual([path, 200, 'br'])
    expect(packed.headers['content-type']).toBe(path.endsWith('.js') ? types.js : types.css)
    expect(packed.headers['cache-control']).toContain(path.startsWith('/fonts/') ? 'max-age=60' : 'immutable')
    expect(packed.headers.vary?.toLowerCase()).toContain('accept-encoding')
    expect(brotliDecompressSync(packed.bytes).equals(plain.bytes)).toBe(true)
  }
})
