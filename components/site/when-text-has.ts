/** Text that nobody sees. */
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'])

/**
 * Calls back once when a text on the page, now or later, is wanted.
 * @returns how to stop looking
 */
export function whenTextHas(root: Node, isWanted: (text: string) => boolean, then: () => void): () => void {
  const has = (node: Node) => textsIn(node).some(isWanted)
  const observer = new MutationObserver((changes) => {
    const changed = changes.flatMap(({ type, target, addedNodes }) =>
      type === 'characterData' ? [target] : [...addedNodes],
    )
    if (!changed.some(has)) return
    observer.disconnect()
    then()
  })
  if (has(root)) then()
  else observer.observe(root, { childList: true, characterData: true, subtree: true })
  return () => observer.disconnect()
}

function textsIn(root: Node): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  for (
    let node: Node | null = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode();
    node;
    node = walker.nextNode()
  )
    if (!UNSEEN.has(node.parentElement?.tagName ?? '')) texts.push(node.nodeValue ?? '')
  return texts
}
