/** The page of a package: our template with the package's records in it, one after another, so that it is never in memory whole. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/contract/errors'
import type { PackagedRecord, PackageManifest } from '#shared/model/package'
import type { PackageHop, RecordContent } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import { escapeHtml, ours } from '../../documents/writers/html/escape'
import { recordHtml } from '../../documents/writers/html/record'
import { partOfAttachment } from '../../packages/manifest'
import type { Session } from '../session'

/** Bytes of records' texts, well below what a package's page may have: a browser shows no more, and what is over is listed only. */
const mostText = 160 * 1024 * 1024

const typeNames: Readonly<Record<RecordType, readonly [string, string]>> = {
  case: ['案例', 'Case'], experience: ['经验', 'Experience'], tool: ['工具', 'Tool'], product: ['产品', 'Product'], adoption: ['推广记录', 'Adoption record'],
  meeting: ['交流会', 'Meeting'], activity: ['交流活动', 'Activity'], benchmark: ['标杆', 'Benchmark'], assessment: ['评价', 'Assessment'],
}

const personOf = ({ unit, name }: { unit: string; name: string }): string => [unit, name].filter((part) => part !== '').join(' ')

const moment = (at: string): string => at.slice(0, 16).replace('T', ' ')

const fact = (chinese: string, english: string, value: string): string => (value === '' ? '' : `<div><dt>${ours(chinese, english)}</dt><dd>${escapeHtml(value)}</dd></div>`)

const aboutHtml = ({ title, library, by, madeAt, purpose, licence, recipient, records, attachments, missing, base, kind }: PackageManifest): string => [
  `<h1>${escapeHtml(title)}</h1><dl class="facts">`,
  fact('来自', 'From', library.name), fact('制作', 'Made by', personOf(by)), fact('时间', 'At', `${moment(madeAt)} UTC`), fact('发给', 'For', recipient?.unit ?? ''),
  fact('条目', 'Records', String(records.length)), fact('附件', 'Attachments', String(attachments.length)), '</dl>',
  kind === 'suggestion' ? `<p>${ours('这是一份修改建议。', 'This is a suggestion.')}</p>` : '',
  purpose === '' ? '' : `<h2>${ours('用途', 'Purpose')}</h2><p class="pre">${escapeHtml(purpose)}</p>`,
  licence === '' ? '' : `<h2>${ours('使用约定', 'Terms of use')}</h2><p class="pre">${escapeHtml(licence)}</p>`,
  base === null ? '' : `<p>${ours(`只含 ${moment(base.madeAt)} 那个资料包之后的变化。`, `Holds only what changed since the package of ${moment(base.madeAt)}.`)}</p>`,
  missing.length === 0 ? '' : `<h2>${ours('包里没有的', 'Not in the package')}</h2><ul>${missing.map(({ name }) => `<li>${escapeHtml(name)}</li>`).join('')}</ul>`,
  `<p class="way">${ours('这一页供没有良方的电脑阅读，不核对内容是否被改动；要核对、收入和合并，请用良方打开资料包本身。', 'This page is for reading without the app and checks nothing: to verify, take in or merge, open the package itself in Liangfang.')}</p>`,
].join('')

const wayHtml = (via: readonly PackageHop[], { library, by }: PackageManifest, { origin }: RecordContent): string => {
  const hops = [...via.map((hop) => `${hop.library.name}（${personOf(hop.by)}）`), `${library.name}（${personOf(by)}）`].map(escapeHtml).join(' → ')
  return `<p class="way">${ours('出自', 'Born in')}　${escapeHtml(origin.unit)}<br>${ours('经由', 'Through')}　${hops}</p>`
}

const attributes = (values: Readonly<Record<string, string>>): string => Object.entries(values).map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`).join('')

/** Where the page gets text, as UTF-8. Throws `file_unreadable` where the build is without its template. */
export async function* pageOf({ folder }: Session, about: PackageManifest, offline: string): AsyncGenerator<Uint8Array> {
  const path = join(offline, 'page.html')
  const template = await readFile(path, 'utf8').catch((error: unknown) => { throw new AppError('file_unreadable', { path, reason: 'the page of a package is missing' }, { cause: error }) })
  const [head = '', rest = ''] = template.split('<!--about-->')
  const [middle = '', end = ''] = rest.split('<!--records-->')
  const { customFields = [] } = folder.library.current()
  const addresses = new Map(about.attachments.map((attachment) => [attachment.sha256, partOfAttachment(attachment)]))
  const ids = new Set(about.records.map(({ id }) => id))
  let text = 0

  const recordOf = async ({ id, revisionId, via, type, number, title, unit }: PackagedRecord): Promise<string> => {
    const { content } = await folder.records.readRevision(id, revisionId)
    const [chinese, english] = typeNames[type]
    const data = attributes({ record: id, type: chinese, 'type-en': english, number, title, unit, tags: content.tags.join(' '), date: content.date.replaceAll('-', '').padEnd(8, '0') })
    const html = text > mostText ? `<h1>${escapeHtml(title)}</h1><p>${ours('内容太多，这一页里没有；请用良方打开资料包。', 'There is too much for one page: open the package in Liangfang.')}</p>` : recordHtml({
      content, customFields, recordAddress: (other) => (ids.has(other) ? `#${other}` : undefined),
      attachmentAddress: (sha256) => addresses.get(sha256),
    })
    text += html.length
    return `<template${data}>${html}${wayHtml(via, about, content)}</template>\n`
  }

  yield Buffer.from(`${head}${aboutHtml(about)}${middle}`)
  for (const record of about.records) yield Buffer.from(await recordOf(record))
  yield Buffer.from(end)
}
