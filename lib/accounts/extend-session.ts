import type { Asker } from './ask-auth.ts'

/**
 * Lets a session live on while it is used: a day after it was last extended it gets its full life again.
 * @returns Set-Cookie values, mostly none
 */
export async function extendSession({ site, secure, headers, storefront: { auths } }: Asker): Promise<string[]> {
  const cookie = headers.get('cookie') ?? ''
  const { headers: answer } = await auths
    .for(site, secure)
    .api.getSession({ headers: new Headers({ cookie }), returnHeaders: true })
  return answer.getSetCookie()
}
