import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** Their fields name nobody, or have no name of their own and are not sent. */
const BY_ADDRESS = [
  'components/admin/order-search.tsx',
  'components/admin/share-links.tsx',
  'components/admin/side-by-side.tsx',
]

it('a form that is sent before its script has come puts nobody’s name or address into the page’s', () => {
  const files = globSync('{components,app}/**/*.tsx', { cwd: root })
  const byAddress = files.filter((file) => {
    const forms = readFileSync(join(root, file), 'utf8').match(/<form\b[\s\S]*?\bonSubmit=/g) ?? []
    return forms.some((form) => !form.includes('method="post"'))
  })
  expect(byAddress.toSorted()).toEqual(BY_ADDRESS)
})
