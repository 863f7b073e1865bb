import { freeSeat } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'

test('a seat selected in one tab is bought in another: it leaves the selection, is named, and the next best is one click away', {
  tag: '@blackbox',
}, async ({ shows, viewer, sellTicket }) => {
  const show = await shows.seated()
  const [wanted, beside] = [freeSeat(show, 1), freeSeat(show, 2)]
  const tab = await viewer.opens(show)
  await tab.chooseSeat(wanted)
  await tab.chooseSeat(beside)

  await sellTicket({ show, seats: [wanted] })

  await expect(tab.lost).toContainText(wanted)
  await expect(tab.seat(wanted)).toHaveAttribute('data-status', 'sold')
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
  await expect(loser.soldOut).toBeVisible()
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
