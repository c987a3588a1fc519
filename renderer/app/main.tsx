/** Where the screen begins. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from '@tanstack/react-router'
import { ErrorBoundary } from './ErrorBoundary'
import { Providers } from './Providers'
import { startI18n } from './i18n'
import { router } from './router'

const start = async (): Promise<void> => {
  await startI18n()
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no element #root')
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <ErrorBoundary><RouterProvider router={router} /></ErrorBoundary>
      </Providers>
    </StrictMode>,
  )
}

void start()
