/** @throws when the text does not have what is to be replaced: then something else than the file would run */
export function replaced(text: string, replacements: Readonly<Record<string, string>>): string {
  return Object.entries(replacements).reduce((sum, [from, to]) => {
    if (!sum.includes(from)) throw new Error(`there is no ${JSON.stringify(from)} in it`)
    return sum.replaceAll(from, () => to)
  }, text)
}
