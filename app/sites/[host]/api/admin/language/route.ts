import { z } from 'zod'
import { Locale } from '#contracts/reseller-config.ts'
import { noContent } from '#lib/http/json-response.ts'
import { hostOnlyCookie } from '#lib/http/set-cookie.ts'
import { STAFF_LANGUAGE_COOKIE } from '#lib/language/staff-language.ts'
import { handle } from '#lib/route/handle.ts'

const body = z.object({ language: Locale })

/** In which language this browser shows the staff's pages. */
export const POST = handle({ customer: 'anyone', account: 'viewer', body }, ({ body: { language }, secure }) => {
  const { name, ...kept } = STAFF_LANGUAGE_COOKIE
  const response = noContent()
  response.headers.append('set-cookie', hostOnlyCookie(name, language, { ...kept, secure }))
  return response
})
