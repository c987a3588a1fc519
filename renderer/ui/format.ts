/** Numbers as people read them: sizes, counts, durations, days. */
import type { TFunction } from 'i18next'
import type { Language } from '#shared/model/language'

/** Made once: making one takes longer than a thousand numbers do. */
const numbers: Readonly<Record<Language, Intl.NumberFormat>> = { 'zh-CN': new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en') }

export const formatCount = (count: number, language: Language): string => numbers[language].format(count)

/** Bytes in steps of 1024, three digits at most: `48.2 MB`. */
export const formatBytes = (bytes: number): string => {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) { value /= 1024; unit++ }
  return `${unit === 0 || value >= 100 ? Math.round(value) : Number(value.toFixed(1))} ${units[unit]}`
}

/** Time left or taken, in the one unit that matters, rounded up: `2 分`. `t` is of any namespace. */
export const formatDuration = (ms: number, t: TFunction): string => {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  if (seconds < 60) return t('common:duration.seconds', { count: seconds })
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return t('common:duration.minutes', { count: minutes })
  return t('common:duration.hours', { count: Number((minutes / 60).toFixed(1)) })
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The day of a moment here: `2026-11-24`. */
export const formatDay = (timestamp: string): string => {
  const date = new Date(timestamp)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** A moment as a day and minute: `2026-11-24 14:03`, the same in both languages. */
export const formatMoment = (timestamp: string): string => {
  const date = new Date(timestamp)
  return `${formatDay(timestamp)} ${two(date.getHours())}:${two(date.getMinutes())}`
}
