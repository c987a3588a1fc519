import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { cleanPicture } from './clean'

const folder = join(import.meta.dirname, '../../../../tests/fixtures/pictures')
const picture = (name: string): Buffer => readFileSync(join(folder, name))
const secret = '张三 22.5431N'
const utf8 = (text: string): Buffer => Buffer.from(text)
const number = (value: number, length: 2 | 4, isLittle = false): Buffer => {
  const bytes = Buffer.alloc(length)
  if (isLittle) bytes.writeUIntLE(value, 0, length)
  else bytes.writeUIntBE(value, 0, length)
  return bytes
}

/** EXIF with a turned picture, where it was taken and by whom, and a small picture of it. */
const tiffOf = (orientation: number, isLittle = false): Buffer => {
  const entry = (tag: number, kind: number, count: number, value: Buffer): Buffer => Buffer.concat([number(tag, 2, isLittle), number(kind, 2, isLittle), number(count, 4, isLittle), value])
  return Buffer.concat([
    Buffer.from(isLittle ? 'II' : 'MM'), number(42, 2, isLittle), number(8, 4, isLittle), number(3, 2, isLittle), entry(0x010f, 2, secret.length, number(50, 4, isLittle)),
    entry(0x0112, 3, 1, Buffer.concat([number(orientation, 2, isLittle), Buffer.alloc(2)])), entry(0x8825, 4, 1, number(80, 4, isLittle)), number(0, 4, isLittle), utf8(secret),
  ])
}
const exifOf = (tiff: Buffer): Buffer => Buffer.concat([Buffer.from('Exif\0\0'), tiff])
const turned = (orientation: number): Buffer =>
  Buffer.concat([Buffer.from('II*\0'), number(8, 4, true), number(1, 2, true), number(0x112, 2, true), number(3, 2, true), number(1, 4, true), number(orientation, 2, true), Buffer.alloc(6)])

const segment = (marker: number, payload: Buffer): Buffer => Buffer.concat([Buffer.of(0xff, marker), number(payload.length + 2, 2), payload])
/** Puts segments before the first table. */
const withSegments = (jpeg: Buffer, ...segments: Buffer[]): Buffer => {
  const at = jpeg.indexOf(Buffer.of(0xff, 0xdb))
  return Buffer.concat([jpeg.subarray(0, at), ...segments, jpeg.subarray(at)])
}
const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data])
  return Buffer.concat([number(data.length, 4), named, number(crc32(named), 4)])
}
const withChunks = (png: Buffer, ...chunks: Buffer[]): Buffer => {
  const at = png.indexOf('IDAT') - 4
  return Buffer.concat([png.subarray(0, at), ...chunks, png.subarray(at)])
}
const riffChunk = (name: string, data: Buffer): Buffer => Buffer.concat([Buffer.from(name), number(data.length, 4, true), data, Buffer.alloc(data.length % 2)])
const webpOf = (...chunks: Buffer[]): Buffer => {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
  return Buffer.concat([Buffer.from('RIFF'), number(body.length, 4, true), body])
}
const extended = (flags: number): Buffer => riffChunk('VP8X', Buffer.concat([Buffer.of(flags, 0, 0, 0), Buffer.of(15, 0, 0, 11, 0, 0)]))
const gifExtension = (label: number, ...blocks: Buffer[]): Buffer => Buffer.concat([Buffer.of(0x21, label), ...blocks.map((block) => Buffer.concat([Buffer.of(block.length), block])), Buffer.of(0)])

const jpeg = picture('baseline.jpg')
const xmp = segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), utf8(`<x:xmpmeta>${secret}</x:xmpmeta>`)]))
const iptc = segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), utf8(secret)]))
const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours'))
const adobe = segment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x01'))

describe('a JPEG', () => {
  it('loses what is noted in it, and keeps its colours and its data', () => {
    const noted = withSegments(jpeg, segment(0xe1, exifOf(tiffOf(1))), xmp, iptc, profile, segment(0xfe, utf8(secret)), adobe, segment(0xe0, Buffer.concat([Buffer.from('JFXX\0'), utf8(secret)])), segment(0xeb, utf8(secret)))
    const cleaned = cleanPicture(Buffer.concat([noted, utf8(secret)]))
    expect(cleaned?.removed).toEqual(['comment', 'exif', 'iptc', 'other', 'thumbnail', 'trailer', 'xmp'])
    expect(Buffer.from(cleaned?.bytes ?? [])).toEqual(withSegments(jpeg, profile, adobe))
  })

  it.each([false, true])('stays turned as it was, whatever the order of bytes (little: %s)', (isLittle) => {
    const cleaned = cleanPicture(withSegments(jpeg, segment(0xe1, exifOf(tiffOf(6, isLittle)))))
    expect(cleaned?.removed).toEqual(['exif'])
    expect(Buffer.from(cleaned?.bytes ?? [])).toEqual(withSegments(jpeg, segment(0xe1, exifOf(turned(6)))))
  })

  it('loses EXIF that makes no sense, and the small picture in its head', () => {
    const broken = withSegments(jpeg, segment(0xe1, Buffer.from('Exif\0\0MM\0*\xff\xff\xff\xff', 'latin1')), segment(0xe1, exifOf(tiffOf(9))))
    expect(Buffer.from(cleanPicture(broken)?.bytes ?? [])).toEqual(jpeg)
    const small = Buffer.from(jpeg)
    small.writeUInt16BE(small.readUInt16BE(4) + 3, 4)
    small.writeUInt16BE(0x0101, 18)
    const cleaned = cleanPicture(Buffer.concat([small.subarray(0, 20), Buffer.from('rgb'), small.subarray(20)]))
    expect(cleaned?.removed).toEqual(['thumbnail'])
    expect(Buffer.from(cleaned?.bytes ?? [])).toEqual(jpeg)
  })

  it('is cleaned between its scans, and where its end is missing', () => {
    const progressive = picture('progressive.jpg')
    const second = progressive.indexOf(Buffer.of(0xff, 0xda), progressive.indexOf(Buffer.of(0xff, 0xda)) + 2)
    const noted = Buffer.concat([progressive.subarray(0, second), segment(0xfe, utf8(secret)), progressive.subarray(second, -2)])
    const cleaned = cleanPicture(noted)
    expect(cleaned?.removed).toEqual(['comment'])
    expect(Buffer.from(cleaned?.bytes ?? [])).toEqual(progressive.subarray(0, -2))
  })
})

describe('a PNG', () => {
  const clean = Buffer.from(cleanPicture(picture('commented.png'))?.bytes ?? [])

  it('loses what is noted in it, and keeps its colours and its data', () => {
    expect(cleanPicture(picture('commented.png'))?.removed).toEqual(['text', 'time'])
    expect(clean.includes('张三')).toBe(false)
    const noted = withChunks(clean, chunk('tEXt', utf8(`Author\0${secret}`)), chunk('iTXt', utf8(`XML:com.adobe.xmp\0\0\0\0\0${secret}`)), chunk('eXIf', tiffOf(1)), chunk('tIME', Buffer.alloc(7)), chunk('mkBS', utf8(secret)))
    const cleaned = cleanPicture(Buffer.concat([noted, utf8(secret)]))
    expect(cleaned?.removed).toEqual(['exif', 'other', 'text', 'time', 'trailer'])
    expect(Buffer.from(cleaned?.bytes ?? [])).toEqual(clean)
  })

  it('stays turned as it was, and keeps what it needs to be shown', () => {
    const needed = [chunk('iCCP', Buffer.from('p\0\0x')), chunk('tRNS', Buffer.of(1))]
    const cleaned = cleanPicture(withChunks(clean, ...needed, chunk('eXIf', tiffOf(3))))
    expect(Buffer.from(cleaned?.bytes ?? [])).toEqual(withChunks(clean, ...needed, chunk('eXIf', turned(3))))
  })
})

describe('a WebP', () => {
  const [plain, animation] = [picture('plain.webp'), picture('animation.webp')]
  const pixels = plain.subarray(12)

  it('loses what is noted in it, and its head says so', () => {
    const colours = riffChunk('ICCP', Buffer.from('icc'))
    const noted = webpOf(extended(0x2c), colours, pixels, riffChunk('EXIF', tiffOf(1)), riffChunk('XMP ', utf8(secret)), riffChunk('note', utf8(secret)))
    const cleaned = cleanPicture(Buffer.concat([noted, utf8(secret)]))
    expect(cleaned?.removed).toEqual(['exif', 'other', 'trailer', 'xmp'])
    expect(Buffer.from(cleaned?.bytes ?? [])).toEqual(webpOf(extended(0x20), colours, pixels))
  })

  it('stays turned as it was', () => {
    const cleaned = cleanPicture(webpOf(extended(0x08), pixels, riffChunk('EXIF', exifOf(tiffOf(8, true)))))
    expect(Buffer.from(cleaned?.bytes ?? [])).toEqual(webpOf(extended(0x08), pixels, riffChunk('EXIF', turned(8))))
  })

  it('keeps its frames, without what is noted in them', () => {
    expect(cleanPicture(animation)).toEqual({ bytes: animation, removed: [] })
    const at = animation.indexOf('ANMF')
    const size = animation.readUInt32LE(at + 4)
    const frame = riffChunk('ANMF', Buffer.concat([animation.subarray(at + 8, at + 8 + size), riffChunk('note', utf8(secret))]))
    const noted = webpOf(animation.subarray(12, at), frame, animation.subarray(at + 8 + size))
    expect(Buffer.from(cleanPicture(noted)?.bytes ?? [])).toEqual(animation)
  })
})

describe('a GIF', () => {
  it('loses comments and what other programs noted, and plays on', () => {
    const commented = picture('commented.gif')
    const cleaned = cleanPicture(commented)
    const clean = Buffer.from(cleaned?.bytes ?? [])
    expect(cleaned?.removed).toEqual(['comment'])
    expect([clean.includes('张三'), clean.includes('NETSCAPE2.0')]).toEqual([false, true])
    const at = clean.indexOf(Buffer.of(0x21, 0xf9))
    const notes = [gifExtension(0xff, Buffer.from('XMP DataXMP'), utf8(secret)), gifExtension(0x01, Buffer.alloc(12), utf8(secret)), gifExtension(0xff, Buffer.from('MGK8BIM0000'), utf8(secret))]
    const again = cleanPicture(Buffer.concat([clean.subarray(0, at), ...notes, clean.subarray(at), utf8(secret)]))
    expect(again?.removed).toEqual(['other', 'text', 'trailer', 'xmp'])
    expect(Buffer.from(again?.bytes ?? [])).toEqual(clean)
  })
})

describe('any file', () => {
  const files = readdirSync(folder).map(picture)

  it('is left as it is where nothing is noted in it, and where it is none of these pictures', () => {
    for (const file of files) {
      const once = cleanPicture(file)
      expect(once && cleanPicture(once.bytes)).toEqual({ bytes: once?.bytes, removed: [] })
    }
    expect(cleanPicture(jpeg)?.bytes).toBe(jpeg)
    for (const text of ['', 'BM', '%PDF-1.7', '<svg/>', 'RIFF', 'GIF89a']) expect(cleanPicture(Buffer.from(text))).toBeUndefined()
  })

  it('is cleaned or left, but never fails, however it is damaged', () => {
    fc.assert(fc.property(fc.constantFrom(...files), fc.nat(), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }), (file, length, edits) => {
      const damaged = Buffer.from(file.subarray(0, length % (file.length + 1)))
      for (const [at, value] of edits) if (damaged.length > 0) damaged[at % damaged.length] = value
      const cleaned = cleanPicture(damaged)
      if (cleaned) expect(cleaned.bytes.length).toBeLessThanOrEqual(damaged.length)
    }), { numRuns: 500 })
  })
})
