import type { Metadata } from 'next'
import { OrderSearch } from '#components/admin/order-search.tsx'
import { textsFor } from '#components/text/client-texts.ts'
import { TextProvider } from '#components/text/text-provider.tsx'
import { requireStaff } from '#lib/accounts/current-account.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../site-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await siteOf(params)).config.locale, 'staffOrders')('title') }
}

export default async function OrdersPage({ params }: Props) {
  const site = await siteOf(params)
  await requireStaff(site, 'viewer', '/admin/orders')
  const { locale } = site.config
  return (
    <TextProvider locale={locale} messages={textsFor(locale, ['staffOrders'])}>
      <h1>{translator(locale, 'staffOrders')('title')}</h1>
      <OrderSearch />
    </TextProvider>
  )
}
