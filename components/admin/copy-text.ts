/**
 * Whether a text is in the clipboard now. Browsers give none to plain http, and people and their companies may forbid it.
 */
export async function copyText(clipboard: Pick<Clipboard, 'writeText'> | undefined, text: string): Promise<boolean> {
  if (clipboard === undefined) return false
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}
