import type { ChildProcess } from 'node:child_process'

/** Enough of a server's last words to see why it left. */
const TAIL_CHARACTERS = 4_000

/**
 * Waits until a child prints what `pattern` matches and returns the match. Throws with its last words when it exits
 * first or says nothing of the kind for `limitMs`. Its output keeps being read afterwards, so that it never blocks.
 */
export function awaitOutput(child: ChildProcess, pattern: RegExp, limitMs: number): Promise<RegExpExecArray> {
  return new Promise((done, fail) => {
    let tail = ''
    let settled = false
    const settle = (act: () => void) => {
      clearTimeout(limit)
      settled = true
      act()
    }
    const limit = setTimeout(
      () => settle(() => fail(new Error(`no sign of ${pattern} in ${limitMs} ms: ${tail}`))),
      limitMs,
    )
    const read = (chunk: Buffer) => {
      if (settled) return
      tail = (tail + chunk.toString()).slice(-TAIL_CHARACTERS)
      const match = pattern.exec(tail)
      if (match) settle(() => done(match))
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', (error) => settle(() => fail(error)))
    child.once('exit', (code, signal) =>
      settle(() => fail(new Error(`it left with ${signal ?? code}: ${tail.trim()}`))),
    )
  })
}
