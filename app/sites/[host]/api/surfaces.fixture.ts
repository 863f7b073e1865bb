import { randomUUID } from 'node:crypto'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { optOutKeysInTest } from '#lib/opt-outs/opt-out-keys.fixture.ts'
import { makeAccount, newEmail, PASSWORD, signedInPerson } from './account/person.fixture.ts'
import type { Ask } from './ask.fixture.ts'
import { FAULTS, type Fault, type FaultyWorld, held } from './faulty-world.fixture.ts'

/** As always, or unavailable, which it says fast and honestly. What is degraded and shows it is a page. */
type State = 'A' | 'U'
type Column = (typeof FAULTS)[Fault]['column']

export interface Surface {
  readonly as?: 'owner' | 'guest'
  readonly ask?: Ask | ((world: FaultyWorld) => Ask | Promise<Ask>)
  /** Where nothing is said, it is as always. */
  readonly states?: Partial<Record<Column, State>>
}

const OWN_MEMORY: Surface['states'] = { postgres: 'U' }
const KEPT_HERE: Surface['states'] = { postgres: 'U', readOnly: 'U' }
const ofOrder: Surface = {
  as: 'guest',
  ask: ({ guest }) => ({ params: { id: guest.orderId } }),
  states: { core: 'U' },
}

/** The table "Surfaces under one failure" of what this program answers with: every route that is read, and what a sale needs. */
export const SURFACES: Readonly<Record<string, Surface>> = {
  'GET account/export': { as: 'owner', states: { ...OWN_MEMORY, core: 'U' } },
  'GET account/session': { as: 'owner' },
  'GET account/sessions': { as: 'owner', states: OWN_MEMORY },
  'GET admin/board': { as: 'owner', states: OWN_MEMORY }, // its shows from memory
  'GET admin/pictures': { as: 'owner', states: OWN_MEMORY },
  'GET admin/state': { as: 'owner', states: OWN_MEMORY },
  'GET announcements': {}, // from memory, where there is one
  'GET holds/[id]': { as: 'guest', ask: ({ guest }) => ({ params: { id: guest.holdId } }), states: OWN_MEMORY },
  'GET inbox': { as: 'guest', states: OWN_MEMORY },
  'GET orders/[id]': ofOrder,
  'GET orders/[id]/show.ics': ofOrder,
  'GET orders/[id]/tickets': ofOrder,
  'GET orders/[id]/tickets.pdf': ofOrder,
  // Of a show that nobody asked for yet: what was said half a second ago is still said.
  'GET shows/[id]/availability': {
    ask: async ({ shop }) => {
      const id = `cold-${randomUUID()}`
      await shop.core.store(sampleShow({ id }))
      return { params: { id }, host: 'luna.localhost' } // aurora's board asks for all of aurora's
    },
    states: { core: 'U' },
  },
  'GET unsubscribe/[key]': {
    ask: ({ storefront }) => {
      const { keyFor, digest } = optOutKeysInTest(storefront)
      return { params: { key: keyFor({ what: 'reminders', addressDigest: digest('ada@example.com') }) } }
    },
  },

  'GET card.png': {},
  'GET favicon.ico': {},
  'GET media/artworks/[key]': {
    ask: { params: { key: 'night-train' }, path: '/?w=480' },
    states: { core: 'U' },
  },
  'GET media/pictures/[id]/[file]': {
    ask: { params: { id: 'a'.repeat(64), file: '480.webp' } },
    states: OWN_MEMORY,
  },
  'GET robots.txt': {},
  'GET shows/[showId]/card.png': { ask: { params: { showId: 'night-train' } } },
  'GET sitemap/[part]': { ask: { params: { part: 'all.xml' } } },

  'POST account/sign-in': {
    // What cannot be counted is not allowed, and what cannot be kept is no session.
    ask: async ({ shop }) => {
      const email = newEmail()
      await makeAccount(shop, email)
      return { body: { email, password: PASSWORD } }
    },
    states: { sessions: 'U', ...KEPT_HERE },
  },
  'POST account/sign-out': {
    ask: async ({ shop }) => ({ cookie: (await signedInPerson(shop)).cookie }),
    states: KEPT_HERE,
  },
  'POST account/profile': { as: 'owner', ask: { body: { name: 'Ada' } }, states: { ...KEPT_HERE, sessions: 'U' } },
  'POST admin/announcements': { as: 'owner', ask: { body: { text: 'Hello' } }, states: KEPT_HERE },
  'POST holds': {
    ask: { body: { showId: 'night-train', items: [{ tierId: 'floor', quantity: 1 }] } },
    states: { ...KEPT_HERE, core: 'U' },
  },
  'POST holds/[id]/extend': {
    ask: async () => {
      const { cookie, holdId } = await held()
      return { cookie, params: { id: holdId } }
    },
    states: { ...KEPT_HERE, core: 'U' },
  },
  'POST inbox/read': { as: 'guest', ask: { body: {} }, states: KEPT_HERE },
  'POST orders': {
    ask: async () => {
      const { cookie, holdId } = await held()
      return { cookie, body: { holdId, buyer: { name: 'Ada', email: 'ada@example.com' } } }
    },
    states: { ...OWN_MEMORY, core: 'U' },
  },
  'POST orders/find': { ask: { body: { email: 'ada@example.com' } }, states: { sessions: 'U' } },
  'POST realtime/session': {},
  'POST waitlist': {
    ask: { body: { showId: 'full', email: 'ada@example.com', quantity: 1 } },
    states: { ...KEPT_HERE, core: 'U' },
  },
}

/** With both stores gone, nobody is known: what is somebody's is U, what is everybody's goes by its parts. */
export function stateOf({ as, states = {} }: Surface, fault: Fault): State {
  const { column } = FAULTS[fault]
  if (column !== 'both') return states[column] ?? 'A'
  if (as === 'owner') return 'U'
  return [states.sessions, states.postgres].includes('U') ? 'U' : 'A'
}
