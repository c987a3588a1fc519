/** How everything looks: our variables on the page, Ant Design's tokens and language, and the one icon stroke. */
import { Provider as MotionProvider } from '@rc-component/motion'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { LucideProvider } from 'lucide-react'
import { useLayoutEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import type { Language } from '#shared/model/language'
import type { Theme } from '#shared/model/settings'
import 'antd/dist/reset.css'
import { antdTheme } from './antdTheme'
import './base.css'
import type { Look } from './palette.data'
import { installPalette } from './paletteSheet'

installPalette()

const darkQuery = matchMedia('(prefers-color-scheme: dark)')
/** A system that forces its own colours, as Windows does, keeps our edges and icons: they must carry the meaning alone. */
const contrastQuery = matchMedia('(prefers-contrast: more), (forced-colors: active)')

const subscribe = (onChange: () => void): (() => void) => {
  for (const query of [darkQuery, contrastQuery]) query.addEventListener('change', onChange)
  return () => { for (const query of [darkQuery, contrastQuery]) query.removeEventListener('change', onChange) }
}

const systemLook = (): Look => {
  if (contrastQuery.matches) return 'contrast'
  return darkQuery.matches ? 'dark' : 'light'
}

/**
 * A notice is taken away at the end of its motion, which never comes where the stylesheet allows none: notices must know. Not all else, since
 * a dialog without motion puts the focus nowhere. Ant Design's own token would build the whole page anew when the setting changes.
 */
const stillQuery = matchMedia('(prefers-reduced-motion: reduce)')

const subscribeToStill = (onChange: () => void): (() => void) => {
  stillQuery.addEventListener('change', onChange)
  return () => stillQuery.removeEventListener('change', onChange)
}

/** The look in use, with the system's own for `system`. */
const useLook = (theme: Theme): Look => {
  const system = useSyncExternalStore(subscribe, systemLook)
  return theme === 'system' ? system : theme
}

/** Above the bars at the foot of a page, where they cover no button. */
const notices = { placement: 'bottomRight', bottom: 64 } as const

interface ThemeProviderProps { theme: Theme, language: Language, children: ReactNode }

export const ThemeProvider = ({ theme, language, children }: ThemeProviderProps) => {
  const look = useLook(theme)
  const config = useMemo(() => antdTheme(look), [look])
  const isStill = useSyncExternalStore(subscribeToStill, () => stillQuery.matches)
  useLayoutEffect(() => { document.documentElement.dataset.theme = look }, [look])
  return (
    <ConfigProvider
      theme={config} locale={language === 'zh-CN' ? zhCN : enUS} button={{ autoInsertSpace: false }} wave={{ disabled: true }}
      modal={{ styles: { header: { marginBottom: 12 }, footer: { marginTop: 20 } } }}
    >
      <MotionProvider motion={!isStill}>
        <LucideProvider strokeWidth={1.6} size={15}>
          <App component={false} notification={notices}><MotionProvider motion>{children}</MotionProvider></App>
        </LucideProvider>
      </MotionProvider>
    </ConfigProvider>
  )
}
