export const announcement = {
  label: 'Announcements',
  dismiss: 'Close this announcement',
  more: 'More about it',
}
