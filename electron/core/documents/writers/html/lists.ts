/** Neighbouring list items, which are flat in a body, as nested lists. */
import type { ListItemBlock } from '#shared/model/body/blocks'
import type { HtmlContext } from './context'
import { inlinesHtml } from './inlines'

interface OpenList { tag: 'ol' | 'ul'; kind: string; level: number }

const kindOf = ({ list, scheme }: ListItemBlock): string => (list === 'number' && scheme === 'chinese' ? 'chinese' : list)

const signOf = ({ list, checked }: ListItemBlock): string => (list === 'check' ? (checked === true ? '☑ ' : '☐ ') : '')

/** Deeper items stand inside the one before them. A number that begins anew says so. */
export const listHtml = (items: readonly ListItemBlock[], context: HtmlContext): string => {
  const open: OpenList[] = []
  const html: string[] = []
  const close = (): void => { html.push(`</li></${open.pop()?.tag ?? 'ul'}>`) }
  for (const item of items) {
    const kind = kindOf(item)
    while ((open.at(-1)?.level ?? -1) > item.level) close()
    if (open.at(-1)?.level === item.level && open.at(-1)?.kind !== kind) close()
    if (open.at(-1)?.level === item.level) html.push('</li>')
    else {
      const tag = item.list === 'number' ? 'ol' : 'ul'
      open.push({ tag, kind, level: item.level })
      html.push(`<${tag} class="${kind} l${item.level}">`)
    }
    html.push(`<li${item.start === undefined ? '' : ` value="${item.start}"`}>${signOf(item)}${inlinesHtml(item.inlines, context)}`)
  }
  while (open.length > 0) close()
  return html.join('')
}
