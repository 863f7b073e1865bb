import type { Messages } from '../en.ts'

export const legal: Messages['legal'] = {
  imprint: 'Impressum',
  privacy: 'Datenschutzerklärung',
  terms: 'Allgemeine Geschäftsbedingungen',
}
