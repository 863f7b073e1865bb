/* Fetches the page again every second and changes what differs, in place: focus and scroll stay where they are. */

const EVERY_MS = 1_000

/** Makes `old` like `fresh`. Both come from the same renderer, so most of the time only texts differ. */
function become(old, fresh) {
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName) return old.replaceWith(fresh)
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data
    return
  }
  for (const { name } of [...(old.attributes ?? [])]) if (!fresh.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of fresh.attributes ?? [])
    if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  const [was, is] = [[...old.childNodes], [...fresh.childNodes]]
  for (const [i, child] of is.entries()) was[i] ? become(was[i], child) : old.append(child)
  for (const child of was.slice(is.length)) child.remove()
}

async function refresh() {
  const response = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(5_000) })
  if (response.status === 401) return location.reload()
  if (!response.ok) throw new Error(`${response.status}`)
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  become(document.body, fresh.body)
}

async function run() {
  try {
    if (document.visibilityState === 'visible') await refresh()
  } catch {
    const stale = document.getElementById('stale')
    if (stale && !stale.textContent) stale.textContent = '– the console does not answer; these figures are old'
  }
  setTimeout(run, EVERY_MS)
}

document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh().catch(() => {}))
setTimeout(run, EVERY_MS)
