import { expect, it } from 'vitest'
import { allow, type Circuit, closedCircuit, release, settle } from './circuit.ts'

const fail = (circuit: Circuit, times: number, nowMs = 0) =>
  Array.from({ length: times }).reduce<Circuit>((state) => settle(state, state, false, nowMs), circuit)

it('stays closed for four failures in a row, and a success forgets them', () => {
  const four = fail(closedCircuit, 4)
  expect(allow(four, 0).allowed).toBe(true)
  expect(settle(four, four, true, 0)).toEqual(closedCircuit)
})

it('opens at the fifth and turns requests away for a second', () => {
  const open = fail(closedCircuit, 5)
  expect(allow(open, 0).allowed).toBe(false)
  expect(allow(open, 999).allowed).toBe(false)
  expect(allow(open, 1_000).allowed).toBe(true)
})

it('lets one request out to see, and no other meanwhile', () => {
  const halfOpen = allow(fail(closedCircuit, 5), 1_000).next
  expect(halfOpen.state).toBe('half-open')
  expect(allow(halfOpen, 1_001).allowed).toBe(false)
})

it('closes when that one comes back well, and opens again when it does not', () => {
  const halfOpen = allow(fail(closedCircuit, 5), 1_000).next
  expect(settle(halfOpen, halfOpen, true, 1_100)).toEqual(closedCircuit)
  const open = settle(halfOpen, halfOpen, false, 1_100)
  expect(allow(open, 2_099).allowed).toBe(false)
  expect(allow(open, 2_100).allowed).toBe(true)
})

it('sends another one when the first never reports back', () => {
  const halfOpen = allow(fail(closedCircuit, 5), 1_000).next
  expect(allow(halfOpen, 3_000).allowed).toBe(true)
})

it('stays as it is after an answer that says nothing of core, and lets the next out to see', () => {
  const open = fail(closedCircuit, 5)
  for (const circuit of [closedCircuit, fail(closedCircuit, 4), open])
    expect(release(circuit, circuit, 500)).toEqual(circuit)
  const halfOpen = allow(open, 1_000).next
  const released = release(halfOpen, halfOpen, 1_100)
  expect(released.state).toBe('half-open')
  const { allowed, next } = allow(released, 1_100)
  expect(allowed).toBe(true)
  expect(allow(next, 1_101).allowed).toBe(false)
})

it('minds no failure of who went out before it opened, but a success', () => {
  const open = fail(closedCircuit, 5)
  const halfOpen = allow(open, 1_000).next
  for (const circuit of [open, halfOpen]) {
    expect(release(circuit, closedCircuit, 1_100)).toBe(circuit)
    expect(settle(circuit, closedCircuit, false, 1_100)).toBe(circuit)
    expect(settle(circuit, closedCircuit, true, 1_100)).toEqual(closedCircuit)
  }
})

it('minds nothing of one that was given up, while another is out to see', () => {
  const first = allow(fail(closedCircuit, 5), 1_000).next
  const second = allow(first, 3_000).next
  expect(release(second, first, 3_100)).toBe(second)
  expect(settle(second, first, false, 3_100)).toBe(second)
})
