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
  failedTitle: 'Su pedido no ha llegado',
  failedText: 'No se ha cobrado nada y seguimos guardando sus entradas. Inténtelo otra vez.',
  errorsTitle: '{count, plural, one {Hay un campo por corregir} other {Hay # campos por corregir}}',
  haveAccount: '¿Tiene una cuenta aquí?',
  signIn: 'Inicie sesión; sus entradas siguen reservadas',
  priceChangedTitle: 'El precio ha cambiado',
  priceChangedText:
    'Era {before} y ahora es {now}. No se ha pedido ni cobrado nada. Si está de acuerdo, vuelva a pulsar el botón.',
  unknownTitle: 'No hemos recibido respuesta',
  unknownText:
    'Es posible que su pedido haya llegado de todos modos. Vuelva a pulsar: las mismas entradas nunca se cobran dos veces.',
}
