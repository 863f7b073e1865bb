import type { Messages } from '../en.ts'

export const waitlist: Messages['waitlist'] = {
  open: 'Avísenme cuando vuelva a haber entradas',
  about:
    'Le escribiremos cuando vuelva a haber entradas a la venta. Son para quien llegue primero: no le guardamos ninguna.',
  email: 'Correo electrónico',
  emailMissing: 'Escriba su correo electrónico.',
  emailWrong: 'No parece una dirección de correo. Ejemplo: nombre@example.com',
  quantity: '¿Cuántas entradas?',
  which: '¿Cuáles?',
  any: 'Cualquier zona de precio',
  send: 'Pedir aviso',
  sent: 'Revise su correo: hemos preguntado a {email} si podemos escribirle. Estará en la lista en cuanto lo confirme allí.',
  available: 'Vuelve a haber entradas: mire más arriba.',
  failed: 'No ha funcionado. Inténtelo de nuevo.',
  tooMany: 'Han sido demasiados intentos. Espere un cuarto de hora y vuelva a intentarlo.',
  title: 'Lista de espera',
  confirmText: '¿Escribimos a {email} cuando vuelva a haber entradas para esta función?',
  confirm: 'Sí, escríbanme',
  confirmed: 'Está en la lista',
  confirmedText:
    'Escribiremos a {email} cuando vuelva a haber entradas para esta función. Son para quien llegue primero: no le guardamos ninguna.',
  leave: 'No me escriban',
  left: 'Su dirección ya no está en la lista',
  leftText: 'No volveremos a escribirle sobre esta función.',
  unknown: 'Este enlace ya no es válido',
  unknownText: 'La dirección ya no está en la lista, o nunca lo estuvo.',
  toShow: 'Ir a la función',
}
