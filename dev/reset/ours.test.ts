import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ours } from './ours.ts'

const dev = join(import.meta.dirname, '..')

/** A place in the data folder, as programs of dev name it: `join(dataDir, 'logs')`. */
const PLACE = /join\((?:options\.)?dataDir, '([^']+)'/g

it('what npm start keeps in its data folder is wiped by npm run reset', () => {
  // What services write is in a folder that is named after each of them.
  const named = globSync('system/*.ts', { cwd: dev })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(dev, file), 'utf8').matchAll(PLACE)].map(([, name = '']) => name))
  expect(named).toEqual(expect.arrayContaining(['logs', 'edge', 'rabbitmq']))
  expect([...named, 'postgres', 'redis', 'kafka'].filter((name) => !ours.has(name))).toEqual([])
})
