import type { Messages } from '../en.ts'

export const home: Messages['home'] = {
  nextUp: 'Próxima función',
  tickets: 'Entradas',
  seeAll: 'Toda la cartelera',
  more: 'Más funciones',
  emptyTitle: 'Ahora mismo no hay funciones a la venta',
  emptyText: 'Las nuevas fechas se anuncian aquí antes que en ningún otro sitio. ¿Preguntas? Escríbanos a {email}.',
  unreachableTitle: 'Ahora mismo no podemos mostrar la cartelera',
  unreachableText:
    'No conseguimos conectar con la taquilla. El problema es nuestro. Vuelva a intentarlo dentro de un minuto.',
}
