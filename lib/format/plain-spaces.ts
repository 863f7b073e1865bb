/**
 * Node and browsers disagree on which narrow space `Intl` puts into "7:30 PM" or "1 200 €". One ordinary
 * non-breaking space everywhere keeps server and browser markup equal.
 */
export const plainSpaces = (text: string): string => text.replace(/[\u2009\u202f]/g, '\u00a0')
