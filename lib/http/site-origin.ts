/**
 * The origin of one of a reseller's hosts, for links in mails: `pattern` is the environment's PUBLIC_ADDRESS, so neither
 * scheme nor port comes from a request, and `host` is one that was found among the resellers'.
 */
export const siteOrigin = (pattern: string, host: string): string => pattern.replace('{host}', host)
