import { expect, test } from './fixtures/test.ts'
import { wordsOf } from './fixtures/words.ts'

const PHONE = { width: 390, height: 844 }

test('on a phone the menu is folded away by a choice from it, by Escape, by a press beside it and by going on', {
  tag: '@blackbox',
}, async ({ viewer }) => {
  const page = await viewer.goTo('/')
  await page.setViewportSize(PHONE)
  const t = (await wordsOf(page))('site')
  const menu = page.getByRole('banner').getByText(t('openMenu'), { exact: true })
  // Only what can be seen has a role.
  const links = page.getByRole('navigation', { name: t('mainNavigation') }).getByRole('link')
  const open = async () => {
    await menu.click()
    await expect(links.first()).toBeVisible()
  }

  await open()
  await page.keyboard.press('Escape')
  await expect(links).toHaveCount(0)
  await expect(menu, 'the keyboard is where the menu was opened').toBeFocused()

  await open()
  await page.mouse.click(2, PHONE.height / 2)
  await expect(links).toHaveCount(0)

  await open()
  await links.last().press('Tab')
  await expect(links).toHaveCount(0)

  await open()
  const chosen = new URL((await links.first().getAttribute('href')) ?? '', page.url()).href
  await links.first().click()
  await expect(page).toHaveURL(chosen)
  await expect(links).toHaveCount(0)

  await open()
  await page.goBack()
  await expect(links).toHaveCount(0)
})
