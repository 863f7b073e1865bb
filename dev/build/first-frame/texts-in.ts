/** Text that nobody sees. */
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TITLE'])

/** What of a part of a page is text to see; what stands in a field is, too. */
export function textsIn(root: Node): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const texts: string[] = []
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)
      texts.push(node.placeholder, node.type === 'password' ? '' : node.value)
    else if (node instanceof Text && !UNSEEN.has(node.parentElement?.tagName ?? '')) texts.push(node.data)
  }
  return texts
}
