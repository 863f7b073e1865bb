/** A server under load, as its own process. */
export interface RunningContender extends AsyncDisposable {
  /** The process that serves: its CPU and memory are what is measured. */
  readonly pid: number
  /** Gives all viewers a message; `line` is JSON without line breaks. */
  publish(line: string): void
}

/** What is measured side by side, and how a viewer of it gets in. */
export interface Contender {
  readonly name: string
  start(port: number): Promise<RunningContender>
  /** What a viewer sends first; of several, each viewer the next one. */
  readonly request: string | readonly string[]
  /** What it waits for. */
  readonly ready: string
  /** What some must say then, in hexadecimal, and wait for again. */
  readonly answer?: { readonly hex: string; readonly ready: string }
}

/** The first lines of a request that asks for events, or to speak WebSocket. */
export const sseRequest = (path: string, headers = ''): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n${headers}\r\n`

export const wsRequest = (path: string, headers = ''): string =>
  [
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`,
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`,
  ].join('')
