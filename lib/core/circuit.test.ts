import { expect, it } from 'vitest'
import { allow, type Circuit, closedCircuit, release, settle } from './circuit.ts'

const fail = (circuit: Circuit, times: number, nowMs = 0) =>
  Array.from({ length: times }).reduce<Circuit>((state) => settle(state, false, nowMs), circuit)

it('stays closed for four failures in a row, and a success forgets them', () => {
  const four = fail(closedCircuit, 4)
  expect(allow(four, 0).allowed).toBe(true)
  expect(settle(four, true, 0)).toEqual(closedCircuit)
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
  expect(settle(halfOpen, true, 1_100)).toEqual(closedCircuit)
  const open = settle(halfOpen, false, 1_100)
  expect(allow(open, 2_099).allowed).toBe(false)
  expect(allow(open, 2_100).allowed).toBe(true)
})

it('sends another one when the first never reports back', () => {
  const halfOpen = allow(fail(closedCircuit, 5), 1_000).next
  expect(allow(halfOpen, 3_000).allowed).toBe(true)
})

it('stays as it is after an answer that says nothing of core, and lets the next out to see', () => {
  const open = fail(closedCircuit, 5)
  for (const circuit of [closedCircuit, fail(closedCircuit, 4), open]) expect(release(circuit, 500)).toEqual(circuit)
  const released = release(allow(open, 1_000).next, 1_100)
  expect(released.state).toBe('half-open')
  const { allowed, next } = allow(released, 1_100)
  expect(allowed).toBe(true)
  expect(allow(next, 1_101).allowed).toBe(false)
})
