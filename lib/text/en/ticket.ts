export const ticket = {
  admit: 'Admit one',
  number: 'Ticket {number} of {count}',
  seat: 'Seat',
  holder: 'Name',
  category: 'Category',
  scan: 'Shown at the entrance',
  barcode: 'Code {code}',
}
