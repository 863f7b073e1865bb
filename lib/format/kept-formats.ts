/**
 * Making one takes some fifty times as long as using it. A site needs a dozen for each of its languages and time zones;
 * of a zone's name, which core tells us, there are endless spellings.
 */
const KEPT_AT_MOST = 500

/** Remembers what is made for a key; with one too many it begins anew. */
export function keptFormats<T>(): (key: string, make: () => T) => T {
  const formats = new Map<string, T>()
  return (key, make) => {
    const known = formats.get(key)
    if (known !== undefined) return known
    const made = make()
    if (formats.size >= KEPT_AT_MOST) formats.clear()
    formats.set(key, made)
    return made
  }
}
