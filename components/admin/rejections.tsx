import type { SyncState } from '#contracts/storefront.ts'
import { refusalWords } from '#lib/config-review/refusal-words.ts'
import { formatMoment } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { causeOf } from './rejection-cause.ts'

interface Props {
  readonly site: Site
  readonly rejections: SyncState['rejections']
}

/** What the reseller service announced and the pages could not take, each with the reason in the page's language. */
export function Rejections({ site, rejections }: Props) {
  const { locale, timeZone } = site.config
  const t = translator(locale, 'admin')
  const words = translator(locale, 'review')
  return (
    <section className="panel" aria-labelledby="rejections">
      <h2 id="rejections">{t('rejections')}</h2>
      {rejections.length === 0 && <p className="muted">{t('noRejections')}</p>}
      <ul className="plain-list">
        {rejections.map(({ version, wasToBeLive, at, ...why }) => (
          <li key={version} className="note bad">
            <p>
              <strong>{version === 0 ? t('unreadableMessage') : t('version', { version })}</strong>{' '}
              {wasToBeLive && <span className="badge bad">{t('wasToBeLive')}</span>}{' '}
              <span className="muted">{formatMoment(at, { locale, timeZone })}</span>
            </p>
            {refusalWords(words, causeOf(why)).map((said) => (
              <p key={said}>{said}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
