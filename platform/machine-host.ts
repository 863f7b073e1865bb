/**
 * Whether a Host header is how a machine's own neighbours call it: by address, or by a name without a dot, as compose
 * and clusters give. Probes and scrapers do, customers never, and no edge forwards such a name. Only these requests may
 * see health and metrics; on resellers' hosts they are not there.
 */
export function isMachineHost(header: string | null | undefined): boolean {
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(
    header ?? '',
  )
}
