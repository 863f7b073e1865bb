import { beforeEach, describe, expect, test } from 'vitest'
import type { DirectDelivery } from '#contracts/delivery.ts'
import type { Frame } from '../frame.ts'
import { DirectMessages } from './direct-messages.ts'

/** Connections that write down the texts they are sent. */
class Notebooks {
  readonly notes = new Map<string, string[]>()

  open(id: string): void {
    this.notes.set(id, [])
  }
  find(id: string) {
    const notes = this.notes.get(id)
    return notes && { message: ({ sse }: Frame) => void notes.push(sse.toString()) }
  }
  *all() {
    for (const id of this.notes.keys()) yield this.find(id) ?? expect.unreachable()
  }
}

const notice = (id: string, to = 'n1.a'): DirectDelivery => ({
  ...{ id, to, stream: to === '*' ? 'broadcast' : 'connection', event: 'notice', data: JSON.stringify({ id }) },
  nodes: '*',
})
const onTheWire = (id: string) => `event: notice\ndata: {"id":"${id}"}\n\n`

let connections: Notebooks
let direct: DirectMessages
beforeEach(() => {
  connections = new Notebooks()
  for (const id of ['n1.a', 'n1.b', 'n0.c']) connections.open(id)
  direct = new DirectMessages(connections)
})
const heard = () => Object.fromEntries(connections.notes)

describe('a message past all streams', () => {
  test('to one connection goes to that one, without an id that would move its cursor', () => {
    expect(direct.deliver(notice('m1'))).toBe(1)
    expect(heard()).toEqual({ 'n1.a': [onTheWire('m1')], 'n1.b': [], 'n0.c': [] })
  })

  test('finds a connection that was opened when the node had another id', () => {
    expect(direct.deliver({ ...notice('m1', 'n0.c'), nodes: ['n0'] })).toBe(1)
    expect(heard()['n0.c']).toHaveLength(1)
  })

  test('to all goes to each, in the same bytes', () => {
    expect(direct.deliver(notice('m1', '*'))).toBe(3)
    expect(heard()).toEqual({ 'n1.a': [onTheWire('m1')], 'n1.b': [onTheWire('m1')], 'n0.c': [onTheWire('m1')] })
  })

  test('to a connection that is not here goes nowhere', () => {
    expect(direct.deliver(notice('m1', 'n1.gone'))).toBe('not-here')
    expect(direct.deliver(notice('m2', 'n1.'))).toBe('not-here')
  })

  test('to all goes nowhere where nobody is', () => {
    expect(new DirectMessages(new Notebooks()).deliver(notice('m1', '*'))).toBe(0)
  })
})

describe('a copy', () => {
  test('goes to nobody, though others came between', () => {
    const ids = Array.from({ length: 500 }, (_, n) => `m${n}`)
    for (const id of [...ids, ...ids]) direct.deliver(notice(id))
    expect(heard()['n1.a']).toEqual(ids.map(onTheWire))
    expect(direct.deliver(notice('m0'))).toBe(0)
  })

  test('of a message to all goes to nobody, not even to who has come since', () => {
    direct.deliver(notice('m1', '*'))
    connections.open('n1.new')
    expect(direct.deliver(notice('m1', '*'))).toBe(0)
    expect(heard()['n1.new']).toEqual([])
  })

  test('is only what has the same target: one id may go to several', () => {
    for (const to of ['n1.a', 'n1.b', '*']) direct.deliver(notice('m1', to))
    expect(Object.values(heard()).map(({ length }) => length)).toEqual([2, 2, 1])
  })

  test('is known as long as no more than the bound have come since', () => {
    direct = new DirectMessages(connections, 3)
    for (const id of ['first', 'second', 'third']) direct.deliver(notice(id))
    expect(direct.deliver(notice('first'))).toBe(0)
    direct.deliver(notice('one more'))
    expect(direct.deliver(notice('first'))).toBe(1)
  })

  test('would be told again by a node that remembers nothing', () => {
    direct = new DirectMessages(connections, 0)
    for (const id of ['m1', 'm1']) direct.deliver(notice(id))
    expect(heard()['n1.a']).toEqual([onTheWire('m1'), onTheWire('m1')])
  })

  test('what was for nobody here takes no room in memory', () => {
    direct = new DirectMessages(connections, 3)
    direct.deliver(notice('first'))
    for (let n = 0; n < 4; n += 1) direct.deliver(notice(`m${n}`, 'n1.gone'))
    expect(direct.deliver(notice('first'))).toBe(0)
  })
})
