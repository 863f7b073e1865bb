import { openFontRules } from '#lib/fonts/font-rules.ts'

/** Of this build's fonts. */
export const fontRules = openFontRules(process.cwd())
