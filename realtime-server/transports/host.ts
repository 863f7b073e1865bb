import { hostnameOf } from './origin.ts'

/** The hostname in a Host header, lower case, without port or trailing dot; null when it is not one. IPv6 keeps its brackets. */
export const hostnameOfHost = (host: string | undefined): string | null => hostnameOf(`http://${host ?? ''}`)
