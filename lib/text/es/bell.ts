import type { Messages } from '../en.ts'

export const bell: Messages['bell'] = {
  label: 'Avisos',
  unread: '{count, plural, =0 {Nada nuevo} one {# aviso nuevo} other {# avisos nuevos}}',
}
