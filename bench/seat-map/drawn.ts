import type { Page } from '@playwright/test'

/** When each seat was first drawn as sold, in milliseconds of this machine's clock, which the page has too. */
export async function watchDrawnSales(page: Page): Promise<() => Promise<ReadonlyMap<string, number>>> {
  const watch = await page.evaluateHandle(() => {
    const soldAtMs = new Map<string, number>()
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) {
        const { status, seatId = '' } = (target as SVGElement).dataset
        if (status === 'sold' && !soldAtMs.has(seatId)) soldAtMs.set(seatId, Date.now())
      }
    })
    observer.observe(document.body, { attributeFilter: ['data-status'], subtree: true })
    return soldAtMs
  })
  return async () => new Map(await watch.evaluate((soldAtMs) => [...soldAtMs]))
}
