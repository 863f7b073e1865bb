/** Ctrl-C under npm arrives twice, from the terminal and from npm; a person's second one comes later than this. */
const ECHO_MS = 250

/**
 * Passes the signals that end a program on to the one behind us, without echoes.
 * @param {import('node:child_process').ChildProcess} child
 */
export function passSignals(child) {
  const last = new Map()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const now = Date.now()
      if (now - (last.get(signal) ?? 0) < ECHO_MS) return
      last.set(signal, now)
      child.kill(signal)
    })
  }
}

/**
 * npm killed by SIGKILL tells nobody. Only under npm: a script that put us into the background may end before us.
 * @param {import('node:child_process').ChildProcess} child
 */
export function leaveWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.ppid
  setInterval(() => process.ppid !== npm && child.kill('SIGTERM'), 1_000).unref()
}
