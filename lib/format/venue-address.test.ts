import { describe, expect, it } from 'vitest'
import { venueAddress } from './venue-address.ts'

describe('venueAddress', () => {
  it.each([
    ['Kay 4', 'Hamburg', 'Kay 4, Hamburg'],
    ['1400 White Drive, Chicago, IL 60605', 'Chicago', '1400 White Drive, Chicago, IL 60605'],
    ['Calle Mayor 1, 28013 Madrid', 'Madrid', 'Calle Mayor 1, 28013 Madrid'],
    ['Calle Mayor 1, 28013 madrid', 'Madrid', 'Calle Mayor 1, 28013 madrid'],
    ['12 Chicago Road', 'Chicago', '12 Chicago Road, Chicago'],
    ['12 New York Avenue, Washington', 'York', '12 New York Avenue, Washington, York'],
    ['東京都渋谷区1-2-3', '東京', '東京都渋谷区1-2-3'],
    ['渋谷区1-2-3', '東京', '渋谷区1-2-3, 東京'],
    ['', 'Bristol', 'Bristol'],
    ['Kay 4', '', 'Kay 4'],
    [' ', ' ', ''],
  ])('%j in %j is %j', (address, city, line) => {
    expect(venueAddress({ address, city })).toBe(line)
  })
})
