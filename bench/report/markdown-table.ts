import type { Table } from './result.ts'

/** A table in Markdown, rows and columns in the order in which they were measured. Rows may miss cells. */
export function markdownTable(table: Table): string {
  const columns = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))]
  const lines = Object.entries(table).map(([name, row]) => line([name, ...columns.map((column) => cell(row[column]))]))
  return [line(['', ...columns]), `|${'---|'.repeat(columns.length + 1)}`, ...lines].join('\n')
}

const line = (cells: readonly string[]): string => `| ${cells.map(escapeBars).join(' | ')} |`.replaceAll('|  |', '| |')

const escapeBars = (text: string): string => text.replaceAll('|', '\\|')

function cell(value: number | string | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'number' ? value.toLocaleString('en-GB', { maximumFractionDigits: 4 }) : value
}
