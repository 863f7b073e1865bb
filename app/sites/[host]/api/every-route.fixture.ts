import { posix } from 'node:path'

type Params = Record<string, string | string[] | undefined>
type Route = (request: Request, context: { readonly params: Promise<Params> }) => Promise<Response>

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

declare global {
  interface ImportMeta {
    /** Vite's, with which tests are run. */
    glob<T>(pattern: string, options: { eager: true }): Record<string, T>
  }
}

export interface FoundRoute {
  /** `POST account/sign-in` */
  readonly name: string
  readonly method: (typeof METHODS)[number]
  readonly route: Route
}

/** Every route of the JSON API, as its files say: nobody has to remember a list when one is added. */
export function everyRoute(): FoundRoute[] {
  const modules = import.meta.glob<Partial<Record<string, Route>>>('./**/route.ts', { eager: true })
  return Object.entries(modules).flatMap(([file, module]) =>
    METHODS.flatMap((method) => {
      const route = module[method]
      return route ? [{ name: `${method} ${posix.dirname(posix.normalize(file))}`, method, route }] : []
    }),
  )
}
