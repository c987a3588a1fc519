/** What the pages of presenting are told: where they are, where their windows open, and where they lead back to. */
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { DocumentSource } from '#shared/contract/documents'
import type { PresentingProps } from '#renderer/features/presenting'

type Path = '/present' | '/presenter'

const pathOf = { stage: '/present', presenter: '/presenter' } as const

/** What had the keys went with the slides: the page that is led back to takes them. */
const focusPage = (): void => { if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true }) }

/** `key` names what is presented. Undefined for an address that names nothing. */
export const usePresentingProps = (path: Path, source: DocumentSource | undefined, slide: number): { key: string; page: PresentingProps } | undefined => {
  const router = useRouter()
  useEffect(() => () => { requestAnimationFrame(focusPage) }, [])
  if (!source) return undefined
  const at = (number: number) => ({ source, ...number > 0 && { slide: number } })
  const leave = (): void => {
    if (router.history.canGoBack()) router.history.back()
    else if ('id' in source) void router.navigate({ to: '/record/$id', params: { id: source.id }, replace: true })
    else void router.navigate({ to: '/workbench', replace: true })
  }
  const page: PresentingProps = {
    source, at: slide, onLeave: leave,
    onAt: (number) => { if (number !== slide) void router.navigate({ to: path, search: at(number), replace: true }) },
    onChangeRole: () => { void router.navigate({ to: path === '/present' ? '/presenter' : '/present', search: at(slide), replace: true }) },
    addressOf: (role, number) => router.history.createHref(router.buildLocation({ to: pathOf[role], search: at(number) }).href),
  }
  return { key: JSON.stringify(source), page }
}
