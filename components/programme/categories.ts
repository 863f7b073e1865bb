/** The kinds of shows that the list offers, in its order. */
export const CATEGORIES = ['concert', 'theatre', 'family', 'comedy', 'dance', 'other'] as const
