/** What every page stands on: the query cache, change events, and the language and look of the settings. */
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { watchChanges } from '#renderer/client/changes'
import { api, queryClient } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { ThemeProvider } from '#renderer/ui/theme/ThemeProvider'
import { useLanguage } from '#renderer/ui/useLanguage'
import { StartingPage } from './StartingPage'
import { useScreenLanguage } from './i18n'

const WithSettings = ({ children }: { children: ReactNode }) => {
  const settings = useQuery(api.app.settings.queryOptions())
  const firstLanguage = useLanguage()
  const language = settings.data?.language ?? firstLanguage
  useScreenLanguage(language)
  useEffect(() => watchChanges(), [])
  return (
    <ThemeProvider theme={settings.data?.theme ?? 'system'} language={language}>
      {settings.isPending && <StartingPage />}
      {settings.isError && <StartingPage><ErrorPanel error={settings.error} onRetry={() => void settings.refetch()} /></StartingPage>}
      {settings.data && children}
    </ThemeProvider>
  )
}

export const Providers = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}><WithSettings>{children}</WithSettings></QueryClientProvider>
)
