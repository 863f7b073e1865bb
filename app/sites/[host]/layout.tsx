import '../../global.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { LateAnnouncementBar } from '#components/announcements/late-announcement-bar.tsx'
import { LanguageProvider } from '#components/language/language-context.tsx'
import { LanguageSwitcher } from '#components/language/language-switcher.tsx'
import { AwakeMark } from '#components/live/awake-mark.tsx'
import { PreviewBar } from '#components/preview/preview-bar.tsx'
import { ProblemProvider } from '#components/problem/problem-context.tsx'
import { problemWords } from '#components/problem/problem-words.ts'
import { RealtimeProvider } from '#components/realtime/realtime-provider.tsx'
import { BrandFonts, LargeFonts } from '#components/site/brand-fonts.tsx'
import { brandIcon, iconAddress } from '#components/site/brand-icon.ts'
import { BrandStyle } from '#components/site/brand-style.tsx'
import { Footer } from '#components/site/footer.tsx'
import { Header } from '#components/site/header.tsx'
import { LiveNotice } from '#components/site/live-notice.tsx'
import { currentNonce } from '#lib/http/current-nonce.ts'
import { currentPath } from '#lib/http/current-path.ts'
import { directionOf, localesOf, prefixOf } from '#lib/language/languages.ts'
import { themeRule } from '#lib/reseller/theme-variables.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { fontSheets } from '../../font-sheets.ts'
import { realtimeEndpoint } from '../../realtime-endpoint.ts'
import { siteAround } from '../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly children: ReactNode
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { config, preview } = await siteAround(params)
  return {
    ...(preview && { robots: { index: false, follow: false } }),
    title: {
      template: translator(config.locale, 'site')('pageOf', { title: '%s', name: config.name }),
      default: config.name,
    },
    description: config.texts.description,
    icons: { icon: iconAddress(brandIcon(config.logo, config.theme)) },
  }
}

export async function generateViewport({ params }: Props): Promise<Viewport> {
  const { theme } = (await siteAround(params)).config
  return { themeColor: theme.colours.background, colorScheme: theme.scheme }
}

export default async function SiteLayout({ params, children }: Props) {
  const site = await siteAround(params)
  const nonce = await currentNonce()
  const { theme, locale } = site.config
  const [live, news] = [translator(locale, 'live'), translator(locale, 'announcement')]
  const languages = <LanguageSwitcher site={site} path={await currentPath()} />
  return (
    <html lang={locale} dir={directionOf(locale)} data-look={theme.style} data-display={theme.fonts.display}>
      <head>
        <BrandStyle nonce={nonce} css={fontSheets.rules(theme.fonts) + themeRule(theme)} />
        <BrandFonts files={fontSheets.mainFiles(theme.fonts)} />
      </head>
      <body>
        <a className="visually-hidden" href="#content">
          {translator(locale, 'site')('skipToContent')}
        </a>
        <ProblemProvider words={problemWords(locale)}>
          <LanguageProvider prefix={prefixOf(locale, localesOf(site.config))}>
            <RealtimeProvider endpoint={realtimeEndpoint(site.host, storefront())}>
              {site.preview && <PreviewBar site={site} preview={site.preview} />}
              <Header site={site} languages={languages} />
              <LiveNotice polling={live('polling')} offline={live('offline')} />
              <main id="content" tabIndex={-1}>
                {children}
              </main>
              <Footer site={site} languages={languages} />
              <LateAnnouncementBar
                resellerId={site.resellerId}
                locale={locale}
                words={{ label: news('label'), more: news('more'), dismiss: news('dismiss') }}
              />
            </RealtimeProvider>
          </LanguageProvider>
        </ProblemProvider>
        <LargeFonts fonts={theme.fonts} locale={locale} />
        <AwakeMark />
      </body>
    </html>
  )
}
