import { expect, it } from 'vitest'
import { copyText } from './copy-text.ts'

it('a text is copied only where the clipboard took it', async () => {
  const taken: string[] = []
  expect(await copyText({ writeText: async (text) => void taken.push(text) }, '/preview/a')).toBe(true)
  expect(taken).toEqual(['/preview/a'])
  const refusing = { writeText: () => Promise.reject(new DOMException('not allowed', 'NotAllowedError')) }
  expect(await copyText(refusing, '/preview/a')).toBe(false)
  expect(await copyText(undefined, '/preview/a')).toBe(false)
})
