/** Every value of a style. */
import { useTranslation } from 'react-i18next'
import type { DocumentPreset } from '#shared/model/document/preset'
import { leastRoom, textRoom } from '#shared/model/document/textRoom'
import { ChoiceField, ColourField, FaceField, FlagField, NumberField } from './fields'
import styles from './presets.module.css'

interface PresetFormProps { preset: DocumentPreset; disabled: boolean; onChange: (preset: DocumentPreset) => void }

const margins = ['top', 'bottom', 'left', 'right'] as const
const levels = ['title', 'heading1', 'heading2', 'heading3', 'text', 'table', 'page'] as const
const papers = ['A4', 'A5'] as const
const numbers = ['chinese', 'decimal', 'none'] as const
const pageNumbers = ['outside', 'centre', 'ofTotal'] as const
const rules = ['exact', 'multiple'] as const

export const PresetForm = ({ preset, disabled, onChange }: PresetFormProps) => {
  const { t } = useTranslation('documents')
  const { page, faces, sizes, line } = preset
  const room = textRoom(page)
  const isNarrow = { across: room.width < leastRoom, down: room.height < leastRoom }
  const named = <Key extends string>(group: string, keys: readonly Key[]) => keys.map((value) => ({ value, label: t(`style.${group}.${value}`) }))
  const setRule = (rule: (typeof rules)[number]): void => { onChange({ ...preset, line: rule === 'exact' ? { rule, points: Math.round(sizes.text * 1.8) } : { rule, times: 1.5 } }) }
  return (
    <div className={styles.form}>
      <fieldset>
        <legend>{t('style.page')}</legend>
        <div className={styles.grid}>
          <ChoiceField label={t('choose.paper')} value={page.paper} options={papers.map((value) => ({ value, label: value }))} disabled={disabled} onChange={(paper) => { onChange({ ...preset, page: { ...page, paper } }) }} />
          {margins.map((key) => <NumberField key={key} label={t(`style.margin.${key}`)} unit="mm" value={page[key]} min={0} max={80} disabled={disabled} isWrong={key === 'left' || key === 'right' ? isNarrow.across : isNarrow.down} onChange={(value) => { onChange({ ...preset, page: { ...page, [key]: value } }) }} />)}
        </div>
        {(isNarrow.across || isNarrow.down) && <p className={styles.fault} role="alert">{t('style.noRoom', { least: leastRoom, width: Math.max(Math.round(room.width), 0), height: Math.max(Math.round(room.height), 0) })}</p>}
      </fieldset>
      <fieldset>
        <legend>{t('style.letters')}</legend>
        <div className={styles.pairs}>
          {levels.map((key) => (
            <div key={key} className={styles.pair}>
              <FaceField label={t('style.faceOf', { level: t(`style.level.${key}`) })} value={faces[key]} disabled={disabled} onChange={(face) => { onChange({ ...preset, faces: { ...faces, [key]: face } }) }} />
              <NumberField label={t('style.sizeOf', { level: t(`style.level.${key}`) })} unit="pt" value={sizes[key]} min={5} max={120} disabled={disabled} onChange={(size) => { onChange({ ...preset, sizes: { ...sizes, [key]: size } }) }} />
            </div>
          ))}
          <FaceField label={t('style.latin')} value={faces.latin} disabled={disabled} onChange={(latin) => { onChange({ ...preset, faces: { ...faces, latin } }) }} />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('style.lines')}</legend>
        <div className={styles.grid}>
          <ChoiceField label={t('style.lineRule')} value={line.rule} options={named('rule', rules)} disabled={disabled} onChange={setRule} />
          {line.rule === 'exact'
            ? <NumberField label={t('style.points')} unit="pt" value={line.points} min={6} max={100} disabled={disabled} onChange={(points) => { onChange({ ...preset, line: { rule: 'exact', points } }) }} />
            : <NumberField label={t('style.times')} unit="×" step={0.1} value={line.times} min={1} max={3} disabled={disabled} onChange={(times) => { onChange({ ...preset, line: { rule: 'multiple', times } }) }} />}
          <NumberField label={t('style.firstLine')} unit={t('style.characters')} step={1} value={preset.firstLine} min={0} max={4} disabled={disabled} onChange={(firstLine) => { onChange({ ...preset, firstLine: Math.round(firstLine) }) }} />
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('style.marks')}</legend>
        <div className={styles.grid}>
          <ChoiceField label={t('style.numbers')} value={preset.numbers} options={named('number', numbers)} disabled={disabled} onChange={(value) => { onChange({ ...preset, numbers: value }) }} />
          <ChoiceField label={t('style.pageNumbers')} value={preset.pageNumbers} options={named('pageNumber', pageNumbers)} disabled={disabled} onChange={(value) => { onChange({ ...preset, pageNumbers: value }) }} />
          <ColourField label={t('style.accent')} value={preset.accent} disabled={disabled} onChange={(accent) => { onChange({ ...preset, accent }) }} />
        </div>
        <div className={styles.flags}>
          <FlagField label={t('style.boldHeadings')} value={preset.boldHeadings} disabled={disabled} onChange={(boldHeadings) => { onChange({ ...preset, boldHeadings }) }} />
          <FlagField label={t('style.cover')} value={preset.cover} disabled={disabled} onChange={(cover) => { onChange({ ...preset, cover }) }} />
          <FlagField label={t('style.contents')} value={preset.contents} disabled={disabled} onChange={(contents) => { onChange({ ...preset, contents }) }} />
        </div>
      </fieldset>
    </div>
  )
}
