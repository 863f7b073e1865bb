import { readFileSync } from 'node:fs'
import type { ProgrammePage } from '#components/programme/programme-page.ts'
import type { ShowSummary } from '#contracts/show.ts'
import type { Site } from '#lib/reseller/site.ts'

/** What the home page is made of. The storefront has it in memory as well: its sites, and core's answers for two seconds. */
export interface Content {
  readonly site: Site
  readonly programme: ProgrammePage
  readonly featured: readonly (readonly ShowSummary[])[]
  /** What its fonts' stylesheets say, and the files it asks for at once. */
  readonly fonts: { readonly rules: string; readonly mainFiles: readonly string[] }
}

export const content: Content = JSON.parse(readFileSync(process.env.CONTENT ?? '', 'utf8'))
