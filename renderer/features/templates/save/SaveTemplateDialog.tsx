/** Makes a template of a record: under which name, for whom, what of it, with what remains beside it. A template that is there can be replaced. */
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Modal, Segmented, Select } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { customFieldsOf } from '#shared/model/customFields'
import { newId } from '#shared/model/ids'
import type { RecordContent } from '#shared/model/record'
import { FreeType } from '#shared/model/recordTypes'
import { templateLimits, templateOf, templateParts, usuallyLeftOut, type TemplatePart } from '#shared/model/template'
import { LazyPreview } from '../LazyPreview'
import styles from '../templates.module.css'
import { UnitSelect } from '../UnitSelect'
import { useTemplateActions } from '../useTemplateActions'
import { useTemplates } from '../useTemplates'

interface SaveTemplateDialogProps { content: RecordContent; onClose: () => void }

const usuallyKept: readonly TemplatePart[] = templateParts.filter((part) => !usuallyLeftOut.includes(part))

export const SaveTemplateDialog = ({ content, onClose }: SaveTemplateDialogProps) => {
  const { t } = useTranslation(['templates', 'common'])
  const id = useId()
  const type = FreeType.parse(content.type)
  const library = useQuery(api.library.current.queryOptions()).data?.library
  const templates = useTemplates().data?.filter((template) => template.type === type) ?? []
  const actions = useTemplateActions()
  const [newTemplateId] = useState(newId)
  const [way, setWay] = useState<'new' | 'replace'>('new')
  const [name, setName] = useState('')
  const [unit, setUnit] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [kept, setKept] = useState(usuallyKept)
  const template = useMemo(
    () => templateOf(content, library ? customFieldsOf(library, type) : [], new Set(templateParts.filter((part) => !kept.includes(part)))), [content, library, type, kept],
  )
  const replaced = way === 'replace' ? templates.find((each) => each.id === chosen) : undefined
  const target = way === 'new' ? name.trim() !== '' && { id: newTemplateId, name: name.trim(), unit } : replaced && { id: replaced.id, name: replaced.name, unit: replaced.unit }
  const save = async (): Promise<void> => {
    if (target && await actions.save({ ...target, type, content: template })) onClose()
  }
  return (
    <Modal
      open width={880} title={t('save.title', { title: content.title })} onCancel={onClose} cancelText={t('common:cancel')} confirmLoading={actions.isPending}
      okText={replaced ? t('save.replace', { name: replaced.name }) : t('save.save')} okButtonProps={{ disabled: !target }} onOk={() => void save()}
    >
      <div className={styles.saving}>
        <div className={styles.form}>
          {templates.length > 0 && (
            <Segmented
              aria-label={t('save.way')} value={way} onChange={setWay} options={[{ value: 'new', label: t('save.new') }, { value: 'replace', label: t('save.existing') }]}
            />
          )}
          {way === 'new' ? (
            <>
              <label htmlFor={`${id}-name`}>{t('name')}</label>
              <Input id={`${id}-name`} autoFocus maxLength={templateLimits.name} placeholder={t('save.example')} value={name} onChange={(event) => { setName(event.target.value) }} onPressEnter={() => void save()} />
              <label htmlFor={`${id}-unit`}>{t('unit')}</label>
              <UnitSelect id={`${id}-unit`} value={unit} onChange={setUnit} />
              <p className={styles.hint}>{t('unitHint')}</p>
            </>
          ) : (
            <>
              <label htmlFor={`${id}-replaced`}>{t('save.which')}</label>
              <Select
                id={`${id}-replaced`} value={chosen} placeholder={t('save.choose')} onChange={setChosen}
                options={templates.map((each) => ({ value: each.id, label: t('named', { name: each.name, unit: each.unit === '' ? t('everyUnit') : each.unit }) }))}
              />
              <p className={styles.hint}>{t('save.replaceHint')}</p>
            </>
          )}
          <span id={`${id}-parts`} className={styles.label}>{t('save.parts')}</span>
          <Checkbox.Group<TemplatePart> className={styles.parts ?? ''} aria-labelledby={`${id}-parts`} value={[...kept]} onChange={setKept} options={templateParts.map((part) => ({ value: part, label: t(`parts.${part}`) }))} />
          <p className={styles.hint}>{t('save.never')}</p>
        </div>
        <section className={styles.preview} aria-label={t('save.preview')} tabIndex={0}>
          <h3 className={styles.previewTitle}>{t('save.preview')}</h3>
          <LazyPreview type={type} content={template} />
        </section>
      </div>
    </Modal>
  )
}
