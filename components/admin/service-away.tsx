import type { Locale } from '#contracts/reseller-config.ts'
import { translator } from '#lib/text/translator.ts'

/** The reseller service cannot be asked: what is live stays so, and nothing can be changed meanwhile. */
export function ServiceAway({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'admin')
  return (
    <div className="note warn" role="status">
      <h2>{t('awayTitle')}</h2>
      <p>{t('awayText')}</p>
    </div>
  )
}
