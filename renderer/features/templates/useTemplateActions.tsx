/** What is done to templates: each is said, and what was replaced or removed can be put back. */
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { wordKey } from '#renderer/features/operations'
import { useCalls } from '#renderer/ui/states/useCalls'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { toFailure } from '#shared/contract/errors'
import type { TemplateEntry } from '#shared/contract/templates'
import type { FreeType } from '#shared/model/recordTypes'
import type { TemplateContent, TemplateFile } from '#shared/model/template'

/** Time enough to see that it was the wrong one. */
const shownSeconds = 10

/** `over` is the time of what stands in its place, null where nothing does. */
interface PutBackProps { template: TemplateFile; over: string | null; onDone: () => void }

const PutBack = ({ template, over, onDone }: PutBackProps) => {
  const { t } = useTranslation('templates')
  const { notification } = App.useApp()
  const showError = useErrorDialog()
  const { mutate, isPending } = useMutation({
    mutationFn: () => core.templates.putBack({ template, over }),
    onSuccess: onDone,
    onError: (error) => {
      if (toFailure(error)?.code === 'conflict') notification.warning({ key: wordKey, title: t('notPutBack'), description: t('changedSince', { name: template.name }), actions: undefined })
      else showError(error, t('notPutBack'))
    },
  })
  return <Button size="small" icon={<Undo2 size={14} />} loading={isPending} onClick={() => { mutate() }}>{t('putBack')}</Button>
}

export interface TemplateToSave { id: string; name: string; unit: string; type: FreeType; content: TemplateContent }

export interface TemplateActions {
  /** Each answers whether it was done; why not was said then. */
  save: (template: TemplateToSave) => Promise<boolean>
  rename: (id: string, name: string, unit: string) => Promise<boolean>
  /** Marks it as the default for its unit, or takes that back where it is. */
  setDefault: (template: TemplateEntry) => Promise<boolean>
  remove: (id: string) => Promise<boolean>
  isPending: boolean
}

export const useTemplateActions = (): TemplateActions => {
  const { t } = useTranslation('templates')
  const { notification } = App.useApp()
  const { run, isPending } = useCalls()
  const say = (title: string, before: TemplateFile | null, over: string | null): void => {
    const putBack = (): void => { notification.success({ key: wordKey, title: t('isBack'), duration: shownSeconds, actions: undefined }) }
    notification.success({ key: wordKey, title, duration: shownSeconds, actions: before ? <PutBack key={before.at} template={before} over={over} onDone={putBack} /> : undefined })
  }
  return {
    isPending,
    save: async (template) => run(async () => {
      const { template: saved, replaced } = await core.templates.save(template)
      say(t(replaced ? 'replaced' : 'saved', { name: template.name }), replaced, saved.at)
    }, t('notSaved')),
    rename: async (id, name, unit) => run(async () => core.templates.rename({ id, name, unit }), t('notRenamed')),
    setDefault: async ({ id, name, unit, isDefault }) => run(async () => {
      await core.templates.setDefault({ id, isDefault: !isDefault })
      say(t(isDefault ? 'default.unmarked' : 'default.marked', { name, unit: unit === '' ? t('everyUnit') : unit }), null, null)
    }, t('notRenamed')),
    remove: async (id) => run(async () => {
      const removed = await core.templates.remove({ id })
      say(t('removed', { name: removed.name }), removed, null)
    }, t('notRemoved')),
  }
}
