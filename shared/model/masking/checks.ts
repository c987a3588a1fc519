/** What check digits and dates say of a number. */

/** The first two digits of an administrative division code (GB/T 2260); 83 is that of residence permits for those from Taiwan, 91 that of foreigners. */
const regions: ReadonlySet<string> = new Set([
  '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46', '50', '51', '52', '53', '54',
  '61', '62', '63', '64', '65', '71', '81', '82', '83', '91',
])

export const isRegion = (digits: string): boolean => regions.has(digits.slice(0, 2))

/** Whether eight digits are a day of the 20th or 21st century. */
export const isBirthDay = (digits: string): boolean => {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))]
  return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const remainders = '10x98765432'

/** Citizen identification number of GB 11643-1999: 18 characters, the last by ISO 7064 MOD 11-2 (`x` is ten). */
export const isIdNumber = (id: string): boolean => {
  if (!/^\d{17}[\dx]$/.test(id) || !isRegion(id) || !isBirthDay(id.slice(6, 14))) return false
  let sum = 0
  for (let at = 0; at < 17; at += 1) sum += Number(id.charAt(at)) * (2 ** (17 - at) % 11)
  return remainders.charAt(sum % 11) === id.charAt(17)
}

/** The check digit of ISO/IEC 7812-1, annex B: every second digit from the right is doubled. */
export const luhnHolds = (digits: string): boolean => {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at)) * (at % 2 === 0 ? 1 : 2)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}
