import { randomUUID } from 'node:crypto'
import { patient } from './fixtures/patient.ts'
import { firstTier } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'
import { untilAwake } from './fixtures/until-awake.ts'
import { wordsOf } from './fixtures/words.ts'

test('who left an address on a sold-out show is written to when tickets come back, and led to their own shop', {
  tag: '@system',
}, async ({ shows, viewer, core, mailbox }) => {
  test.setTimeout(180_000)
  const show = await shows.general()
  await core.behave({ soldOut: [show.id] })
  const tab = await viewer.opens(show, { at: 'luna' })
  const { page } = tab
  const { host } = new URL(page.url())
  const t = (await wordsOf(page))('waitlist')
  await patient(tab.soldOut).toBeVisible()

  const email = `wait-${randomUUID().slice(0, 8)}@example.com`
  await page.getByText(t('open')).click()
  await page.getByLabel(t('email')).fill(email)
  await page.getByRole('button', { name: t('send') }).click()
  await patient(page.getByText(t('sent', { email }))).toBeVisible()

  const question = await mailbox.linkLike(/https?:\/\/\S+\/waitlist\/[\w-]+/, email)
  expect(new URL(question).host).toBe(host)
  await page.goto(question)
  await untilAwake(page)
  await page.getByRole('button', { name: t('confirm') }).click()
  await patient(page.getByText(t('confirmed'), { exact: true })).toBeVisible()

  await core.behave({ soldOut: [] })
  const link = await mailbox.linkLike(new RegExp(`https?://\\S+/shows/${show.id}(?=\\s)`), email)
  expect(new URL(link).host, 'the shop that they waited in').toBe(host)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await patient(tab.more(firstTier(show))).toBeVisible()
  await expect(tab.soldOut).toBeHidden()
})
