/** Variables of a process. Node's own type would insist on NODE_ENV once Next's types are around. */
export type Environment = Readonly<Record<string, string | undefined>>
