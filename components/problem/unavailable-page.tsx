import { ButtonLink } from '#components/ui/button.tsx'
import type { MissingPart } from '#lib/http/missing-part.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './problem.module.css'

interface Props {
  readonly site: Site
  readonly missing: MissingPart
  /** Where whoever tries again goes: here. */
  readonly path: string
}

/** A page that cannot be made just now. Made on the server: it stands without any script. */
export function UnavailablePage({ site, missing, path }: Props) {
  const t = translator(site.config.locale, 'problem')
  return (
    <div className={`frame ${styles.problem}`} role="alert">
      <h1>{t(`${missing}DownTitle`)}</h1>
      <p className={styles.text}>{t(`${missing}DownText`)}</p>
      <p className={styles.ways}>
        <ButtonLink href={path} size="large" prefetch={false}>
          {t('retry')}
        </ButtonLink>
        <ButtonLink href="/" kind="quiet" size="large" prefetch={false}>
          {t('toShows')}
        </ButtonLink>
      </p>
    </div>
  )
}
