export const ticketFile = {
  title: 'Tickets for order {code}: {title}',
  doors: 'Doors {time}',
  tickets: '{count, plural, one {# ticket} other {# tickets}}',
  order: 'Order {code}',
  orderLabel: 'Order',
  help: 'Questions? {email}',
}
