import { describe, expect, it } from 'vitest'
import { newId } from '../ids'
import { LibraryFile } from '../library'
import { maskingMemory, withMaskDecisions, withMaskWords, withoutMaskDecision } from './memory'
import type { MaskDecision } from './sensitive'

const library = (masking?: object): LibraryFile => LibraryFile.parse({
  format: 2, id: newId(), name: '资料库', language: 'zh-CN', unit: { name: '', code: 'YW1' }, createdAt: '2026-11-24T06:00:00.000Z',
  vocabularies: { units: [], fields: [], tags: [], people: [] }, numbering: {}, ...masking && { masking },
})
const keep = (text: string, recordId: string | null = null): MaskDecision => ({ kind: 'person', text, recordId, decision: { action: 'keep' } })

describe('what a library remembers of masking', () => {
  it('is nothing at first, and nothing is written for it', () => {
    expect(maskingMemory(library())).toEqual({ words: [], decisions: [] })
    expect(withMaskWords(library(), [])).not.toHaveProperty('masking')
  })

  it('are its words, and decisions that hold everywhere, the latest of each text', () => {
    const replaced: MaskDecision = { ...keep('张三'), decision: { action: 'replace', by: '工作负责人' } }
    const first = withMaskDecisions(withMaskWords(library(), ['安监部', '安监部']), [keep('张三'), keep('李四'), keep('王五', newId())])
    expect(maskingMemory(LibraryFile.parse(withMaskDecisions(first, [replaced])))).toEqual({ words: ['安监部'], decisions: [keep('李四'), replaced] })
    expect(maskingMemory(withoutMaskDecision(first, 'person', '张三')).decisions).toEqual([keep('李四')])
  })

  it('carries what it does not understand', () => {
    const later = library({ later: [1], words: ['甲乙', { word: '丙' }], decisions: [{ kind: 'voice', text: '张三' }] })
    expect(maskingMemory(later)).toEqual({ words: ['甲乙'], decisions: [] })
    expect(withMaskDecisions(withMaskWords(later, ['丁戊']), [keep('张三')]).masking).toEqual({
      later: [1], words: [{ word: '丙' }, '丁戊'], decisions: [{ kind: 'voice', text: '张三' }, { kind: 'person', text: '张三', decision: { action: 'keep' } }],
    })
  })
})
