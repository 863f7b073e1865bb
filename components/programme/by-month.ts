import type { ShowLine } from './show-line.ts'

/** A month as a chapter of the programme. `part` tells two chapters of one month apart when a list is not by date. */
export interface Chapter {
  readonly month: string
  readonly part: number
  readonly lines: readonly ShowLine[]
}

/** Neighbours of one month together, in the order they came. */
export function byMonth(lines: readonly ShowLine[]): Chapter[] {
  const chapters: { month: string; part: number; lines: ShowLine[] }[] = []
  for (const line of lines) {
    const last = chapters.at(-1)
    if (last?.month === line.month) last.lines.push(line)
    else chapters.push({ month: line.month, part: chapters.length, lines: [line] })
  }
  return chapters
}
