/** What came back from opening a library is shown at once; the rest of the screen follows by change events. */
import { api, queryClient } from '#renderer/client/queries'
import { forgetLists } from '#renderer/features/library-list'
import type { OpenLibrary } from '#shared/contract/library'

export const showLibrary = (library: OpenLibrary | null): void => {
  if (library?.library.id !== queryClient.getQueryData(api.library.current.queryKey())?.library.id) forgetLists()
  queryClient.setQueryData(api.library.current.queryKey(), library)
  queryClient.removeQueries({ queryKey: api.records.key() })
  void queryClient.invalidateQueries({ queryKey: api.app.key() })
}
