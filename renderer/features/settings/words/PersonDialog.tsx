/** A person of the library: name, unit and role, which are offered wherever somebody is named. */
import { AutoComplete, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Word } from '#shared/contract/vocabularies'
import { useWords, type WordActions } from './useWords'
import styles from './words.module.css'

interface PersonDialogProps { word: Word; words: readonly Word[]; actions: WordActions; onClose: () => void }

const contains = (typed: string, option: { value: string } | undefined): boolean => option?.value.includes(typed) ?? false
const toOptions = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== '').map((value) => ({ value }))

export const PersonDialog = ({ word, words, actions, onClose }: PersonDialogProps) => {
  const { t } = useTranslation(['settings', 'common'])
  const id = useId()
  const units = useWords('units')
  const [name, setName] = useState(word.name)
  const [unit, setUnit] = useState(word.unit)
  const [role, setRole] = useState(word.role)
  const save = async (): Promise<void> => {
    onClose()
    const isKnown = word.known || (await actions.add([word.name]))
    const isNew = unit !== word.unit || role !== word.role
    const isDescribed = isKnown && (!isNew || await actions.describe({ kind: 'people', name: word.name, unit, role }))
    if (isDescribed) await actions.rename(word.name, name)
  }
  return (
    <Modal open width={440} title={t('words.person', { name: word.name })} onCancel={onClose} cancelText={t('common:cancel')} okText={t('words.savePerson')} okButtonProps={{ disabled: name.trim() === '' }} onOk={() => void save()}>
      <div className={styles.field}>
        <label htmlFor={`${id}-name`}>{t('words.name')}</label>
        <Input id={`${id}-name`} autoFocus maxLength={100} value={name} onChange={(event) => { setName(event.target.value) }} />
        <label htmlFor={`${id}-unit`}>{t('words.unit')}</label>
        <AutoComplete id={`${id}-unit`} maxLength={100} value={unit} options={toOptions((units.data ?? []).map((each) => each.name))} showSearch={{ filterOption: contains }} onChange={(next: string | undefined) => { setUnit(next ?? '') }} />
        <label htmlFor={`${id}-role`}>{t('words.role')}</label>
        <AutoComplete id={`${id}-role`} maxLength={100} value={role} options={toOptions(words.map((each) => each.role))} showSearch={{ filterOption: contains }} onChange={(next: string | undefined) => { setRole(next ?? '') }} />
      </div>
    </Modal>
  )
}
