import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { aurora } from './aurora.ts'
import { hoshi } from './hoshi.ts'
import { kite } from './kite.ts'
import { luna } from './luna.ts'

export const RESELLERS: Readonly<Record<'aurora' | 'luna' | 'hoshi' | 'kite', ResellerConfig>> = {
  aurora,
  luna,
  hoshi,
  kite,
}
