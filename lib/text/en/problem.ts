export const problem = {
  stale: 'As it was at {time}: the box office is not answering right now.',
  notFoundTitle: 'There is nothing here',
  notFoundText: 'The page has moved, or it never existed. Here is what’s on:',
  showNotFoundTitle: 'We do not know this show',
  showNotFoundText: 'It may be over, or it is not sold here.',
  errorTitle: 'Something went wrong',
  errorText: 'It is our fault, and we have been told. Please try again.',
  brokenText: 'A part of this page did not work in your browser. Please try again, or load the page anew.',
  unansweredTitle: 'We got no answer',
  unansweredText: 'It may have worked: load the page again before you repeat it.',
  coreDownTitle: 'The box office is not answering',
  coreDownText:
    'It is us, not you. Please try again in a minute. What you have bought stays yours; the time of tickets that are held for you runs on.',
  sessionsDownTitle: 'We cannot tell who you are just now',
  sessionsDownText:
    'It is us, not you. Your account and your orders are safe, and the shows are open. Please try again in a minute.',
  retry: 'Try again',
  toShows: 'To the shows',
  findOrder: 'Find a lost order',
}
