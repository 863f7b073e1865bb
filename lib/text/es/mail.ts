import type { Messages } from '../en.ts'

export const mail: Messages['mail'] = {
  linkHint: 'Si el botón no funciona, abra esta dirección en su navegador:',
  notYou: 'Si no ha sido usted, no tiene que hacer nada: si nadie abre este enlace, no ocurrirá nada.',
  questions: '¿Preguntas? Escriba a {email}.',
  questionsPhone: '¿Preguntas? Escriba a {email} o llame al {phone}.',
  when: 'Cuándo',
  doors: 'Apertura de puertas',
  where: 'Dónde',
  order: 'Pedido',
  name: 'Nombre',
  ticketCount: 'Entradas',
  total: 'Total',
  before: 'Antes',
  tier: 'Zona de precio',

  verifySubject: 'Confirme su correo electrónico',
  verifyText: 'Confirme que esta dirección es suya y su cuenta en {name} estará lista.',
  verifyButton: 'Confirmar la dirección',
  resetSubject: 'Elija una contraseña nueva',
  resetText: 'Alguien, probablemente usted, ha olvidado la contraseña de su cuenta en {name}. Aquí puede elegir otra.',
  resetButton: 'Elegir otra contraseña',
  newEmailSubject: 'Confirme su nuevo correo electrónico',
  newEmailText: 'Su cuenta en {name} usará esta dirección a partir de ahora. Confirme que es suya.',
  newEmailButton: 'Confirmar la dirección',
  emailChangedSubject: 'Su correo electrónico ha cambiado',
  emailChangedText:
    'Su cuenta en {name} usa ahora otra dirección; este es el último mensaje a esta. Si no ha sido usted, escríbanos enseguida.',
  existsSubject: 'Ya tiene una cuenta',
  existsText:
    'Alguien, probablemente usted, quiso abrir una cuenta en {name} con esta dirección. Ya tiene una: inicie sesión o elija allí otra contraseña.',
  existsButton: 'Iniciar sesión',
  deletedSubject: 'Su cuenta se ha eliminado',
  deletedText: 'Su cuenta en {name} ya no existe. Las entradas que compró siguen siendo válidas.',

  confirmedSubject: 'Sus entradas: {title}',
  confirmedTitle: '¡Nos vemos allí!',
  confirmedText: 'El pedido {code} está confirmado. Sus entradas le esperan en él.',
  confirmedButton: 'Abrir las entradas',
  failedSubject: 'El pago no se ha completado: {title}',
  failedTitle: 'El pago no se ha completado',
  failedText: 'No se le ha cobrado nada y las entradas del pedido {code} vuelven a estar a la venta.',
  failedButton: 'Elegir de nuevo',
  refundedSubject: 'El pedido {code} se ha reembolsado',
  refundedText: 'El importe íntegro se devuelve por el mismo medio de pago. Las entradas ya no son válidas.',
  cancelledSubject: 'El pedido {code} se ha cancelado',
  cancelledText: 'Las entradas ya no son válidas.',
  orderButton: 'Abrir el pedido',

  changedSubject: 'Cambios: {title}',
  changedText: 'Ha cambiado algo en una función para la que tiene entradas. Así queda ahora.',
  movedSubject: 'Nueva fecha: {title}',
  movedText:
    'Una función para la que tiene entradas se celebrará en una fecha u hora distinta de la anunciada. Sus entradas siguen siendo válidas.',
  showCancelledSubject: 'Cancelada: {title}',
  showCancelledText:
    'Lo sentimos: una función para la que tiene entradas no se celebrará. En su pedido verá qué ocurre con el pago.',
  tomorrowSubject: 'Muy pronto: {title}',
  tomorrowTitle: 'Ya falta poco',
  tomorrowText:
    '{count, plural, one {Tiene una entrada para esta función. Téngala a mano al llegar.} other {Tiene # entradas para esta función. Téngalas a mano al llegar.}}',

  waitlistConfirmSubject: '¿Le escribimos sobre {title}?',
  waitlistConfirmText:
    'Alguien, probablemente usted, quiere recibir un aviso en esta dirección cuando vuelva a haber entradas para esta función. Confírmelo; de lo contrario no volveremos a escribirle.',
  waitlistConfirmButton: 'Sí, escríbanme',
  availableSubject: 'Vuelve a haber entradas: {title}',
  availableText:
    'Vuelve a haber entradas a la venta para esta función. Son para quien llegue primero: no le guardamos ninguna y puede que ya no queden cuando mire.',
  availableButton: 'Ver qué queda',
  unsubscribe: 'No volver a escribirme sobre esta función',
  endReminders: 'Dejar de recibir recordatorios de {name}',

  linksSubject: 'Sus pedidos en {name}',
  linksText:
    'Nos ha pedido los enlaces a sus pedidos en {name}. Cada uno abre un pedido sin iniciar sesión, así que no comparta este mensaje.',
  linksButton: 'Abrir el pedido {code}',
}
