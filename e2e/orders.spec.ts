import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { readSystem } from '#dev/test/system.ts'
import { firstTier } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'
import { wordsOf } from './fixtures/words.ts'

test('tickets come along as files, and by the link in the mail to a browser that has nothing', {
  tag: '@system',
}, async ({ shows, buyer, newBrowser }) => {
  test.setTimeout(180_000)
  const show = await shows.general()
  const { page, tickets } = await buyer.buys(await buyer.opens(show), { tier: firstTier(show) })
  await expect(tickets).toHaveCount(1)
  const t = (await wordsOf(page))('orders')
  const pdf = await downloaded(page, t('pdf'))
  expect(pdf.suggestedFilename()).toMatch(/^tickets-[\w-]+\.pdf$/)
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-')
  const calendar = await downloaded(page, t('calendar'))
  expect(await readFile(await calendar.path(), 'utf8')).toContain('BEGIN:VEVENT')

  const { pathname, origin } = new URL(page.url())
  const link = await linkMailedTo('billie@example.com', pathname)
  const stranger = await (await newBrowser()).newPage()
  await stranger.goto(`${origin}${link}`)
  await expect(stranger.getByTestId('ticket')).toHaveCount(1)
  await expect(stranger.getByText(t('byLink'))).toBeVisible()
  await stranger.goto(`${origin}/orders`)
  await expect(stranger.getByRole('heading', { name: t('emptyTitle') }), 'a link makes nobody its buyer').toBeVisible()
  await page.goto(`${origin}/orders`)
  await expect(page.getByTestId('order-line').first()).toBeVisible()
})

async function downloaded(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return download
}

/** The path with its key, as the stand-in for a mail server received it. */
async function linkMailedTo(address: string, path: string): Promise<string> {
  let link = ''
  await expect(async () => {
    const response = await fetch(`${readSystem().mail}/messages?to=${address}`)
    const { items } = (await response.json()) as { items: { text: string }[] }
    link = items.map(({ text }) => new RegExp(`${path}\\?key=[\\w.-]+`).exec(text)?.[0] ?? '').find(Boolean) ?? ''
    expect(link).not.toBe('')
  }).toPass({ timeout: 45_000 })
  return link
}
