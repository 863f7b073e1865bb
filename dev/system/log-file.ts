import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Enough to see a stack and what led to it. */
const LAST_LINES = 15

/** The file that takes what one program prints. It begins anew with each start of the system. */
export class LogFile implements Disposable {
  readonly path: string
  readonly descriptor: number

  constructor(folder: string, name: string) {
    mkdirSync(folder, { recursive: true })
    this.path = join(folder, `${name}.log`)
    this.descriptor = openSync(this.path, 'w')
  }

  lastLines(): string {
    return lastLines(existsSync(this.path) ? readFileSync(this.path, 'utf8') : '')
  }

  [Symbol.dispose](): void {
    closeSync(this.descriptor)
  }
}

export const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-LAST_LINES).join('\n')
