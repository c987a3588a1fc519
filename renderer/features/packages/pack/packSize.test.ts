import { describe, expect, it } from 'vitest'
import { bytesOf, estimatedSize } from './packSize'

const megabyte = 1024 * 1024

describe('the size that a package will have', () => {
  it('is that of its attachments where there are large ones', () => {
    expect(Math.round(estimatedSize(10, 0, 200 * megabyte) / megabyte)).toBe(200)
  })

  it('is never less than that of its page, whatever is left out', () => {
    expect(estimatedSize(1, 0, -megabyte)).toBe(estimatedSize(1, 0, 0))
  })

  it('leaves a file out once, however many records it is in', () => {
    expect(bytesOf([{ sha256: 'a', size: 5 }, { sha256: 'b', size: 7 }, { sha256: 'a', size: 5 }])).toBe(12)
  })
})
