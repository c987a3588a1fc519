import { describe, expect, it } from 'vitest'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { pictureFacts } from './pictureSize'
import { shownSize } from './pictures'

const gif = Buffer.from('GIF89a\x2c\x01\xc8\x00', 'latin1')
const bmp = Buffer.alloc(54)
bmp.write('BM', 0, 'latin1')
bmp.writeUInt32LE(40, 14)
bmp.writeInt32LE(300, 18)
bmp.writeInt32LE(-200, 22)
/** An APP0 segment, fill bytes, then the frame. */
const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xff, 0xc2, 0, 17, 8, 0, 200, 1, 44, 3])

describe('the size of a picture', () => {
  it.each([['png', buildPng(300, 200, 1)], ['gif', gif], ['bmp', bmp], ['jpg', jpg]] as const)('is told by the bytes of a %s', (type, bytes) => {
    expect(pictureFacts(bytes)).toEqual({ type, width: 300, height: 200 })
  })

  it('is unknown where the file breaks off, says zero, or is something else', () => {
    for (const bytes of [jpg.subarray(0, 15), gif.subarray(0, 8), buildPng(0, 5, 1), Buffer.from('<svg/>'), Buffer.alloc(0), Buffer.alloc(100)]) expect(pictureFacts(bytes)).toBeUndefined()
  })

  it('is shown as said or as it is, in proportion, and within the text block', () => {
    const own = { width: 800, height: 400 }
    const room = { width: 590, height: 790 }
    expect(shownSize({}, own, room)).toEqual({ width: 590, height: 295 })
    expect(shownSize({ width: 100 }, own, room)).toEqual({ width: 100, height: 50 })
    expect(shownSize({ height: 100 }, own, room)).toEqual({ width: 200, height: 100 })
    expect(shownSize({ width: 100, height: 100 }, own, { width: 50, height: 790 })).toEqual({ width: 50, height: 50 })
    expect(shownSize({}, { width: 100, height: 10000 }, room)).toEqual({ width: 7.9, height: 790 })
  })
})
