export const problem = {
  stale: 'As it was at {time}: the box office does not answer right now.',
  notFoundTitle: 'There is nothing here',
  notFoundText: 'The page has moved, or it never was. What is on, though, you find here:',
  showNotFoundTitle: 'We do not know this show',
  showNotFoundText: 'It may be over, or it is not sold here.',
  errorTitle: 'Something went wrong',
  errorText: 'It is our fault, and we have been told. Please try once more.',
  coreDownTitle: 'The box office does not answer',
  coreDownText: 'It is us, not you. Please try again in a minute; nothing you had is lost.',
  retry: 'Try again',
  toShows: 'To the shows',
  findOrder: 'Find a lost order',
}
