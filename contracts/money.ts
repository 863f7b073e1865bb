import { z } from 'zod'

/** ISO 4217 code. Formatting and minor units follow the code (JPY has none, GBP has two). */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'is not an ISO 4217 currency')

/**
 * A price as the customer pays it: `amount` is the total including `fees`, both integers in the currency's minor unit.
 * The total comes first by law (US fee rule, also for resellers); `fees` only explains a part of it.
 */
export const Price = z
  .object({ amount: z.int().min(0), currency: Currency, fees: z.int().min(0) })
  .refine((price) => price.fees <= price.amount, { path: ['fees'], message: 'cannot exceed the amount it is part of' })

export type Currency = z.infer<typeof Currency>
export type Price = z.infer<typeof Price>
