import { join } from 'node:path/posix'

/*
 * The records of docs/decisions: what stands in the head of each, what their index says of them, and where documents lead. Pure;
 * decision-records.test.ts reads the files.
 */

/** A record as far as its first heading: who changes whom stands there, once at either of the two. */
export interface DecisionRecord {
  /** Its file's name in docs/decisions: `0006-sse-past-the-response.md`. */
  readonly file: string
  readonly title: string
  /** Files of the records that its status names. */
  readonly changedBy: readonly string[]
  readonly replacedBy: readonly string[]
  /** Files of earlier records that it says it changes or replaces. */
  readonly changes: readonly string[]
}

const TITLE = /^# (\d+)\. (.+)\n\n/
const HEAD = /^Date: \d{4}-\d\d-\d\d · Status: (accepted|replaced by [^·;]+)(?:; changed by ([^·]+?))?(?: · (.+))?$/
const LINK = /\]\(([^)]+)\)/g

/** @throws what is wrong with its first lines */
export function readRecord(file: string, markdown: string): DecisionRecord {
  const [opening = '', number, title = ''] = TITLE.exec(markdown) ?? []
  if (number?.padStart(4, '0') !== file.slice(0, 4))
    throw new Error(`${file} must begin with “# ${Number(file.slice(0, 4))}. Its title” and an empty line`)
  const [head = ''] = markdown.slice(opening.length).split('\n\n', 1)
  const [, status, changedBy, more] = HEAD.exec(head.replaceAll('\n', ' ')) ?? []
  if (status === undefined)
    throw new Error(
      `${file}: its third line must be “Date: 2026-11-28 · Status: accepted” or “replaced by [NNNN](…)”, then “; changed by [NNNN](…)”, then “ · ” and more, not: ${head}`,
    )
  const parts = (more ?? '').split(/ · |; /).filter((part) => /^(?:changes|replaces) /i.test(part))
  return {
    file,
    title,
    changedBy: linksOf(changedBy ?? ''),
    replacedBy: linksOf(status),
    changes: parts.flatMap(linksOf),
  }
}

const linksOf = (text: string): string[] => [...text.matchAll(LINK)].map(([, to = '']) => to)

/** Where two records disagree about which of them changed the other. */
export function disagreements(records: readonly DecisionRecord[]): string[] {
  const known = new Map(records.map((record) => [record.file, record]))
  const told = ({ changedBy, replacedBy }: DecisionRecord) => [...changedBy, ...replacedBy]
  return records.flatMap((record) => [
    ...record.changes
      .filter((earlier) => !told(known.get(earlier) ?? record).includes(record.file))
      .map((earlier) => `${earlier}: its status must say “changed by [${record.file.slice(0, 4)}](${record.file})”`),
    ...told(record)
      .filter((later) => !known.get(later)?.changes.includes(record.file))
      .map((later) => `${later}: its third line must say “Changes [${record.file.slice(0, 4)}](${record.file})”`),
  ])
}

/** The line of docs/decisions/README.md about a record. */
export function indexLine({ file, title, changedBy, replacedBy }: DecisionRecord): string {
  const numbers = (files: readonly string[]) => files.map((other) => other.slice(0, 4)).join(', ')
  const marks = [
    ...(replacedBy.length > 0 ? [`**replaced by ${numbers(replacedBy)}**`] : []),
    ...(changedBy.length > 0 ? [`changed by ${numbers(changedBy)}`] : []),
  ]
  return [`- [${file.slice(0, 4)}](${file}) ${title}`, ...marks].join(' · ')
}

/** Folders of the repository whose files documents name. */
const FOLDERS = /^(?:app|bench|components|contracts|deploy|dev|docs|e2e|lib|platform|prisma|realtime-server|worker)\//

/** Links of a document to files, and places of the repository that it names in backticks, that are not there. */
export function deadEnds(document: string, markdown: string, isThere: (path: string) => boolean): string[] {
  const links = linksOf(markdown.replace(/`[^`\n]+`/g, ''))
    .filter((to) => !/^(?:[a-z]+:|#)/.test(to))
    .map((to) => join(document, '..', to.replace(/#.*$/, '')))
  const named = [...markdown.matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, code = '']) => code.split(/[\s:]/))
    .filter((word) => FOLDERS.test(word) && /^[\w@.\-/[\]]+$/.test(word))
    .map((word) => word.replace(/\.$/, ''))
  return [...new Set([...links, ...named])]
    .filter((path) => !isThere(path))
    .map((path) => `${document} leads to ${path}, which is not there`)
}
