import { posix } from 'node:path'

type Params = Record<string, string | string[] | undefined>
type Route = (request: Request, context: { readonly params: Promise<Params> }) => Promise<Response>
type Module = Partial<Record<string, Route>>

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

declare global {
  interface ImportMeta {
    /** Vite's, with which tests are run. */
    glob<T>(pattern: string | string[], options: { eager: true }): Record<string, T>
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
  return found(import.meta.glob<Module>('./**/route.ts', { eager: true }))
}

/** Every other route of a site: pictures, cards, and what search engines read. Whoever asks is nobody there. */
export function everyPublicRoute(): FoundRoute[] {
  return found(import.meta.glob<Module>(['../**/route.ts', '!../api/**'], { eager: true }))
}

function found(modules: Record<string, Module>): FoundRoute[] {
  return Object.entries(modules).flatMap(([file, module]) =>
    METHODS.flatMap((method) => {
      const route = module[method]
      const folder = posix.dirname(posix.normalize(file)).replace(/^\.\.\//, '')
      return route ? [{ name: `${method} ${folder}`, method, route }] : []
    }),
  )
}
