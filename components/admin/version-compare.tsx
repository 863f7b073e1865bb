import type { Change } from '#lib/config-review/difference.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { DifferenceList } from './difference-list.tsx'

interface Props {
  readonly site: Site
  readonly from: number | null
  readonly to: number | null
  readonly changes: readonly Change[] | 'unknown' | null
}

/** Asks for two versions by number and says how they differ. A plain form: the answer has an address. */
export function VersionCompare({ site, from, to, changes }: Props) {
  const t = translator(site.config.locale, 'admin')
  return (
    <section className="panel" aria-labelledby="compare">
      <h2 id="compare">{t('compare')}</h2>
      <form className="fields" action="/admin/versions">
        {(['from', 'to'] as const).map((name) => (
          <div key={name} className="field">
            <label htmlFor={name}>{t(name === 'from' ? 'compareFrom' : 'compareTo')}</label>
            <input
              {...{ id: name, name, type: 'number', min: 1, max: 2147483647, required: true }}
              defaultValue={(name === 'from' ? (from ?? site.version) : to) ?? undefined}
            />
          </div>
        ))}
        <button type="submit" className="button">
          {t('compareAsk')}
        </button>
      </form>
      {changes === 'unknown' && <p className="note warn">{t('compareUnknown')}</p>}
      {Array.isArray(changes) && (
        <div>
          <h3>{t('compared', { from: String(from), to: String(to) })}</h3>
          <DifferenceList changes={changes} />
        </div>
      )}
    </section>
  )
}
