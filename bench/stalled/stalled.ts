export async function stalled(): Promise<never> { throw new Error('not yet') }
