import type { Messages } from '../en.ts'

export const bell: Messages['bell'] = {
  label: 'Mitteilungen',
  unread: '{count, plural, =0 {Nichts Neues} one {# neue Mitteilung} other {# neue Mitteilungen}}',
}
