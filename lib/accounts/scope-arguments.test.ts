import { describe, expect, it } from 'vitest'
import { scopeArguments } from './scope-arguments.ts'

const scope = (operation: string, args?: Parameters<typeof scopeArguments>[2]) =>
  scopeArguments('aurora', operation, args)

describe('a database operation', () => {
  it.each(['findFirst', 'findMany', 'count', 'deleteMany'])('%s only sees the reseller’s rows', (operation) => {
    expect(scope(operation, { where: { name: 'Ada' } })).toEqual({
      where: { AND: [{ name: 'Ada' }, { resellerId: 'aurora' }] },
    })
    expect(scope(operation)).toEqual({ where: { AND: [{}, { resellerId: 'aurora' }] } })
  })

  it('cannot ask its way out of the reseller', () => {
    const where = { OR: [{ resellerId: 'luna' }, { resellerId: 'aurora' }] }
    expect(scope('findMany', { where })).toEqual({ where: { AND: [where, { resellerId: 'aurora' }] } })
  })

  it.each(['create', 'update', 'updateMany'])('%s writes the reseller, whatever it was told', (operation) => {
    const args = scope(operation, { where: { id: 'one' }, data: { name: 'Ada', resellerId: 'luna' } })
    expect(args.data).toEqual({ name: 'Ada', resellerId: 'aurora' })
  })

  it.each(['id', 'email', 'token'])(
    'names a row by %s together with the reseller, and keeps other conditions',
    (field) => {
      for (const operation of ['update', 'delete'])
        expect(scope(operation, { where: { [field]: 'x', AND: [{ name: 'Ada' }] } }).where).toEqual({
          [`resellerId_${field}`]: { resellerId: 'aurora', [field]: 'x' },
          AND: [{ name: 'Ada' }],
          resellerId: 'aurora',
        })
    },
  )

  it('cannot name another reseller’s row', () => {
    const where = { id: 'one', resellerId: 'luna', resellerId_email: { resellerId: 'luna', email: 'x' } }
    expect(scope('update', { where }).where).toMatchObject({ resellerId: 'aurora' })
  })

  it.each(['upsert', 'createMany', 'findUnique', 'aggregate', 'groupBy', 'executeRaw', 'createManyAndReturn'])(
    '%s is refused, because nobody has taught it to stay',
    (operation) => {
      expect(() => scope(operation, { where: { id: 'one' } })).toThrow('is not known to stay with one reseller')
    },
  )

  it('on one row that nothing names is refused', () => {
    expect(() => scope('update', { where: { name: 'Ada' }, data: {} })).toThrow('has to be named')
    expect(() => scope('delete', {})).toThrow('has to be named')
  })
})
