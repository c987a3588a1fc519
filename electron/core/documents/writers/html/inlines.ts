/** Inlines as HTML. */
import { isKnownInline, type Inline, type KnownInline, type TextInline } from '#shared/model/body/inlines'
import type { HtmlContext } from './context'
import { escapeHtml, linkAddress } from './escape'

const tags: Readonly<Record<string, string>> = {
  bold: 'strong', italic: 'em', underline: 'u', strike: 's', superscript: 'sup', subscript: 'sub', code: 'code', highlight: 'mark',
}

const textHtml = ({ text, marks = [] }: TextInline): string => marks.reduce((html, mark) => {
  const tag = tags[mark]
  return tag === undefined ? html : `<${tag}>${html}</${tag}>`
}, escapeHtml(text))

/** `width` and `height` in CSS pixels. What is not there is told in its place. */
export const pictureHtml = (
  { attachment, alt, width, height }: Pick<Extract<KnownInline, { type: 'image' }>, 'attachment' | 'alt' | 'width' | 'height'>, { attachmentAddress, pictureAttribute, say }: HtmlContext,
): string => {
  const address = attachmentAddress(attachment)
  if (address === undefined) return `<span class="gone">${say('图片缺失', 'Picture missing')}　${escapeHtml(alt)}</span>`
  const size = [['width', width], ['height', height]].flatMap(([name, value]) => (typeof value === 'number' ? [` ${name}="${Math.round(value)}"`] : [])).join('')
  return `<img ${pictureAttribute}="${escapeHtml(address)}" alt="${escapeHtml(alt)}"${size}>`
}

export const inlinesHtml = (inlines: readonly Inline[], context: HtmlContext): string => inlines.map((inline): string => {
  if (!isKnownInline(inline)) return `<span class="gone">${context.say('此处内容须用更新版本的软件查看', 'What stands here needs a newer version of the app')}</span>`
  switch (inline.type) {
    case 'text': return textHtml(inline)
    case 'break': return '<br>'
    case 'image': return pictureHtml(inline, context)
    case 'footnote': return `<sup class="ref">[${context.notes.push(inlinesHtml(inline.inlines, context))}]</sup>`
    case 'recordLink': {
      const address = context.recordAddress(inline.recordId)
      return address === undefined ? escapeHtml(inline.text) : `<a href="${escapeHtml(address)}">${escapeHtml(inline.text)}</a>`
    }
    case 'link': {
      const address = linkAddress(inline.href)
      const text = inline.inlines.map(textHtml).join('')
      return address === undefined ? text : `<a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer">${text}</a>`
    }
  }
}).join('')
