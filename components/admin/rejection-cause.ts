import type { ConfigRefusal } from '#contracts/config-refusal.ts'
import type { SyncState } from '#contracts/storefront.ts'

type Rejection = Pick<SyncState['rejections'][number], 'cause' | 'reason'>

/** Why a version was refused; from a storefront of the version before, which sends no cause, its English sentence. */
export const causeOf = ({ cause, reason = '' }: Rejection): ConfigRefusal => cause ?? { of: 'other', said: reason }
