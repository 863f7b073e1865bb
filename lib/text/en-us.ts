import { american } from './american.ts'
import { en, type Messages } from './en.ts'

const spelled = Object.fromEntries(
  Object.entries(en).map(([part, texts]) => [
    part,
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, american(text)])),
  ]),
) as Messages

/** What Americans spell differently, and what they say in other words. */
export const enUs: Messages = {
  ...spelled,
  selection: {
    ...spelled.selection,
    lostHeld: 'Somebody just put it in their cart.',
    lostSold: 'Somebody just bought it.',
  },
  account: { ...spelled.account, verifyTitle: 'Confirm your email address' },
  orders: {
    ...spelled.orders,
    findText:
      'Tell us the email address you bought with. If there are orders of the last year under it, we email a link to each of them.',
  },
}
