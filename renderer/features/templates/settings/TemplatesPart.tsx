/** The templates of the library by type and unit: found, looked at, used, renamed, given to another unit, removed. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { TemplateEntry } from '#shared/contract/templates'
import { FreeType } from '#shared/model/recordTypes'
import styles from '../templates.module.css'
import { useNewFromTemplate } from '../useNewFromTemplate'
import { useTemplateActions } from '../useTemplateActions'
import { useTemplates } from '../useTemplates'
import { PreviewDrawer } from './PreviewDrawer'
import { RenameDialog } from './RenameDialog'
import { TemplateRow } from './TemplateRow'

type Shown = { do: 'preview' | 'rename'; template: TemplateEntry }

export const TemplatesPart = ({ readOnly }: { readOnly: boolean }) => {
  const { t } = useTranslation(['templates', 'common'])
  const { openLibrary } = useNavigation()
  const templates = useTemplates()
  const actions = useTemplateActions()
  const create = useNewFromTemplate()
  const [shown, setShown] = useState<Shown>()
  const close = (): void => { setShown(undefined) }
  const groups = FreeType.options.map((type) => ({ type, of: templates.data?.filter((template) => template.type === type) ?? [] })).filter(({ of }) => of.length > 0)
  return (
    <section className={styles.page} aria-labelledby="templates-title">
      <header className={styles.head}>
        <h2 id="templates-title">{t('title')}</h2>
        <p className={styles.text}>{t('text')}{readOnly && t('readOnly')}</p>
      </header>
      {templates.isPending && <SkeletonRows rows={8} rowHeight={40} />}
      {templates.error && <div className={styles.inset}><ErrorPanel error={templates.error} what={t('notRead')} onRetry={() => { void templates.refetch() }} /></div>}
      {templates.data?.length === 0 && (
        <div className={styles.empty}>
          <EmptyState title={t('empty.title')} text={t('empty.text')} action={<Button type="primary" onClick={() => { openLibrary('case') }}>{t('empty.action')}</Button>} />
        </div>
      )}
      {groups.length > 0 && (
        <div className={styles.list}>
          {groups.map(({ type, of }) => (
            <table key={type} className={styles.table}>
              <caption><span className={styles.caption}><TypeMark type={type} size={18} />{t(`common:type.${type}`)}</span></caption>
              <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('unit')}</th><th scope="col">{t('changed')}</th><td /></tr></thead>
              <tbody>
                {of.map((template) => (
                  <TemplateRow
                    key={template.id} template={template} readOnly={readOnly} isPending={actions.isPending || create.isPending} onPreview={() => { setShown({ do: 'preview', template }) }}
                    onUse={() => { create.mutate(template.id) }} onDefault={() => void actions.setDefault(template)} onRename={() => { setShown({ do: 'rename', template }) }} onRemove={() => void actions.remove(template.id)}
                  />
                ))}
              </tbody>
            </table>
          ))}
          {!readOnly && <p className={styles.text}>{t('howToEdit')}</p>}
        </div>
      )}
      {shown?.do === 'preview' && <PreviewDrawer template={shown.template} onClose={close} />}
      {shown?.do === 'rename' && <RenameDialog template={shown.template} actions={actions} onClose={close} />}
    </section>
  )
}
