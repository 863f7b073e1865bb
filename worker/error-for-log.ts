import { sqlState } from './database.ts'

/**
 * An error as the log may have it. Prisma's messages show what was to be written, addresses included, so of its errors
 * only what they are called is told.
 */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error) || !error.name.startsWith('PrismaClient')) return error
  return { type: error.name, code: (error as { code?: unknown }).code, state: sqlState(error) }
}
