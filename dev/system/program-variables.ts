/** What a program finds in its environment, by name. */
export type Variables = Record<string, string>
