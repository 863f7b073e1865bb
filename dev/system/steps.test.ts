import { expect, it } from 'vitest'
import { Steps } from './steps.ts'

const never = () => new Promise<never>(() => {})

it('prints each step with its time when it is done', async () => {
  const lines: string[] = []
  const steps = new Steps({ print: (line) => lines.push(line) })
  expect(await steps.run('services', async () => 'up')).toBe('up')
  expect(lines).toEqual([expect.stringMatching(/^ {2}✓ services +0\.0 s$/)])
})

it('waits for no other step when one fails, and tells which', async () => {
  const lines: string[] = []
  const steps = new Steps({ print: (line) => lines.push(line) })
  const build = steps.run('build', never)
  const seed = steps.run('seed', async () => Promise.reject(new Error('no core')))
  await expect(seed).rejects.toThrow('no core')
  await expect(build).rejects.toThrow('no core')
  expect(lines).toEqual(['  ✗ seed'])
})

it('begins nothing after it was cancelled', async () => {
  const cancel = new AbortController()
  const steps = new Steps({ print: () => {}, cancelled: cancel.signal })
  const waiting = steps.run('services', never)
  cancel.abort(new Error('Ctrl-C'))
  await expect(waiting).rejects.toThrow('Ctrl-C')
  await expect(steps.run('build', async () => 'made')).rejects.toThrow('Ctrl-C')
})
