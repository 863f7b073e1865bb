import { notFound } from 'next/navigation'
import { type Site, siteFor } from '#lib/reseller/current-site.ts'

/** The site a page is rendered for; `proxy.ts` has checked the host, so a miss is one that has just been taken away. */
export async function siteOf(params: Promise<{ readonly host: string }>): Promise<Site> {
  const { host } = await params
  return (await siteFor(decodeURIComponent(host))) ?? notFound()
}
