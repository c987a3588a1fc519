/** The head of a list: which library, how many, and the two ways to add to it. */
import { Button } from 'antd'
import { ChartNoAxesColumn, FileDown, ListChecks, Sparkles } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ImportButton } from '#renderer/features/imports'
import { CreateButton } from '#renderer/features/templates'
import { formatCount } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { useLanguage } from '#renderer/ui/useLanguage'
import { LibraryType, type ListedType } from '#shared/model/recordTypes'
import type { Creation } from './useCreateRecord'
import styles from './LibraryPage.module.css'

interface ListHeadProps {
  type: ListedType
  total: number | undefined
  /** How many the library holds, whatever is chosen. */
  all: number | undefined
  isFiltered: boolean
  /** The empty page itself offers the one primary action: the import, or a new product. */
  isEmpty: boolean
  canWrite: boolean
  creation: Creation
  /** The whole list, as it is narrowed. */
  onExport: () => void
}

export const ListHead = ({ type, total, all, isFiltered, isEmpty, canWrite, creation, onExport }: ListHeadProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const language = useLanguage()
  const library = LibraryType.safeParse(type).data
  const count = (value: number) => ({ count: value, shown: formatCount(value, language) })
  return (
    <header className={styles.head}>
      <h1 id="list-title" className={styles.title}>{t(`common:library.${type}`)}</h1>
      <p className={styles.counts} role="status">
        {isFiltered && total !== undefined && `${t('count', count(total))}${t('countGap')}`}
        {all !== undefined && t(isFiltered ? 'countOfAll' : 'count', count(all))}
      </p>
      {type === 'product' && <ProductWays />}
      <div className={styles.actions}>
        {total !== undefined && total > 0 && <Button icon={<FileDown size={15} />} onClick={onExport}>{t('exportList')}</Button>}
        {canWrite && <>
          {library && !isEmpty && <ImportButton type={library} />}
          {(library ?? !isEmpty) && <CreateButton type={type} primary={!isEmpty} isPending={creation.isPending} onBlank={creation.create} />}
        </>}
      </div>
    </header>
  )
}

/** What there is about products beside their list. */
const ProductWays = () => {
  const { t } = useTranslation('library-list')
  const { openCandidates, openAdoptions, openStatistics } = useNavigation()
  return (
    <div className={styles.actions}>
      <Button icon={<Sparkles size={15} />} onClick={openCandidates}>{t('products.candidates')}</Button>
      <Button icon={<ListChecks size={15} />} onClick={() => { openAdoptions() }}>{t('products.adoptions')}</Button>
      <Button icon={<ChartNoAxesColumn size={15} />} onClick={() => { openStatistics() }}>{t('products.statistics')}</Button>
    </div>
  )
}
