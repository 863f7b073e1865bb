import { z } from 'zod'
import { CoreId } from '#contracts/ids.ts'

/** The path parameters of routes about one thing. */
export const IdParams = z.object({ id: CoreId })
