import fc from 'fast-check'
import { polyphonic } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { hanCount, hanNumber, hanOf } from '#shared/text/runs'
import { charactersOf, readingsOf, soundsAlike } from './sounds'
import { splitSyllables, syllableNumber, syllables, syllablesBeginning } from './syllables'

const shown = (letters: string): string[] => splitSyllables(letters).map(({ finished, unfinished }) =>
  [...finished.map((number) => syllables[number]), ...(unfinished.length > 0 ? [`(${unfinished.map((number) => syllables[number]).join('|')})`] : [])].join(' '))
const numberOf = (character: string): number => hanNumber(character.charCodeAt(0))
const letters = (numbers: readonly number[]): string[] => numbers.map((number) => syllables[number] ?? '')

describe('letters read as syllables', () => {
  it.each([
    ['bianyaqi', ['bian ya qi', 'bian ya (qia|qian|qiang|qiao|qie|qin|qing|qiong|qiu)', 'bi an ya qi']],
    ['xian', ['xian', '(xiang)', 'xi an', 'xi (ang)']],
    ['bianyaz', ['bian ya (za|zai|zan|zang|zao|ze|zei|zen|zeng|zha|zhai|zhan|zhang|zhao|zhe|zhei|zhen|zheng|zhi|zhong|zhou|zhu|zhua|zhuai|zhuan|'
      + 'zhuang|zhui|zhun|zhuo|zi|zong|zou|zu|zuan|zui|zun|zuo)']],
    ['bianyash', ['bian ya (sha|shai|shan|shang|shao|she|shei|shen|sheng|shi|shou|shu|shua|shuai|shuan|shuang|shui|shun|shuo)']],
    ['lve', ['lve']],
    ['nve', ['nve']],
    ['nvgong', ['nv gong']],
  ])('%s', (typed, expected) => {
    expect(shown(typed)).toEqual(expect.arrayContaining(expected))
    expect(shown(typed)[0]).toBe(expected[0])
  })

  it('writes ü after l and n as v or, before e, as u', () => {
    expect(shown('celve')[0]).toBe('ce lve')
    expect(shown('celue')[0]).toBe('ce lve')
    expect(shown('nuedai')[0]).toBe('nve dai')
  })

  it.each(['', 'kv', 'transformer', 'bjdl', '110', 'i', 'BIAN'])('%s is no pinyin', (typed) => { expect(splitSyllables(typed)).toEqual([]) })

  it('has few ways for many letters', () => {
    expect(splitSyllables('xianan'.repeat(50))).toHaveLength(16)
    expect(splitSyllables('bianyaqi', 2)).toHaveLength(2)
  })

  it('reads what is spelt, whole or broken off', () => {
    const number = fc.integer({ min: 1, max: syllables.length - 1 })
    fc.assert(fc.property(fc.array(number, { minLength: 1, maxLength: 4 }), fc.nat(5), (numbers, cut) => {
      const spelt = letters(numbers).join('')
      const ways = splitSyllables(spelt, 200)
      expect(ways.map(({ finished, unfinished }) => [letters(finished).join(''), unfinished.length])).toContainEqual([spelt, 0])
      const typed = spelt.slice(0, Math.max(1, spelt.length - cut))
      const rest = splitSyllables(typed, 200)
      expect(rest).not.toEqual([])
      for (const { finished, unfinished } of rest) {
        const whole = letters(finished).join('').replaceAll('v', 'u')
        expect(typed.replaceAll('v', 'u').startsWith(whole)).toBe(true)
        if (unfinished.length === 0) expect(whole).toHaveLength(typed.length)
      }
    }), { numRuns: 300 })
  })

  it('begins syllables', () => {
    expect(letters(syllablesBeginning('zhua'))).toEqual(['zhua', 'zhuai', 'zhuan', 'zhuang'])
    expect(letters(syllablesBeginning('lu'))).toContain('lve')
    expect(syllablesBeginning('i')).toEqual([])
  })
})

describe('how characters sound', () => {
  it('knows every syllable that the dictionary gives', () => {
    const given = Array.from({ length: hanCount }, (_, han) => han).filter((han) => readingsOf(han).length > 0)
    const printed = polyphonic(given.map(hanOf).join(''), { type: 'array', toneType: 'none', v: true }).flat()
    const unknown = new Set(printed.filter((each) => syllableNumber(each) === 0))
    expect([...unknown].sort()).toEqual(['hng', 'm', 'n', 'ng', 'ê'].filter((each) => unknown.has(each)))
    expect(syllables.slice(1).filter((_, place) => charactersOf(place + 1).length === 0)).toEqual([])
    expect(given.length).toBeGreaterThan(17_000)
  })

  it.each([['重', ['zhong', 'chong']], ['变', ['bian']], ['绿', ['lv', 'lu']], ['略', ['lve']], ['行', ['xing', 'hang', 'heng']], ['龟', ['gui', 'jun', 'qiu']], ['〇', ['ling']]])('%s', (character, expected) => {
    expect(letters(readingsOf(numberOf(character)))).toEqual(expected)
  })

  it('finds the characters of a sound again, the everyday ones first', () => {
    const alike = charactersOf(syllableNumber('yu')).map(hanOf)
    expect(alike.indexOf('雨')).toBeLessThan(alike.indexOf('妤'))
    for (const han of charactersOf(syllableNumber('cheng'))) expect(letters(readingsOf(han))).toContain('cheng')
  })

  it('names what sounds alike, not the character itself', () => {
    expect(soundsAlike(numberOf('存')).map(hanOf)).toContain('村')
    expect(soundsAlike(numberOf('存')).map(hanOf)).not.toContain('存')
    expect(soundsAlike(numberOf('重')).map(hanOf)).toEqual(expect.arrayContaining(['中', '冲']))
  })

  it('is silent on what it does not know', () => {
    expect(readingsOf(0)).toEqual([])
    expect(charactersOf(0)).toEqual([])
    expect(soundsAlike(numberOf('㐀'))).toEqual([])
  })
})
