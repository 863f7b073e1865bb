import { REALTIME_TOKEN_MAX_AGE_S, realtimeCookieName } from '#contracts/realtime-token.ts'
import type { RealtimeSession } from '#contracts/storefront.ts'
import { json } from '#lib/http/json-response.ts'
import { hostOnlyCookie } from '#lib/http/set-cookie.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle(
  { customer: 'minted', inPreview: true },
  async ({ site, customerRef, account, storefront, secure }) => {
    const nowMs = Date.now()
    const { token, expiresAtMs } = await storefront.sessionSigner.sign(site, customerRef, nowMs, account)
    const session: RealtimeSession = {
      expiresAt: new Date(expiresAtMs).toISOString(),
      serverNow: new Date(nowMs).toISOString(),
    }
    const response = json(session)
    const cookie = hostOnlyCookie(realtimeCookieName(secure), token, { maxAgeS: REALTIME_TOKEN_MAX_AGE_S, secure })
    response.headers.append('set-cookie', cookie)
    return response
  },
)
