import { optOutAction, optOutPage } from '#contracts/opt-out-paths.ts'
import { type Ended, optOutDigest, optOutKey } from '#platform/opt-out-link.ts'

/** Paths that end one kind of mail to one address, for that mail to carry. */
export interface OptOutPaths {
  /** A page that asks first. */
  readonly page: string
  /** Where mail programs POST. */
  readonly action: string
}

/** Makes what mails that nobody asked for in that moment are ended with. */
export interface OptOutLinks {
  (resellerId: string, ended: Ended): OptOutPaths
  /** An address as opt-outs know it. */
  digest(resellerId: string, email: string): string
}

export function createOptOutLinks(secret: string): OptOutLinks {
  const paths = (resellerId: string, ended: Ended): OptOutPaths => {
    const key = optOutKey(secret, resellerId, ended, Date.now())
    return { page: optOutPage(key), action: optOutAction(key) }
  }
  return Object.assign(paths, {
    digest: (resellerId: string, email: string) => optOutDigest(secret, resellerId, email),
  })
}
