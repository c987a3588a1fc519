/** How Word writes a number in each format of automatic numbering (ST_NumberFormat, ECMA-376 part 1, 17.18.59), as far as Chinese documents use them. */
const counting = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const legal = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']

const chineseNumber = (value: number, digits: readonly string[], units: readonly [string, string, string]): string => {
  if (value <= 0 || value >= 10_000) return String(value)
  const parts: string[] = []
  let gap = false
  for (const [power, unit] of [[1000, units[2]], [100, units[1]], [10, units[0]], [1, '']] as const) {
    const digit = Math.floor(value / power) % 10
    if (digit === 0) { gap = parts.length > 0; continue }
    if (gap) { parts.push(digits[0] === '〇' ? '零' : digits[0] ?? ''); gap = false }
    parts.push(digit === 1 && power === 10 && parts.length === 0 && digits === counting ? unit : `${digits[digit] ?? ''}${unit}`)
  }
  return parts.join('')
}

const roman = (value: number): string => {
  if (value <= 0 || value >= 4000) return String(value)
  const letters: readonly [number, string][] = [
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
  ]
  let rest = value
  return letters.map(([worth, letter]) => {
    const times = Math.floor(rest / worth)
    rest -= times * worth
    return letter.repeat(times)
  }).join('')
}

/** A, B … Z, AA, BB: Word repeats the letter. */
const letter = (value: number): string => (value <= 0 ? '' : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 20)))

/** Every sign in these rows is one UTF-16 unit. */
const fromRow = (row: string, value: number): string => row.charAt(value - 1) || String(value)

const formats: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: (value) => fromRow('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', value),
  decimalEnclosedCircleChinese: (value) => fromRow('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', value),
  decimalEnclosedParen: (value) => fromRow('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇', value),
  decimalEnclosedFullstop: (value) => fromRow('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', value),
  ideographEnclosedCircle: (value) => fromRow('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉', value),
  ideographTraditional: (value) => fromRow('甲乙丙丁戊己庚辛壬癸', value),
  ideographZodiac: (value) => fromRow('子丑寅卯辰巳午未申酉戌亥', value),
  chineseLegalSimplified: (value) => chineseNumber(value, legal, ['拾', '佰', '仟']),
}

const chineseCountings = new Set([
  'chineseCounting', 'chineseCountingThousand', 'japaneseCounting', 'japaneseDigitalTenThousand', 'ideographDigital',
  'taiwaneseCounting', 'taiwaneseCountingThousand', 'taiwaneseDigital', 'koreanDigital2',
])

export const isChineseCounting = (format: string): boolean => chineseCountings.has(format)

/** A format that is not known here is written in Arabic digits. */
export const formatNumber = (value: number, format: string): string => {
  if (isChineseCounting(format)) return chineseNumber(value, counting, ['十', '百', '千'])
  return formats[format]?.(value) ?? String(value)
}
