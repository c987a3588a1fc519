/** Asks which field (unit, team, or one of the type or the library) all selected records shall have a new value in, and which one. */
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { WordsSelect } from '#renderer/ui/WordsSelect'
import type { BulkChange } from '#shared/contract/records'
import { isFacet, type ListField, type ListValue } from '#shared/model/listFields'
import type { ListedType } from '#shared/model/recordTypes'
import { useListFields } from '../useListFields'
import styles from './Selection.module.css'
import { useKnownWords } from './useKnownWords'
import { Words } from './Words'

interface FieldDialogProps { type: ListedType; count: number; onApply: (change: BulkChange) => void; onClose: () => void }

/** Fields of every type that are one word of a vocabulary. */
const places = ['unit', 'team'] as const
type Place = typeof places[number]
const placeOf = (key: string | undefined): Place | undefined => places.find((place) => place === key)

const separators = [',', '，', '、', ';', '；']
const mostTyped = 200

interface ValueProps { field: ListField; value: ListValue | null; labelledBy: string; onValue: (value: ListValue | null) => void }

const ValueSelect = ({ field: { definition }, value, labelledBy, onValue }: ValueProps) => {
  const { t } = useTranslation('library-list')
  const language = useLanguage()
  const list = typeof value === 'object' && value !== null ? value : []
  const setList = (next: string[]): void => { onValue(next.length > 0 ? next : null) }
  if (definition.kind === 'words') {
    return <WordsSelect open={false} suffix={null} aria-labelledby={labelledBy} placeholder={t('bulk.noValue')} value={list} tokenSeparators={separators} onChange={setList} />
  }
  const options = 'options' in definition ? definition.options.map((option) => ({ value: option.value, label: option.title[language] })) : []
  if (definition.kind === 'choices') return <Select mode="multiple" aria-labelledby={labelledBy} placeholder={t('bulk.noValue')} value={list} options={options} onChange={setList} />
  if (definition.kind === 'flag') {
    const flags = [{ value: 'true', label: t('bulk.yes') }, { value: 'false', label: t('bulk.no') }]
    return <Select<string> allowClear aria-labelledby={labelledBy} placeholder={t('bulk.noValue')} value={value === null ? null : String(value)} options={flags} onChange={(next?: string) => { onValue(next === undefined ? null : next === 'true') }} />
  }
  return <Select<string> allowClear aria-labelledby={labelledBy} placeholder={t('bulk.noValue')} value={typeof value === 'string' ? value : null} options={options} onChange={(next?: string) => { onValue(next ?? null) }} />
}

const PlaceInput = ({ place, type, value, labelledBy, onValue }: { place: Place; type: ListedType; value: string; labelledBy: string; onValue: (value: string) => void }) => {
  const { t } = useTranslation('library-list')
  return <>
    <Input aria-labelledby={labelledBy} placeholder={t('bulk.noValue')} value={value} maxLength={mostTyped} onChange={(event) => { onValue(event.target.value) }} />
    <Words label={t('bulk.known')} words={useKnownWords(type, place)} chosen={[value]} onToggle={onValue} />
  </>
}

export const FieldDialog = ({ type, count, onApply, onClose }: FieldDialogProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const language = useLanguage()
  const id = useId()
  const { fields, nameOf } = useListFields(type)
  const offered = fields.filter(({ definition }) => isFacet(definition))
  const [key, setKey] = useState(offered[0]?.key ?? places[0])
  const [value, setValue] = useState<ListValue | null>(null)
  const place = placeOf(key)
  const field = offered.find((each) => each.key === key)
  const word = typeof value === 'string' ? value.trim() : ''
  const name = place ? t(`common:field.${place}`) : nameOf(key)
  const change: BulkChange = place ? { [place]: word } : { values: { [key]: value } }
  const options = [...offered.map((each) => ({ value: each.key, label: nameOf(each.key) })), ...places.map((each) => ({ value: each, label: t(`common:field.${each}`) }))]
  const shown = formatCount(count, language)
  return (
    <Modal
      open width={440} title={t('bulk.values')} onCancel={onClose} cancelText={t('common:cancel')}
      okText={t(value === null || (place && word === '') ? 'bulk.apply.clearValue' : 'bulk.apply.values', { count, shown, field: name })}
      onOk={() => { onApply(change); onClose() }}
    >
      <div className={styles.field}>
        <span id={id} className={styles.label}>{t('bulk.label.fieldKey')}</span>
        <Select
          aria-labelledby={id} value={key} options={options} onChange={(next) => { setKey(next); setValue(null) }}
        />
      </div>
      <div className={styles.field}>
        <span id={`${id}-value`} className={styles.label}>{t('bulk.label.values')}</span>
        {place && <PlaceInput place={place} type={type} value={typeof value === 'string' ? value : ''} labelledBy={`${id}-value`} onValue={setValue} />}
        {field && <ValueSelect field={field} value={value} labelledBy={`${id}-value`} onValue={setValue} />}
      </div>
    </Modal>
  )
}
