import '../../../../app/global.css'
import { type ReactNode, Suspense } from 'react'
import { LateAnnouncementBar } from '#components/announcements/late-announcement-bar.tsx'
import { LanguageProvider } from '#components/language/language-context.tsx'
import { LanguageSwitcher } from '#components/language/language-switcher.tsx'
import { ProblemProvider } from '#components/problem/problem-context.tsx'
import { problemWords } from '#components/problem/problem-words.ts'
import { RealtimeProvider } from '#components/realtime/realtime-provider.tsx'
import { BrandFonts } from '#components/site/brand-fonts.tsx'
import { BrandStyle } from '#components/site/brand-style.tsx'
import { Footer } from '#components/site/footer.tsx'
import { Header } from '#components/site/header.tsx'
import { LiveNotice } from '#components/site/live-notice.tsx'
import { currentNonce } from '#lib/http/current-nonce.ts'
import { directionOf } from '#lib/language/languages.ts'
import { themeRule } from '#lib/reseller/theme-variables.ts'
import { translator } from '#lib/text/translator.ts'
import { content } from '../content.ts'

const { site, fonts } = content
const { theme, locale } = site.config
const kept = process.env.VARIANT === 'ppr'

/** The storefront's layout around the same page; nobody asks here who comes, nor for a preview. */
export default async function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = kept ? '' : await currentNonce()
  const [live, news] = [translator(locale, 'live'), translator(locale, 'announcement')]
  return (
    <html lang={locale} dir={directionOf(locale)} data-look={theme.style} data-display={theme.fonts.display}>
      <head>
        <BrandStyle nonce={nonce} css={fonts.rules + themeRule(theme)} />
        <BrandFonts files={fonts.mainFiles} />
      </head>
      <body>
        <ProblemProvider words={problemWords(locale)}>
          <LanguageProvider prefix="">
            <RealtimeProvider endpoint="/realtime">
              {kept ? <KeptHeader /> : <Header site={site} languages={<Languages />} />}
              <LiveNotice polling={live('polling')} offline={live('offline')} />
              <main id="content">{children}</main>
              {kept ? <KeptFooter /> : <Footer site={site} languages={<Languages />} />}
              <LateAnnouncementBar
                resellerId={site.resellerId}
                locale={locale}
                words={{ label: news('label'), more: news('more'), dismiss: news('dismiss') }}
              />
            </RealtimeProvider>
          </LanguageProvider>
        </ProblemProvider>
      </body>
    </html>
  )
}

async function KeptHeader() {
  'use cache'
  return <Header site={site} languages={<Languages />} />
}

async function KeptFooter() {
  'use cache'
  return <Footer site={site} languages={<Languages />} />
}

/** It reads the address's query, which nobody knows beforehand. */
function Languages() {
  const switcher = <LanguageSwitcher site={site} path="/" />
  return kept ? <Suspense fallback={null}>{switcher}</Suspense> : switcher
}
