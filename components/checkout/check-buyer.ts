import type { Buyer } from '#contracts/order.ts'

/** What is wrong with a field, as the key of its text. */
export type BuyerFault = 'nameMissing' | 'nameLong' | 'emailMissing' | 'emailWrong'
export type BuyerFaults = Partial<Record<keyof Buyer, BuyerFault>>

const MAX_NAME = 120
const MAX_EMAIL = 254
/** Something, an @, something with a dot. Whether an address exists only a mail can tell; the storefront looks closer. */
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/

export function checkBuyer({ name, email }: Buyer): BuyerFaults {
  const nameFault = faultOfName(name.trim())
  const emailFault = faultOfEmail(email.trim())
  return { ...(nameFault && { name: nameFault }), ...(emailFault && { email: emailFault }) }
}

/** The fields that the storefront found at fault, where it looked closer than we did. */
export function refusedFields(fields: readonly { readonly path: string }[] = []): BuyerFaults {
  const paths = new Set(fields.map((field) => field.path.split('.').at(-1)))
  return { ...(paths.has('name') && { name: 'nameMissing' }), ...(paths.has('email') && { email: 'emailWrong' }) }
}

/** Where to go on: the first field with a fault, in their order in the form; null without any. */
export const firstAtFault = ({ name, email }: BuyerFaults): keyof Buyer | null =>
  name ? 'name' : email ? 'email' : null

function faultOfName(name: string): BuyerFault | null {
  if (name === '') return 'nameMissing'
  return name.length > MAX_NAME ? 'nameLong' : null
}

export function faultOfEmail(email: string): 'emailMissing' | 'emailWrong' | null {
  if (email === '') return 'emailMissing'
  return email.length > MAX_EMAIL || !EMAIL.test(email) ? 'emailWrong' : null
}
