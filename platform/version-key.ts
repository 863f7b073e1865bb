/** Names one version of one reseller; a version never changes, so what is kept under this key is never wrong. */
export type VersionKey = `${string}:${number}`

export const versionKey = ({ resellerId, version }: { resellerId: string; version: number }): VersionKey =>
  `${resellerId}:${version}`
