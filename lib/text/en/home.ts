export const home = {
  nextUp: 'Next up',
  tickets: 'Tickets',
  seeAll: 'All shows',
  more: 'More shows',
  emptyTitle: 'No shows on sale just now',
  emptyText: 'New dates are announced here first. Questions? Write to {email}.',
  unreachableTitle: 'We cannot show the programme right now',
  unreachableText: 'We cannot reach the box office at the moment. It is us, not you. Please try again in a minute.',
}
