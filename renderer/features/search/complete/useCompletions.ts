/** The completions of what is being typed: names of fields and values that the screen knows, words of the library by asking for them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatCount, formatDay } from '#renderer/ui/format'
import { usePaused } from '#renderer/ui/usePaused'
import { useLanguage } from '#renderer/ui/useLanguage'
import { resultTypes, type Suggestion } from '#shared/contract/search'
import { stages } from '#shared/model/recordTypes'
import { queryFields, type QueryField } from '#shared/text/queryFields'
import { datesFor, fieldName, namesFor, suggestedWord, valueCompletion, valuesFor, wantedAt, type Completion, type Wanted } from './completion'

const pauseMs = 80
const most = 8

export interface Completions {
  wanted: Wanted | undefined
  list: readonly Completion[]
}

const noCompletions: Completions = { wanted: undefined, list: [] }

/** What the library is asked for; nothing, where the screen knows all values itself. */
const kindsOf = (wanted: Wanted | undefined): Suggestion['kind'][] => {
  if (wanted?.kind === 'word') return ['word', 'tag']
  const field = wanted?.field
  return field === 'tag' || field === 'unit' || field === 'field' || field === 'author' ? [field] : []
}

const useKnownValues = (): ((field: QueryField) => { key: string; word: string }[]) => {
  const { t } = useTranslation('common')
  return (field) => {
    if (field === 'type') return resultTypes.map((key) => ({ key, word: t(`type.${key}`) }))
    if (field === 'stage') return stages.map((key) => ({ key, word: t(`stage.${key}`) }))
    return field === 'has' ? [{ key: 'attachment', word: t('type.attachment') }] : []
  }
}

/** `isOff`: none are wanted now. */
export const useCompletions = (text: string, caret: number, isOff: boolean): Completions => {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const inChinese = language === 'zh-CN'
  const knownValues = useKnownValues()
  const wanted = isOff ? undefined : wantedAt(text, caret)
  const kinds = kindsOf(wanted)
  const asked = usePaused(wanted?.typed.trim() ?? '', pauseMs)
  const isAsked = kinds.length > 0 && (asked !== '' || wanted?.kind === 'value')
  const suggested = useQuery({
    ...api.search.suggest.queryOptions({ input: { text: asked, kinds, limit: most } }), enabled: isAsked, placeholderData: keepPreviousData, gcTime: 60_000,
  })
  if (!wanted) return noCompletions
  // While others are asked for, those before still stand; of another kind they would be wrong.
  const words = (isAsked ? suggested.data ?? [] : []).filter(({ kind }) => kinds.includes(kind))
  if (wanted.kind === 'word') {
    const fields = namesFor(wanted.typed).map(({ field, name }): Completion => ({ label: `${name}:`, about: t(`fields.${field}`), insert: `${name}:`, isOpen: true }))
    const others = words.filter((word) => word.kind === 'tag' || word.text !== wanted.typed)
    return { wanted, list: [...fields, ...others.map((word) => suggestedWord(word, fieldName('tag', inChinese)))].slice(0, most) }
  }
  const { name } = wanted
  const today = formatDay(new Date().toISOString())
  const known = queryFields.isDate(wanted.field)
    ? datesFor(wanted.typed.trim(), today).map((date) => valueCompletion(name, date, date, date === today ? t('today') : ''))
    : valuesFor(wanted.typed, knownValues(wanted.field)).map(({ word }) => valueCompletion(name, word, word))
  return { wanted, list: [...known, ...words.map((word) => valueCompletion(name, word.text, word.text, formatCount(word.count, language)))] }
}
