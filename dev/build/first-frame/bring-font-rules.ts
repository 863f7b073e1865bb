import { NeededRules } from './needed-rules.ts'
import { textsIn } from './texts-in.ts'

/** By then a stylesheet has met a line on which the other one must not wait for it any longer. */
const LONGEST_MS = 10_000

/**
 * A large family has hundreds of rules, of which a page needs some thirty, and the more are in force the longer it takes to lay
 * text out. So its stylesheet is read but not put into force, and a page takes the rules that its text needs, now and when it
 * changes (decision 0118). A part of a page asks for one by `<meta name="font-rules">`.
 */
export function bringFontRules(): void {
  const rules = new NeededRules()
  const inForce = new CSSStyleSheet()
  const asked = new Set<string>()
  let isWatching = false

  const take = (needed: readonly string[]) => {
    for (const rule of needed) inForce.insertRule(rule, inForce.cssRules.length)
  }
  const neededOf = async (address: string): Promise<string[]> => {
    try {
      const answer = await fetch(address, { priority: 'low', signal: AbortSignal.timeout(LONGEST_MS) })
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
      return rules.read(await answer.text())
    } catch {
      // Text stays in a font of the system until another part asks, or the line is there again.
      asked.delete(address)
      return []
    }
  }
  const bringWhatIsAskedFor = async (nodes: Iterable<Node>) => {
    const named = [...nodes].flatMap((node) =>
      node instanceof HTMLMetaElement && node.name === 'font-rules' ? node.content : [],
    )
    const addresses = [...new Set(named)].filter((address) => !asked.has(address))
    if (addresses.length === 0) return
    for (const address of addresses) asked.add(address)
    if (!isWatching) {
      isWatching = true
      document.adoptedStyleSheets.push(inForce)
      rules.show(textsIn(document.documentElement))
    }
    // At once: text is laid out anew whenever rules come into force.
    take((await Promise.all(addresses.map(neededOf))).flat())
  }
  const look = (nodes: readonly Node[]) => {
    if (isWatching) take(rules.show(nodes.flatMap(textsIn)))
  }

  const bringAll = () => void bringWhatIsAskedFor(document.querySelectorAll('meta'))
  bringAll()
  addEventListener('online', bringAll)
  new MutationObserver((changes) => {
    const nodes = changes.flatMap(({ type, target, addedNodes }) => (type === 'childList' ? [...addedNodes] : target))
    // Of parts that come later React puts it into the head, and a stream into the body, but none of them into anything else.
    void bringWhatIsAskedFor(nodes)
    look(nodes)
  }).observe(document, { childList: true, characterData: true, subtree: true })
  addEventListener('input', ({ target }) => {
    if (target instanceof Element) look([target])
  })
}
