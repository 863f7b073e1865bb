export const stock = {
  few: 'Few left',
  sold_out: 'Sold out',
  cancelled: 'Cancelled',
  onSaleFrom: 'On sale {when}',
}
