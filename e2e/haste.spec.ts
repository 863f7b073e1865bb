import { expect, test } from './fixtures/test.ts'
import { wordsOf } from './fixtures/words.ts'

test('a category that is pressed right after a word is typed is asked for together with it', {
  tag: '@blackbox',
}, async ({ viewer }) => {
  const page = await viewer.goTo('/shows')
  const t = (await wordsOf(page))('list')
  const category = page
    .getByRole('navigation', { name: t('categories') })
    .getByRole('link')
    .nth(1)
  await page.getByRole('searchbox').pressSequentially('zzzz')
  await category.click()
  await expect(page).toHaveURL(/\?q=zzzz&category=\w+$/)
  await expect(category).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('searchbox')).toHaveValue('zzzz')
})

test('a button that waits for its answer keeps the keyboard, and hears no second press', { tag: '@blackbox' }, async ({
  shows,
  buyer,
}) => {
  const checkout = await buyer.reservesOf(await shows.general())
  const { page } = checkout
  const t = (await wordsOf(page))('hold')
  const answer = Promise.withResolvers<void>()
  let asked = 0
  await page.route('**/api/holds/*/extend', async (route) => {
    asked += 1
    await answer.promise
    await route.continue()
  })
  await checkout.moreTime.press('Enter')
  const waiting = page.getByRole('button', { name: t('extending'), exact: true })
  await expect(waiting).toBeFocused()
  await expect(waiting).toBeDisabled()
  await page.keyboard.press('Enter')
  answer.resolve()
  await expect(waiting).toHaveCount(0)
  expect(asked).toBe(1)
})
