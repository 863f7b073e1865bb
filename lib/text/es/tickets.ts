import type { Messages } from '../en.ts'

export const tickets: Messages['tickets'] = {
  chooseTickets: 'Elija sus entradas',
  chooseSeats: 'Elija sus butacas',
  quantityOf: 'Número de entradas, {tier}',
  fewer: 'Una menos, {tier}',
  more: 'Una más, {tier}',
  left: '{count, plural, one {Queda una} other {Quedan #}}',
  limit: '{count, plural, one {Una entrada por persona.} other {Hasta # entradas por persona.}}',
  limitReached: 'Es el máximo por persona: {count}.',
  asOf: 'En directo, datos de las {time}',
  asOfStale: 'Datos de las {time}',
  loading: 'Consultando en taquilla…',
  unreachableTitle: 'La taquilla no responde',
  unreachableText:
    'Esto es lo que sabemos. Seguimos intentándolo; los precios y las butacas aparecerán en cuanto vuelva a responder.',
  retry: 'Reintentar',
}
