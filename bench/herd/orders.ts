import { z } from 'zod'

/** Which viewers a herd is of. Each process of a herd may come through a door of its own. */
export const HerdOptions = z.object({
  kind: z.enum(['marquee', 'socket.io']),
  url: z.url(),
  count: z.int().min(1),
  messages: z.int().min(1),
  show: z.string(),
  /** Ports are counted per pair of addresses. */
  localAddress: z.string(),
  /** A page that these viewers read again when they must: the availability of their show, at a shop. */
  page: z.object({ site: z.url(), path: z.string() }).optional(),
})

/** What the herd is told. Each is answered when it is done. */
export const HerdOrder = z.discriminatedUnion('do', [
  z.object({ do: z.literal('gather') }),
  /** From now on each line is cut again and again, first at a random moment within `everyMs`. */
  z.object({ do: z.literal('cut'), everyMs: z.number(), offlineMs: z.number() }),
  /** All lines are cut in one moment, and everybody comes back within so long. Answered when everybody has. */
  z.object({ do: z.literal('storm'), withinMs: z.number() }),
  /** No more cuts. Answered when whoever was offline is back. */
  z.object({ do: z.literal('mend') }),
  /** @param publishedAtMs when each message was, counted from 1; milliseconds since 1970 */
  z.object({ do: z.literal('report'), publishedAtMs: z.array(z.number()) }),
])

/** What a herd has seen. */
export const HerdReport = z.object({
  /** Messages that viewers got, each once per viewer. */
  seen: z.int(),
  doubled: z.int(),
  resets: z.int(),
  /** Times a page was read again, because of a reset or since its line was away for long. */
  pageReads: z.int(),
  /** Of all messages, by the millisecond; see delays.ts. */
  delays: z.array(z.int()),
  /** When servers ended lines, and when these viewers followed again: null for who never did. */
  absences: z.array(z.tuple([z.number(), z.number().nullable()])),
})

export type HerdOptions = z.infer<typeof HerdOptions>
export type HerdOrder = z.infer<typeof HerdOrder>
export type HerdReport = z.infer<typeof HerdReport>
