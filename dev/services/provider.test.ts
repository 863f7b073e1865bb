import { describe, expect, it } from 'vitest'
import { chooseProvider, kafkaWish } from './provider.ts'

describe('where a service comes from', () => {
  it('is an address that somebody gave, before anything else', () => {
    const provider = { kind: 'environment', address: 'redis://cache:6379', variable: 'REDIS_URL' }
    expect(chooseProvider('redis', { REDIS_URL: 'redis://cache:6379' }, true)).toEqual(provider)
  })

  it('is a Docker engine that answers', () => {
    expect(chooseProvider('postgres', {}, true)).toEqual({ kind: 'docker' })
  })

  it('is this machine itself otherwise, also when the address is empty', () => {
    expect(chooseProvider('kafka', { KAFKA_BROKERS: '' }, false)).toEqual({ kind: 'native' })
  })
})

it.each([
  ['mock', 'mock'],
  ['real', 'real'],
  ['', 'any'],
  ['fast', 'any'],
])('takes KAFKA=%s for %s', (text, wish) => {
  expect(kafkaWish({ KAFKA: text })).toBe(wish)
})
