import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LegalPage } from '#components/legal/legal-page.tsx'
import { LEGAL_PAGES } from '#contracts/reseller-config.ts'
import { translator } from '#lib/text/translator.ts'
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
  return found ? { title: translator(found.site.config.locale, 'legal')(found.page) } : {}
}

export default async function Page({ params }: Props) {
  return <LegalPage {...((await textOf(params)) ?? notFound())} />
}
