import type { Messages } from '../en.ts'

export const ticketFile: Messages['ticketFile'] = {
  title: 'Entradas del pedido {code}: {title}',
  doors: 'Puertas a las {time}',
  tickets: '{count, plural, one {# entrada} other {# entradas}}',
  order: 'Pedido {code}',
  orderLabel: 'Pedido',
  help: '¿Alguna pregunta? {email}',
}
