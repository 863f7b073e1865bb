/** What the way to one's account is called, in the page's language. */
export interface AccountWords {
  readonly signIn: string
  readonly account: string
  readonly admin: string
}
