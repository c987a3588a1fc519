/** Values of fields and entries of lists as a comparison says them. */
import type { TFunction } from 'i18next'
import type { AttachmentRef, MeasuredResult, RecordLink } from '#shared/model/record'

/** Fields whose values are names of their own on screen. */
const named: ReadonlySet<string> = new Set(['stage', 'confidentiality', 'polarity', 'type'])

/** `fields.polarity` is called as `polarity` is. */
const plainKey = (key: string): string => key.replace(/^(fields|custom)\./, '')

export const fieldLabel = (key: string, t: TFunction): string => t(`common:field.${plainKey(key)}`, { defaultValue: t(`revisions:field.${plainKey(key)}`, { defaultValue: plainKey(key) }) })

export const valueText = (key: string, value: unknown, t: TFunction): string => {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((each) => valueText(key, each, t)).join('　')
  if (typeof value === 'string') return named.has(plainKey(key)) ? t(`common:${plainKey(key)}.${value}`, { defaultValue: value }) : value
  return JSON.stringify(value)
}

export const attachmentText = ({ name, role }: AttachmentRef, t: TFunction): string => (role ? `${name}（${t(`record:side.${role}`)}）` : name)

export const resultText = ({ indicator, unit, before, after, note }: MeasuredResult): string =>
  [[indicator, unit].filter((part) => part !== '').join(' '), before !== '' || after !== '' ? `${before} → ${after}` : '', note ?? ''].filter((part) => part !== '').join('　')

export const linkText = (link: RecordLink, title: string, t: TFunction): string =>
  [t(`common:relation.${link.relation}`), title, link.note ?? ''].filter((part) => part !== '').join('　')
