import { createInterface } from 'node:readline'

/** Every line of standard input is a message that the server shall give to all its viewers. */
export function onLine(act: (line: string) => void): void {
  createInterface({ input: process.stdin }).on('line', act)
}

/** What the bench waits for before it sends viewers. */
export const tellListening = (): void => console.log('listening')
