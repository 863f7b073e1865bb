export const legal = {
  imprint: 'Imprint',
  privacy: 'Privacy notice',
  terms: 'Terms and conditions',
}
