import { describe, expect, it } from 'vitest'
import { isPackagePath, offeredTitle, type TitleParts } from './packageFile'

const november = new Date(2026, 10, 24)
const word = ({ unit, year, month }: TitleParts): string => `${unit} ${year} 年 ${month} 月资料包`

describe('the title that a package is offered', () => {
  it('is that of the one record chosen', () => {
    expect(offeredTitle(['接地线编号核对'], '输电运检中心', november, word)).toBe('接地线编号核对')
  })

  it('is no longer than a title may be, cut between characters', () => {
    expect(offeredTitle([`a${'𠮷'.repeat(150)}`], '', november, word)).toBe(`a${'𠮷'.repeat(99)}`)
  })

  it('names unit and month where several are chosen', () => {
    expect(offeredTitle(['一', '二'], '输电运检中心', november, word)).toBe('输电运检中心 2026 年 11 月资料包')
  })

  it('begins with the year where the library has no unit', () => {
    expect(offeredTitle(['一', '二'], '', november, word)).toBe('2026 年 11 月资料包')
  })
})

describe('a path', () => {
  it.each(['/home/li/十一月.lfpkg', 'D:\\资料\\十一月.LFPKG'])('is that of a package: %s', (path) => {
    expect(isPackagePath(path)).toBe(true)
  })

  it.each(['/home/li/十一月.docx', '/home/li/lfpkg', '/home/li/十一月.lfpkg.zip'])('is none: %s', (path) => {
    expect(isPackagePath(path)).toBe(false)
  })
})
