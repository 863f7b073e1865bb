import type { Messages } from '../en.ts'

export const unsubscribe: Messages['unsubscribe'] = {
  title: 'Recordatorios por correo',
  question: '¿Dejar de recibir recordatorios de {name} en esta dirección?',
  questionText:
    'El día antes de una función se la recordamos por correo. Los mensajes sobre sus pedidos y sobre cambios en sus funciones llegan en cualquier caso.',
  end: 'Dejar de recibirlos',
  ended: '{name} ya no envía recordatorios a esta dirección.',
  endedText: 'Los mensajes sobre sus pedidos y sobre cambios en sus funciones llegan en cualquier caso.',
  undo: 'Volver a recordármelo',
  back: '{name} vuelve a enviarle recordatorios.',
  backText: 'El día antes de una función escribimos a esta dirección.',
  left: '{name} ya no escribe a esta dirección sobre esta función.',
  failed: 'No ha funcionado. Inténtelo de nuevo.',
  toShop: 'Ir a la tienda',
}
