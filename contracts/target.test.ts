import { describe, expect, test } from 'vitest'
import { MESSAGES, type MessageEvent } from './message.ts'
import { clientTargetName, mayCarry, parseTarget, targetName } from './target.ts'

const REF = 'customer-0000001'
const CONNECTION = 'n0123456789abcdef.AAAAAAAAAAAAAAAAAAAA-_'

describe('a target', () => {
  test.each([
    ['public.show.42', 'show', 'public.show.42'],
    [`private.aurora.${REF}.order`, 'private', 'private.order'],
    [`connection.${CONNECTION}`, 'connection', 'connection'],
    ['broadcast', 'broadcast', 'broadcast'],
  ])('%s is of kind %s, and seen by clients as %s', (name, kind, client) => {
    const target = parseTarget(name) ?? expect.unreachable()
    expect([target.kind, targetName(target), clientTargetName(target)]).toEqual([kind, name, client])
  })

  test.each([
    '',
    'connection',
    'connection.',
    'connection.*',
    'connection.n1',
    `connection.${CONNECTION.replace('.', '')}`,
    `connection.${CONNECTION}.x`,
    `connection.${CONNECTION}\n`,
    'connection.n1.tooshort',
    `connection.n1.${'a'.repeat(49)}`,
    `connection..${'a'.repeat(22)}`,
    `Connection.${CONNECTION}`,
    'broadcast.',
    'broadcast.aurora',
    '*',
    'public.everything',
  ])('is not %j', (name) => {
    expect(parseTarget(name)).toBeNull()
  })
})

describe('what may be sent', () => {
  const carried = (name: string) => {
    const target = parseTarget(name) ?? expect.unreachable()
    return (Object.keys(MESSAGES) as MessageEvent[]).filter((event) => mayCarry(target, event)).toSorted()
  }

  test('to one connection is nothing that has its place in a show’s versions, and nothing that only nodes read', () => {
    expect(carried(`connection.${CONNECTION}`)).toEqual(['config', 'inbox', 'notice', 'order.updated', 'promotional'])
  })

  test('to everybody, at all resellers, is no one reseller’s and no one person’s', () => {
    expect(carried('broadcast')).toEqual(['notice'])
  })

  test.each([
    ['public.show.42', []],
    ['public.promotional.aurora', ['promotional']],
    ['private.aurora.customer-ana-000.order', ['order.updated']],
    ['private.aurora.customer-ana-000.inbox', ['inbox']],
    ['private.aurora.customer-ana-000.session', ['session.ended']],
    ['staff.aurora.config', ['config']],
    ['staff.aurora.sales', ['sales']],
  ])('on %s is what it is for', (name, events) => {
    expect(carried(name)).toEqual(events)
  })
})
