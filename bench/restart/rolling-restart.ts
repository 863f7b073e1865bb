export async function rollingRestart(): Promise<never> { throw new Error('not yet') }
