export const unsubscribe = {
  title: 'Reminders by mail',
  question: 'No more reminders to this address from {name}?',
  questionText:
    'We remind you by mail on the day before a show. Mails about your orders, and about changes to your shows, come in any case.',
  end: 'No more reminders',
  ended: '{name} sends no more reminders to this address.',
  endedText: 'Mails about your orders, and about changes to your shows, come in any case.',
  undo: 'Remind me again',
  back: '{name} reminds you again.',
  backText: 'On the day before a show we write to this address.',
  left: '{name} does not write to this address about this show any more.',
  failed: 'That did not work. Please try again.',
  toShop: 'To the shop',
}
