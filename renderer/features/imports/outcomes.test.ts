import { describe, expect, it } from 'vitest'
import { shownPath, splitPath } from './outcomes'

describe('the path of an imported file as it is shown', () => {
  it('is the path itself on disk', () => {
    expect(shownPath('/home/li/uploads/案例.docx')).toBe('/home/li/uploads/案例.docx')
  })

  it('leaves out where the host keeps what a browser handed over', () => {
    const folder = '/home/li/.cache/liangfang/uploads/136d305f-8d26-4cd1-a5be-bce57ca69de2'
    expect(shownPath(`${folder}/班组/里层/好.docx`)).toBe('班组/里层/好.docx')
    expect(splitPath(`${folder}/好.docx`)).toEqual({ folder: '', name: '好.docx' })
  })

  it('splits with the separators of Windows too', () => {
    expect(splitPath('D:\\班组\\案例.docx')).toEqual({ folder: 'D:\\班组', name: '案例.docx' })
  })
})
