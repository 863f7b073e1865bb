/** A database operation that nobody has taught to stay with one reseller. Always a fault of ours. */
class UnscopedOperation extends Error {
  override readonly name = 'UnscopedOperation'
}

export interface Arguments {
  readonly where?: Readonly<Record<string, unknown>>
  readonly data?: Readonly<Record<string, unknown>>
  readonly [other: string]: unknown
}

/** What is unique at one reseller only, and so has to be asked for together with it. */
const UNIQUE_FIELDS = ['id', 'email', 'token'] as const

/**
 * The arguments of a Prisma operation, confined to one reseller: in every condition and in every new row, whatever the
 * caller wrote there. Pure.
 * @throws UnscopedOperation for any operation that is not listed: what is unknown is refused, not passed on.
 */
export function scopeArguments(resellerId: string, operation: string, args: Arguments = {}): Arguments {
  switch (operation) {
    case 'findFirst':
    case 'findMany':
    case 'count':
    case 'deleteMany':
      return { ...args, where: { AND: [args.where ?? {}, { resellerId }] } }
    case 'updateMany':
      return { ...args, where: { AND: [args.where ?? {}, { resellerId }] }, data: { ...args.data, resellerId } }
    case 'update':
      return { ...args, where: uniqueWhere(resellerId, args.where), data: { ...args.data, resellerId } }
    case 'delete':
      return { ...args, where: uniqueWhere(resellerId, args.where) }
    case 'create':
      return { ...args, data: { ...args.data, resellerId } }
    default:
      throw new UnscopedOperation(`${operation} is not known to stay with one reseller`)
  }
}

/** `{email}` names a row at every reseller; `{resellerId_email}` names one. Conditions beside it stay. */
function uniqueWhere(resellerId: string, where: Arguments['where'] = {}): Readonly<Record<string, unknown>> {
  const field = UNIQUE_FIELDS.find((name) => typeof where[name] === 'string')
  if (field === undefined) throw new UnscopedOperation('one row has to be named by what is unique at a reseller')
  const { [field]: value, ...rest } = where
  return { ...rest, [`resellerId_${field}`]: { resellerId, [field]: value }, resellerId }
}
