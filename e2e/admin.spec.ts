import type { Page } from '@playwright/test'
import { patient } from './fixtures/patient.ts'
import { signInAsStaff } from './fixtures/staff.ts'
import { expect, test } from './fixtures/test.ts'
import { expectAccessible } from './pages/accessibility.ts'
import { AdminPages } from './pages/admin-pages.ts'

/** Readable on aurora's ground, and nobody's. */
const MARK = '#ff9f1c'

const colourOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--primary'))

const reloaded = async (page: Page) => {
  await page.reload()
  return colourOf(page)
}

test('staff change a colour, see it in the preview, publish it and roll it back', { tag: '@system' }, async ({
  viewer,
  buyer,
  rival,
  brands,
  tolerate,
}) => {
  test.setTimeout(300_000)
  tolerate(/404/)
  const before = await brands.keep('aurora')
  await brands.draft('aurora', (config) => config) // editors go on from the newest version, whatever was left there
  const editor = new AdminPages(await signInAsStaff(viewer, 'editor', 'aurora'))
  const shop = await buyer.goTo('/', 'aurora')
  const live = await colourOf(shop)
  await expectAccessible(editor.page, 'the overview')

  // The preview is open beside the editor, in another tab, and refreshes by itself.
  const preview = new AdminPages(await viewer.goTo('/admin/preview', 'aurora'))
  await patient(preview.page.locator('iframe')).toHaveCount(2)
  await editor.open('/admin/site')
  const version = await editor.setColour('Primary colour', MARK)
  const draft = preview.frame(`Version ${version}`)
  await patient(draft.getByText(`Preview of version ${version}.`)).toBeVisible()
  const drawn = () => draft.locator('html').evaluate((html) => getComputedStyle(html).getPropertyValue('--primary'))
  await patient.poll(drawn).toBe(MARK)
  await draft.getByRole('link', { name: /home/ }).first().click()
  await patient(draft.getByText(`Preview of version ${version}.`)).toBeVisible()
  expect(await reloaded(shop), 'a draft is no shop’s').toBe(live)
  await patient(preview.page.getByRole('button', { name: `Share version ${version}` })).toBeVisible()

  await editor.makeLive(version, 'Publish')
  await patient.poll(() => reloaded(shop)).toBe(MARK)
  await patient(preview.page.locator(`iframe[title="Live: version ${version}"]`)).toBeVisible()
  await expectAccessible(editor.page, 'the versions')
  await editor.makeLive(before, 'Roll back to this')
  await patient.poll(() => reloaded(shop)).toBe(live)

  // A link for somebody without an account, until it is revoked; never at another shop.
  await preview.open(`/admin/preview?version=${version}`)
  await preview.page.getByRole('button', { name: `Share version ${version}` }).click()
  const shared = await preview.page
    .getByRole('link', { name: `Version ${version}` })
    .first()
    .getAttribute('href')
  const path = shared ?? ''
  const guest = await rival.goTo(path, 'aurora')
  await patient(guest.getByText(`Preview of version ${version}.`)).toBeVisible()
  await patient.poll(() => colourOf(guest)).toBe(MARK)
  const elsewhere = await rival.goTo(path, 'kite')
  await patient(elsewhere.getByText('404')).toBeVisible()
  await preview.page.getByRole('button', { name: 'Revoke' }).first().click()
  await patient(preview.page.getByText('The link is revoked.')).toBeVisible()
  expect((await guest.reload())?.status()).toBe(404)

  // What nobody could read is not published.
  await editor.open('/admin/site')
  const foggy = await editor.setColour('Quiet text', '#20242b')
  await expectAccessible(editor.page, 'the editor with a fault')
  // Who opened one version keeps it; who looks at the newest has it, in every place that names it.
  await patient(preview.page.locator(`iframe[title="Version ${version}"]`)).toBeVisible()
  await preview.page.getByRole('link', { name: 'Show the newest version' }).click()
  await patient(preview.page.locator(`iframe[title="Version ${foggy}"]`)).toBeVisible()
  await patient(preview.page.getByRole('button', { name: `Share version ${foggy}` })).toBeVisible()
  await editor.open('/admin/versions')
  await editor.row(foggy).getByRole('button', { name: 'Publish' }).click()
  await patient(editor.page.getByRole('dialog').getByRole('button', { name: 'Publish' })).toBeDisabled()
})

test('an editor whose session has ended reads why nothing is saved, and saves it once they are signed in again', {
  tag: '@system',
}, async ({ viewer, brands, tolerate }) => {
  test.setTimeout(120_000)
  tolerate(/401/)
  await brands.keep('aurora')
  await brands.draft('aurora', (config) => config)
  const editor = new AdminPages(await signInAsStaff(viewer, 'editor', 'aurora'))
  const { page } = editor
  await editor.open('/admin/site')
  const session = await page.context().cookies()
  await page.context().clearCookies()
  await page.getByRole('textbox', { name: 'Primary colour', exact: true }).fill(MARK)
  await patient(page.getByText(/you are not signed in any more/)).toBeVisible()
  await patient(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible()
  await expectAccessible(page, 'the editor without a session')
  await page.context().addCookies(session)
  await page.getByRole('button', { name: 'Try again' }).click()
  await patient(page.getByText(/^Saved as version \d+\.$/)).toBeVisible()
})

test('a viewer is shown no way to what only editors may open', { tag: '@system' }, async ({ viewer }) => {
  const page = await signInAsStaff(viewer, 'viewer', 'aurora')
  const menu = page.getByRole('navigation', { name: 'Admin' })
  await patient(menu.getByRole('link', { name: 'Versions' })).toBeVisible()
  await expect(menu.getByRole('link', { name: 'Site', exact: true })).toHaveCount(0)
})
