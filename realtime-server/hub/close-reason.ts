/** Why a connection ended, for metrics and logs. All but `client` are followed by the client's return. */
export type CloseReason =
  /** The viewer went away, or the network did. */
  | 'client'
  /** It read too slowly and its buffer reached the bound. */
  | 'slow'
  /** What it sent was illegal, too large or too much. SSE has nothing of the kind: its viewers send nothing. */
  | 'misuse'
  /** Its rights ended: token expired or session over. */
  | 'expired'
  | 'session-ended'
  /** It had been open long enough; rotation keeps load even over nodes. */
  | 'rotated'
  /** The node is going away. */
  | 'drained'
