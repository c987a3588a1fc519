/** The fields that this library adds to the types: which type has which, in which order, what they are and what goes when one goes. */
import { App, Button, Segmented } from 'antd'
import { Plus, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordKey } from '#renderer/features/operations'
import { insertedAt } from '#renderer/ui/insertedAt'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { customLimits, type CustomField } from '#shared/model/customFields'
import { RecordType } from '#shared/model/recordTypes'
import { movedTo, newDraft } from './draft'
import { FieldDialog } from './FieldDialog'
import { FieldTable } from './FieldTable'
import { RemoveFieldDialog } from './RemoveFieldDialog'
import { useCustomFields } from './useCustomFields'
import styles from './customFields.module.css'

type Dialog = { do: 'add' } | { do: 'edit' | 'remove'; field: CustomField }
type Shown = RecordType | 'all'

const shownSeconds = 10

export const CustomFieldsPart = ({ readOnly }: { readOnly: boolean }) => {
  const { t } = useTranslation(['custom-fields', 'common'])
  const { notification } = App.useApp()
  const { fields, notRead, readAgain, save, isPending } = useCustomFields()
  const [shown, setShown] = useState<Shown>('all')
  const [dialog, setDialog] = useState<Dialog>()
  const close = (): void => { setDialog(undefined) }
  const used = RecordType.options.filter((type) => fields?.some(({ types }) => types.includes(type)))
  const shownType = shown === 'all' || used.includes(shown) ? shown : 'all'
  const rows = fields?.filter(({ types }) => shownType === 'all' || types.includes(shownType)) ?? []

  const add = async (field: CustomField): Promise<void> => { if (await save((all) => [...all, field])) close() }
  const change = async (field: CustomField): Promise<void> => { if (await save((all) => all.map((each) => (each.key === field.key ? field : each)))) close() }
  const putBack = async (field: CustomField, at: number): Promise<void> => {
    if (await save((all) => (all.some(({ key }) => key === field.key) ? [...all] : insertedAt(all, at, field)))) notification.destroy(wordKey)
  }
  const remove = async (field: CustomField): Promise<void> => {
    const at = fields?.findIndex(({ key }) => key === field.key) ?? 0
    if (!(await save((all) => all.filter(({ key }) => key !== field.key)))) return
    close()
    notification.success({
      key: wordKey, title: t('removed', { title: field.title }), duration: shownSeconds,
      actions: <Button size="small" icon={<Undo2 size={14} />} onClick={() => void putBack(field, at)}>{t('undo')}</Button>,
    })
  }
  const addButton = <Button type="primary" icon={<Plus size={15} />} disabled={(fields?.length ?? 0) >= customLimits.fields} onClick={() => { setDialog({ do: 'add' }) }}>{t('add')}</Button>
  return (
    <section className={styles.page} aria-labelledby="custom-fields-title">
      <header className={styles.head}>
        <h2 id="custom-fields-title">{t('title')}</h2>
        <p className={styles.text}>{t('text')}{readOnly && t('readOnly')}</p>
      </header>
      {!fields && !notRead && <SkeletonRows rows={8} rowHeight={40} />}
      {notRead && <div className={styles.inset}><ErrorPanel error={notRead} what={t('notRead')} onRetry={readAgain} /></div>}
      {fields?.length === 0 && <div className={styles.empty}><EmptyState title={t('empty.title')} text={t('empty.text')} action={readOnly ? undefined : addButton} /></div>}
      {fields && fields.length > 0 && (
        <>
          <div className={styles.bar}>
            <Segmented<Shown>
              aria-label={t('show')} value={shownType} onChange={setShown}
              options={[{ value: 'all', label: t('all') }, ...used.map((type) => ({ value: type, label: t(`common:type.${type}`) }))]}
            />
            <span className={styles.space} />
            {!readOnly && addButton}
          </div>
          <FieldTable
            fields={rows} readOnly={readOnly} isPending={isPending} onMove={(key, place) => void save((all) => movedTo(all, key, place))}
            onEdit={(field) => { setDialog({ do: 'edit', field }) }} onRemove={(field) => { setDialog({ do: 'remove', field }) }}
          />
        </>
      )}
      {dialog?.do === 'add' && <FieldDialog field={undefined} draft={newDraft(shownType === 'all' ? ['case'] : [shownType])} isPending={isPending} onSave={(field) => void add(field)} onClose={close} />}
      {dialog?.do === 'edit' && <FieldDialog field={dialog.field} isPending={isPending} onSave={(field) => void change(field)} onClose={close} />}
      {dialog?.do === 'remove' && <RemoveFieldDialog field={dialog.field} isPending={isPending} onRemove={() => void remove(dialog.field)} onClose={close} />}
    </section>
  )
}
