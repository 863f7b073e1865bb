import { z } from 'zod'

/** Where a page of a list from the newest on ends: what is older comes next. */
export interface ListPlace {
  readonly at: Date
  readonly id: string
}

/** Any cursor of ours is of this century; PostgreSQL has no year 0. */
const At = z.iso.datetime().refine((text) => text.startsWith('20'))
const Place = z.tuple([At, z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)])

export const writePlace = ({ at, id }: ListPlace): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url')

/** Null for what we did not write. */
export function readPlace(cursor: string): ListPlace | null {
  try {
    const [at, id] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { at: new Date(at), id }
  } catch {
    return null
  }
}
