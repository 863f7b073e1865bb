/** Why the worker could not take a version. */
export type RefusalReason =
  | { readonly of: 'fields'; readonly fields: readonly { readonly path: string; readonly message: string }[] }
  /** Which other reseller has it nobody is told. */
  | { readonly of: 'hostTaken' | 'machineHost'; readonly host: string }
  | { readonly of: 'tooLong' | 'changed' | 'other' }

const HOST_TAKEN = /^host (?<host>\S+) belongs to another reseller$/
const MACHINE_HOST = /^hosts: (?<host>\S+) is a machine's name or address, not a site's$/
const FIELD = /^(?<path>[\w-]+(?:\.[\w-]+)*): (?<message>.+)$/s

/**
 * Reads a reason as the worker keeps it (`worker/config-sync/decide.ts`): a sentence in English, because an event has no
 * reader yet whose language it could be in. What is not recognised is `other`, and shown as it stands.
 */
export function refusalReason(reason: string): RefusalReason {
  const said = reason.replace(/^version \d+:? /, '')
  const taken = HOST_TAKEN.exec(said)?.groups?.host
  if (taken !== undefined) return { of: 'hostTaken', host: taken }
  const machine = MACHINE_HOST.exec(said)?.groups?.host
  if (machine !== undefined) return { of: 'machineHost', host: machine }
  if (said.startsWith('is longer than ')) return { of: 'tooLong' }
  if (said.startsWith('was stored with other content')) return { of: 'changed' }
  if (said === reason) return { of: 'other' } // of no version, so not of a field of one
  const fields = said.split('; ').map((part) => FIELD.exec(part)?.groups)
  return fields.every((field) => field !== undefined)
    ? { of: 'fields', fields: fields.map(({ path = '', message = '' }) => ({ path, message })) }
    : { of: 'other' }
}
