import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

it('one route alone may be sent from anywhere: the one that mail providers POST to', () => {
  const routes = globSync('app/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.'))
  expect(routes.length).toBeGreaterThan(50)
  const open = routes.filter((file) => readFileSync(join(root, file), 'utf8').includes('anyOrigin'))
  expect(open).toEqual(['app/sites/[host]/api/unsubscribe/[key]/route.ts'])
})
