import type { Metadata } from 'next'
import { OrderSearch } from '#components/admin/order-search.tsx'
import { Texts } from '#components/text/texts.tsx'
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
    <Texts locale={locale} of={['staffOrders']}>
      <h1>{translator(locale, 'staffOrders')('title')}</h1>
      <OrderSearch />
    </Texts>
  )
}
