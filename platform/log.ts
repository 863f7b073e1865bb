import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * A program's log: JSON lines on standard output, one field set for all of them.
 * Names of fields that may carry secrets are blotted out wherever they stand in an object.
 */
export function createLog(program: string, level = process.env.LOG_LEVEL ?? 'info'): Log {
  return pino({
    level,
    base: { program, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['cookie', 'authorization', 'token', 'key', 'password', '*.cookie', '*.authorization', '*.token', '*.key'],
      censor: '[secret]',
    },
  })
}
