import { useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import type { DraftState } from '#components/admin/draft-state.ts'
import { refusedFieldWords } from '#lib/config-review/fault-words.ts'
import { sentences } from '#lib/text/sentences.ts'
import type { Faults } from './config-faults.ts'
import { saveRefusal } from './save-refusal.ts'
import styles from './site-editor.module.css'

interface Props {
  readonly draft: DraftState
  readonly faults: Faults
  readonly keepMine: () => void
  readonly again: () => void
}

/** Where the draft is: saved, being saved, or in need of a person. It stays in sight and is read out. */
export function DraftBar({ draft, faults, keepMine, again }: Props) {
  const t = useTranslations('admin')
  const own = useTranslations('editor')
  const bar = useRef<HTMLDivElement>(null)
  /** The button goes with what it ends, so the focus goes to where that is told. */
  const doing = (work: () => void) => () => {
    bar.current?.focus()
    work()
  }
  return (
    <div ref={bar} className={styles.bar} data-draft={draft.phase} tabIndex={-1}>
      <p role="status">
        <DraftWords draft={draft} faults={faults} />
        {draft.passed && ` ${t('draftPassed')}`}
      </p>
      {draft.phase === 'newer' && (
        <>
          {draft.newest && (
            // In another tab, because what is not saved is here.
            <a
              className="button"
              href={`/admin/versions?from=${draft.base}&to=${draft.newest.version}`}
              target="_blank"
              rel="noreferrer"
            >
              {t('seeTheirs')}
            </a>
          )}
          <a className="button" href="/admin/site">
            {t('takeTheirs')}
          </a>
          <button type="button" className="button" onClick={doing(keepMine)}>
            {t('keepMine')}
          </button>
        </>
      )}
      {draft.phase === 'refused' && draft.problem?.status === 401 && (
        // In another tab, because what is not saved is here.
        <a className="button" href="/account/sign-in?next=/admin" target="_blank" rel="noreferrer">
          {own('draftSignIn')}
        </a>
      )}
      {(draft.phase === 'failed' || draft.phase === 'refused') && (
        <button type="button" className="button" onClick={doing(again)}>
          {t('tryAgain')}
        </button>
      )}
      {draft.phase === 'clean' && (
        <>
          <a className="button" href="/admin/preview">
            {t('preview')}
          </a>
          <a className="button" href="/admin/versions">
            {t('toPublish')}
          </a>
        </>
      )}
    </div>
  )
}

function DraftWords({ draft, faults }: Pick<Props, 'draft' | 'faults'>) {
  const t = useTranslations('admin')
  switch (draft.phase) {
    case 'clean':
      return t(draft.savedEdits === 0 ? 'draftOpen' : 'draftSaved', { version: draft.base })
    case 'waiting':
      return t('draftWaiting')
    case 'saving':
      return t('draftSaving')
    case 'invalid':
      return t('draftInvalid', { count: faults.size })
    case 'failed':
      return t('draftFailed')
    case 'refused':
      return <RefusalWords draft={draft} />
    case 'newer':
      return t('draftNewer', { version: draft.newest?.version ?? 0, name: draft.newest?.by ?? '' })
  }
}

function RefusalWords({ draft: { problem } }: Pick<Props, 'draft'>) {
  const t = useTranslations('editor')
  const words = useTranslations('review')
  const problems = useTranslations('admin')
  if (problem === null) return null
  const refusal = saveRefusal(problem)
  switch (refusal.why) {
    case 'fields': {
      const reason = sentences(...refusal.fields.map((field) => refusedFieldWords(words, field)))
      return t('draft_fields', { count: refusal.count, reason })
    }
    case 'otherHosts':
      return t('draft_other', { reason: words('otherHosts') })
    case 'other':
      return t('draft_other', { reason: problems(`problem_${refusal.reason}`) })
    default:
      return t(`draft_${refusal.why}`)
  }
}
