import { describe, expect, it } from 'vitest'
import { createForms } from './forms'
import type { SensitiveKind } from './sensitive'

describe('forms', () => {
  it.each<[SensitiveKind, string, string]>([
    ['idNumber', '11010519491231002X', '〔身份证号〕'], ['email', 'a@b.cn', '〔邮箱〕'], ['bankCard', '6222 0212 3456 7890 128', '〔银行卡尾号0128〕'], ['word', '安监部', '〔略〕'],
    ['phone', '13812345678', '138****5678'], ['phone', '＋８６ 138-1234-5678', '138****5678'], ['phone', '(+86)13812345678', '138****5678'], ['phone', '138 1234 5678转12', '138****5678'],
    ['phone', '0755-86543210转8001', '0755-****3210'], ['phone', '（0755）86543210', '0755-****3210'], ['phone', '01065543210', '010-****3210'], ['phone', '0755-86543210-802', '0755-****3210'],
    ['phone', '+86-755-86543210', '0755-****3210'], ['phone', '+852 2345 6789', '+852****6789'], ['phone', '400-830-1234', '400****1234'], ['phone', '8654 3210', '****3210'],
    ['plate', '粤b12345', '粤B·****'], ['plate', '粤B·D12345', '粤B·****'], ['plate', '使014·578', '〔车牌〕'],
    ['person', '张三', '张某'], ['person', '张　三', '张某'], ['person', '欧阳修', '欧阳某'], ['person', '上官婉儿', '上官某'], ['person', '司马', '司某'], ['person', '王', '某人'], ['person', 'Li Lei', '某人'],
    ['person', '阿卜杜拉', '某人'], ['person', '约翰逊', '某人'], ['person', '王登科', '王某'], ['person', '约翰·史密斯', '某人'],
  ])('say what kind of thing it was: %s %s', (kind, text, form) => {
    expect(createForms(() => false)(kind, text)).toBe(form)
  })

  it('are the same for one thing, however it is spelt, and another for any other', () => {
    const formOf = createForms(() => false)
    expect(['张三', '张四', '张　三', '李四', '张四'].map((name) => formOf('person', name))).toEqual(['张某', '张某〔2〕', '张某', '李某', '张某〔2〕'])
    expect(['13812345678', '13800005678', '138 1234 5678'].map((phone) => formOf('phone', phone))).toEqual(['138****5678', '138****5678〔2〕', '138****5678'])
    expect(['粤B12345', '粤B54321'].map((plate) => formOf('plate', plate))).toEqual(['粤B·****', '粤B·****〔2〕'])
    expect(['a@b.cn', 'c@b.cn'].map((email) => formOf('email', email))).toEqual(['〔邮箱〕', '〔邮箱2〕'])
    expect(['4111111111111111', '5111111111111111'].map((card) => formOf('bankCard', card))).toEqual(['〔银行卡尾号1111〕', '〔银行卡2尾号1111〕'])
  })

  it('are none that stands in what is sent', () => {
    expect(createForms((form) => form === '张某' || form === '张某〔2〕')('person', '张三')).toBe('张某〔3〕')
  })
})
