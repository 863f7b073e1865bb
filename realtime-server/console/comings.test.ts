import { expect, test } from 'vitest'
import type { NodeInfo, NodeState } from '../registry/registry.ts'
import { comingsBetween } from './comings.ts'

const node = (id: string, state: NodeState): NodeInfo => ({ id, state, url: `http://${id}`, slot: 0, connections: 0 })
const happened = (before: NodeInfo[], now: NodeInfo[]) =>
  comingsBetween(before, now, '2026-11-26T12:00:00Z').map((one) => `${one.node} ${one.what}`)

test.each<[string, NodeInfo[], NodeInfo[], string[]]>([
  ['nothing', [node('a', 'ready')], [node('a', 'ready')], []],
  ['a start', [], [node('a', 'starting')], ['a came']],
  ['a start that was quick', [], [node('a', 'ready')], ['a is ready']],
  ['a node getting ready', [node('a', 'starting')], [node('a', 'ready')], ['a is ready']],
  ['a drain', [node('a', 'ready')], [node('a', 'draining')], ['a drains']],
  ['the end of a drain', [node('a', 'draining')], [], ['a left']],
  ['a death', [node('a', 'ready'), node('b', 'ready')], [node('b', 'ready')], ['a went without a drain']],
  ['a new id', [node('a', 'ready')], [node('b', 'ready')], ['b is ready', 'a went without a drain']],
])('tells of %s', (_, before, now, expected) => expect(happened(before, now)).toEqual(expected))
