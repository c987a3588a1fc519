import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIdNumber, luhnHolds } from './checks'
import { createFinder } from './find'

const find = createFinder({ people: ['张三', '张三丰', '欧阳修', '修文', '張偉', 'Li Lei', '王'], words: ['安监部', '张三'] })
const found = (text: string): string[] => find(text).map((hit) => `${hit.kind} ${hit.text}`)

describe('finding', () => {
  it.each([
    ['身份证号440524188001010014，', ['idNumber 440524188001010014']], // the example of GB 11643-1999, annex
    ['11010519491231002X', ['idNumber 11010519491231002X']], ['４４０３０１１９９００１０１００１１', []],
    ['１１０１０５１９４９１２３１００２Ｘ', ['idNumber １１０１０５１９４９１２３１００２Ｘ']], ['110105 19491231 002x', ['idNumber 110105 19491231 002x']],
    ['110105194912310021', []], ['身份证：110105194912310021', ['idNumber 110105194912310021']], ['990105194912310024', []],
    ['编号 110105491231002。', ['idNumber 110105491231002']], ['110105491331002', []],
  ])('takes ID numbers whose region, day and check digit hold: %s', (text, hits) => {
    expect(found(text)).toEqual(hits)
  })

  it.each([
    ['电话13812345678', ['phone 13812345678']], ['13812345678、13912345678', ['phone 13812345678', 'phone 13912345678']], ['+86 138-1234-5678', ['phone +86 138-1234-5678']],
    ['tel13812345678', ['phone 13812345678']], ['Tel.138 1234 5678', ['phone 138 1234 5678']], ['(+86)13812345678', ['phone (+86)13812345678']], ['1 3812345678', []],
    ['0755-86543210转8001', ['phone 0755-86543210转8001']], ['（0755）86543210', ['phone （0755）86543210']], ['010 6554 3210', ['phone 010 6554 3210']], ['075586543210', ['phone 075586543210']],
    ['+86-755-86543210', ['phone +86-755-86543210']], ['+852 2345 6789', ['phone +852 2345 6789']], ['400-830-1234', ['phone 400-830-1234']], ['座机：8654 3210', ['phone 8654 3210']],
    ['138.1234.5678', ['phone 138.1234.5678']], ['0755-86543210/86543211', ['phone 0755-86543210', 'phone 86543211']], ['办公电话为8654-3210', ['phone 8654-3210']],
    ['86543210', []], ['12812345678', []], ['138123456789', []], ['213812345678', []], ['13812345678.5', []], ['13812345678kWh', []], ['13812345678元', []], ['2.13812345678', []],
    ['0001-13812345678', []], ['Tel-13812345678-13912345678', ['phone 13812345678', 'phone 13912345678']],
  ])('takes phones: %s', (text, hits) => {
    expect(found(text)).toEqual(hits)
  })

  it.each([
    ['写信到zhang.san@example.com。', ['email zhang.san@example.com']], ['Zhang@mail.sz-csg.cn,', ['email Zhang@mail.sz-csg.cn']], ['ａ＠ｂ．ｃｎ', ['email ａ＠ｂ．ｃｎ']], ['@张三', ['person 张三']],
    ['a@b', []], ['13812345678@139.com', ['email 13812345678@139.com']],
  ])('takes e-mail addresses: %s', (text, hits) => {
    expect(found(text)).toEqual(hits)
  })

  it.each([
    ['卡号6222 0212 3456 7890 128', ['bankCard 6222 0212 3456 7890 128']], ['4111111111111111', ['bankCard 4111111111111111']], ['4111-1111-1111-1111', ['bankCard 4111-1111-1111-1111']],
    ['4111 1111 1111 1111 123 元', ['bankCard 4111 1111 1111 1111']], ['4000 4111 1111 1111 1111', ['bankCard 4111 1111 1111 1111']], ['4111111111111112', []], ['1111111111111117', []],
  ])('takes bank cards whose check digit holds: %s', (text, hits) => {
    expect(found(text)).toEqual(hits)
  })

  it.each([
    ['粤B12345', ['plate 粤B12345']], ['粤B·D12345', ['plate 粤B·D12345']], ['粤BF12345', ['plate 粤BF12345']], ['粤B12345D', ['plate 粤B12345D']], ['京A1234警', ['plate 京A1234警']],
    ['粤ｂ１２３４学', ['plate 粤ｂ１２３４学']], ['粤Z1234港', ['plate 粤Z1234港']], ['沪A0023领', ['plate 沪A0023领']], ['使014·578', ['plate 使014·578']], ['车牌：使014578', ['plate 使014578']],
    ['粤B-12345', ['plate 粤B-12345']], ['粤O12345', ['plate 粤O12345']], ['WJ粤1234X', ['plate WJ粤1234X']], ['即使100000元', []], ['粤BABCDE', []], ['粤B123456', []], ['粤I12345', []],
  ])('takes number plates: %s', (text, hits) => {
    expect(found(text)).toEqual(hits)
  })

  it.each([
    ['班长张三说', ['person 张三']], ['张三丰说', ['person 张三丰']], ['欧阳修文', ['person 欧阳修']], ['张伟和張偉', ['person 张伟', 'person 張偉']], ['张　三', ['person 张　三']],
    ['li lei, Li Leiming', ['person li lei']], ['王', []], ['安监部', ['word 安监部']],
  ])('takes names and words that are known, the longer first: %s', (text, hits) => {
    expect(found(text)).toEqual(hits)
  })

  it('reads names out of entries that say more, and passes over units among them', () => {
    const people = ['张三（安监部）13812345678', '李四、王五', '赵 六', '变电运维一班', '深圳供电局', '联系电话', '王登科', '约翰·史密斯']
    const names = createFinder({ people, words: [] })('张三李四王五赵六安监部变电运维一班深圳供电局联系电话王登科约翰·史密斯')
    expect(names.map(({ text }) => text)).toEqual(['张三', '李四', '王五', '赵六', '联系电话', '王登科', '约翰·史密斯'])
  })

  it('takes a time that grows with the text alone, whatever is in it', () => {
    const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英'
    const people = Array.from({ length: 10_000 }, (_, index) => `王${given.charAt(index % 22)}${given.charAt(Math.floor(index / 22) % 22)}${index % 7 === 0 ? '' : given.charAt(index % 19)}`)
    const many = createFinder({ people, words: [] })
    for (const unit of ['1', '1 ', '138 ', '1-', 'a@', '@', 'a.', '0755-', '4111 ', '王伟', '粤B1', '(86)', '身份证', '+86 1', '一段没有什么的文字，']) {
      const hits = many(unit.repeat(20_000))
      for (const hit of hits.slice(0, 3)) expect(hit.text.length).toBeLessThan(330)
    }
  })

  it.each([
    ['a'.repeat(20) + '13812345678' + 'b'.repeat(33)], ['01920000-0000-7000-8000-138123456789'], ['YW1-CS-2026-13812345678'], ['DL/T 596-2021'], ['220.5kV 1250 A 3.14159265358979'], ['2026-11-24T06:03:11.123Z'],
    ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  ])('passes over what is part of something longer: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('takes every number that holds, in any width and with gaps, from among Chinese text', () => {
    const digits = (length: number): fc.Arbitrary<string> => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))
    const withCheck = (start: string, alphabet: string, holds: (text: string) => boolean): string => start + ([...alphabet].find((last) => holds(start + last)) ?? '')
    const idArb = fc.tuple(fc.constantFrom('110101', '440303', '650102'), fc.integer({ min: 1930, max: 2020 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), digits(3))
      .map(([region, year, month, day, order]) => withCheck(`${region}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${order}`, '0123456789x', isIdNumber).toUpperCase())
    const cardArb = fc.tuple(fc.constantFrom('622', '436', '520'), digits(12)).map(([begin, rest]) => withCheck(begin + rest, '0123456789', luhnHolds))
    const phoneArb = fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map((parts) => parts.join(''))
    const numberArb = fc.oneof(
      idArb.map((text) => ({ kind: 'idNumber', text })), cardArb.map((text) => ({ kind: 'bankCard', text })), phoneArb.map((text) => ({ kind: 'phone', text })),
      phoneArb.map((text) => ({ kind: 'phone', text: text.replace(/(.{3})(.{4})(.{4})/, '$1-$2-$3') })), cardArb.map((text) => ({ kind: 'bankCard', text: text.replace(/(.{4})(?=.)/g, '$1 ') })),
    )
    const wide = (text: string): string => text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
    fc.assert(fc.property(fc.array(fc.tuple(numberArb, fc.boolean(), fc.constantFrom('联系', '，号码是', '（备用）', '\n')), { minLength: 1, maxLength: 4 }), (parts) => {
      const texts = parts.map(([{ kind, text }, isWide]) => ({ kind, text: isWide ? wide(text) : text }))
      expect(find(parts.map(([, , between], index) => between + (texts[index]?.text ?? '')).join('')).map(({ kind, text }) => ({ kind, text }))).toEqual(texts)
    }))
  })

  it('gives hits in their order that do not overlap and say what stands there', () => {
    const unit = fc.constantFrom('张三', '欧阳修文', '13812345678', '0755-86543210', '@', 'a', '.cn', ' ', '-', '粤B12345', '4111111111111111', '安监部', '6', '转8001', '\n')
    fc.assert(fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      let end = 0
      for (const hit of find(text)) {
        expect(hit.start).toBeGreaterThanOrEqual(end)
        expect(hit.text).toBe(text.slice(hit.start, hit.end))
        expect(hit.text).not.toBe('')
        end = hit.end
      }
    }))
  })
})
