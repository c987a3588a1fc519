/** Failures and warnings in the words of a language: what was not done, why, and what to do. Screen and command line share them. */
import { z } from 'zod'
import type { ExportWarning } from '../../contract/documents'
import { errorData, type Failure } from '../../contract/errors'
import type { ImportFailure, ImportWarning } from '../../contract/imports'
import type { Language } from '../../model/language'
import { en } from './en.data'
import { knownReasons } from './reasons.data'
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

/** Brackets around a detail that is not there. */
const withoutEmpty = (text: string): string => text.replace(/ ?(?:（）|\(\))/, '')

/** A reason as the core gives it, in words; one that is not known as it came. */
const reasonText = (reason: string, language: Language): string => {
  for (const known of knownReasons) {
    const match = known.reason.exec(reason)
    if (match) return withoutEmpty(fill(known.text[language], { ...match.groups, place: match.groups?.place ?? '' }))
  }
  return reason
}

/** What does not fit: in words where they are known, else where it is and as it came. */
const issueText = ({ path, message }: { path: string, message: string }, language: Language): string => {
  const placed = path ? `${path}: ${message}` : message
  const told = reasonText(placed, language)
  const toldAlone = reasonText(message, language)
  return told === placed && toldAlone !== message ? toldAlone : told
}

/** Ids mean something to programs only: a failure is copied with them, its sentence is told without. */
const isId = (text: string): boolean => /[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9a-f]{64}$/i.test(text)

const Plain = z.union([z.string(), z.number()]).transform(String)
const Kind = errorData.not_found.shape.kind
/** What a failure lists, by the names that the user knows. */
const Listed = z.array(z.looseObject({ title: z.string().optional(), name: z.string().optional(), met: z.boolean().optional() }))
const Named = z.looseObject({ records: Listed.optional(), missing: Listed.optional(), conditions: Listed.optional() })
const momentKeys: ReadonlySet<string> = new Set(['at', 'since'])

const detailsOf = (failure: Failure, name: Language): Record<string, string> => {
  const language = texts[name]
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
  if (damage.success) details.problem = withoutEmpty(fill(language.packageProblems[damage.data.problem], { detail: reasonText(damage.data.detail, name) }))
  const invalid = errorData.invalid.safeParse(failure.data)
  if (invalid.success) details.issues = invalid.data.issues.slice(0, 3).map((issue) => issueText(issue, name)).join('; ')
  if (failure.code === 'not_found' && isId(details.id ?? '')) details.id = ''
  return details
}

/** An error code of the system says more than the failure that carries it; other reasons are told within its sentence. */
const tell = (text: FailureText, details: Readonly<Record<string, string>>, name: Language): FailureText => {
  const language = texts[name]
  const code = /\bE[A-Z][A-Z0-9]+\b/.exec(details.reason ?? '')?.[0]
  const system = code ? language.systemReasons[code] : undefined
  const said = { ...details }
  if (code !== undefined) said.reason = fill(language.otherSystemReason, { code })
  else if (details.reason !== undefined) said.reason = reasonText(details.reason, name)
  if (details.detail !== undefined) said.detail = reasonText(details.detail, name)
  return { what: fill(text.what, said), why: fill(system?.why ?? text.why, said), next: fill(system?.next ?? text.next, said) }
}

/** A sentence whose last detail is not there ends before it. */
const ended = (why: string, language: Language): string => withoutEmpty(why).replace(/[：:]\s*$/, language === 'en' ? '.' : '。')

const isLockedByUnknown = (failure: Failure): boolean =>
  failure.code === 'library_locked' && errorData.library_locked.safeParse(failure.data).data?.host === ''

/** Texts of their own for failures that mean several things. */
const particularText = ({ code, data }: Failure, language: Language): FailureText | undefined => {
  const lock = code === 'package_locked' ? errorData.package_locked.safeParse(data).data : undefined
  if (lock) return texts[language].packageLocks[lock.wrong ? 'wrong' : lock.needs]
  const untrusted = code === 'package_untrusted' ? errorData.package_untrusted.safeParse(data).data : undefined
  return untrusted && texts[language].packageStandings[untrusted.standing]
}

/** `why` and `next` come from the operating system's reason where the failure carries one that we know. */
export const failureText = (failure: Failure | ImportFailure, language: Language): FailureText => {
  if ('data' in failure && isLockedByUnknown(failure)) return texts[language].lockedByUnknown
  const details = 'data' in failure ? detailsOf(failure, language) : { reason: failure.detail, path: '' }
  const isLibraryFile = failure.code === 'store_corrupt' && /(?<![/\\]history)[/\\]library\.json$/.test(details.path ?? '')
  const particular = 'data' in failure ? particularText(failure, language) : undefined
  const told = tell(particular ?? (isLibraryFile ? texts[language].libraryFile : texts[language].failures[failure.code]), details, language)
  return { ...told, why: ended(told.why, language) }
}

/** Texts one after another on a line, each a sentence of its own: a path at the end of one does not run into the next. */
export const inOneLine = (sentences: readonly string[], language: Language): string => {
  const [stop, space] = language === 'en' ? ['.', ' '] : ['。', '']
  return sentences.map((sentence) => (/[.。!！?？;；]\s*$/.test(sentence) ? sentence.trim() : `${sentence}${stop}`)).join(space)
}

export const exportWarningText = (warning: ExportWarning, language: Language): string =>
  withoutEmpty(fill(texts[language].exportWarnings[warning.code], { count: String(warning.count), detail: warning.detail }))

export const warningText = (warning: ImportWarning, language: Language): string =>
  fill(texts[language].warnings[warning.code], { count: String(warning.count), detail: warning.detail })
