import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkLogicalCss, physicalDeclarations } from './logical-css.ts'

it('finds nothing in our stylesheets that names left or right', () => {
  expect(checkLogicalCss(join(import.meta.dirname, '../..'))).toEqual([])
})

it.each([
  'margin-left: 1rem',
  'padding-right: max(1rem, var(--gutter))',
  'border-left: 1px solid red',
  'border-top-left-radius: 1rem',
  'left: 0',
  'right: auto',
  'text-align: right',
  'float: left',
  'inset: 0 auto 0 0',
  'padding: 0 1rem 0 calc(2rem + var(--gutter))',
  'border-width: 0 0 0 1px',
  'border-radius: 0 1rem 1rem 0',
  'background: linear-gradient(to right, red, blue)',
])('sees %s', (declaration) => {
  expect(physicalDeclarations(`.a { ${declaration}; }`)).toEqual([declaration])
  expect(
    physicalDeclarations(`@media (width > 1px) {\n  .a:hover {\n    color: red;\n    ${declaration};\n  }\n}`),
  ).toEqual([declaration])
})

it.each([
  'margin-top: 1rem',
  'margin-inline-start: 1rem',
  'inset: 0 1rem auto',
  'padding: 0 1rem 2rem 1rem',
  'text-align: start',
  'float: inline-start',
  'border-radius: calc(1rem - 2px)',
  'background: linear-gradient(to var(--line-end), red, blue)',
  '--left: right',
])('leaves %s alone', (declaration) => {
  expect(physicalDeclarations(`.a { ${declaration}; } /* left: 0; */`)).toEqual([])
})
