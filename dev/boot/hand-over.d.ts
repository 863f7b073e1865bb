declare module '*/boot/hand-over.mjs' {
  /** Installs what is missing and runs a TypeScript program on the Node that the project is written for. Our exit code is its. */
  export function handOver(program: string): Promise<void>
}
