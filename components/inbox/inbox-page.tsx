import { QueryProvider } from '#components/live/query-provider.tsx'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { InboxList } from './inbox-list.tsx'
import styles from './inbox-page.module.css'

/** The same for everybody: what is in it the browser asks for. */
export function InboxPage({ site }: { readonly site: Site }) {
  const { locale } = site.config
  const t = translator(locale, 'inbox')
  return (
    <div className={`frame ${styles.page}`}>
      <h1>{t('title')}</h1>
      <QueryProvider>
        <InboxList />
      </QueryProvider>
      <p className={styles.guest}>{t('guest')}</p>
    </div>
  )
}
