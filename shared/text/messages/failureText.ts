/** Failures and warnings in the words of a language: what was not done, why, and what to do. Screen and command line share them. */
import { z } from 'zod'
import type { ExportWarning } from '../../contract/documents'
import { errorData, type Failure } from '../../contract/errors'
import type { ImportFailure, ImportWarning } from '../../contract/imports'
import type { Language } from '../../model/language'
import { en } from './en.data'
import type { FailureText, MessageTexts } from './texts'
import { zhCN } from './zhCN.data'

export type { FailureText } from './texts'

const texts: Readonly<Record<Language, MessageTexts>> = { 'zh-CN': zhCN, en }

const fill = (template: string, details: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => details[name] ?? whole)

/** `2026-11-24T06:03:11.123Z` as local day and minute; other text as it is. */
const moment = (value: string): string => {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? value : date.toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })
}

const Plain = z.union([z.string(), z.number()]).transform(String)
const Kind = errorData.not_found.shape.kind
/** What a failure lists, by the names that the user knows. */
const Listed = z.array(z.looseObject({ title: z.string().optional(), name: z.string().optional(), met: z.boolean().optional() }))
const Named = z.looseObject({ records: Listed.optional(), missing: Listed.optional(), conditions: Listed.optional() })
const momentKeys: ReadonlySet<string> = new Set(['at', 'since'])

const detailsOf = (failure: Failure, language: MessageTexts): Record<string, string> => {
  const details: Record<string, string> = {}
  for (const [key, value] of Object.entries(failure.data)) {
    const plain = Plain.safeParse(value)
    if (plain.success) details[key] = momentKeys.has(key) ? moment(plain.data) : plain.data
  }
  const kind = Kind.safeParse(failure.data.kind)
  if (kind.success) details.kind = language.notFound[kind.data]
  const conflict = errorData.conflict.safeParse(failure.data)
  if (conflict.success) details.by = conflict.data.by.name || '—'
  const named = Named.safeParse(failure.data)
  if (named.success) {
    const all = named.data.records ?? named.data.missing ?? named.data.conditions?.filter(({ met }) => met !== true) ?? []
    details.count = String(all.length)
    details.titles = all.slice(0, 3).flatMap(({ title, name }) => title ?? name ?? []).join('、')
  }
  const damage = errorData.package_damaged.pick({ problem: true, detail: true }).safeParse(failure.data)
  if (damage.success) details.problem = fill(language.packageProblems[damage.data.problem], damage.data).replace(/ ?[（(][)）]/, '')
  const invalid = errorData.invalid.safeParse(failure.data)
  if (invalid.success) details.issues = invalid.data.issues.slice(0, 3).map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
  return details
}

const tell = (text: FailureText, details: Readonly<Record<string, string>>, language: MessageTexts): FailureText => {
  const code = /\bE[A-Z]{2,}\b/.exec(details.reason ?? '')?.[0]
  const reason = code ? language.systemReasons[code] : undefined
  return {
    what: fill(text.what, details),
    why: fill(reason?.why ?? text.why, details),
    next: fill(reason?.next ?? text.next, details),
  }
}

const isLockedByUnknown = (failure: Failure): boolean =>
  failure.code === 'library_locked' && errorData.library_locked.safeParse(failure.data).data?.host === ''

/** `why` and `next` come from the operating system's reason where the failure carries one that we know. */
export const failureText = (failure: Failure | ImportFailure, language: Language): FailureText => {
  const set = texts[language]
  if ('data' in failure && isLockedByUnknown(failure)) return set.lockedByUnknown
  const details = 'data' in failure ? detailsOf(failure, set) : { reason: failure.detail, path: '' }
  const told = tell(set.failures[failure.code], details, set)
  return details.path === '' ? { ...told, why: told.why.replace(/[：:]\s*$/, language === 'en' ? '.' : '。').replace(/ ?[（(][)）]/, '') } : told
}

export const exportWarningText = (warning: ExportWarning, language: Language): string =>
  fill(texts[language].exportWarnings[warning.code], { count: String(warning.count), detail: warning.detail }).replace(/ ?[（(][)）]/, '')

export const warningText = (warning: ImportWarning, language: Language): string =>
  fill(texts[language].warnings[warning.code], { count: String(warning.count), detail: warning.detail })
