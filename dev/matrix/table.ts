import type { Finding } from './findings.ts'

/** A line for every page, a column for every theme and screen; a cell counts what is wrong in light and dark. Pure. */
export function matrixTable(findings: readonly Finding[]): string {
  const columns = [...new Set(findings.map(columnOf))]
  const pages = [...new Set(findings.map(({ page }) => page))]
  const wide = Math.max(4, ...pages.map(({ length }) => length))
  const head = ['page'.padEnd(wide), ...columns].join('  ')
  const lines = pages.map((page) => {
    const cells = columns.map((column) => {
      const here = findings.filter((finding) => finding.page === page && columnOf(finding) === column)
      return cellOf(here).padStart(column.length)
    })
    return [page.padEnd(wide), ...cells].join('  ')
  })
  return [head, ...lines, '', summary(findings)].join('\n')
}

const columnOf = ({ theme, screen }: Finding): string => `${theme} ${screen}`

/** `ok` for two schemes tried, or found alike; the number of faults; `-` for what was not visited. */
function cellOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return '-'
  const faults = findings.reduce((sum, { barriers }) => sum + barriers.length, 0)
  return faults === 0 ? 'ok' : `${faults}`
}

function summary(findings: readonly Finding[]): string {
  const tried = findings.filter(({ by }) => by === 'axe').length
  const bad = findings.filter(({ barriers }) => barriers.length > 0)
  return `${findings.length} cells, ${tried} by axe, ${findings.length - tried} the same in the dark; ${bad.length} with something wrong`
}

/** Every cell with something wrong, in words. */
export const matrixFaults = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ page, theme, screen, scheme, barriers }) =>
    barriers.map((barrier) => `${page}, ${theme}, ${screen}, ${scheme}: ${barrier}`),
  )
