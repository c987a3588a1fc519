/** Packs what a saved search finds: the search is chosen, the records are those that it finds now. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import { mostPackaged } from '#shared/contract/packageChoice'
import { requestOf, type SavedSearch } from '#shared/model/search'
import { packRecords } from './pack/packRequest'

export const PackSavedSearch = () => {
  const { t } = useTranslation('packages')
  const language = useLanguage()
  const { message } = App.useApp()
  const showError = useErrorDialog()
  const saved = useQuery(api.search.saved.queryOptions()).data ?? []
  const find = useMutation({
    mutationFn: (search: SavedSearch) => core.records.ids({ selection: { search: requestOf(search), except: [] } }),
    onSuccess: (ids, { name }) => {
      if (ids.length === 0) void message.info(t('fromSearch.nothing', { name }))
      else if (ids.length > mostPackaged) void message.warning(t('fromSearch.tooMany', { name, shown: formatCount(ids.length, language), most: formatCount(mostPackaged, language) }))
      else packRecords(ids)
    },
    onError: (error) => { showError(error, t('fromSearch.failed')) },
  })
  if (saved.length === 0) return null
  const items = saved.map((search) => ({ key: search.id, label: search.name, onClick: () => { find.mutate(search) } }))
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<ListFilter size={15} />} loading={find.isPending}>{t('fromSearch.label')}</Button>
    </Dropdown>
  )
}
