import type { Messages } from '../en.ts'

export const announcement: Messages['announcement'] = {
  label: 'Ankündigungen',
  dismiss: 'Diese Ankündigung schließen',
  more: 'Mehr dazu',
}
