/*
 * A mail before it has a form: what it says, in order. Text only; whatever a person or a reseller typed is escaped when
 * it is written as HTML, and nowhere before.
 */

export type MailBlock =
  | { readonly type: 'text'; readonly text: string }
  /** Small print. */
  | { readonly type: 'note'; readonly text: string }
  /** What the mail is about. */
  | { readonly type: 'show'; readonly title: string; readonly facts: readonly Fact[] }
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  | { readonly type: 'button'; readonly label: string; readonly href: string }
  /** The button's address spelled out, for programs that show no button. */
  | { readonly type: 'fallback'; readonly label: string; readonly href: string }

export interface Fact {
  readonly label: string
  readonly value: string
}

export interface MailParts {
  readonly subject: string
  readonly title: string
  readonly blocks: readonly MailBlock[]
  /** The way to hear no more of this, in the last line of all; only in mails that nobody asked for in that moment. */
  readonly ending?: Ending | undefined
}

export interface Ending {
  readonly label: string
  readonly href: string
}
