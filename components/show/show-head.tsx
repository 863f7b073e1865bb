import { showLines } from '#components/programme/programme.tsx'
import { StockBadge } from '#components/programme/stock-badge.tsx'
import { Artwork } from '#components/ui/artwork.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import type { Show } from '#contracts/show.ts'
import { formatShortMoney } from '#lib/format/money.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { ShowFacts } from './show-facts.tsx'
import styles from './show-head.module.css'

/** Picture, title and what one must know before anything else. Each look arranges these four its own way. */
export function ShowHead({ site, show }: { readonly site: Site; readonly show: Show }) {
  const [line] = showLines(site, [show])
  const t = translator(site.config.locale, 'show')
  if (!line) return null
  return (
    <header className={styles.head}>
      <div className={styles.stage}>
        <Artwork artwork={show.artwork} sizes="(min-width: 60rem) 62vw, 100vw" first className={styles.art} />
        <div className={`frame ${styles.words}`}>
          <p className={styles.kicker}>
            {line.when}
            <span> {line.city}</span>
          </p>
          <h1 lang={line.lang}>{line.title}</h1>
          {line.subtitle && (
            <p className={styles.subtitle} lang={line.lang}>
              {line.subtitle}
            </p>
          )}
          <p className={styles.deal}>
            {line.price && (
              <ButtonLink href="#tickets">
                {t('tickets')} {t('from', { price: formatShortMoney(show.priceFrom, site.config.locale) })}
              </ButtonLink>
            )}
            <StockBadge badge={line.badge} />
          </p>
        </div>
      </div>
      <ShowFacts site={site} show={show} />
    </header>
  )
}
