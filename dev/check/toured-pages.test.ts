import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stops } from '../../e2e/tour/stops.ts'

const app = join(import.meta.dirname, '../../app')
const pages = globSync('**/page.tsx', { cwd: app }).map((file) => file.replace(/\/page\.tsx$/, ''))

describe('the tour of all pages', () => {
  it('has a stop at every page of app/, so that each is looked at and tried', () => {
    const toured = new Set(stops.map(({ route }) => route))
    expect(pages.length).toBeGreaterThan(10)
    expect(pages.filter((page) => !toured.has(page))).toEqual([])
  })

  it('stops at no page that is not there', () => {
    const known = new Set(pages)
    expect(stops.filter(({ route }) => !known.has(route)).map(({ name, route }) => `${name}: ${route}`)).toEqual([])
  })

  it('gives every stop a name of its own', () => {
    const names = stops.map(({ name }) => name)
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([])
    expect(names.filter((name) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([])
  })
})
