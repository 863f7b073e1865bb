import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Checkout } from '#components/checkout/checkout.tsx'
import { orderTerms } from '#components/checkout/order-terms.ts'
import { showRecap } from '#components/checkout/show-recap.ts'
import { QueryProvider } from '#components/live/query-provider.tsx'
import { itemLines } from '#components/order/item-lines.ts'
import { FormattersAhead } from '#components/text/formatters-ahead.tsx'
import { Texts } from '#components/text/texts.tsx'
import { currentCustomers } from '#lib/customer/current-customers.ts'
import { firstOwned } from '#lib/customer/first-owned.ts'
import { findHold } from '#lib/holds/holds.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { siteOf } from '../../../../site-of.ts'
import { showFor } from '../../show-for.ts'

interface Props {
  readonly params: Promise<{ host: string; holdId: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { config } = await siteOf(params)
  return { title: translator(config.locale, 'hold')('title'), robots: { index: false } }
}

export default async function CheckoutPage({ params }: Props) {
  const site = await siteOf(params)
  const { holdId } = await params
  const parts = storefront()
  const hold = await firstOwned(await currentCustomers(site), (ref) =>
    findHold(site, ref, decodeURIComponent(holdId), parts),
  )
  if (!hold) notFound()
  const { show, availability } = await showFor(site, hold.showId, parts)
  const { locale, texts } = site.config
  return (
    <Texts locale={locale} of={['checkout', 'hold', 'selection']}>
      <FormattersAhead />
      <QueryProvider>
        <Checkout
          initial={hold}
          recap={show && showRecap(site, show)}
          lines={itemLines(hold.items, availability)}
          notice={texts.holdNotice ?? translator(locale, 'selection')('notice')}
          terms={orderTerms(site.config)}
        />
      </QueryProvider>
    </Texts>
  )
}
