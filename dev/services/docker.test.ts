import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { composeProject, insidePort, portVariables } from './docker.ts'

interface Compose {
  services: Record<
    string,
    { image: string; ports: string[]; volumes: string[]; healthcheck?: { test: string[] }; profiles?: string[] }
  >
}

const compose = parse(readFileSync(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8')) as Compose

describe.each(Object.entries({ ...insidePort, rabbitmq: 5672 }))('%s in docker-compose.yml', (name, port) => {
  const service = compose.services[name]

  it('is published on loopback, on the port that npm start asks for', () => {
    expect(service?.ports).toEqual([`127.0.0.1:\${${name.toUpperCase()}_PORT:-${port}}:${port}`])
  })

  it('says when it is ready, and keeps its data', () => {
    expect(service?.healthcheck?.test.length).toBeGreaterThan(0)
    expect(service?.volumes).toHaveLength(1)
  })
})

it('starts RabbitMQ only where its profile is asked for', () => {
  expect(compose.services.rabbitmq?.profiles).toEqual(['rabbitmq'])
})

it('gives each data folder containers of its own', () => {
  expect(composeProject('/one/.data')).toMatch(/^marquee-[0-9a-f]{8}$/)
  expect(composeProject('/one/.data')).not.toBe(composeProject('/other/.data'))
})

it('names ports the way docker-compose.yml reads them', () => {
  expect(portVariables(['postgres', 'kafka'], [1, 2])).toEqual({ POSTGRES_PORT: '1', KAFKA_PORT: '2' })
})
