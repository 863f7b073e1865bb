import { type DestinationStream, type Logger, pino } from 'pino'
import { blotted } from './blotted.ts'
import type { LogLevel } from './environment.ts'

export type Log = Logger

/**
 * A program's log: JSON lines on standard output, one field set for all of them. Fields whose names say that they carry
 * secrets are blotted out wherever they stand in what is logged, in the fields of errors and of their causes, too.
 * @param to elsewhere than standard output
 */
export function createLog(program: string, level: LogLevel = 'info', to?: DestinationStream): Log {
  const options = {
    level,
    base: { program, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: blotted },
    // It has become a plain object by then, see `blotted`.
    serializers: { err: (error: unknown) => error },
  }
  return to ? pino(options, to) : pino(options)
}
