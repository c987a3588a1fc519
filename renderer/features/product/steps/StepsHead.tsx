/** What stands over the columns of the steps. */
import { useTranslation } from 'react-i18next'

const columns = ['number', 'action', 'standard', 'minutes', 'post', 'hazard', 'tools', 'sources'] as const

export const StepsHead = () => {
  const { t } = useTranslation('product')
  return (
    <>
      <colgroup>{columns.map((key) => <col key={key} data-column={key} />)}</colgroup>
      <thead><tr>{columns.map((key) => (key === 'number' ? <td key={key} /> : <th key={key} scope="col" data-number={key === 'minutes' || key === 'sources' || undefined}>{t(`steps.column.${key}`)}</th>))}</tr></thead>
    </>
  )
}
