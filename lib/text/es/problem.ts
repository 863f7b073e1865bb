import type { Messages } from '../en.ts'

export const problem: Messages['problem'] = {
  stale: 'Datos de las {time}: la taquilla no responde en este momento.',
  notFoundTitle: 'Aquí no hay nada',
  notFoundText: 'La página se ha movido o nunca existió. Lo que sí hay en cartel está aquí:',
  showNotFoundTitle: 'No conocemos esta función',
  showNotFoundText: 'Puede que ya haya pasado o que no se venda aquí.',
  errorTitle: 'Algo ha salido mal',
  errorText: 'Es culpa nuestra y ya estamos avisados. Inténtelo otra vez.',
  brokenText: 'Una parte de esta página no ha funcionado en su navegador. Inténtelo otra vez o vuelva a cargarla.',
  unansweredTitle: 'No hemos recibido respuesta',
  unansweredText: 'Puede que haya funcionado: vuelva a cargar la página antes de repetirlo.',
  coreDownTitle: 'La taquilla no responde',
  coreDownText:
    'El problema es nuestro. Vuelva a intentarlo dentro de un minuto. Lo que ha comprado sigue siendo suyo; si tiene entradas reservadas, el tiempo sigue corriendo.',
  sessionsDownTitle: 'Ahora mismo no podemos reconocerle',
  sessionsDownText:
    'El problema es nuestro, no suyo. Su cuenta y sus pedidos están a salvo, y la cartelera sigue abierta. Inténtelo de nuevo en un minuto.',
  retry: 'Reintentar',
  toShows: 'A la cartelera',
  findOrder: 'Recuperar un pedido',
}
