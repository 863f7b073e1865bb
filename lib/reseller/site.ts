import type { ResellerConfig } from '#contracts/reseller-config.ts'

/** A reseller's site as one request sees it: one live version, under one of its hosts. */
export interface Site {
  readonly resellerId: string
  readonly version: number
  /** The host that was asked: lower case, without port. */
  readonly host: string
  readonly primaryHost: string
  readonly config: ResellerConfig
}
