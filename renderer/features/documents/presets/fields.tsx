/** The values of a style, each with its name and its unit. */
import { AutoComplete, Checkbox, ColorPicker, InputNumber, Select } from 'antd'
import { useId, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import { isInstalled } from '../faces/installed'
import styles from './presets.module.css'

export const Field = ({ label, children }: { label: string; children: (id: string) => ReactNode }) => {
  const id = useId()
  return <div className={styles.field}><label htmlFor={id}>{label}</label>{children(id)}</div>
}

interface NumberFieldProps { label: string; unit: string; value: number; min: number; max: number; step?: number; disabled: boolean; isWrong?: boolean; onChange: (value: number) => void }

export const NumberField = ({ label, unit, value, min, max, step = 0.5, disabled, isWrong = false, onChange }: NumberFieldProps) => (
  <Field label={label}>{(id) => <InputNumber id={id} value={value} min={min} max={max} step={step} disabled={disabled} suffix={unit} status={isWrong ? 'error' : ''} onChange={(next) => { if (next !== null) onChange(next) }} />}</Field>
)

interface ChoiceFieldProps<Value extends string> { label: string; value: Value; options: readonly { value: Value; label: string }[]; disabled: boolean; onChange: (value: Value) => void }

export const ChoiceField = <Value extends string>({ label, value, options, disabled, onChange }: ChoiceFieldProps<Value>) => (
  <Field label={label}>{(id) => <Select<Value> id={id} value={value} options={[...options]} disabled={disabled} onChange={onChange} />}</Field>
)

const usualFaces = [...new Set([...Object.values(standardPresets).flatMap(({ faces }) => Object.values(faces)), '仿宋', '楷体', '等线', 'Arial', 'Calibri'])]

export const FaceField = ({ label, value, disabled, onChange }: { label: string; value: string; disabled: boolean; onChange: (value: string) => void }) => {
  const { t } = useTranslation('documents')
  const options = useMemo(() => usualFaces.map((face) => ({ value: face, label: isInstalled(face) ? face : t('faces.notHere', { face }) })), [t])
  return <Field label={label}>{(id) => <AutoComplete id={id} value={value} options={options} disabled={disabled} maxLength={60} status={value.trim() === '' ? 'error' : ''} onChange={(next: string) => { onChange(next) }} />}</Field>
}

/** Six hexadecimal digits. */
export const ColourField = ({ label, value, disabled, onChange }: { label: string; value: string; disabled: boolean; onChange: (value: string) => void }) => (
  <Field label={label}>{(id) => <ColorPicker value={`#${value}`} disabled={disabled} disabledAlpha showText onChangeComplete={(colour) => { onChange(colour.toHexString().slice(1, 7).toUpperCase()) }}><ColourButton id={id} value={value} disabled={disabled} label={label} /></ColorPicker>}</Field>
)

const ColourButton = ({ id, value, disabled, label, ...trigger }: { id: string; value: string; disabled: boolean; label: string }) => (
  <button {...trigger} id={id} type="button" className={styles.colour} disabled={disabled} aria-label={`${label} #${value}`}><span style={{ background: `#${value}` }} aria-hidden="true" />#{value}</button>
)

export const FlagField = ({ label, value, disabled, onChange }: { label: string; value: boolean; disabled: boolean; onChange: (value: boolean) => void }) => (
  <Checkbox checked={value} disabled={disabled} onChange={(event) => { onChange(event.target.checked) }}>{label}</Checkbox>
)
