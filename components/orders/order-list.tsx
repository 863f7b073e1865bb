import { SiteLink } from '#components/language/site-link.tsx'
import { orderWords } from '#components/order/order-words.ts'
import { WithCode } from '#components/order/with-code.tsx'
import { Artwork } from '#components/ui/artwork.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import { translator } from '#lib/text/translator.ts'
import type { OrderLine } from './order-line.ts'
import styles from './order-list.module.css'

/** Orders of one of somebody's references; an account and the guest they were before are two lists at core. */
export interface OrderSection {
  readonly whose: 'account' | 'guest'
  readonly lines: readonly OrderLine[]
  /** The page of older ones; null when there are none. */
  readonly older: string | null
}

interface Props {
  readonly locale: Locale
  readonly sections: readonly OrderSection[]
  /** Whether this is a later page. */
  readonly later: boolean
}

/** Whatever somebody bought here, newest first. */
export function OrderList({ locale, sections, later }: Props) {
  const t = translator(locale, 'orders')
  const filled = sections.filter(({ lines }) => lines.length > 0)
  return (
    <div className={`frame ${styles.page}`}>
      <h1>{t('listTitle')}</h1>
      {filled.length === 0 && <Empty locale={locale} />}
      {filled.map((section) => (
        <Section key={section.whose} locale={locale} section={section} named={filled.length > 1} />
      ))}
      <p className={styles.ways}>
        {later && (
          <SiteLink href="/orders" prefetch={false}>
            {t('newest')}
          </SiteLink>
        )}
        {filled.length > 0 && (
          <SiteLink href="/orders/find" prefetch={false}>
            {t('findLink')}
          </SiteLink>
        )}
      </p>
    </div>
  )
}

function Empty({ locale }: Pick<Props, 'locale'>) {
  const t = translator(locale, 'orders')
  return (
    <div className={styles.empty}>
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyText')}</p>
      <p className={styles.buttons}>
        <ButtonLink href="/shows">{t('browse')}</ButtonLink>
        <ButtonLink href="/orders/find" kind="quiet" prefetch={false}>
          {t('findLink')}
        </ButtonLink>
      </p>
    </div>
  )
}

function Section({ locale, section, named }: Pick<Props, 'locale'> & { section: OrderSection; named: boolean }) {
  const t = translator(locale, 'orders')
  const title = t(section.whose === 'account' ? 'listAccount' : 'listGuest')
  return (
    <section aria-label={title}>
      {named && <h2 className={styles.whose}>{title}</h2>}
      <ul className={styles.list}>
        {section.lines.map((line) => (
          <Line key={line.id} locale={locale} line={line} />
        ))}
      </ul>
      {section.older !== null && (
        <ButtonLink href={section.older} kind="quiet" prefetch={false}>
          {t('older')}
        </ButtonLink>
      )}
    </section>
  )
}

function Line({ locale, line }: Pick<Props, 'locale'> & { readonly line: OrderLine }) {
  const t = translator(locale, 'orders')
  const words = orderWords(line.status, line.cancelledShow)
  return (
    <li data-testid="order-line">
      <SiteLink href={`/orders/${line.id}`} prefetch={false}>
        {line.artwork ? <Artwork artwork={line.artwork} sizes="8rem" decorative className={styles.art} /> : <span />}
        <span className={styles.words}>
          <strong>{line.title || t('showUnknown')}</strong>
          {line.when && (
            <span>
              <time dateTime={line.startsAt}>{line.when}</time> · {line.venue}
            </span>
          )}
          <small>
            <WithCode text={t('line', { count: line.tickets, code: line.code })} code={line.code} />
          </small>
          <small>{t('bought', { when: line.bought })}</small>
        </span>
        <span className={styles.end}>
          <strong>{line.total}</strong>
          <span className={styles.status} data-status={words === 'showCancelled' ? 'cancelled' : line.status}>
            {t(words)}
          </span>
        </span>
      </SiteLink>
    </li>
  )
}
