import type { Messages } from '../en.ts'

export const list: Messages['list'] = {
  title: 'Cartelera',
  summary: 'Fechas, butacas y precios finales de todo lo que vende {name}.',
  search: 'Buscar',
  searchPlaceholder: 'Artista, título o recinto',
  submit: 'Buscar',
  categories: 'Género',
  everything: 'Todo',
  concert: 'Conciertos',
  theatre: 'Teatro',
  family: 'En familia',
  comedy: 'Comedia',
  dance: 'Danza',
  other: 'Otros',
  more: 'Más funciones',
  fromStart: 'Volver al principio',
  emptyTitle: 'No hemos encontrado nada',
  emptyText: 'Pruebe con otra palabra o mire toda la cartelera.',
  showAll: 'Ver todas las funciones',
}
