export const bell = {
  label: 'Inbox',
  unread: '{count, plural, =0 {Nothing new} one {# new notification} other {# new notifications}}',
}
