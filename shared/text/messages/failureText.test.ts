import { describe, expect, it } from 'vitest'
import { errorData, type ErrorCode, type Failure } from '../../contract/errors'
import { importFailures, importWarnings } from '../../contract/imports'
import { Language } from '../../model/language'
import { failureText, inOneLine, warningText } from './failureText'

const details = { name: '安全', number: 'A-1', title: '漏拆',
  path: '/home/li/资料库', reason: 'unexpected end of JSON', kind: 'record', id: '0192', host: 'PC-7', pid: 4711, since: '2026-11-24T06:03:11.123Z',
  at: '2026-11-24T06:03:11.123Z', by: { name: '李工', unit: '运维一班' }, current: 'a'.repeat(64), found: 2, supported: 1, what: 'print', other: '/home/li/副本',
  conditions: [{ key: 'citedSource', met: false, missing: [] }], records: [{ id: '1', number: 'A-1', title: '受控案例' }], missing: [{ name: '图片' }], problem: 'changed', detail: '',
  issues: [{ path: 'title', message: 'too short' }],
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorData, code)
const errorCodes = Object.keys(errorData).filter(isErrorCode)

describe.each(Language.options)('messages in %s', (language) => {
  it.each(errorCodes)('tells what, why and what next for %s, with no placeholder left over', (code) => {
    const text = failureText({ code, data: details }, language)
    for (const part of Object.values(text)) expect(part).toMatch(/^[^{}]+$/)
  })

  it.each(importFailures)('tells why a file was not imported: %s', (code) => {
    const text = failureText({ code, detail: 'zip: bad header' }, language)
    for (const part of Object.values(text)) expect(part).toMatch(/^[^{}]+$/)
  })

  it.each(importWarnings)('words the warning %s', (code) => {
    expect(warningText({ code, count: 3, detail: 'shape' }, language)).toMatch(/^[^{}]+$/)
  })
})

const writeFailed = (reason: string): Failure => ({ code: 'store_write_failed', data: { path: '/data/库', reason } })

describe('reasons of the operating system', () => {
  it('says that the disk is full, where, and to free space', () => {
    expect(failureText(writeFailed('ENOSPC'), 'zh-CN')).toEqual({ what: '没有保存', why: '磁盘已满：/data/库', next: '请清理磁盘空间，再试。' })
  })

  it.each(['EBUSY', 'EPERM', 'EACCES', 'EROFS'])('explains %s in words', (code) => {
    expect(failureText(writeFailed(code), 'zh-CN').why).not.toContain(code)
    expect(failureText(writeFailed(code), 'en').why).toContain('/data/库')
  })

  it('finds the code inside a longer reason', () => {
    expect(failureText(writeFailed('ENOSPC: no space left on device, write'), 'en').why).toBe('The disk is full: /data/库')
  })

  it('words a code that it has no sentence for', () => {
    expect(failureText(writeFailed('EBADF'), 'zh-CN').why).toBe('写入失败：/data/库（系统错误 EBADF）')
  })

  it('shows a reason it does not know as it came', () => {
    expect(failureText(writeFailed('disk melted'), 'en').why).toBe('Writing failed: /data/库 (disk melted)')
  })

  it('explains a locked import file without naming a path it was not given', () => {
    expect(failureText({ code: 'unreadable', detail: 'EACCES' }, 'zh-CN').why).toBe('没有权限访问。')
  })
})

const damaged = (reason: string): Failure => ({ code: 'store_corrupt', data: { path: '/data/a.json', reason } })

/** What the engine itself says of text that is no JSON. */
const jsonError = (text: string): string => {
  try { return String(JSON.parse(text)) } catch (error) { return error instanceof Error ? error.message : '' }
}

describe('reasons that the core gives', () => {
  it('says that a file is cut off instead of what JSON.parse says', () => {
    expect(failureText(damaged(jsonError('{"a":')), 'zh-CN').why).toBe('文件已损坏：/data/a.json（内容不完整，后面的部分丢失了）')
    expect(failureText(damaged(jsonError('{"a":')), 'en').why).toBe('It is damaged: /data/a.json (its end is missing)')
  })

  it.each(['', '{', '{"a', '[1,', '{a}', '[1 2]', 'x', '{"a":1}}', '"\n"', '1.', '\\'])('words what JSON.parse says of %j', (text) => {
    expect(failureText(damaged(jsonError(text)), 'zh-CN').why).toMatch(/（内容[^A-Za-z]*(JSON)?）$/)
  })

  it('says where something does not fit', () => {
    expect(failureText(damaged('content.title: Invalid input: expected string, received number'), 'zh-CN').why).toBe('文件已损坏：/data/a.json（有一处不符合格式（content.title））')
    expect(failureText(damaged('(top): Invalid input: expected object, received array'), 'en').why).toBe('It is damaged: /data/a.json (something in it does not fit the format)')
  })

  it('fills in what a reason names', () => {
    expect(failureText(damaged('an unfinished transaction no longer fits /data/b.json'), 'zh-CN').why).toContain('（未完成的写入与现有文件对不上：/data/b.json）')
  })

  it('words what does not fit an input', () => {
    const invalid = (path: string, message: string): Failure => ({ code: 'invalid', data: { issues: [{ path, message }] } })
    expect(failureText(invalid('to', 'inside the library'), 'zh-CN').why).toBe('内容不符合要求：不能放在资料库或备份的文件夹里面')
    expect(failureText(invalid('name', 'Too small: expected string to have >=1 characters'), 'zh-CN').why).toBe('内容不符合要求：不能为空（name）')
  })
})

describe('a damaged library.json', () => {
  it.each(['/data/库/library.json', 'D:\\库\\library.json'])('does not say that records can be reached: %s', (path) => {
    const { what, next } = failureText({ code: 'store_corrupt', data: { path, reason: 'not JSON' } }, 'zh-CN')
    expect(what).toContain('资料库')
    expect(next).not.toContain('其余条目不受影响')
    expect(next).toContain('没有改动任何文件')
  })
})

describe('what is not here', () => {
  const missing = (kind: string, id: string): Failure => ({ code: 'not_found', data: { kind, id } })

  it.each(['019ac2b4-5d3e-7c11-9a54-0f5e2d6b7c88', `019ac2b4-5d3e-7c11-9a54-0f5e2d6b7c88@${'a'.repeat(64)}`, 'b'.repeat(64)])('is told without its id: %s', (id) => {
    expect(failureText(missing('record', id), 'zh-CN').why).toBe('这个资料库里没有这个条目。')
    expect(failureText(missing('record', id), 'en').why).toBe('This library has no such record.')
  })

  it('is told with a number or a path', () => {
    expect(failureText(missing('number', 'YW-C-2026-0001'), 'zh-CN').why).toBe('这个资料库里没有这个编号：YW-C-2026-0001')
    expect(failureText(missing('file', '/data/a.json'), 'en').why).toBe('This library has no such file: /data/a.json')
  })
})

describe('sentences in one line', () => {
  it('end before the next begins', () => {
    expect(inOneLine(['没有权限访问：/data/lock', '请检查文件夹的权限。'], 'zh-CN')).toBe('没有权限访问：/data/lock。请检查文件夹的权限。')
    expect(inOneLine(['You have no permission: /data/lock', 'Check it.'], 'en')).toBe('You have no permission: /data/lock. Check it.')
    expect(inOneLine(['磁盘已满。', '请清理。'], 'zh-CN')).toBe('磁盘已满。请清理。')
  })
})

describe('who and when', () => {
  it('names who changed a record meanwhile', () => {
    expect(failureText({ code: 'conflict', data: details }, 'zh-CN').why).toContain('李工')
  })

  it.each(Language.options)('leaves no slot empty where nobody can say who has a library open: %s', (language) => {
    const text = failureText({ code: 'library_locked', data: { path: '/data/库', host: '', pid: 0, since: '' } }, language)
    for (const part of Object.values(text)) expect(part).toMatch(/^[^{}]+[^ ]$/)
    expect(text.why).not.toMatch(/计算机|进程|computer|process| 0|[，,：:] ?[，,。.]/)
    expect(failureText({ code: 'library_locked', data: details }, language).why).toContain('PC-7')
  })

  it('lists the first issues of invalid input', () => {
    expect(failureText({ code: 'invalid', data: details }, 'en').why).toBe('Something does not fit: title: too short')
  })
})
