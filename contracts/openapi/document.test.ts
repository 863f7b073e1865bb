import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PROBLEM_STATUS } from '../problem.ts'
import { coreDocument } from './core.ts'
import { openApiText } from './document.ts'
import { resellerServiceDocument } from './reseller-service.ts'

describe.each([
  ['core', coreDocument()],
  ['reseller-service', resellerServiceDocument()],
])('the document of %s', (name, document) => {
  test('is committed as the schemas make it (node dev/write-contracts.ts)', () => {
    expect(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')).toBe(openApiText(document))
  })

  test('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    expect(references.length).toBeGreaterThan(0)
    for (const [, schema] of references) expect(Object.keys(document.components.schemas)).toContain(schema)
    expect(JSON.stringify(document)).not.toContain('$defs')
  })

  test('leaves objects open, because evolution is additive', () => {
    expect(JSON.stringify(document)).not.toContain('"additionalProperties":false')
  })

  test('mentions every problem that its service answers with', () => {
    const own = Object.keys(PROBLEM_STATUS).filter((type) => type.startsWith(`${name}/`))
    for (const type of own) expect(JSON.stringify(document.paths)).toContain(`\`${type}\``)
  })
})

test('a query says which of its fields are needed', () => {
  const orders = coreDocument().paths['/v1/orders'] as { get: { parameters: { name: string; required: boolean }[] } }
  expect(orders.get.parameters.map(({ name, required }) => [name, required])).toEqual([
    ['customerRef', true],
    ['cursor', false],
  ])
})
