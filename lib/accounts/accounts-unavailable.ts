/** Neither Redis nor PostgreSQL could say who is asking, or how often they did: what is somebody's own stays shut. */
export class AccountsUnavailable extends Error {
  override readonly name = 'AccountsUnavailable'
}
