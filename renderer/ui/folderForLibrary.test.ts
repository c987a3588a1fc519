import { describe, expect, it } from 'vitest'
import { folderName, joinPath } from './folderForLibrary'

describe('the folder offered for a new library', () => {
  it('keeps a Chinese name as it is', () => {
    expect(folderName('云汀供电 班组资料库')).toBe('云汀供电 班组资料库')
  })

  it('leaves out what Windows refuses', () => {
    expect(folderName(' 一班: "案例/经验"\t. ')).toBe('一班 案例经验')
  })

  it('joins with the separator of the platform', () => {
    expect(joinPath('C:\\Users\\li\\Documents', '资料库', 'win32')).toBe('C:\\Users\\li\\Documents\\资料库')
    expect(joinPath('/home/li/文档/', '资料库', 'linux')).toBe('/home/li/文档/资料库')
  })
})
