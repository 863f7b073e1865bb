import sharp from 'sharp'
import { signInAsStaff } from './fixtures/staff.ts'
import { expect, test } from './fixtures/test.ts'
import { AdminPages } from './pages/admin-pages.ts'

/** Nothing here is about speed: a step may take what it takes on a machine that does much else. */
const patient = expect.configure({ timeout: 45_000 })

/** Another one in every run, so that it is never one that was uploaded before. */
const newPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 360, channels: 3, background: { r: Date.now() % 256, g: 90, b: 160 } } })
    .composite([{ input: Buffer.from(`<svg width="640" height="90"><text y="60">${Date.now()}</text></svg>`) }])
    .png()
    .toBuffer()

test('a picture that is long on its way comes to its section, and takes nothing back that was edited meanwhile', {
  tag: '@system',
}, async ({ viewer, brands }) => {
  test.setTimeout(180_000)
  await brands.keep('aurora')
  await brands.draft('aurora', ({ translations: _, ...config }) => ({
    ...config,
    home: [
      { type: 'hero', title: 'First' },
      { type: 'upcoming', title: 'Second' },
      { type: 'text', title: 'Third', text: 'Words' },
    ],
  }))
  const editor = new AdminPages(await signInAsStaff(viewer, 'editor', 'aurora'))
  const { page } = editor
  await editor.open('/admin/site')
  const sections = page.getByRole('region', { name: 'Home page' }).locator('ol > li')
  await patient(sections).toHaveCount(3)

  const uploaded = Promise.withResolvers<void>()
  await page.route('**/api/admin/pictures', async (route) => {
    await uploaded.promise
    await route.continue()
  })
  await sections
    .nth(0)
    .locator('input[type="file"]')
    .setInputFiles({ name: 'hero.png', mimeType: 'image/png', buffer: await newPicture() })
  await sections.nth(1).getByRole('textbox').first().fill('Second, said anew')
  await sections.nth(0).getByRole('button', { name: 'Move “First” down' }).click()
  await page.getByRole('button', { name: 'Remove “Third”' }).click()
  uploaded.resolve()

  await patient(page.getByText('The picture is uploaded.')).toBeAttached()
  await expect(sections).toHaveCount(2)
  await expect(sections.nth(0)).toHaveAccessibleName('Second, said anew')
  await expect(sections.nth(1)).toHaveAccessibleName('First')
  await expect(sections.nth(1).locator('img')).toHaveCount(1)
})

test('what an owner reads before a publish stays while a colleague saves the next version', {
  tag: '@system',
}, async ({ viewer, brands }) => {
  test.setTimeout(180_000)
  await brands.keep('aurora')
  const version = await brands.draft('aurora', (config) => ({ ...config, name: 'Aurora, read' }))
  const owner = new AdminPages(await signInAsStaff(viewer, 'owner', 'aurora'))
  await owner.open('/admin/versions')
  await patient(owner.row(version)).toBeVisible()
  await owner.row(version).getByRole('button', { name: 'Publish' }).click()
  const dialog = owner.page.getByRole('dialog', { name: `version ${version}?` })
  await expect(dialog).toBeVisible()

  const next = await brands.draft('aurora', (config) => ({ ...config, name: 'Aurora, saved meanwhile' }))
  // Another tab of the same page has heard of it, so this one has, too.
  const other = new AdminPages(await viewer.goTo('/admin', 'aurora'))
  await patient(
    other.page
      .locator('dd')
      .filter({ hasText: new RegExp(`^${next}\\b`) })
      .first(),
  ).toBeVisible()
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await patient(owner.row(next)).toBeVisible()
})

test('staff read their pages in a language that their shop has not, and nobody else does', { tag: '@system' }, async ({
  viewer,
  rival,
}) => {
  test.setTimeout(120_000)
  const page = await signInAsStaff(viewer, 'editor', 'kite')
  const html = page.locator('html')
  const before = await html.getAttribute('lang')
  await page.getByRole('banner').getByRole('combobox').selectOption({ label: 'Deutsch' })
  await page.getByRole('banner').getByRole('button', { name: 'Change' }).click()
  await patient(html).toHaveAttribute('lang', 'de-DE')
  await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible()

  const shop = await viewer.goTo('/', 'kite')
  await expect(shop.locator('html')).toHaveAttribute('lang', before ?? '')
  const colleague = await signInAsStaff(rival, 'owner', 'kite')
  await expect(colleague.locator('html')).toHaveAttribute('lang', before ?? '')
})
