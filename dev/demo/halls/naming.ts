import type { SeatNaming } from './hall.ts'

/** `Stalls C12`. */
export const british: SeatNaming = (section, row, number) => `${section.short} ${row}${number}`

/** `Orch C-112` in America: the row, then a number. */
export const american: SeatNaming = (section, row, number) => `${section.short} ${row}-${number}`

/** `Patio F3 B12`: fila, butaca. */
export const spanish: SeatNaming = (section, row, number) => `${section.short} F${row} B${number}`

/** `1階 い列12番`. */
export const japanese: SeatNaming = (section, row, number) => `${section.short} ${row}列${number}番`.trim()
