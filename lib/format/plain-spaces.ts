/**
 * Node and browsers disagree on which space `Intl` puts into "7:30 PM": some take a narrow one. An ordinary space
 * everywhere keeps server and browser markup equal.
 */
export const plainSpaces = (text: string): string => text.replace(/[\u2009\u202f]/g, ' ')
