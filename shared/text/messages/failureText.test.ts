import { describe, expect, it } from 'vitest'
import { errorData, type ErrorCode, type Failure } from '../../contract/errors'
import { importFailures, importWarnings } from '../../contract/imports'
import { Language } from '../../model/language'
import { failureText, warningText } from './failureText'

const details = {
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

  it('shows a reason it does not know as it came', () => {
    expect(failureText(writeFailed('disk melted'), 'en').why).toBe('Writing failed: /data/库 (disk melted)')
  })

  it('explains a locked import file without naming a path it was not given', () => {
    expect(failureText({ code: 'unreadable', detail: 'EACCES' }, 'zh-CN').why).toBe('没有权限访问。')
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
