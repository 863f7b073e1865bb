import { z } from 'zod'
import { Wanted } from './wanted.ts'

/** Rows of a table by their names, each with its cells by column. */
const Table = z.record(z.string(), z.record(z.string(), z.union([z.number(), z.string()])))

/** Curves of one picture by their names: points [x, y], x growing. */
const Curves = z.record(z.string(), z.array(z.tuple([z.number(), z.number()])))

/** What a bench hands over. */
export const Measured = z.object({
  /** How much of what, in a sentence: goes above the table. */
  how: z.string(),
  /** What kept the figures from being better, or the sizes from being larger. */
  stoppedBy: z.string(),
  tables: z.record(z.string(), Table),
  curves: z.record(z.string(), Curves).default({}),
  /** What is promised of these figures, where something is. */
  wanted: z.array(Wanted).default([]),
})

/** What a bench measured, and where and when. */
export const Result = Measured.extend({
  bench: z.string(),
  takenAt: z.iso.datetime(),
  /** Null where it was not noted. */
  tookS: z.number().nullable(),
  /** Where the figures come from, when it was not the bench that wrote the file. */
  origin: z.string().optional(),
  machine: z.object({ cpu: z.string(), cores: z.int(), memoryGb: z.number(), system: z.string() }),
  /** Processes that wanted a core, averaged over a minute: before the bench began, and when it was done. */
  load: z.object({ before: z.number(), after: z.number() }).nullable(),
  versions: z.record(z.string(), z.string()),
})

export type Table = z.infer<typeof Table>
export type Curves = z.infer<typeof Curves>
export type Measured = z.input<typeof Measured>
export type Result = z.infer<typeof Result>
