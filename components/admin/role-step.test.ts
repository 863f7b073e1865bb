import { expect, it } from 'vitest'
import { type RoleChoice, roleStep } from './role-step.ts'

it.each<[Parameters<typeof roleStep>[0], RoleChoice, ReturnType<typeof roleStep>]>([
  ['viewer', 'viewer', 'nothing'],
  ['owner', 'owner', 'nothing'],
  ['viewer', 'editor', 'save'],
  ['owner', 'viewer', 'save'],
  ['editor', '', 'ask'],
  ['owner', '', 'ask'],
])('from %s to “%s”: %s', (role, choice, step) => {
  expect(roleStep(role, choice)).toBe(step)
})
