import { Caller } from './fixtures/caller.ts'
import { patient } from './fixtures/patient.ts'
import { sum } from './fixtures/running-system.ts'
import { firstTier, freeSeat, secondTier } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'

// Programs are killed, and come back when they do.
test.describe.configure({ timeout: 180_000 })

/** What a browser writes on its console when the realtime tier hangs up on it. */
const CONNECTION_LOST = /net::ERR_|50[234] \(/

test('the node that serves a viewer is killed and a ticket is sold meanwhile: the banner arrives, once', {
  tag: '@system',
}, async ({ system, shows, viewer, sellTicket, tolerate }) => {
  tolerate(CONNECTION_LOST)
  await system.untilNobodyIsConnected()
  const show = await shows.general()
  const tab = await viewer.opens(show)

  await system.kill(await system.nodeOfTheViewer())
  await sellTicket({ show, tier: firstTier(show) })

  await tab.hasAnnounced(tab.soldTicket(firstTier(show)))
  await tab.untilLive()
  await tab.untilBannerIsGone()
  await sellTicket({ show, tier: secondTier(show) })
  await tab.hasAnnounced(tab.soldTicket(firstTier(show)), tab.soldTicket(secondTier(show)))
})

test('a node that leaves in order hands its viewers over, and nothing is lost', { tag: '@system' }, async ({
  system,
  shows,
  viewer,
  sellTicket,
  tolerate,
}) => {
  // A tab may ask the node for another stream in the very moment in which it hands over.
  tolerate(CONNECTION_LOST, /404 \(Not Found\) \(\S+\/streams\)/)
  await system.untilNobodyIsConnected()
  const show = await shows.general()
  const tab = await viewer.opens(show)
  const node = await system.nodeOfTheViewer()

  await Promise.all([system.stop(node), sellTicket({ show, tier: firstTier(show) })])

  await tab.hasAnnounced(tab.soldTicket(firstTier(show)))
})

test('without any node the shop still sells, and pages catch up', { tag: '@system' }, async ({
  system,
  shows,
  viewer,
  buyer,
  sellTicket,
  tolerate,
}) => {
  tolerate(CONNECTION_LOST)
  const show = await shows.seated()
  const [bought, sold] = [freeSeat(show, 0), freeSeat(show, 5)]
  const lookingOn = await viewer.opens(show)

  await system.stop(...system.nodes)
  await patient(lookingOn.liveNotice, 'the page says that it is slow').toBeVisible()
  await buyer.buys(await buyer.opensQuietly(show), { seats: [bought] })
  await patient(lookingOn.seat(bought), 'asked for, not told').toHaveAttribute('data-status', 'sold')

  await system.start(...system.nodes)
  await lookingOn.untilLive()
  await patient(lookingOn.liveNotice).toBeHidden()
  await sellTicket({ show, seats: [sold] })
  // What was missed may be told in the same breath; two sales are then counted instead of named.
  const announced = async () => (await lookingOn.announcements()).join('\n')
  await patient.poll(announced).toMatch(new RegExp(`${sold}|2 .*tickets`))
  await patient(lookingOn.seat(sold)).toHaveAttribute('data-status', 'sold')
})

test('a viewer keeps one connection through it all', { tag: '@system' }, async ({
  system,
  shows,
  viewer,
  sellTicket,
  tolerate,
}) => {
  tolerate(CONNECTION_LOST)
  await system.untilNobodyIsConnected()
  const show = await shows.general()
  const tabs = [await viewer.opens(show), await viewer.opens(show)]
  await system.kill(await system.nodeOfTheViewer())
  // All nodes are back, and one of them has the viewer again: before that a page may say that it is live and not know better.
  const connections = async () => sum(await system.connections())
  await patient.poll(connections).toBe(1)
  for (const tab of tabs) await tab.untilLive()
  await sellTicket({ show, tier: firstTier(show) })
  for (const tab of tabs) await tab.hasAnnounced(tab.soldTicket(firstTier(show)))
  await patient.poll(connections, 'now that both have heard').toBe(1)
})

test('core is down: an open page stands on what it knows and sells again afterwards', { tag: '@system' }, async ({
  system,
  shows,
  viewer,
  tolerate,
}) => {
  tolerate(/50[0234] \(/)
  const show = await shows.seated()
  const seat = freeSeat(show, 0)
  const tab = await viewer.opens(show)
  await system.stop('core')

  await tab.chooseSeat(seat)
  await tab.continue.click()
  await patient(tab.noAnswer, 'the buyer is told that nobody knows').toBeVisible()
  await expect(tab.seat(seat), 'and keeps the choice').toHaveAttribute('data-status', 'chosen')

  await system.start('core')
  await tab.tryAgain.click()
  await tab.untilCheckout()
})

test('core is down: a page that nobody has seen says so, and is there as soon as core is', { tag: '@system' }, async ({
  system,
  shows,
  viewer,
  tolerate,
}) => {
  tolerate(/50[0234] \(/)
  const show = await shows.general()
  await system.stop('core')

  expect(await viewer.answer(`/shows/${show.id}`), 'whoever reads no words hears it too').toEqual({ status: 503 })
  const page = await viewer.goTo(`/shows/${show.id}`)
  await expect(page.getByRole('heading', { name: 'The box office is not answering' })).toBeVisible()

  await system.start('core')
  const again = page.getByRole('link', { name: 'Try again' })
  // Core counts as down for two seconds more in the storefront: who presses in those presses once more.
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 5_000 })
    await expect(page.getByRole('heading', { level: 1 })).toContainText('The Test', { timeout: 5_000 })
  }).toPass({ timeout: 45_000 })
})

test('core is slow: people wait a moment and still buy', { tag: '@system' }, async ({ core, shows, buyer }) => {
  await core.behave({ latencyMs: 400 })
  const show = await shows.general()
  await buyer.buys(await buyer.opens(show), { tier: firstTier(show) })
})

test("core's answer gets lost: pressing once reserves, and reserves once", { tag: '@system' }, async ({
  core,
  shows,
  buyer,
  tolerate,
}) => {
  tolerate(/503 \(/)
  const show = await shows.seated({ seats: 8 })
  const tab = await buyer.opens(show)
  await tab.chooseSeat(freeSeat(show, 0))

  await core.behave({ lostAnswerRate: 1 })
  const answer = tab.page.waitForResponse('**/api/holds')
  await tab.continue.click()
  expect((await answer).status(), 'core has reserved the seat, and nobody knows').toBe(503)
  await core.behave({ lostAnswerRate: 0 })

  const checkout = await tab.untilCheckout()
  await expect(checkout.page.getByRole('main')).toContainText(freeSeat(show, 0))
})

test("all of core's answers get lost: one's own seats are not told as somebody else's, and are there to go on with", {
  tag: '@system',
}, async ({ core, shows, buyer, viewer, tolerate }) => {
  tolerate(/503 \(/)
  const show = await shows.seated({ seats: 8 })
  const seat = freeSeat(show, 0)
  const tab = await buyer.opens(show)
  await tab.chooseSeat(seat)

  await core.behave({ lostAnswerRate: 1 })
  await tab.continue.click()
  await patient(tab.noAnswer, 'three tries, and nobody knows').toBeVisible()
  await core.behave({ lostAnswerRate: 0 })
  const lookingOn = await viewer.opens(show)
  await patient(lookingOn.seat(seat), 'core has reserved it').toHaveAttribute('data-status', 'held')
  await expect(tab.seat(seat), 'for this tab').toHaveAttribute('data-status', 'chosen')
  await expect(tab.lost).toBeEmpty()

  await tab.tryAgain.click()
  const checkout = await tab.untilCheckout()
  await expect(checkout.page.getByRole('main')).toContainText(seat)
})

test("a first-time buyer's answer is lost on the way, the cookie with it: the seat is theirs all the same", {
  tag: '@system',
}, async ({ shows, buyer, tolerate }) => {
  tolerate(/net::ERR_/)
  const show = await shows.seated({ seats: 8 })
  const seat = freeSeat(show, 0)
  const tab = await buyer.opens(show)
  await tab.chooseSeat(seat)
  await tab.page.context().clearCookies()
  // What the storefront says is thrown away before the browser could see any of it.
  await tab.page.route(
    '**/api/holds',
    async (route) => {
      const asked = route.request()
      const { cookie = '', 'idempotency-key': key = '' } = await asked.allHeaders()
      expect(cookie, 'nobody knows this browser').not.toContain('customer=')
      const way = new Caller(new URL(asked.url()).origin)
      const question = { method: 'POST', body: asked.postDataJSON(), headers: { 'idempotency-key': key } }
      expect((await way.ask('/api/holds', question)).status, 'core has reserved the seat').toBe(201)
      await route.abort('connectionreset')
    },
    { times: 1 },
  )

  const checkout = await tab.reserve()
  await expect(checkout.page.getByRole('main')).toContainText(seat)
})
