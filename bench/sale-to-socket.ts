export async function saleToSocket(): Promise<never> { throw new Error('not yet') }
