import { expect, it } from 'vitest'
import { type Known, type Plan, planFor } from './keeping.ts'

const NOW = 1_000_000
const known = (more: Partial<Known>): Known => ({ askedAtMs: NOW - 60_000, keptAtMs: null, refusedAtMs: null, ...more })

it.each<[string, Known | null, Plan]>([
  ['that nobody has asked for', null, 'render'],
  ['that was asked for a minute ago', known({}), 'render'],
  ['that was asked for half a second ago', known({ askedAtMs: NOW - 500 }), 'render'],
  ['that is asked for twice in a moment', known({ askedAtMs: NOW - 499 }), 'make'],
  ['just made', known({ keptAtMs: NOW }), 'give'],
  ['half a second old, but for a moment', known({ keptAtMs: NOW - 499 }), 'give'],
  ['half a second old', known({ keptAtMs: NOW - 500 }), 'give-and-make'],
  ['a second and a half old, but for a moment', known({ keptAtMs: NOW - 1_499 }), 'give-and-make'],
  ['a second and a half old', known({ keptAtMs: NOW - 1_500 }), 'render'],
  ['as old, but much asked for', known({ askedAtMs: NOW - 9, keptAtMs: NOW - 1_500 }), 'make'],
  ['that could not be made just now', known({ askedAtMs: NOW - 9, refusedAtMs: NOW - 4_999 }), 'render'],
  ['that could not be made a while ago', known({ askedAtMs: NOW - 9, refusedAtMs: NOW - 5_000 }), 'make'],
  ['that is old and could not be made anew', known({ keptAtMs: NOW - 900, refusedAtMs: NOW - 9 }), 'give'],
  ['older, that could not be made anew', known({ keptAtMs: NOW - 1_500, refusedAtMs: NOW - 9 }), 'render'],
])('a page %s', (_, of, plan) => expect(planFor(of, NOW)).toBe(plan))
