import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LegalPage } from '#components/legal/legal-page.tsx'
import { LEGAL_PAGES } from '#contracts/reseller-config.ts'
import { shortened } from '#lib/seo/shortened.ts'
import { translator } from '#lib/text/translator.ts'
import { pageMetadata } from '../../../../page-metadata.ts'
import { siteOf } from '../../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string; page: string }>
}

async function textOf(params: Props['params']) {
  const site = await siteOf(params)
  const asked = (await params).page
  const page = LEGAL_PAGES.find((name) => name === asked)
  const text = page && site.config.legal?.[page]
  return page && text ? { site, page, text } : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await textOf(params)
  if (!found) return {}
  const { site, page, text } = found
  const { locale, name } = site.config
  const title = translator(locale, 'legal')(page)
  const own = { path: `/legal/${page}`, title, description: shortened(text) }
  return pageMetadata(site, { ...own, image: '/card.png', imageAlt: name })
}

export default async function Page({ params }: Props) {
  return <LegalPage {...((await textOf(params)) ?? notFound())} />
}
