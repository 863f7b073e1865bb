export const banner = {
  label: 'Just sold',
  seats: '{count, plural, one {Seat {labels} was just sold} other {Seats {labels} were just sold}}',
  tickets: '{count, plural, one {# “{tier}” ticket was just sold} other {# “{tier}” tickets were just sold}}',
  several: '{count, plural, one {# order was just placed} other {# orders were just placed}}',
  rush: '{count, plural, one {# ticket just sold} other {# tickets just sold}}',
  rushOf: '{count, plural, one {# “{tier}” ticket just sold} other {# “{tier}” tickets just sold}}',
  rushLeft: '{left, plural, =0 {{sold}, none left} other {{sold}, # left}}',
  pause: 'Pause these messages',
  resume: 'Show these messages again',
  dismiss: 'Close',
  paused: 'Messages about sales are paused.',
}
