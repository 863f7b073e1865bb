/** Node's own words for an error that nobody caught, and Next's, which goes on after one. */
const UNHANDLED = /unhandledRejection|UnhandledPromiseRejection|uncaughtException|triggerUncaughtException/

/** Enough to find it in the log above. */
const LINE_LIMIT = 200

/** The lines of a program's log that tell of an error that nobody caught. */
export const unhandledIn = (log: string): string[] =>
  log
    .split('\n')
    .filter((line) => UNHANDLED.test(line))
    .map((line) => line.trim().slice(0, LINE_LIMIT))
