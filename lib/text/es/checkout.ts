import type { Messages } from '../en.ts'

export const checkout: Messages['checkout'] = {
  buyer: '¿A nombre de quién van las entradas?',
  guest: 'No necesita cuenta.',
  name: 'Nombre y apellidos',
  nameHint: 'Tal como debe figurar en las entradas',
  email: 'Correo electrónico',
  emailHint: 'Para sus entradas y los avisos sobre esta función. Puede dejar de recibir recordatorios cuando quiera.',
  nameMissing: 'Escriba un nombre.',
  nameLong: 'Use como máximo 120 caracteres.',
  emailMissing: 'Escriba una dirección de correo.',
  emailWrong: 'No parece una dirección de correo. Ejemplo: nombre@example.com',
  pay: 'Pagar {price}',
  paying: 'Enviando su pedido…',
  summary: 'Su pedido',
  fees: 'Gastos (incluidos)',
  failedTitle: 'No se ha podido tramitar su pedido',
  failedText: 'No se ha cobrado nada y seguimos guardando sus entradas. Inténtelo otra vez.',
  errorsTitle: '{count, plural, one {Revise un campo} other {Revise # campos}}',
  haveAccount: '¿Tiene una cuenta aquí?',
  signIn: 'Inicie sesión; sus entradas siguen reservadas',
  priceChangedTitle: 'El precio ha cambiado',
  priceChangedText:
    'Era {before} y ahora es {now}. No se ha pedido ni cobrado nada. Si está de acuerdo, vuelva a pulsar el botón.',
  priceChangedAskedText:
    'Era {before} y ahora es {now}. Todavía no sabemos qué ha sido del pedido que envió antes. Consulte primero sus pedidos o vuelva a pulsar el botón para pedir al nuevo precio.',
  offlineTitle: 'No tiene conexión',
  offlineText: 'No se ha enviado, pedido ni cobrado nada. Vuelva a pulsar el botón cuando tenga conexión.',
  waitTitle: 'Espere un momento',
  waitText:
    'Han llegado demasiadas solicitudes a la vez desde su conexión. Espere un poco y vuelva a pulsar el botón: las mismas entradas nunca se cobran dos veces.',
  alreadyTitle: 'Parece que estas entradas ya están pedidas',
  alreadyText:
    'Antes de este pedido llegó otro con otros datos. Consulte sus pedidos; si se completó, recibirá una confirmación por correo.',
  overTitle: 'Estas entradas ya no están reservadas',
  overText:
    'El tiempo se acabó antes de que llegara este pedido, o ya se habían pedido antes. En ese caso, encontrará ese pedido entre los suyos.',
  readFirst: 'Antes de comprar, lea (se abre en otra pestaña):',
  unknownTitle: 'No hemos recibido respuesta',
  unknownText:
    'Es posible que su pedido haya llegado de todos modos. Vuelva a pulsar el botón: las mismas entradas nunca se cobran dos veces.',
}
