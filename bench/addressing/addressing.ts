export async function addressing(): Promise<never> { throw new Error('not yet') }
