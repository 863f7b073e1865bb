import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

/** A Lua script, sent once per server and called by its digest afterwards. */
export class RedisScript {
  readonly #text: string
  readonly #digest: string

  constructor(text: string) {
    this.#text = text
    this.#digest = createHash('sha1').update(text).digest('hex')
  }

  /** Runs the script. A server that does not know it (new, or emptied) is sent the text. */
  async run(redis: Redis, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    try {
      return await redis.evalsha(this.#digest, keys.length, ...keys, ...args)
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
      return await redis.eval(this.#text, keys.length, ...keys, ...args)
    }
  }
}
