import type { Messages } from '../en.ts'

export const inbox: Messages['inbox'] = {
  title: 'Avisos',
  markRead: 'Marcar todo como leído',
  markFailed: 'No se han podido marcar como leídos. Inténtelo de nuevo.',
  new: 'Nuevo',
  empty: 'Todavía nada',
  emptyText: 'Cuando compre entradas aquí, le contaremos en este lugar cómo va su pedido y qué cambia en su función.',
  guest: 'Sin una cuenta, estos avisos se guardan solo para este navegador.',
  failed: 'No se han podido cargar sus avisos.',
  again: 'Intentarlo de nuevo',
  more: 'Ver anteriores',
  loading: 'Cargando sus avisos…',
  confirmed: 'El pedido {code} está confirmado: {title}',
  orderFailed: 'El pago no se ha completado: {title}',
  refunded: 'El pedido {code} se ha reembolsado: {title}',
  orderCancelled: 'El pedido {code} se ha cancelado: {title}',
  changed: 'Cambios: {title}',
  showCancelled: 'Cancelada: {title}',
  tomorrow: 'Muy pronto: {title}',
}
