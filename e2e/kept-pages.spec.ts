import { Agent, get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from './fixtures/test.ts'

/** Past the edge, as browsers that go to a page. */
async function visit(storefront: string, path: string, agent: Agent, more: Record<string, string> = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const headers = { host: 'aurora.localhost', accept: 'text/html', 'user-agent': 'one of many', ...more }
  get(new URL(path, storefront), { headers, agent }, resolve).on('error', reject)
  const {
    statusCode,
    headers: said,
    ...answer
  } = await promise.then(async (response) => ({
    ...{ statusCode: response.statusCode, headers: response.headers },
    html: await text(response),
  }))
  const nonces = new Set(Array.from(answer.html.matchAll(/ nonce="([^"]*)"/g), ([, nonce]) => nonce))
  const policy = /'nonce-([^']*)'/.exec(`${said['content-security-policy']}`)?.[1]
  return {
    status: statusCode,
    nonces: [...nonces],
    policy,
    rendered: said['x-middleware-rewrite'] !== undefined,
    ...answer,
  }
}

test('without an edge a rush is given one page, each visitor with a nonce of their own', { tag: '@system' }, async ({
  deployment,
  programmeOf,
}) => {
  const { storefront = '' } = deployment.system ?? {}
  const [show, another] = [await programmeOf('aurora').general(), await programmeOf('aurora').seated()]
  const path = `/shows/${show.id}`
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  try {
    // The first page of its kind loads all the code for it, and two hundred visitors would wait for that.
    expect((await visit(storefront, `/shows/${another.id}`, agent)).status).toBe(200)
    const visitors = await Promise.all(Array.from({ length: 200 }, () => visit(storefront, path, agent)))
    for (const { status, nonces, policy } of visitors) expect([status, nonces]).toEqual([200, [policy]])
    expect(new Set(visitors.map(({ policy }) => policy)).size).toBe(200)
    const kept = visitors.filter(({ rendered }) => !rendered)
    expect(kept.length, 'few of them had theirs rendered').toBeGreaterThan(100)
    const canonical = `/shows/${show.id}"/>`
    expect(kept.every(({ html }) => html.includes('rel="canonical"') && html.includes(canonical))).toBe(true)

    // While they come: whoever carries a cookie has a page of their own.
    const [, personal] = await Promise.all([
      visit(storefront, path, agent),
      visit(storefront, path, agent, { cookie: 'customer=somebody' }),
    ])
    expect(personal.rendered).toBe(true)
  } finally {
    agent.destroy()
  }
})
