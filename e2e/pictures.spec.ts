import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { patient } from './fixtures/patient.ts'
import { signInAsStaff } from './fixtures/staff.ts'
import { expect, test } from './fixtures/test.ts'
import { expectAccessible } from './pages/accessibility.ts'
import { AdminPages } from './pages/admin-pages.ts'

/** Another one in every run, so that it is never one that was uploaded before. */
const newLogo = (): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 90, channels: 4, background: { r: 255, g: 159, b: 28, alpha: 1 } } })
    .composite([{ input: Buffer.from(`<svg width="320" height="90"><text y="60">${Date.now()}</text></svg>`) }])
    .png()
    .toBuffer()

const logoIn = (page: Page) => page.getByRole('banner').getByRole('img', { name: 'AURORA' })
const isDrawn = (page: Page) => logoIn(page).evaluate((image: HTMLImageElement) => image.naturalWidth > 0)

test('an editor uploads a logo; visitors see it once it is published, and no other shop has it', {
  tag: '@system',
}, async ({ viewer, buyer, rival, brands, tolerate }) => {
  test.setTimeout(240_000)
  tolerate(/404/)
  await brands.keep('aurora')
  await brands.draft('aurora', (config) => config) // editors go on from the newest version, whatever was left there
  const editor = new AdminPages(await signInAsStaff(viewer, 'editor', 'aurora'))
  const { page } = editor
  await editor.open('/admin/site')

  // What cannot be used is said beside the field, with the way out.
  const file = page.getByLabel('Choose a file: Logo')
  await file.setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await patient(page.getByRole('alert').filter({ hasText: 'an SVG is not taken' })).toBeVisible()
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await newLogo() })
  await patient(page.getByText('The picture is uploaded.')).toBeAttached()
  const saved = page.getByText(/^Saved as version \d+\.$/)
  await patient(saved).toBeVisible()
  const version = Number(/\d+/.exec((await saved.textContent()) ?? '')?.[0])
  await expectAccessible(page, 'the editor with a logo')

  // The draft's preview shows it, the shop does not.
  const preview = await viewer.goTo(`/preview/v${version}`, 'aurora')
  await patient.poll(() => isDrawn(preview)).toBe(true)
  const shop = await buyer.goTo('/', 'aurora')
  await expect(logoIn(shop)).toHaveCount(0)

  await brands.publish('aurora', version)
  await patient
    .poll(async () => {
      await shop.reload()
      return logoIn(shop).count()
    })
    .toBe(1)
  await patient.poll(() => isDrawn(shop)).toBe(true)

  // Its address is good on this shop's hosts only.
  const address = await logoIn(shop).getAttribute('src')
  const elsewhere = await rival.goTo('/', 'kite')
  const answer = await elsewhere.evaluate(async (path) => (await fetch(path)).status, address ?? '')
  expect(answer).toBe(404)
})

test('a gallery is leafed through by its small pictures and by the keyboard', { tag: '@system' }, async ({
  viewer,
}) => {
  const page = await viewer.goTo('/shows/velvet-static', 'aurora')
  const gallery = page.getByRole('region', { name: 'Pictures', exact: true })
  await gallery.scrollIntoViewIfNeeded()
  const strip = gallery.getByRole('list', { name: /Pictures, scroll/ })
  const place = () => strip.evaluate((list) => Math.round(list.scrollLeft / list.clientWidth))
  const top = () => page.evaluate(() => window.scrollY)
  const small = gallery.getByRole('button')
  await expect(small).toHaveCount(3)
  await small.nth(2).scrollIntoViewIfNeeded() // as a click does by itself
  const before = await top()
  await small.nth(2).click()
  await expect.poll(place).toBe(2)
  await expect(small.nth(2)).toHaveAttribute('aria-current', 'true')
  await expect.poll(top).toBe(before)
  await strip.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(place).toBe(1)
  await expect(small.nth(1)).toHaveAttribute('aria-current', 'true')
})
