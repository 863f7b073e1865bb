import { asReseller } from '#lib/database/database.ts'
import { firstLocaleOf, localesOf } from '#lib/language/languages.ts'
import type { Site } from '#lib/reseller/site.ts'
import { speaking } from '#lib/reseller/speaking.ts'
import type { Storefront } from '#lib/storefront.ts'

/**
 * The site in the language that an order was bought in, for mails that not its buyer asks for: in its first where
 * that was not noted, or the site has given that language up. Who asks may read another one (decision 0124).
 */
export async function inLanguageOfOrder(
  site: Site,
  orderId: string,
  { database }: Pick<Storefront, 'database'>,
): Promise<Site> {
  const { resellerId } = site
  const row = await asReseller(database, resellerId, (transaction) =>
    transaction.orderLookup.findUnique({ where: { resellerId_orderId: { resellerId, orderId } } }),
  )
  const locale = localesOf(site.config).find((one) => one === row?.locale) ?? firstLocaleOf(site.config)
  return speaking(site, locale)
}
