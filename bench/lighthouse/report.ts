import { z } from 'zod'

const Score = z.object({ score: z.number().nullable() })
const Figure = z.object({ numericValue: z.number() })

/** The parts that we read of Lighthouse's JSON. */
const Report = z.object({
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.object({
    performance: Score,
    accessibility: Score,
    'best-practices': Score,
    seo: Score,
  }),
  audits: z.object({
    'largest-contentful-paint': Figure,
    'cumulative-layout-shift': Figure,
    'total-blocking-time': Figure,
  }),
})

const Audits = z.object({
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullish(), scoreDisplayMode: z.string(), title: z.string() }),
  ),
})

export interface PageScore {
  readonly performance: number
  readonly accessibility: number
  readonly 'best practices': number
  readonly SEO: number
  readonly 'LCP s': number
  readonly CLS: number
  readonly 'TBT ms': number
  /**
   * How fast the machine was just then, by Lighthouse's own measure. A quarter of 1,500 to 2,000 is the phone that it means;
   * of less, it is a slower one.
   */
  readonly index: number
}

/** Scores out of 100, and the three figures of how a page feels. */
export function readScore(json: unknown): { row: PageScore; failed: string[] } {
  const { categories, audits, environment } = Report.parse(json)
  const percent = ({ score }: z.infer<typeof Score>) => Math.round((score ?? 0) * 100)
  const row = {
    performance: percent(categories.performance),
    accessibility: percent(categories.accessibility),
    'best practices': percent(categories['best-practices']),
    SEO: percent(categories.seo),
    'LCP s': Math.round(audits['largest-contentful-paint'].numericValue / 10) / 100,
    CLS: Math.round(audits['cumulative-layout-shift'].numericValue * 1_000) / 1_000,
    'TBT ms': Math.round(audits['total-blocking-time'].numericValue),
    index: Math.round(environment.benchmarkIndex),
  }
  const failed = Object.entries(Audits.parse(json).audits).flatMap(([id, { score, scoreDisplayMode, title }]) =>
    scoreDisplayMode === 'binary' && score === 0 ? [`${id}: ${title}`] : [],
  )
  return { row, failed }
}
