import type { Messages } from '../en.ts'

export const ticket: Messages['ticket'] = {
  admit: 'Válida para una persona',
  number: 'Entrada {number} de {count}',
  seat: 'Butaca',
  holder: 'Nombre',
  category: 'Categoría',
  scan: 'Muéstrela en el acceso',
  barcode: 'Código {code}',
}
