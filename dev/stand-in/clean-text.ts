/**
 * Finds text that PostgreSQL cannot store (NUL, lone surrogates) anywhere in a parsed body or query, keys included.
 * Walks with a list instead of recursion, so that a body nested ten thousand deep is only a body.
 * @returns the dotted path of the first such text, or null when there is none.
 */
export function findUncleanText(root: unknown): string | null {
  const open: { path: string; value: unknown }[] = [{ path: '', value: root }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, value } = next
    if (typeof value === 'string' && !isClean(value)) return path
    if (typeof value !== 'object' || value === null) continue
    for (const [key, child] of Object.entries(value)) {
      if (!isClean(key)) return path
      open.push({ path: path === '' ? key : `${path}.${key}`.slice(0, 200), value: child })
    }
  }
  return null
}

const isClean = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
