import type { Metadata } from 'next'
import { Home } from '#components/home/home.tsx'
import { JsonLd } from '#components/seo/json-ld.tsx'
import { publicOrigin } from '#lib/reseller/public-origin.ts'
import { jsonLdText } from '#lib/seo/json-ld.ts'
import { organizationData } from '#lib/seo/structured-data.ts'
import { storefront } from '#lib/storefront.ts'
import { pageMetadata } from '../../page-metadata.ts'
import { siteOf } from '../../site-of.ts'
import { readFeatured, readProgramme } from './programme.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = await siteOf(params)
  const { name, texts } = site.config
  return pageMetadata(site, { path: '/', description: texts.description, image: '/card.png', imageAlt: name })
}

export default async function HomePage({ params }: Props) {
  const site = await siteOf(params)
  const parts = storefront()
  const [programme, featured] = await Promise.all([readProgramme(site, {}, parts), readFeatured(site, parts)])
  const origin = publicOrigin(site, parts)
  return (
    <>
      <JsonLd text={jsonLdText(organizationData(site, `${origin}/`, `${origin}/card.png`))} />
      <Home site={site} programme={programme} featured={featured} />
    </>
  )
}
