import { QueryProvider } from '#components/live/query-provider.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './find-form.module.css'
import { FindForm } from './find-form.tsx'

/** The same for everybody. */
export function FindPage({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, 'orders')
  return (
    <div className={`frame ${styles.page}`}>
      <h1>{t('findTitle')}</h1>
      <p>{t('findText')}</p>
      <QueryProvider>
        <FindForm />
      </QueryProvider>
    </div>
  )
}
