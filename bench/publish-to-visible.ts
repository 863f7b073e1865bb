import { z } from 'zod'
import { ConfigVersionPage } from '#contracts/config-event.ts'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { benchSystem } from './bench-system.ts'
import { latencyRow } from './quantiles.ts'
import { readPage } from './read-page.ts'
import type { Measured } from './report/result.ts'

const PUBLISHES = 40
/** A page that does not change within this has not been told. */
const LIMIT_MS = 10_000

/**
 * From the answer of the reseller service to a publish, until the home page carries the new text: asked of a storefront
 * itself, and at the same time through the edge.
 */
export async function publishToVisible(): Promise<Measured> {
  await using started = await benchSystem()
  const { system } = started
  const configs = `${system.resellerService}/v1/resellers/aurora/configs`
  const { config } = ConfigVersionPage.parse(await call(configs, 'GET')).items.find((v) => v.status === 'live') ?? {}
  const live = ResellerConfig.parse(config)
  const { resellers, storefront, edge } = system
  const instance = `http://${new URL(resellers.aurora).hostname}:${new URL(storefront).port}`
  const samples = { instance: [] as number[], edge: [] as number[] }
  for (let publish = 1; publish <= PUBLISHES; publish += 1) {
    const tagline = `Bench number ${publish}`
    const draft = { config: { ...live, texts: { ...live.texts, tagline } }, createdBy: 'bench' }
    const { version } = z.object({ version: z.int() }).parse(await call(configs, 'POST', draft))
    await call(`${configs}/${version}/publish`, 'POST')
    const publishedAt = performance.now()
    const since = async (site: string) => {
      await untilHomeSays(site, tagline, publishedAt + LIMIT_MS)
      return performance.now() - publishedAt
    }
    const [atInstance, atEdge] = await Promise.all([since(instance), since(resellers.aurora)])
    samples.instance.push(atInstance)
    samples.edge.push(atEdge)
  }
  return {
    how: `Kafka: ${system.kafkaProvider}; edge: ${edge}; ${PUBLISHES} publishes, the page asked again as soon as it answered.`,
    stoppedBy: 'nothing',
    tables: {
      main: {
        'publish → visible on an instance': latencyRow(samples.instance),
        'publish → visible through the edge': latencyRow(samples.edge),
      },
    },
  }
}

async function call(url: string, method: 'GET' | 'POST', body?: unknown): Promise<unknown> {
  const headers = { authorization: 'Bearer demo-aurora', ...(body ? { 'content-type': 'application/json' } : {}) }
  const response = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`)
  return response.status === 204 ? null : await response.json()
}

async function untilHomeSays(site: string, text: string, deadline: number): Promise<void> {
  while (performance.now() < deadline) {
    if ((await readPage(site)).includes(text)) return
  }
  throw new Error(`the home page did not say “${text}” within ${LIMIT_MS} ms`)
}
