import type { Locale } from '#contracts/reseller-config.ts'
import { translator } from '#lib/text/translator.ts'

/** What somebody looked for and did not find. */
export type Sought = 'page' | 'show' | 'hold' | 'order'

export interface Said {
  readonly title: string
  readonly text: string
}

/** Everything that a page says that cannot be shown. */
export interface ProblemWords {
  readonly nothing: Readonly<Record<Sought, Said>>
  /** What the server logged. */
  readonly failed: Said
  /** What went wrong in a browser, of which nobody is told. */
  readonly broken: Said
  readonly coreDown: Said
  readonly retry: string
  readonly toShows: string
  readonly findOrder: string
}

export function problemWords(locale: Locale): ProblemWords {
  const t = translator(locale, 'problem')
  const [hold, order] = [translator(locale, 'hold'), translator(locale, 'order')]
  return {
    nothing: {
      page: { title: t('notFoundTitle'), text: t('notFoundText') },
      show: { title: t('showNotFoundTitle'), text: t('showNotFoundText') },
      hold: { title: hold('unknownTitle'), text: hold('unknownText') },
      order: { title: order('unknownTitle'), text: order('unknownText') },
    },
    failed: { title: t('errorTitle'), text: t('errorText') },
    broken: { title: t('errorTitle'), text: t('brokenText') },
    coreDown: { title: t('coreDownTitle'), text: t('coreDownText') },
    retry: t('retry'),
    toShows: t('toShows'),
    findOrder: t('findOrder'),
  }
}
