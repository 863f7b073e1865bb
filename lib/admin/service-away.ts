/** What was asked of the reseller service, or that it is away: a page then says so and shows all else it knows. */
export async function orServiceAway<T>(ask: () => Promise<T>): Promise<T | 'away'> {
  try {
    return await ask()
  } catch (error) {
    // By name, because Next may have bundled the class more than once.
    if (error instanceof Error && error.name === 'ResellerServiceUnavailable') return 'away'
    throw error
  }
}
