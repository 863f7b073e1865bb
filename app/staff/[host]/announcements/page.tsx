import type { Metadata } from 'next'
import { AnnouncementDesk } from '#components/admin/announcement-desk.tsx'
import { type AnnouncementLine, AnnouncementList } from '#components/admin/announcement-list.tsx'
import { Texts } from '#components/text/texts.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import { mayActAs } from '#lib/accounts/account.ts'
import { requireStaff } from '#lib/accounts/current-account.ts'
import { languageSaid } from '#lib/admin/language-said.ts'
import { listAnnouncements, type StaffAnnouncement } from '#lib/announcements/announcements.ts'
import { formatMoment } from '#lib/format/date.ts'
import { firstLocaleOf, localesOf } from '#lib/language/languages.ts'
import type { Site } from '#lib/reseller/site.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { deskOf } from '../../desk-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await deskOf(params)).locale, 'staffAnnouncements')('title') }
}

export default async function AnnouncementsPage({ params }: Props) {
  const { site, spoken, locale } = await deskOf(params)
  const { staff } = await requireStaff(site, 'viewer', '/admin/announcements')
  const { timeZone, theme } = site.config
  const t = translator(locale, 'staffAnnouncements')
  const locales = localesOf(site.config)
  const named = (one: Locale) => ({ locale: one, name: languageSaid(one, locales, locale), card: cardWords(one) })
  const may = mayActAs(staff, 'editor')
  const lines = (await listAnnouncements(site, storefront())).map((one) => lineOf(spoken, one))
  return (
    <Texts locale={locale} of={['staffAnnouncements']}>
      <h1>{t('title')}</h1>
      <p className="muted">{t(may ? 'intro' : 'notAllowed')}</p>
      {may ? (
        <AnnouncementDesk
          {...{ timeZone, lines, resellerId: site.resellerId, look: theme.style }}
          first={named(firstLocaleOf(site.config))}
          others={locales.slice(1).map(named)}
        />
      ) : (
        <AnnouncementList lines={lines} resellerId={site.resellerId} reuse={null} />
      )}
    </Texts>
  )
}

/** What stands around an announcement: the shop speaks, and not whoever writes it. */
function cardWords(locale: Locale) {
  const t = translator(locale, 'announcement')
  return { label: t('label'), dismiss: t('dismiss'), more: t('more') }
}

/** An announcement with its moments by the shop's clocks. */
function lineOf({ config }: Site, announcement: StaffAnnouncement): AnnouncementLine {
  const moment = (at: string) => formatMoment(at, { locale: config.locale, timeZone: config.timeZone })
  const { id, text, translations, href, status, startsAt, until, createdBy, createdAt, recalledAt, recalledBy } =
    announcement
  return {
    ...{ id, href, status, by: createdBy, written: moment(createdAt), from: moment(startsAt), recalledBy },
    texts: [
      { locale: firstLocaleOf(config), text },
      ...Object.entries(translations).map(([locale, translated]) => ({ locale, text: translated })),
    ],
    until: until === null ? null : moment(until),
    recalled: recalledAt === null ? null : moment(recalledAt),
  }
}
