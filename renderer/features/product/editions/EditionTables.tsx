/** The steps, the flow chart, the roles and the other tables of an edition, to read. */
import { useTranslation } from 'react-i18next'
import { RowsTable } from '#renderer/features/record'
import { useLanguage } from '#renderer/ui/useLanguage'
import { rowsOf } from '#shared/model/fields'
import { stepsOf } from '#shared/model/product/steps'
import type { RecordContent } from '#shared/model/record'
import { FlowChartView } from '../flow/FlowChartView'
import { useFlow } from '../flow/useFlow'
import { productField, productParts, type ProductPart } from '../parts'
import partStyles from '../parts.module.css'
import { RolesTable } from '../roles/RolesTable'
import { StepsFigures } from '../steps/StepsPart'
import { StepsTable } from '../steps/StepsTable'

interface PartTableProps { part: ProductPart; fields: RecordContent['fields']; labelledBy: string }

const PartTable = ({ part, fields, labelledBy }: PartTableProps) => {
  const flow = useFlow(fields)
  const field = productField(part)
  switch (part) {
    case 'steps': return <StepsTable steps={stepsOf(fields)} labelledBy={labelledBy} />
    case 'flow': return <FlowChartView chart={flow.chart} alternative={flow.alternative} />
    case 'roles': return <RolesTable rows={rowsOf(fields.roles)} labelledBy={labelledBy} />
    case 'indicators':
    case 'prerequisites':
    case 'acceptance':
    case 'training': return field && <RowsTable field={field} rows={rowsOf(fields[part])} labelledBy={labelledBy} />
  }
}

export const EditionTables = ({ content: { fields } }: { content: RecordContent }) => {
  const { t } = useTranslation('product')
  const language = useLanguage()
  const steps = stepsOf(fields)
  const shown = productParts.filter((part) => rowsOf(fields[part === 'flow' ? 'steps' : part]).length > 0)
  return (
    <div role="group" aria-label={t('editions.tables')}>
      {shown.map((part) => {
        const id = `edition-${part}-title`
        return (
          <section key={part} className={partStyles.part} aria-labelledby={id}>
            <header className={partStyles.head}><h2 id={id}>{productField(part)?.title[language]}</h2>{part === 'steps' && <StepsFigures steps={steps} />}</header>
            <PartTable part={part} fields={fields} labelledBy={id} />
          </section>
        )
      })}
    </div>
  )
}
