import { expect, it } from 'vitest'
import type { Finding } from './findings.ts'
import { matrixFaults, matrixTable } from './table.ts'

const finding = (change: Partial<Finding>): Finding => ({
  page: 'home',
  theme: 'luna',
  screen: 'phone',
  scheme: 'light',
  by: 'axe',
  barriers: [],
  ...change,
})

it('the table has a line a page, and says how much is wrong where', () => {
  const findings = [
    finding({}),
    finding({ scheme: 'dark', by: 'same' }),
    finding({ page: 'checkout', theme: 'kite', screen: 'desktop', scheme: 'dark', barriers: ['color-contrast: no'] }),
  ]
  expect(matrixTable(findings).split('\n')).toEqual([
    'page      luna phone  kite desktop',
    'home              ok             -',
    'checkout           -             1',
    '',
    '3 cells, 2 by axe, 1 the same in the dark; 1 with something wrong',
  ])
  expect(matrixFaults(findings)).toEqual(['checkout, kite, desktop, dark: color-contrast: no'])
})
