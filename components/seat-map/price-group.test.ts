import { expect, it } from 'vitest'
import { fillOf, GROUP_COUNT, signOf } from './price-group.ts'

const groups = Array.from({ length: GROUP_COUNT }, (_, group) => group)

it('no two of thirty-six price groups look the same', () => {
  expect(new Set(groups.map((group) => JSON.stringify(signOf(group)))).size).toBe(36)
  const fills = groups.map((group) => `${fillOf(group)} ${signOf(group).colour}`)
  expect(new Set(fills).size).toBe(36)
})

it('neighbours differ in colour and in pattern', () => {
  for (const group of groups.slice(1)) {
    const [one, other] = [signOf(group - 1), signOf(group)]
    expect([group, one.colour === other.colour, one.pattern === other.pattern]).toEqual([group, false, false])
  }
})

it('more groups than there are signs begin again', () => {
  expect([signOf(GROUP_COUNT), fillOf(GROUP_COUNT + 1)]).toEqual([signOf(0), fillOf(1)])
})
