import { en, type Messages } from './en.ts'

/** What Americans say differently. */
export const enUs: Messages = {
  ...en,
  list: { ...en.list, theatre: 'Theater' },
  show: { ...en.show, cancelledTitle: 'This show is canceled' },
  stock: { ...en.stock, cancelled: 'Canceled' },
  seats: { ...en.seats, held: 'in somebody’s cart', legendHeld: 'In a cart' },
  selection: { ...en.selection, lostHeld: 'Somebody just put it in their cart.', lostSold: 'Somebody just bought it.' },
  checkout: { ...en.checkout, email: 'Email', emailMissing: 'Please enter an email address.' },
  order: { ...en.order, cancelledTitle: 'This order was canceled' },
  account: {
    ...en.account,
    email: 'Email',
    emailMissing: 'Please enter your email address.',
    emailWrong: 'This does not look like an email address. Example: name@example.com',
    forgotText: 'Tell us your email address, and we send you a link with which you choose a new one.',
    resendText: 'Tell us your email address, and we send you a new link.',
    verifyTitle: 'Confirm your email address',
    emailTitle: 'Email address',
    newEmail: 'New email address',
  },
  mail: {
    ...en.mail,
    cancelledSubject: 'Order {code} was canceled',
    showCancelledSubject: 'Canceled: {title}',
    verifySubject: 'Confirm your email address',
    newEmailSubject: 'Confirm your new email address',
    emailChangedSubject: 'Your email address was changed',
    tier: 'Price level',
  },
  inbox: {
    ...en.inbox,
    orderCancelled: 'Order {code} was canceled: {title}',
    showCancelled: 'Canceled: {title}',
  },
  waitlist: { ...en.waitlist, email: 'Email address', any: 'Any price level' },
}
