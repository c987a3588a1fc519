import { describe, expect, it } from 'vitest'
import type { MaskFile, MaskHit, MaskScan } from '#shared/contract/masking'
import { newId } from '#shared/model/ids'
import { actionOf, countActions, decideAll, decideIn, exceptions, forget, formOf, isException, isRemembered, keyOf, maskingOf, noChoice, sentAsIs, setLeftOut, setSent, stayingOut } from './maskChoice'
import { groupsOf, kindsOf, moveBy } from './shownHits'

const [first, second] = [newId(), newId()]

const hit = (text: string, more: Partial<MaskHit> = {}): MaskHit => ({
  kind: 'person', text, masked: '张某', decision: { action: 'mask' }, remembered: false, count: 2, records: 2,
  places: [first, second].map((recordId) => ({ recordId, title: `在 ${text} 处`, part: 'body', section: null, file: null, before: '由', after: '负责' })), ...more,
})
const file = (sha: string, why: MaskFile['why'], texts: readonly string[] = []): MaskFile =>
  ({ sha256: sha.repeat(64), name: `${sha}.docx`, recordIds: [first], title: '案例', size: 10, why, hits: texts.map((text) => ({ kind: 'person', text })) })
const scanOf = (hits: MaskHit[], files: MaskFile[] = []): MaskScan => ({ hits, files, cleaned: 0, records: 2 })

const zhang = hit('张三')
const phone = hit('13812345678', { kind: 'phone', masked: '138****5678' })
const kept = hit('李四', { masked: '李某', decision: { action: 'keep' }, remembered: true })

describe('what is decided of a text', () => {
  it('is to mask it until something else is decided, or was remembered', () => {
    expect(actionOf(noChoice, zhang, null)).toEqual({ action: 'mask' })
    expect(actionOf(noChoice, kept, first)).toEqual({ action: 'keep' })
    expect(isRemembered(noChoice, kept)).toBe(true)
    expect(formOf(zhang, { action: 'mask' })).toBe('张某')
  })

  it('can differ in one record, which goes with the others again once that is taken back', () => {
    const replaced = decideAll(noChoice, [zhang], { action: 'replace', by: '工作负责人' })
    const differs = decideIn(replaced, zhang, first, { action: 'keep' })
    expect([actionOf(differs, zhang, first), actionOf(differs, zhang, second)]).toEqual([{ action: 'keep' }, { action: 'replace', by: '工作负责人' }])
    expect([isException(differs, zhang, first), exceptions(differs, [zhang, phone]).get(keyOf(zhang))?.length]).toEqual([true, 1])
    expect(actionOf(decideIn(differs, zhang, first, undefined), zhang, first)).toEqual({ action: 'replace', by: '工作负责人' })
  })

  it('for all records leaves no record behind', () => {
    const differs = decideIn(noChoice, zhang, first, { action: 'keep' })
    expect(actionOf(decideAll(differs, [zhang, phone], { action: 'mask' }), zhang, first)).toEqual({ action: 'mask' })
  })

  it('is remembered no longer once it is decided anew or forgotten', () => {
    expect(isRemembered(decideAll(noChoice, [kept], { action: 'keep' }), kept)).toBe(false)
    const forgotten = forget(noChoice, kept)
    expect([isRemembered(forgotten, kept), actionOf(forgotten, kept, null)]).toEqual([false, { action: 'mask' }])
  })

  it('is counted by what becomes of it', () => {
    const choice = decideAll(noChoice, [zhang], { action: 'replace', by: '班长' })
    expect(countActions(choice, [zhang, phone, kept])).toEqual({ mask: 1, replace: 1, keep: 1 })
  })
})

describe('what is decided for one record', () => {
  const differs = decideIn(noChoice, zhang, first, { action: 'keep' })

  it('is counted besides what becomes of the text elsewhere', () => {
    expect(countActions(differs, [zhang, phone])).toEqual({ mask: 2, replace: 0, keep: 1 })
    expect(countActions(decideIn(differs, zhang, second, { action: 'replace', by: '班长' }), [zhang])).toEqual({ mask: 0, replace: 1, keep: 1 })
  })

  it('does not count where that record does not go in, unless not all places are listed', () => {
    const elsewhere = decideIn(noChoice, zhang, newId(), { action: 'keep' })
    expect([countActions(elsewhere, [zhang]), exceptions(elsewhere, [zhang]).get(keyOf(zhang))]).toEqual([{ mask: 1, replace: 0, keep: 0 }, []])
    expect(countActions(elsewhere, [{ ...zhang, count: 60, records: 40 }])).toEqual({ mask: 1, replace: 0, keep: 1 })
  })
})

describe('what the core is told', () => {
  it('names what was remembered and what was decided of what was found, nothing else', () => {
    const choice = decideAll(noChoice, [zhang, hit('王五')], { action: 'keep' })
    expect(maskingOf(choice, scanOf([zhang, phone, kept])).decisions).toEqual([
      { kind: 'person', text: '李四', recordId: null, decision: { action: 'keep' } },
      { kind: 'person', text: '张三', recordId: null, decision: { action: 'keep' } },
    ])
    expect(maskingOf(forget(noChoice, kept), scanOf([kept])).decisions).toEqual([])
  })

  it('names only files that are still found', () => {
    const choice = setLeftOut(setSent(setSent(noChoice, 'a'.repeat(64), true), 'b'.repeat(64), true), 'c'.repeat(64), true)
    expect(maskingOf(choice, scanOf([], [file('a', 'found', ['张三']), file('c', 'picture')]))).toMatchObject({ send: ['a'.repeat(64)], leaveOut: ['c'.repeat(64)] })
  })
})

describe('a file', () => {
  const scan = scanOf([zhang, kept], [file('a', 'found', ['张三', '李四']), file('b', 'found', ['李四']), file('c', 'scan')])
  const names = (choice: typeof noChoice) => stayingOut(choice, scan).map(({ name }) => name)

  it('stays out while something is masked in it, unless it is sent all the same', () => {
    expect(names(noChoice)).toEqual(['a.docx'])
    expect(names(setSent(noChoice, 'a'.repeat(64), true))).toEqual([])
    expect(names(decideIn(noChoice, zhang, first, { action: 'keep' }))).toEqual([])
    expect(names(decideIn(noChoice, zhang, second, { action: 'keep' }))).toEqual(['a.docx'])
  })

  it('of several records stays out while one of them masks something in it', () => {
    const shared = scanOf([zhang], [{ ...file('a', 'found', ['张三']), recordIds: [first, second] }])
    const keptInFirst = decideIn(noChoice, zhang, first, { action: 'keep' })
    expect(stayingOut(keptInFirst, shared)).toHaveLength(1)
    expect(stayingOut(decideIn(keptInFirst, zhang, second, { action: 'keep' }), shared)).toEqual([])
  })

  it('leaves as it is where it is sent all the same, and not only where all in it is kept', () => {
    const sent = setSent(setSent(noChoice, 'a'.repeat(64), true), 'b'.repeat(64), true)
    expect(sentAsIs(sent, scan).map(({ name }) => name)).toEqual(['a.docx'])
    expect(sentAsIs(noChoice, scan)).toEqual([])
  })

  it('that nothing reads, or a picture that can not be cleaned, stays out unless it is sent', () => {
    const held = scanOf([], [file('d', 'notText'), file('e', 'uncleaned')])
    expect(stayingOut(noChoice, held)).toHaveLength(2)
    expect(stayingOut(setSent(noChoice, 'd'.repeat(64), true), held).map(({ why }) => why)).toEqual(['uncleaned'])
  })

  it('that nobody can look into leaves unless it is left out', () => {
    expect(names(setLeftOut(noChoice, 'c'.repeat(64), true))).toEqual(['a.docx', 'c.docx'])
  })
})

describe('the list', () => {
  it('is grouped by kind, and narrowed by kind and by words of the text or a title', () => {
    const hits = [phone, zhang, kept]
    expect(kindsOf(hits)).toEqual(['person', 'phone'])
    expect(groupsOf(hits, { kind: null, text: '' }).map(({ hits: { length } }) => length)).toEqual([2, 1])
    expect(groupsOf(hits, { kind: 'phone', text: '' })).toEqual([{ kind: 'phone', hits: [phone] }])
    expect(groupsOf(hits, { kind: null, text: '在 李四' })).toEqual([{ kind: 'person', hits: [kept] }])
    expect(groupsOf(hits, { kind: 'phone', text: '李四' })).toEqual([])
  })

  it('is walked by arrows and letters, and ends at its ends', () => {
    expect([moveBy('j', 0, 3), moveBy('ArrowDown', 2, 3), moveBy('K', 1, 3), moveBy('End', 0, 3), moveBy('x', 0, 3)]).toEqual([1, 2, 0, 2, undefined])
  })
})
