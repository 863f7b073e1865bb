import { ResellerId } from '#contracts/ids.ts'

/** The reseller of an `Authorization: Bearer demo-<reseller>` header; null when it is not such a key. */
export function resellerOfKey(authorization: string | undefined): string | null {
  const slug = /^Bearer demo-(\S+)$/i.exec(authorization ?? '')?.[1]
  return ResellerId.safeParse(slug).success ? (slug as string) : null
}
