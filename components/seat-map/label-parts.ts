/** `C12` is row C, seat 12; `Box 3-4` is row "Box 3", seat 4. A label without a number is a row of its own. */
export function labelParts(label: string): { row: string; number: string } {
  const match = /^(.*?)[\s-]*(\d+)$/.exec(label)
  const [, row = '', number = ''] = match ?? []
  return match ? { row, number } : { row: label, number: label }
}
