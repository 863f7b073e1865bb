import { cameOverTls } from '#platform/forwarded-proto.ts'

/**
 * Whether the browser reached us over TLS, as the edge says; with the balancer's own reading of it, or a page would be for
 * one scheme and its streams for the other. A client that lies about it where no edge does harms itself only: it gets
 * cookies its browser will not send back.
 */
export const isSecure = (headers: Headers): boolean => cameOverTls(headers.get('x-forwarded-proto'))
