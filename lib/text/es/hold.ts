import type { Messages } from '../en.ts'

export const hold: Messages['hold'] = {
  title: 'Finalizar la compra',
  timeLeft: 'Tiempo restante',
  timeLeftSpoken:
    'Quedan {minutes, plural, =0 {} one {# minuto } other {# minutos }}{seconds, plural, one {# segundo} other {# segundos}}',
  extend: 'Necesito más tiempo',
  extending: 'Un momento…',
  extended: 'Ahora tiene más tiempo.',
  noExtensions: 'El tiempo ya no se puede ampliar.',
  warningTitle: 'Queda menos de un minuto',
  warningText: '¿Necesita algo más de tiempo?',
  release: 'Liberar las entradas',
  releaseConfirm: '¿Liberarlas?',
  releaseYes: 'Sí, liberarlas',
  releaseNo: 'Conservarlas',
  lostTitle: 'Se ha acabado el tiempo',
  lostText: 'Las entradas han vuelto a la venta y no se ha cobrado nada. Quizá sigan ahí.',
  releasedTitle: 'Ha liberado las entradas',
  releasedText: 'No se ha cobrado nada. Vuelven a estar a la venta.',
  unknownTitle: 'No conocemos esta reserva',
  unknownText: 'Puede que terminara hace tiempo o que se hiciera en otro navegador.',
  again: 'Elegir de nuevo',
  orderedTitle: 'Estas entradas ya son suyas',
  orderedLink: 'Ver su pedido',
}
