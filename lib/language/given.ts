/** A text that says something; null for one that is absent or blank. A blank translation must not hide what it translates. */
export const given = (text: string | null | undefined): string | null => (text?.trim() ? text : null)
