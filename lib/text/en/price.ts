export const price = {
  from: 'From {price}',
  feesPart: 'incl. {fees} fees',
  allIn: 'The full price. All fees are included.',
}
