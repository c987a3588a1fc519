import { describe, expect, it } from 'vitest'
import { previewKind } from './previewKind'

describe('how a file is looked at', () => {
  it.each([
    ['现场照片.JPG', 'picture'], ['截图.png', 'picture'], ['规程.PDF', 'pdf'], ['台账.csv', 'lines'], ['说明.md', 'lines'], ['报告.docx', 'text'], ['汇报.pptx', 'text'],
    ['图.svg', 'text'], ['压缩包.zip', 'text'], ['没有后缀', 'text'], ['名.pdf.docx', 'text'],
  ] as const)('depends on its name: %s', (name, kind) => { expect(previewKind(name)).toBe(kind) })
})
