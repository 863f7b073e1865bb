import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime.js'
import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl/react'
import { expect, it } from 'vitest'
import type { SyncState } from '#contracts/storefront.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import type { Site } from '#lib/reseller/site.ts'
import { messagesFor } from '#lib/text/messages.ts'
import { type VersionLine, VersionList } from './version-list.tsx'

const host = 'aurora.localhost'
const site: Site = {
  ...{ resellerId: 'aurora', version: 6, host, primaryHost: host },
  config: exampleConfig({ hosts: [host] }),
}
const state: SyncState = {
  ...{ liveVersion: 6, sequence: 6, announcedAt: null, publishedAt: null, newestVersion: 7, rejections: [] },
}
const draft: VersionLine = {
  ...{ version: 7, status: 'draft', createdAt: '2026-11-28T12:00:00Z', createdBy: 'Ada', changes: [] },
  review: { blocked: false, faults: [], gaps: [] },
}
/** Nothing is asked of it while a page is only drawn. */
const router = {} as NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>

const listOf = (lines: readonly VersionLine[] | null) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={router}>
      <IntlProvider locale="en-GB" messages={messagesFor('en-GB')} timeZone="UTC">
        <VersionList {...{ site, lines, state, comparedWith: 6, mayPublish: true, nextCursor: null }} />
      </IntlProvider>
    </AppRouterContext.Provider>,
  )

it('keeps its question at the same place while the reseller service does not say what versions there are', () => {
  const around = (html: string) => /^<section[^>]*>/.exec(html)?.[0] + (/<dialog[^>]*>/.exec(html)?.[0] ?? 'no dialog')
  const [there, away] = [listOf([draft]), listOf(null)]
  expect(there).toContain('>Version 7</h2>')
  expect(away).toContain('Versions cannot be reached right now')
  expect(away).not.toContain('<li')
  expect(around(away)).toBe(around(there))
  expect(away).toContain('<dialog')
})
