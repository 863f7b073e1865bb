import './staff.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AdminHeader } from '#components/admin/admin-header.tsx'
import { AwakeMark } from '#components/live/awake-mark.tsx'
import { QueryProvider } from '#components/live/query-provider.tsx'
import { RealtimeProvider } from '#components/realtime/realtime-provider.tsx'
import { BrandFonts, LargeFonts } from '#components/site/brand-fonts.tsx'
import { brandIcon, iconAddress } from '#components/site/brand-icon.ts'
import { BrandStyle } from '#components/site/brand-style.tsx'
import { Texts } from '#components/text/texts.tsx'
import { Locale } from '#contracts/reseller-config.ts'
import { currentAccount } from '#lib/accounts/current-account.ts'
import { adminPagesFor } from '#lib/admin/admin-pages.ts'
import { currentNonce } from '#lib/http/current-nonce.ts'
import { languageName } from '#lib/language/language-name.ts'
import { directionOf } from '#lib/language/languages.ts'
import { themeRule, themeVariables } from '#lib/reseller/theme-variables.ts'
import { storefront } from '#lib/storefront.ts'
import { listed } from '#lib/text/isolated.ts'
import { translator } from '#lib/text/translator.ts'
import { fontSheets } from '../../font-sheets.ts'
import { realtimeEndpoint } from '../../realtime-endpoint.ts'
import { deskOf } from '../desk-of.ts'

const CHOICES = Locale.options.map((locale) => ({ locale, name: languageName(locale) }))

interface Props {
  readonly params: Promise<{ host: string }>
  readonly children: ReactNode
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, locale } = await deskOf(params)
  const { name, logo, theme } = site.config
  const title = listed([name, translator(locale, 'admin')('title')], ' ')
  return {
    title: { template: `%s · ${title}`, default: title },
    icons: { icon: iconAddress(brandIcon(logo, theme)) },
    robots: { index: false, follow: false },
  }
}

/** The frame of the staff's pages. Every page asks for its role itself; here nobody is let in or kept out. */
export default async function StaffLayout({ params, children }: Props) {
  const { site, locale } = await deskOf(params)
  const { theme, name } = site.config
  const account = await currentAccount(site)
  const nonce = await currentNonce()
  // Titles of shows are in many languages, so Japanese is always at hand; its stylesheet comes last and waits for nothing.
  const fonts = { display: 'noto-sans-jp', body: theme.fonts.body } as const
  const root = `:root{--font-body:${themeVariables(theme)['--font-body']};--a-brand:${theme.colours.primary}}`
  // Here and not on the page that has such a part: the document's policy knows the nonce of its first answer only.
  const own = { display: theme.fonts.body, body: theme.fonts.body }
  const brand = fontSheets.rules(own) + root + themeRule(theme, '.brand-stage')
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <BrandStyle nonce={nonce} css={brand} />
        <BrandFonts files={fontSheets.mainFiles(own)} />
      </head>
      <body>
        <a className="visually-hidden" href="#content">
          {translator(locale, 'site')('skipToContent')}
        </a>
        <Texts locale={locale} of={['admin', 'review']}>
          <RealtimeProvider endpoint={realtimeEndpoint(site.host, storefront())}>
            <QueryProvider>
              <AdminHeader
                name={name}
                languages={{ locale, choices: CHOICES }}
                who={account?.staff ? { name: account.name, role: account.staff } : null}
                pages={adminPagesFor(account?.staff ?? null).map(({ href, text }) => ({ href, text }))}
              />
              <main id="content" tabIndex={-1}>
                {children}
              </main>
            </QueryProvider>
          </RealtimeProvider>
        </Texts>
        <LargeFonts fonts={fonts} locale={locale} />
        <AwakeMark />
      </body>
    </html>
  )
}
