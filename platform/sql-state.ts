/** The SQLSTATE of the error that PostgreSQL answered with, through Prisma's layers; null for any other failure. */
export function sqlState(error: unknown): string | null {
  for (let at: unknown = error; typeof at === 'object' && at !== null; ) {
    const layer = at as { originalCode?: unknown; meta?: { driverAdapterError?: unknown }; cause?: unknown }
    if (typeof layer.originalCode === 'string') return layer.originalCode
    at = layer.meta?.driverAdapterError ?? layer.cause
  }
  return null
}
