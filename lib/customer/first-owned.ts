/**
 * Something by its id, of whichever of somebody's references it is; null when it is of none. At most two: the account's
 * and that of the guest this browser was before it signed in.
 */
export async function firstOwned<T>(
  customerRefs: readonly string[],
  find: (customerRef: string) => Promise<T | null>,
): Promise<T | null> {
  for (const customerRef of customerRefs) {
    const found = await find(customerRef)
    if (found !== null) return found
  }
  return null
}
