import type { Messages } from '../en.ts'

export const selection: Messages['selection'] = {
  title: 'Sus entradas',
  emptyTickets: 'Todavía no ha elegido nada.',
  emptySeats: 'Elija butacas en el plano. No se reserva nada hasta que continúe.',
  total: 'Total',
  totalNote: 'Gastos incluidos',
  count: '{count, plural, one {# entrada} other {# entradas}}',
  remove: 'Quitar {label}',
  continue: 'Continuar',
  holding: 'Reservando…',
  notice: 'Le guardamos las entradas mientras paga.',
  lostTitle:
    '{count, plural, one {La butaca {labels} ya no está libre} other {Las butacas {labels} ya no están libres}}',
  lostHeld: 'Alguien acaba de ponerla en su cesta.',
  lostSold: 'Alguien acaba de comprarla.',
  lostOffer: 'La siguiente mejor: {label}, {price}',
  lostTake: 'Elegir {label}',
  lostNone: 'No queda ninguna parecida.',
  lostDismiss: 'De acuerdo',
  reducedTitle: '{tier}: solo {count, plural, one {queda una} other {quedan #}}',
  reducedText: 'Hemos ajustado su elección.',
  goneTitle: '{tier} se acaba de agotar',
  failedTitle: 'No ha funcionado',
  failedText: 'No se ha reservado nada. Inténtelo otra vez.',
  failedLimit: 'Cada persona puede tener como máximo {count} entradas para esta función.',
  failedNotOnSale: 'La venta todavía no ha empezado.',
  failedMany:
    'Muchas personas están reservando entradas para este espectáculo desde su misma conexión a Internet. Vuelva a intentarlo dentro de diez minutos.',
  openTitle: 'Tiene entradas reservadas',
  openText: 'Se las guardamos {time} más.',
  openContinue: 'Continuar con el pago',
}
