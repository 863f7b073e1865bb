/**
 * Whether X-Forwarded-Proto says that a request came over TLS. Only its last entry counts, which is that of the proxy next
 * to us: those before it came with the request. Whether that proxy is believed is for others to decide.
 */
export const cameOverTls = (forwardedProto: string | null | undefined): boolean =>
  forwardedProto?.split(',').at(-1)?.trim().toLowerCase() === 'https'
