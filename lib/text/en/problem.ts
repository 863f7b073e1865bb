export const problem = {
  stale: 'As it was at {time}: the box office is not answering right now.',
  notFoundTitle: 'There is nothing here',
  notFoundText: 'The page has moved, or it never existed. Here is what’s on:',
  showNotFoundTitle: 'We do not know this show',
  showNotFoundText: 'It may be over, or it is not sold here.',
  errorTitle: 'Something went wrong',
  errorText: 'It is our fault, and we have been told. Please try again.',
  coreDownTitle: 'The box office is not answering',
  coreDownText: 'It is us, not you. Please try again in a minute; nothing you had is lost.',
  retry: 'Try again',
  toShows: 'To the shows',
}
