import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import floorsFile from './floors.json' with { type: 'json' }
import { belowFloors, lockedPackages, namedImages, reaches, withoutFloor } from './floors.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const { packages, within, images } = floorsFile
const manifest = JSON.parse(read('package.json'))
const direct = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
  Object.keys(manifest[kind]),
)

describe('what is installed', () => {
  const locked = lockedPackages(JSON.parse(read('package-lock.json')))

  it('is at its floor or above it', () => {
    expect(locked.length).toBeGreaterThan(200)
    expect(belowFloors(locked, { ...packages, ...within })).toEqual([])
  })

  it('has a floor wherever we ask for it ourselves, and a floor has something to hold', () => {
    expect(withoutFloor(direct, packages)).toEqual([])
    expect(Object.keys(packages).filter((name) => !direct.includes(name))).toEqual([])
  })

  it('runs on and beside programs at their floors', () => {
    const named = ['docker-compose.yml', 'Dockerfile'].flatMap((file) => namedImages(read(file), file))
    const names = [...new Set(named.map(({ name }) => name))]
    expect(names.toSorted()).toEqual(['apache/kafka', 'nginx', 'node', 'postgres', 'rabbitmq', 'redis'])
    expect(withoutFloor(names, images)).toEqual([])
    expect(belowFloors(named, images)).toEqual([])
  })

  it('has a reason for every floor', () => {
    const reasons = [packages, within, images].flatMap((floors) => Object.values(floors).map(({ reason }) => reason))
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z].{8,}\.$/)
  })
})

describe('a version', () => {
  it.each([
    ['16.4.5', ['16.3.3']],
    ['16.3.3', ['16.3.3']],
    ['17.0.0', ['16.3.3']],
    ['16.10.0', ['16.9.1']],
    ['7.28.0', ['6.27.0', '7.28.0']],
    ['24', ['24.13.0']],
    ['1.28', ['1.28.0']],
    ['18.4.0-beta.17', ['18.4.0-beta.9']],
    ['18.4.0', ['18.4.0-beta.17']],
  ])('%s reaches %j', (version, floors) => {
    expect(reaches(version, floors)).toBe(true)
  })

  it.each([
    ['16.3.2', ['16.3.3']],
    ['15.9.9', ['16.3.3']],
    ['7.27.9', ['6.27.0', '7.28.0']],
    ['5.99.0', ['6.27.0', '7.28.0']],
    ['7.0.0', ['6.27.0', '8.5.0']],
    ['22', ['24.13.0']],
    ['1.27', ['1.28.0']],
    ['18.4.0-beta.8', ['18.4.0-beta.9']],
    ['18.4.0-beta.17', ['18.4.0']],
    ['latest', ['24.13.0']],
  ])('%s does not reach %j', (version, floors) => {
    expect(reaches(version, floors)).toBe(false)
  })
})

describe('a check that is broken on purpose', () => {
  const floors = { next: { floors: ['16.3.3'], reason: 'Because.' } }

  it('finds an old copy within another package, and says why not', () => {
    const found = lockedPackages({
      packages: {
        '': {},
        'node_modules/next': { version: '16.4.5' },
        'node_modules/a/node_modules/next': { version: '16.3.2' },
      },
    })
    expect(belowFloors(found, floors)).toEqual([
      'node_modules/a/node_modules/next: next 16.3.2 is below 16.3.3. Because.',
    ])
  })

  it('finds a new dependency without a floor', () => {
    expect(withoutFloor(['next', '@new/one'], floors)).toEqual([expect.stringMatching(/^@new\/one has no floor: add/)])
  })

  it('finds an old image, and none in what we build', () => {
    const text = [
      '    image: nginx:1.27',
      '    image: marquee',
      'FROM node:24-slim AS build',
      'FROM apache/kafka:4.1.1',
    ].join('\n')
    expect(namedImages(text, 'x').map(({ name, version }) => `${name} ${version}`)).toEqual([
      'nginx 1.27',
      'node 24',
      'apache/kafka 4.1.1',
    ])
  })
})
