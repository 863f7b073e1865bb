import type { Messages } from '../en.ts'

export const problem: Messages['problem'] = {
  stale: 'Datos de las {time}: la taquilla no responde en este momento.',
  notFoundTitle: 'Aquí no hay nada',
  notFoundText: 'La página se ha movido o nunca existió. Lo que sí hay en cartel está aquí:',
  showNotFoundTitle: 'No conocemos esta función',
  showNotFoundText: 'Puede que ya haya pasado o que no se venda aquí.',
  errorTitle: 'Algo ha salido mal',
  errorText: 'Es culpa nuestra y ya estamos avisados. Inténtelo otra vez.',
  coreDownTitle: 'La taquilla no responde',
  coreDownText: 'El problema es nuestro. Vuelva a intentarlo dentro de un minuto; no se ha perdido nada.',
  retry: 'Reintentar',
  toShows: 'A la cartelera',
  findOrder: 'Buscar un pedido perdido',
}
