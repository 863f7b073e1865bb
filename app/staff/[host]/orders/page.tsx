import type { Metadata } from 'next'
import { OrderSearch } from '#components/admin/order-search.tsx'
import { Texts } from '#components/text/texts.tsx'
import { requireStaff } from '#lib/accounts/current-account.ts'
import { translator } from '#lib/text/translator.ts'
import { deskOf } from '../../desk-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await deskOf(params)).locale, 'staffOrders')('title') }
}

export default async function OrdersPage({ params }: Props) {
  const { site, locale } = await deskOf(params)
  await requireStaff(site, 'viewer', '/admin/orders')
  return (
    <Texts locale={locale} of={['staffOrders']}>
      <h1>{translator(locale, 'staffOrders')('title')}</h1>
      <OrderSearch />
    </Texts>
  )
}
