import type { ConfigRefusal } from '#contracts/config-refusal.ts'

/** A refusal in English, for dead letters and logs, and for readers that know no causes. */
export function refusalSentence(version: number, cause: ConfigRefusal): string {
  return `version ${version}: ${said(cause)}`
}

function said(cause: ConfigRefusal): string {
  switch (cause.of) {
    case 'fields':
      return cause.fields.map(({ path, said: why }) => `${path || 'config'}: ${why}`).join('; ')
    case 'hostTaken':
      return `host ${cause.host} belongs to another reseller`
    case 'machineHost':
      return `hosts: ${cause.host} is a machine's name or address, not a site's`
    case 'tooLong':
      return `is longer than ${cause.limitBytes} bytes`
    case 'changed':
      return 'was stored with other content; a version never changes'
    case 'other':
      return cause.said
  }
}
