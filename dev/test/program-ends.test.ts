import { expect, it } from 'vitest'
import { ProgramEnds } from './program-ends.ts'

it('names a program that ended by itself, or that another program killed', () => {
  const ends = new ProgramEnds()
  expect(ends.note('worker', 11, 'exit code 1')).toBe(true)
  ends.note('node-1', 12, 'SIGKILL')
  expect(ends.unasked).toEqual(['worker died (exit code 1)', 'node-1 died (SIGKILL)'])
})

it('does not hold against a program that a test killed it', () => {
  const ends = new ProgramEnds()
  ends.ask(12, 'SIGKILL')
  expect(ends.note('node-1', 12, 'SIGKILL')).toBe(false)
  expect(ends.unasked).toEqual([])
})

it('excuses one process only: the one that took its place must live', () => {
  const ends = new ProgramEnds()
  ends.ask(12, 'SIGKILL')
  ends.note('node-1', 12, 'SIGKILL')
  ends.note('node-1', 13, 'exit code 1')
  expect(ends.unasked).toEqual(['node-1 died (exit code 1)'])
})

it('does not excuse the death of a process that was frozen, or of none', () => {
  const ends = new ProgramEnds()
  ends.ask(12, 'SIGSTOP')
  ends.ask(12, 'SIGCONT')
  ends.ask(null, 'SIGKILL')
  ends.note('node-1', 12, 'exit code 1')
  expect(ends.unasked).toEqual(['node-1 died (exit code 1)'])
})
