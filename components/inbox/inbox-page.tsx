import { QueryProvider } from '#components/live/query-provider.tsx'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { InboxList } from './inbox-list.tsx'
import styles from './inbox-page.module.css'

/** What is in it the browser asks for. @param signedIn whether it is an account's, on all devices, or this browser's alone */
export function InboxPage({ site, signedIn }: { readonly site: Site; readonly signedIn: boolean }) {
  const { locale } = site.config
  const t = translator(locale, 'inbox')
  return (
    <div className={`frame ${styles.page}`}>
      <h1>{t('title')}</h1>
      <QueryProvider>
        <InboxList />
      </QueryProvider>
      {!signedIn && <p className={styles.guest}>{t('guest')}</p>}
    </div>
  )
}
