import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deadEnds, disagreements, indexLine, readRecord } from './decision-records.ts'

const root = join(import.meta.dirname, '../..')
const readText = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('docs/decisions', () => {
  const files = globSync('[0-9]*.md', { cwd: join(root, 'docs/decisions') }).sort()
  const records = files.map((file) => readRecord(file, readText(`docs/decisions/${file}`)))

  it('say of each other alike which changed which', () => {
    expect(records.length).toBeGreaterThan(80)
    expect(disagreements(records)).toEqual([])
  })

  it('are all in their index once, with their titles and with what changed them', () => {
    const lines = readText('docs/decisions/README.md').split('\n')
    expect(lines.filter((line) => /^- \[\d/.test(line)).sort()).toEqual(records.map(indexLine))
  })
})

describe('documents', () => {
  it('lead to what is there', () => {
    const documents = globSync(['docs/**/*.md', 'README.md', 'CONTRIBUTING.md', 'e2e/README.md'], { cwd: root })
    // A record that was replaced says how it was.
    const valid = documents.filter((file) => !/Status: replaced by/.test(readText(file)))
    const isThere = (path: string) => existsSync(join(root, path))
    expect(valid.flatMap((file) => deadEnds(file, readText(file), isThere))).toEqual([])
  })

  it('lead nowhere by a link or a name that is not there', () => {
    const document = [
      'See [one](0001-a.md), [all](../all.md#words), [elsewhere](https://a.example/b.md) and [below](#below).',
      '`lib/a.ts`, `lib/*/b.ts`, `[0001](0001-….md)`, `node dev/c.ts`, `core/price-changed`, `app/sites/[host]`',
    ].join('\n')
    const there = ['docs/all.md', 'app/sites/[host]']
    expect(deadEnds('docs/decisions/0002-b.md', document, (path) => there.includes(path))).toEqual([
      'docs/decisions/0002-b.md leads to docs/decisions/0001-a.md, which is not there',
      'docs/decisions/0002-b.md leads to lib/a.ts, which is not there',
      'docs/decisions/0002-b.md leads to dev/c.ts, which is not there',
    ])
  })
})

describe('the head of a record', () => {
  const record = (file: string, head: string) =>
    readRecord(file, `# ${Number(file.slice(0, 4))}. A title\n\n${head}\n\nText`)
  const plain = 'Date: 2026-11-28 · Status: accepted'

  it('has a date, a status, and whom it changes', () => {
    const head = `${plain}; changed by [0004](0004-d.md) · Changes a word of [0001](0001-a.md);\nbeside [0002](0002-b.md)`
    expect(record('0003-c.md', head)).toEqual({
      ...{ file: '0003-c.md', title: 'A title', changedBy: ['0004-d.md'], replacedBy: [], changes: ['0001-a.md'] },
    })
    expect(indexLine(record('0003-c.md', head))).toBe('- [0003](0003-c.md) A title · changed by 0004')
    expect(indexLine(record('0003-c.md', plain.replace('accepted', 'replaced by [0004](0004-d.md)')))).toBe(
      '- [0003](0003-c.md) A title · **replaced by 0004**',
    )
  })

  it.each(['', 'Status: accepted', 'Date: 2026-11-28', `${plain}, see 0004`])('is none: %s', (head) => {
    expect(() => record('0003-c.md', head)).toThrow('its third line must be')
  })

  it('has the number of its file', () => {
    expect(() => readRecord('0003-c.md', `# 4. A title\n\n${plain}\n`)).toThrow('# 3. Its title')
  })

  it('of an earlier record names the later one that changes it, and the other way round', () => {
    const one = record('0001-a.md', plain)
    const two = record('0002-b.md', `${plain} · Changes [0001](0001-a.md)`)
    expect(disagreements([one, two])).toEqual(['0001-a.md: its status must say “changed by [0002](0002-b.md)”'])
    const changed = record('0001-a.md', `${plain}; changed by [0002](0002-b.md)`)
    expect(disagreements([changed, two])).toEqual([])
    expect(disagreements([changed, record('0002-b.md', plain)])).toEqual([
      '0002-b.md: its third line must say “Changes [0001](0001-a.md)”',
    ])
  })
})
