import { headers } from 'next/headers'

/** The request header in which `proxy.ts` hands on what was asked for: path without its language, and query. */
export const PATH_HEADER = 'x-site-path'

/** The path and query of this request as they are in the site's first language. */
export async function currentPath(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? '/'
}
