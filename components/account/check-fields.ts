/** What a field is for; its name in the request may differ. */
export type FieldKind = 'name' | 'email' | 'password' | 'newPassword'

export interface FieldSpec {
  readonly name: string
  readonly kind: FieldKind
  /** Key of its text where the kind's own would not say enough. */
  readonly label?: 'newEmail' | 'currentPassword' | 'newPassword'
}

/** What is wrong with a field, as the key of its text. */
export type FieldFault =
  | 'nameMissing'
  | 'emailMissing'
  | 'emailWrong'
  | 'passwordMissing'
  | 'passwordShort'
  | 'passwordLong'
  | 'wrongPassword'

export type FieldFaults = Readonly<Record<string, FieldFault>>

/** As contracts/account.ts has them, which would bring zod along; a test compares. */
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

/** Something, an @, something with a dot. Whether an address exists only a mail can tell. */
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/

/** The faults of what was typed, by field; empty when it can be sent. */
export function checkFields(fields: readonly FieldSpec[], values: Readonly<Record<string, string>>): FieldFaults {
  const found = fields.flatMap(({ name, kind }) => {
    const fault = faultOf(kind, values[name] ?? '')
    return fault === null ? [] : [[name, fault] as const]
  })
  return Object.fromEntries(found)
}

/** What the storefront found at fault, where it looked closer than we did. */
export function refusedFields(
  fields: readonly FieldSpec[],
  refused: readonly { readonly path: string }[] = [],
): FieldFaults {
  const paths = new Set(refused.map(({ path }) => path))
  const faults = {
    name: 'nameMissing',
    email: 'emailWrong',
    password: 'passwordMissing',
    newPassword: 'passwordShort',
  } as const
  return Object.fromEntries(fields.filter(({ name }) => paths.has(name)).map(({ name, kind }) => [name, faults[kind]]))
}

function faultOf(kind: FieldKind, text: string): FieldFault | null {
  switch (kind) {
    case 'name':
      return text.trim() === '' ? 'nameMissing' : null
    case 'email':
      if (text.trim() === '') return 'emailMissing'
      return EMAIL.test(text.trim()) ? null : 'emailWrong'
    case 'password':
      return text === '' ? 'passwordMissing' : null
    case 'newPassword':
      if (text.length < PASSWORD_MIN) return 'passwordShort'
      return text.length > PASSWORD_MAX ? 'passwordLong' : null
  }
}
