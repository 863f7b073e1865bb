import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLIENT_EVENTS } from '../message.ts'
import { allTopics } from '../topics.ts'
import { asyncApiDocument, asyncApiText } from './document.ts'

const document = asyncApiDocument()

test('the committed document is what the schemas say (node dev/write-contracts.ts)', () => {
  expect(readFileSync(new URL('asyncapi.json', import.meta.url), 'utf8')).toBe(asyncApiText())
})

test('every topic has a channel', () => {
  expect(Object.keys(document.channels)).toEqual(expect.arrayContaining(allTopics().map((topic) => topic.name)))
})

test('every event that a client may see stands on some stream', () => {
  const streams = Object.entries(document.channels).filter(([name]) => name.startsWith('stream.'))
  const events = new Set(streams.flatMap(([, channel]) => Object.keys(channel.messages)))
  expect([...events].toSorted()).toEqual(
    Object.keys(CLIENT_EVENTS)
      .map((event) => `client.${event}`)
      .toSorted(),
  )
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '')
  const broken = references.filter((path) => !path.startsWith('$defs') && !follow(document, path))
  expect(broken).toEqual([])
})

/** Names hold dots, not slashes, so a reference splits at slashes alone. */
function follow(from: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], from)
}
