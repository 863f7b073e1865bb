/*
 * Said once, for whoever makes such a link and for whoever mails it. Without zod or anything else.
 */

/**
 * How long a mailed link proves an address or sets a password: long enough for a mail that takes its time and a person who
 * does, too.
 */
export const ACCOUNT_LINK_LIFE_S = 60 * 60
