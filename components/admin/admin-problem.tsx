'use client'

import { useTranslations } from 'use-intl/react'

/** Instead of a page: there is none for whoever asks, or it failed. */
export function AdminProblem({ kind, retry }: { readonly kind: 'nothing' | 'failed'; readonly retry?: () => void }) {
  const t = useTranslations('admin')
  return (
    <div className="panel">
      <h1>{t(`${kind}Title`)}</h1>
      <p>{t(`${kind}Text`)}</p>
      {kind === 'nothing' && <p>{t('otherAccount')}</p>}
      <p className="row">
        {retry ? (
          <button type="button" className="button strong" onClick={retry}>
            {t('tryAgain')}
          </button>
        ) : (
          <a className="button" href="/">
            {t('toSite')}
          </a>
        )}
        {kind === 'nothing' && (
          <a className="button" href="/account">
            {t('account')}
          </a>
        )}
      </p>
    </div>
  )
}
