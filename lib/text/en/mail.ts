export const mail = {
  linkHint: 'If the button does not work, open this address in your browser:',
  notYou: 'If this was not you, there is nothing to do: nothing happens unless somebody opens this link.',
  questions: 'Questions? Write to {email}.',
  questionsPhone: 'Questions? Write to {email} or call {phone}.',
  when: 'When',
  doors: 'Doors',
  where: 'Where',
  order: 'Order',
  name: 'Name',
  ticketCount: 'Tickets',
  total: 'Total',
  before: 'Before',
  tier: 'Price category',

  verifySubject: 'Confirm your e-mail address',
  verifyText: 'Please confirm that this address is yours, and your account at {name} is ready.',
  verifyButton: 'Confirm address',
  resetSubject: 'Choose a new password',
  resetText: 'Somebody, probably you, forgot the password of your account at {name}. Here you choose a new one.',
  resetButton: 'Choose a new password',
  newEmailSubject: 'Confirm your new e-mail address',
  newEmailText: 'Your account at {name} is to use this address from now on. Please confirm that it is yours.',
  newEmailButton: 'Confirm address',
  emailChangedSubject: 'Your e-mail address was changed',
  emailChangedText:
    'Your account at {name} uses another address now; this is the last mail to this one. If that was not you, write to us at once.',
  existsSubject: 'You have an account already',
  existsText:
    'Somebody, probably you, wanted to open an account at {name} with this address. You have one already: sign in, or choose a new password there.',
  existsButton: 'Sign in',
  deletedSubject: 'Your account was deleted',
  deletedText: 'Your account at {name} is gone. Tickets that you bought stay valid.',

  confirmedSubject: 'Your tickets: {title}',
  confirmedTitle: 'See you there!',
  confirmedText: 'Order {code} is confirmed. Your tickets are waiting in it.',
  confirmedButton: 'Open your tickets',
  failedSubject: 'The payment did not go through: {title}',
  failedTitle: 'The payment did not go through',
  failedText: 'You were not charged, and the tickets of order {code} went back on sale.',
  failedButton: 'Choose again',
  refundedSubject: 'Order {code} was refunded',
  refundedText: 'The full amount goes back the way you paid. The tickets are no longer valid.',
  cancelledSubject: 'Order {code} was cancelled',
  cancelledText: 'The tickets are no longer valid.',
  orderButton: 'Open your order',

  changedSubject: 'Changed: {title}',
  changedText: 'Something about a show that you have tickets for has changed. This is how it stands now.',
  movedSubject: 'New date: {title}',
  movedText:
    'A show that you have tickets for takes place at another time than you were told. Your tickets stay valid.',
  showCancelledSubject: 'Cancelled: {title}',
  showCancelledText:
    'We are sorry: a show that you have tickets for does not take place. Your order shows what becomes of your payment.',
  tomorrowSubject: 'Coming up: {title}',
  tomorrowTitle: 'It is almost time',
  tomorrowText:
    '{count, plural, one {You have a ticket for this show. Have it at hand when you arrive.} other {You have # tickets for this show. Have them at hand when you arrive.}}',

  waitlistConfirmSubject: 'Shall we write to you about {title}?',
  waitlistConfirmText:
    'Somebody, probably you, wants to hear at this address when tickets for this show come back. Please confirm it; otherwise you will not hear from us again.',
  waitlistConfirmButton: 'Yes, write to me',
  availableSubject: 'Tickets are back: {title}',
  availableText:
    'Tickets for this show came back on sale. Whoever comes first gets them: none is kept for you, and they may be gone by the time you look.',
  availableButton: 'See what is left',
  unsubscribe: 'Do not write to me about this show any more',
  endReminders: 'No more reminders from {name}',

  linksSubject: 'Your orders at {name}',
  linksText:
    'You asked for your orders at {name}. Each of these links opens one of them without signing in, so keep this mail to yourself.',
  linksButton: 'Open order {code}',
}
