export const banner = {
  label: 'Just sold',
  seats: '{count, plural, one {Seat {labels} was just sold} other {Seats {labels} were just sold}}',
  tickets: '{count, plural, one {# ticket “{tier}” was just sold} other {# tickets “{tier}” were just sold}}',
  several: '{count, plural, one {# order was just placed} other {# orders were just placed}}',
  pause: 'Pause these messages',
  resume: 'Show these messages again',
  dismiss: 'Close',
  paused: 'Messages about sales are paused.',
}
