import type { Metadata } from 'next'
import { FindPage } from '#components/orders/find-page.tsx'
import { Texts } from '#components/text/texts.tsx'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { config } = await siteOf(params)
  return { title: translator(config.locale, 'orders')('findTitle'), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale } = (await siteOf(params)).config
  return (
    <Texts locale={locale} of={['orders']}>
      <FindPage locale={locale} />
    </Texts>
  )
}
