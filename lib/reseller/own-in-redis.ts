/** A key in the Redis of sessions, below the reseller's own prefix: what counts and what is kept there meets under one name. */
export const ownInRedis = (resellerId: string, what: string): string => `accounts:${resellerId}:${what}`
