import { patient } from './fixtures/patient.ts'
import { firstTier, freeSeat } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'

test.describe.configure({ timeout: 180_000 })

test('a seat selected in one tab is bought in another: it leaves the selection, is named, and the next best is one click away', {
  tag: '@blackbox',
}, async ({ shows, viewer, sellTicket }) => {
  const show = await shows.seated()
  const [wanted, beside] = [freeSeat(show, 1), freeSeat(show, 2)]
  const tab = await viewer.opens(show)
  await tab.chooseSeat(wanted)
  await tab.chooseSeat(beside)

  await sellTicket({ show, seats: [wanted] })

  await patient(tab.lost).toContainText(wanted)
  await patient(tab.seat(wanted)).toHaveAttribute('data-status', 'sold')
  await expect(tab.seat(beside), 'the other seat stays chosen').toHaveAttribute('data-status', 'chosen')

  const offered = await tab.takeOffer()
  await expect(tab.seat(offered)).toHaveAttribute('data-status', 'chosen')
  await expect(tab.selection).toContainText(offered)
  await expect(tab.lost).not.toContainText(wanted)
})

test('two buyers race for the last seat: one has it, the other is shown a way on', { tag: '@system' }, async ({
  shows,
  buyer,
  rival,
  tolerate,
}) => {
  tolerate(/409 \(Conflict\)/)
  const show = await shows.seated({ seats: 1 })
  const seat = freeSeat(show, 0)
  const tabs = [await buyer.opens(show), await rival.opens(show)] as const
  await Promise.all(tabs.map((tab) => tab.chooseSeat(seat)))

  await Promise.all(tabs.map((tab) => tab.reserveInARush()))

  const outcomes = await Promise.all(tabs.map((tab) => tab.untilReservedOrLost()))
  expect(outcomes.toSorted()).toEqual(['lost', 'reserved'])
  const loser = outcomes[0] === 'lost' ? tabs[0] : tabs[1]
  await expect(loser.lost).toContainText(seat)
  await expect(loser.lost).toContainText('There is nothing comparable left')
  await patient(loser.soldOut).toBeVisible()
})

test('whoever is too late by a moment is offered the next best seat', { tag: '@blackbox' }, async ({
  shows,
  buyer,
  rival,
  tolerate,
}) => {
  tolerate(/409 \(Conflict\)/)
  const show = await shows.seated()
  const seat = freeSeat(show, 3)
  const tabs = [await buyer.opens(show), await rival.opens(show)] as const
  await Promise.all(tabs.map((tab) => tab.chooseSeat(seat)))
  await Promise.all(tabs.map((tab) => tab.reserveInARush()))

  const outcomes = await Promise.all(tabs.map((tab) => tab.untilReservedOrLost()))
  expect(outcomes.toSorted()).toEqual(['lost', 'reserved'])
  const loser = outcomes[0] === 'lost' ? tabs[0] : tabs[1]
  await loser.takeOffer()
  await loser.reserve()
})

test('seats side by side are chosen by number, and a single one left over is hinted at, not forbidden', {
  tag: '@system',
}, async ({ shows, viewer }) => {
  const show = await shows.seated()
  const tab = await viewer.opens(show)
  const { together, status } = await tab.pickTogether()
  await expect(tab.page.locator('[data-seat][data-status="chosen"]')).toHaveCount(2)
  await expect(status).toContainText(together)

  // Rows are of eight, all free: the second and third leave the first alone.
  await tab.clearSelection()
  await tab.chooseSeat(freeSeat(show, 1))
  await expect(tab.orphanHint).toContainText(freeSeat(show, 0))
  await expect(tab.continue, 'one may go on all the same').toBeEnabled()
  await tab.orphanHint.getByRole('button').first().click()
  await expect(tab.orphanHint).toBeEmpty()
  await expect(tab.seat(freeSeat(show, 1))).not.toHaveAttribute('data-status', 'chosen')

  await tab.clearSelection()
  await tab.chooseSeat(freeSeat(show, 1))
  await tab.orphanHint.getByRole('button').last().click()
  await expect(tab.orphanHint, 'and is told once').toBeEmpty()
  await expect(tab.seat(freeSeat(show, 1))).toHaveAttribute('data-status', 'chosen')
})

test('a seat that sells under the keyboard keeps the focus, on the map and in the list', { tag: '@system' }, async ({
  shows,
  viewer,
  sellTicket,
}) => {
  const show = await shows.seated()
  const [onMap, inList] = [freeSeat(show, 1), freeSeat(show, 23)]
  const tab = await viewer.opens(show)
  await tab.seat(onMap).focus()
  await sellTicket({ show, seats: [onMap] })
  await patient(tab.seat(onMap)).toHaveAttribute('data-status', 'sold')
  await expect(tab.seat(onMap)).toBeFocused()

  await tab.showAsList()
  const box = tab.page.getByRole('checkbox').last()
  await box.focus()
  await sellTicket({ show, seats: [inList] })
  await patient(box).toHaveAttribute('aria-disabled', 'true')
  await expect(box).toBeFocused()
})

test('a hall comes closer under the wheel and moves under the mouse, and seats are chosen where they then are', {
  tag: '@system',
}, async ({ programmeOf, viewer }) => {
  const show = await programmeOf('aurora').seated()
  const label = freeSeat(show, Math.floor(show.seats.length / 2))
  const tab = await viewer.opens(show)
  const { mouse, keyboard } = tab.page
  await expect(tab.seat(label)).toBeVisible()
  await tab.seat(label).evaluate((seat) => seat.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const far = await tab.placeOf(label)

  await mouse.move(far.x, far.y)
  await tab.moveHall(async () => {
    await keyboard.down('Control')
    await mouse.wheel(0, -240)
    await keyboard.up('Control')
  })
  const near = await tab.placeOf(label)
  expect(near.width / far.width, 'as much nearer as the wheel was turned').toBeGreaterThan(2)
  expect(Math.hypot(near.x - far.x, near.y - far.y), 'it stays under the mouse').toBeLessThan(3)

  await tab.moveHall(async () => {
    await mouse.down()
    await mouse.move(near.x + 40, near.y + 30, { steps: 6 })
    await mouse.up()
  })
  const moved = await tab.placeOf(label)
  expect(moved.width, 'no nearer').toBeCloseTo(near.width, 0)
  expect(Math.hypot(moved.x - near.x - 40, moved.y - near.y - 30), 'it follows the mouse').toBeLessThan(3)
  await expect(tab.page.locator('[data-seat][data-status="chosen"]'), 'dragging chooses nothing').toHaveCount(0)

  await mouse.click(moved.x, moved.y)
  await expect(tab.seat(label)).toHaveAttribute('data-status', 'chosen')
})

test('the tab key leads to a seat that is seen, wherever the hall has been moved to', { tag: '@system' }, async ({
  programmeOf,
  viewer,
}) => {
  const show = await programmeOf('aurora').seated()
  const tab = await viewer.opens(show)
  const last = tab.seats.last()
  await last.evaluate((seat) => seat.scrollIntoView({ block: 'center', behavior: 'instant' }))
  await last.hover({ force: true })
  await tab.moveHall(async () => {
    await tab.page.keyboard.down('Control')
    await tab.page.mouse.wheel(0, -400)
    await tab.page.keyboard.up('Control')
  })
  await expect(tab.seats.first()).not.toBeInViewport()

  await tab.tabToHall()
  await expect(tab.seats.first()).toBeFocused()
  await expect(tab.seats.first()).toBeInViewport()
})

test('back from the checkout: my seats are mine, and I can change my choice', { tag: '@system' }, async ({
  shows,
  buyer,
  viewer,
}) => {
  const show = await shows.seated()
  // Of the last row, which is the one that the list is opened at.
  const [kept, dropped, instead] = [freeSeat(show, 23), freeSeat(show, 22), freeSeat(show, 21)]
  const lookingOn = await viewer.opens(show)
  const tab = await buyer.opens(show)
  await tab.chooseSeat(kept)
  await tab.chooseSeat(dropped)
  await tab.reserve()

  await tab.page.goBack()
  await patient(tab.mine).toHaveCount(2)
  for (const label of [kept, dropped]) {
    await expect(tab.seat(label)).toHaveAttribute('data-status', 'mine')
    await patient(lookingOn.seat(label), 'for everybody else it is in a basket').toHaveAttribute('data-status', 'held')
  }
  await tab.showAsList()
  await expect(tab.mineInList()).toHaveCount(2)
  await expect(tab.mineInList().first()).toBeChecked()
  await expect(tab.mineInList().first()).toHaveAttribute('aria-disabled', 'true')
  await tab.showAsMap()

  await tab.changeChoice.press('Enter')
  await expect(tab.choiceIsOpen, 'the button is gone, the keyboard is not').toBeFocused()
  await expect(tab.backToHold).toBeHidden()
  for (const label of [kept, dropped]) {
    await expect(tab.seat(label)).toHaveAttribute('data-status', 'chosen')
    await patient(lookingOn.seat(label), 'nothing is kept meanwhile').toHaveAttribute('data-status', 'available')
    await expect(tab.selection).toContainText(label)
  }
  await expect(tab.lost).toBeEmpty()

  await tab.seat(dropped).click()
  await expect(tab.seat(dropped)).toHaveAttribute('data-status', 'available')
  await tab.chooseSeat(instead)
  await tab.reserve()
  await patient(lookingOn.seat(kept)).toHaveAttribute('data-status', 'held')
  await patient(lookingOn.seat(instead)).toHaveAttribute('data-status', 'held')
  await patient(lookingOn.seat(dropped)).toHaveAttribute('data-status', 'available')

  await tab.page.goBack()
  await patient(tab.mine).toHaveCount(2)
  await expect(tab.seat(instead)).toHaveAttribute('data-status', 'mine')
})

test('who reserves a second time is led back to both, and changes one of them', { tag: '@system' }, async ({
  shows,
  buyer,
}) => {
  const show = await shows.general()
  const tier = firstTier(show)
  const tab = await buyer.opens(show)
  await tab.chooseTickets(tier, 1)
  const first = await tab.reserve()
  const firstAddress = first.page.url()
  await tab.page.goBack()
  await patient(tab.backToHold).toBeVisible()
  await tab.chooseTickets(tier, 2)
  await tab.reserve()

  await tab.page.goBack()
  await patient(tab.backToHold).toHaveCount(2)
  const names = () =>
    tab.changeChoice.evaluateAll((buttons) =>
      buttons.map((button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent),
    )
  await expect.poll(async () => new Set(await names()).size, 'each says which tickets it is about').toBe(2)
  await tab.chooseTickets(tier, 1)
  await tab.changeChoice.last().click()
  await expect(tab.tier(tier).getByRole('status'), 'what was in it is chosen, instead of what was').toHaveText('2')
  await patient(tab.backToHold).toHaveCount(1)
  await tab.backToHold.click()
  await expect(tab.page).toHaveURL(firstAddress)
})

test('more time at the checkout is more time on the page of the show', { tag: '@system' }, async ({
  core,
  shows,
  buyer,
}) => {
  await core.behave({ holdSeconds: 50 })
  const show = await shows.general()
  const tab = await buyer.opens(show)
  await tab.chooseTickets(firstTier(show), 1)
  const checkout = await tab.reserve()
  const other = await buyer.opens(show)
  await patient(other.backToHold).toBeVisible()
  await expect.poll(() => other.keptForSeconds()).toBeLessThan(60)

  await core.behave({ holdSeconds: 600 })
  await checkout.moreTime.click()

  await patient.poll(() => other.keptForSeconds()).toBeGreaterThan(500)
})
