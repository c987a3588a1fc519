/** HTML without handlers of events: they would not run, but the browser complains of each even so. */

/** Of a tag without its brackets. */
const withoutOwn = (tag: string): string => (/^[a-z]/i.test(tag) ? tag.replace(/\son[a-z]+\s*=/gi, ' data-unused=') : tag)

/** Takes time in proportion to the length, whatever the tags are like. */
export const withoutHandlers = (html: string): string => {
  const parts: string[] = []
  let copied = 0
  let end = -1
  for (let open = html.indexOf('<'); open !== -1;) {
    if (end < open) end = html.indexOf('>', open)
    if (end === -1) break
    const next = html.indexOf('<', open + 1)
    if (next === -1 || end < next) {
      parts.push(html.slice(copied, open + 1), withoutOwn(html.slice(open + 1, end)))
      copied = end
    }
    open = next
  }
  return parts.join('') + html.slice(copied)
}
