/** Next calls this once when the server starts. The condition is known at build time and keeps Node's parts out of others. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startStorefront } = await import('#lib/start-storefront.ts')
    startStorefront()
  }
}
