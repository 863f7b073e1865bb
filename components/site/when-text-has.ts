/** Text that nobody sees. */
const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'])

/**
 * Calls back once when a text on the page, now or later, is wanted; what stands in a field is one, too.
 * @returns how to stop looking
 */
export function whenTextHas(root: HTMLElement, isWanted: (text: string) => boolean, then: () => void): () => void {
  const look = (nodes: readonly Node[]) => {
    if (!nodes.some((node) => textsIn(node).some(isWanted))) return
    stop()
    then()
  }
  const observer = new MutationObserver((changes) => {
    look(changes.flatMap(({ type, target, addedNodes }) => (type === 'characterData' ? [target] : [...addedNodes])))
  })
  const onInput = ({ target }: Event) => {
    if (target instanceof Element) look([target])
  }
  const stop = () => {
    observer.disconnect()
    root.removeEventListener('input', onInput)
  }
  observer.observe(root, { childList: true, characterData: true, subtree: true })
  root.addEventListener('input', onInput)
  look([root])
  return stop
}

function textsIn(root: Node): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const texts: string[] = []
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)
      texts.push(node.placeholder, node.type === 'password' ? '' : node.value)
    else if (node instanceof Text && !UNSEEN.has(node.parentElement?.tagName ?? '')) texts.push(node.data)
  }
  return texts
}
