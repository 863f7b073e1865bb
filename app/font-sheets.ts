import { openFontSheets } from '#lib/fonts/font-sheets.ts'

/** Of this build's fonts. */
export const fontSheets = openFontSheets(process.cwd())
