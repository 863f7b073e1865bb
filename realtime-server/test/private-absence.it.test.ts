import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatCursor, parseCursor } from '../cursor.ts'
import { REPLAY_MESSAGES } from '../hub/past.ts'
import { TestTier, type TierProcess } from './tier.ts'
import { TestViewer } from './viewer.ts'

/*
 * What a person's own stream brings while nobody of theirs is there, and what they are given when they are back. That a
 * message for another would be found is shown in interleavings.test.ts.
 */

const STREAM = 'private.inbox'
const FIVE_MINUTES_MS = 300_000

let tier: TestTier
let redis: Redis
let node: TierProcess
/** Holds no viewer of the one who is away: what it gives them is from history. */
let elsewhere: TierProcess
beforeAll(async () => {
  tier = await TestTier.start()
  redis = new Redis(tier.redisUrl)
  ;[node, elsewhere] = await Promise.all([tier.node(), tier.node(), tier.dispatcher()])
})
afterAll(async () => {
  await redis.quit()
  await tier[Symbol.asyncDispose]()
})

/** Somebody with two tabs: one is away, the other stays. @param seen messages that both had before one went away */
async function openPerson(seen = 0) {
  const customerRef = `customer-${randomUUID().slice(0, 8)}`
  const target = `private.aurora.${customerRef}.inbox`
  const cookie = await tier.cookie({ reseller: 'aurora', customerRef })
  const stays = await TestViewer.open(node.url, [STREAM], { cookie })
  const leaves = await TestViewer.open(node.url, [STREAM], { cookie })
  let published = 0
  const publish = async (count: number) => {
    const messages = Array.from({ length: count }, () => noticeOf(target, ++published))
    await tier.producer.send({ topic: tier.topics.messages, messages })
    await stays.until('inbox', ({ data }) => data.unread === published)
  }
  if (seen > 0) {
    await publish(seen)
    await leaves.until('inbox', ({ data }) => data.unread === seen)
  }
  await leaves[Symbol.asyncDispose]()
  const lastEventId = leaves.lastId as string
  return {
    stays,
    lastEventId,
    historyKey: `rt:history:${parseCursor(lastEventId)?.epoch}:${target}`,
    /** So many messages more; resolves when the tab that stays has them. */
    publish,
    comeBack: (after = lastEventId) => TestViewer.open(elsewhere.url, [STREAM], { cookie, lastEventId: after }),
    [Symbol.asyncDispose]: () => stays[Symbol.asyncDispose](),
  }
}

/** `unread` says which it is. */
function noticeOf(target: string, unread: number) {
  const data = { notificationId: randomUUID(), kind: 'order', title: `No. ${unread}`, unread }
  const value = { id: randomUUID(), type: 'inbox', at: new Date().toISOString(), target, data }
  return { key: target, value: JSON.stringify(value) }
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
const numbersOf = (viewer: TestViewer) => viewer.events('inbox').map(({ data }) => data.unread)
const resetsOf = (viewer: TestViewer) => viewer.events('reset').flatMap(({ data }) => data.streams)

describe('who comes back', () => {
  test(`is given all ${REPLAY_MESSAGES} messages of the absence, once and in order, and nobody else is`, async () => {
    await using owner = await openPerson()
    await using other = await openPerson()
    await using otherElsewhere = await other.comeBack()
    await owner.publish(REPLAY_MESSAGES)
    await using back = await owner.comeBack()
    expect(numbersOf(back)).toEqual(upTo(REPLAY_MESSAGES))
    expect(resetsOf(back)).toEqual([])
    expect(numbersOf(owner.stays)).toEqual(upTo(REPLAY_MESSAGES))

    await owner.publish(1)
    await back.until('inbox', ({ data }) => data.unread === REPLAY_MESSAGES + 1)
    expect(numbersOf(back)).toEqual(upTo(REPLAY_MESSAGES + 1))
    // The other's own comes after all of these on every way, so nothing of the owner's is still to come.
    await other.publish(1)
    await otherElsewhere.until('inbox')
    expect([numbersOf(other.stays), numbersOf(otherElsewhere)]).toEqual([[1], [1]])
  })

  test('is given them all also after having seen others right before', async () => {
    await using owner = await openPerson(5)
    await owner.publish(REPLAY_MESSAGES)
    await using back = await owner.comeBack()
    expect(new Set(numbersOf(back))).toEqual(new Set(upTo(5 + REPLAY_MESSAGES)))
    expect(numbersOf(back).slice(-REPLAY_MESSAGES)).toEqual(upTo(5 + REPLAY_MESSAGES).slice(5))
    expect(resetsOf(back)).toEqual([])
  })

  test('after one message more is told to fetch anew instead', async () => {
    await using owner = await openPerson()
    await owner.publish(REPLAY_MESSAGES + 1)
    await using back = await owner.comeBack()
    expect([numbersOf(back), resetsOf(back)]).toEqual([[], [STREAM]])
  })
})

describe('five minutes after the last of them', () => {
  /** To history it is as if the person had left five minutes earlier, and all had been published right then. */
  async function passFiveMinutes({ historyKey, lastEventId }: Awaited<ReturnType<typeof openPerson>>) {
    await redis.pexpire(historyKey, (await redis.pttl(historyKey)) - FIVE_MINUTES_MS)
    const left = parseCursor(lastEventId)
    if (left === null) throw new Error('the last id is none')
    return formatCursor({ ...left, ms: left.ms - FIVE_MINUTES_MS })
  }

  test('all the messages are there', async () => {
    await using owner = await openPerson()
    await owner.publish(REPLAY_MESSAGES)
    await using back = await owner.comeBack(await passFiveMinutes(owner))
    expect([numbersOf(back), resetsOf(back)]).toEqual([upTo(REPLAY_MESSAGES), []])
  })

  test('they would not be if histories were kept for five minutes only', async () => {
    await using owner = await openPerson()
    await owner.publish(REPLAY_MESSAGES)
    await redis.pexpire(owner.historyKey, FIVE_MINUTES_MS)
    await using back = await owner.comeBack(await passFiveMinutes(owner))
    expect([numbersOf(back), resetsOf(back)]).toEqual([[], [STREAM]])
  })

  test('they would not be if histories were shorter', async () => {
    await using owner = await openPerson()
    await owner.publish(REPLAY_MESSAGES)
    await redis.xtrim(owner.historyKey, 'MAXLEN', REPLAY_MESSAGES - 1)
    await using back = await owner.comeBack(await passFiveMinutes(owner))
    expect([numbersOf(back), resetsOf(back)]).toEqual([[], [STREAM]])
  })
})
