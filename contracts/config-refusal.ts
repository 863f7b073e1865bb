import { z } from 'zod'

/*
 * Why a configuration is not accepted, in terms that can be said in any language: the worker notes it before anybody knows who
 * will read it. Sentences are made of it where it is read (`lib/config-review/refusal-words.ts`), and in English for dead
 * letters and logs (`lib/config-review/refusal-sentence.ts`).
 */

/** What is wrong with one value of a configuration, as far as a person has to know to mend it. */
export const ConfigFault = z.discriminatedUnion('of', [
  z.object({ of: z.literal('missing') }),
  /** `limit` in characters. */
  z.object({ of: z.literal('tooLong'), limit: z.int() }),
  z.object({ of: z.literal('notAnAddress') }),
  z.object({ of: z.literal('notALink') }),
  z.object({ of: z.literal('other') }),
])

export const ConfigRefusal = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('fields'),
    /** `said` is the schema's own sentence, in English, for faults that have no name here. */
    fields: z.array(z.object({ path: z.string(), fault: ConfigFault, said: z.string() })),
  }),
  /** Which other reseller has it nobody is told. */
  z.object({ of: z.literal('hostTaken'), host: z.string() }),
  /** A machine's name or address: probes and scrapers call us so. */
  z.object({ of: z.literal('machineHost'), host: z.string() }),
  z.object({ of: z.literal('tooLong'), limitBytes: z.int() }),
  /** The version is stored, with other content, and a version never changes. */
  z.object({ of: z.literal('changed') }),
  /** What happens to nobody who works by the contract; `said` in English. */
  z.object({ of: z.literal('other'), said: z.string() }),
])

export type ConfigFault = z.infer<typeof ConfigFault>
export type ConfigRefusal = z.infer<typeof ConfigRefusal>
