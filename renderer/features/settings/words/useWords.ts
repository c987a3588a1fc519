/** The words of one vocabulary, and what can be done to them: each change is said, with the way back where there is one. */
import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { useAnnounceOutcome } from '#renderer/features/operations'
import { useNavigation } from '#renderer/ui/navigation'
import { useCalls } from '#renderer/ui/states/useCalls'
import type { OperationOutcome } from '#shared/contract/operations'
import type { VocabularyKind, Word, WordDetails } from '#shared/contract/vocabularies'

export const useWords = (kind: VocabularyKind) => useQuery(api.vocabularies.list.queryOptions({ input: { kind } }))

/** The records behind a count: the search looks for the word, and is narrowed to exactly it where it can be. */
export const useFindUses = (kind: VocabularyKind): ((name: string) => void) => {
  const { searchFor } = useNavigation()
  return (name) => {
    const quoted = `"${name.replaceAll('"', ' ')}"`
    switch (kind) {
      case 'tags': searchFor({ text: `tag:${quoted}`, filters: { tag: [name] } }); break
      case 'fields': searchFor({ text: `field:${quoted}`, filters: { field: [name] } }); break
      case 'units': searchFor({ text: `unit:${quoted}`, filters: {} }); break
      case 'people': searchFor({ text: `author:${quoted}`, filters: {} }); break
    }
  }
}

interface Place { name: string; parent: string | null; before: string | null }

export interface WordActions {
  add: (names: string[], parent?: string) => Promise<boolean>
  move: (place: Place) => Promise<boolean>
  describe: (details: WordDetails) => Promise<boolean>
  /** Asks first where there is a word of that name: the two become one. */
  rename: (name: string, into: string) => Promise<boolean>
  merge: (names: string[], into: string) => Promise<boolean>
  remove: (names: string[], fromRecords: boolean) => Promise<boolean>
  isPending: boolean
}

/** `words`: those that there are now. Each answers whether it was done; why not was said then. */
export const useWordActions = (kind: VocabularyKind, words: readonly Word[]): WordActions => {
  const { t } = useTranslation('settings')
  const { modal } = App.useApp()
  const announce = useAnnounceOutcome()
  const { run, isPending } = useCalls()
  const say = (outcome: OperationOutcome, what: string): void => {
    announce(outcome, outcome.done === 0 ? what : t('words.withRecords', { what, count: outcome.done }))
  }
  const merge: WordActions['merge'] = async (names, into) => run(async () => {
    say(await core.vocabularies.merge({ kind, names, into }), t('words.merged', { into }))
  }, t('words.notMerged'))
  const askToMerge = async (name: string, into: string): Promise<boolean> => modal.confirm({
    title: t('words.exists', { into }), content: t('words.existsText', { name, into }), okText: t('words.mergeInto', { into }), cancelText: t('common:cancel'), icon: null,
  })
  return {
    isPending,
    add: async (names, parent) => run(async () => core.vocabularies.add({ kind, names, ...parent !== undefined && { parent } }), t('words.notAdded')),
    move: async (place) => run(async () => core.vocabularies.move({ kind, ...place }), t('words.notMoved')),
    describe: async (details) => run(async () => core.vocabularies.describe(details), t('words.notDescribed')),
    rename: async (name, typed) => {
      const into = typed.trim()
      if (into === '' || into === name) return true
      if (words.some((word) => word.name === into)) return await askToMerge(name, into) && merge([name], into)
      return run(async () => { say(await core.vocabularies.rename({ kind, name, into }), t('words.renamed', { into })) }, t('words.notRenamed'))
    },
    merge,
    remove: async (names, fromRecords) => run(async () => {
      say(await core.vocabularies.remove({ kind, names, fromRecords }), t('words.removed', { count: names.length, name: names[0] ?? '' }))
    }, t('words.notRemoved')),
  }
}
