import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Result } from './result.ts'

const FOLDER = join(import.meta.dirname, '../results')

/** Keeps what a bench measured, instead of what it measured before. @returns the file's path */
export function keepResult(result: Result, folder = FOLDER): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${result.bench}.json`)
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  return file
}

/** All that is kept, by bench. @throws naming the file that is not a result */
export function readResults(folder = FOLDER): ReadonlyMap<string, Result> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return new Map(files.map((name) => [name.slice(0, -'.json'.length), readResult(join(folder, name))]))
}

function readResult(file: string): Result {
  try {
    return Result.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} is not what a bench measured`, { cause })
  }
}
