/**
 * The page of a package, and a document as one page, in a browser without the app: the list, the search and what is being read. Each record or
 * chapter stands in a template of the page, and is read from there; nothing is fetched. Pictures lie beside the page of a package; in a document
 * each stands once in a template of its own. Built into `out/offline/{page,document}.html` with the search (`liangfangSearch`).
 */

interface Excerpt { text: string; marks: readonly (readonly [start: number, end: number])[] }
interface Found { id: string; excerpt: Excerpt }
interface Piece { field: 'title' | 'tags' | 'unit' | 'body'; text: string }
interface Searched { id: string; pieces: readonly Piece[]; labels: readonly string[]; date: number; updatedAt: number; uses: number }
interface Index { search: (input: { text: string; sort: 'relevance'; literally: boolean }, limit: number) => { total: number; hits: Found[] } }

declare const liangfangSearch: { open: (documents: readonly Searched[]) => Index }

/** As many as are listed at once, and found at most. */
const step = 300

const isChinese = /^zh\b/i.test(navigator.language)
const say = (chinese: string, english: string): string => (isChinese ? chinese : english)

const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id)
  if (!element) throw new Error(`the page has no ${id}`)
  return element
}

const translate = (root: ParentNode): void => {
  if (isChinese) return
  for (const element of root.querySelectorAll<HTMLElement>('[data-en]')) element.textContent = element.dataset.en ?? ''
}

const templates = new Map([...document.querySelectorAll<HTMLTemplateElement>('template[data-record]')].map((template) => [template.dataset.record ?? '', template]))
const main = byId('main')
const read = byId('read')
const list = byId('list')
const more = byId('more')
const count = byId('count')
const back = byId('back')
/** Only a document has it. */
const printing = document.getElementById('print')

const metaOf = ({ dataset }: HTMLTemplateElement): string =>
  [isChinese ? dataset.type : dataset.typeEn, dataset.number, dataset.unit].filter((part) => part !== undefined && part !== '').join('　')

/** What each of its texts is said in: between two of them there is a space, not between the words of one. */
const said = 'p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, caption, figcaption, blockquote, div, text'

const textOf = (root: Element): string => {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let [text, last] = ['', root.closest(said)]
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement?.closest(said) ?? null
    text += `${element === last ? '' : ' '}${node.nodeValue ?? ''}`
    last = element
  }
  return text.trim()
}

const documentOf = (id: string, { dataset, content }: HTMLTemplateElement): Searched => ({
  id, labels: [], date: Number(dataset.date) || 0, updatedAt: 1, uses: 0,
  pieces: [
    { field: 'title', text: dataset.title ?? '' }, { field: 'tags', text: dataset.tags ?? '' }, { field: 'unit', text: dataset.unit ?? '' },
    // What is text of the record: its title and facts stand in the list.
    ...[...content.children].filter((part) => !part.matches('h1, .facts, .way')).map((part) => ({ field: 'body' as const, text: textOf(part) })),
  ],
})

let index: Index | undefined
const indexOf = (): Index => (index ??= liangfangSearch.open([...templates].map(([id, template]) => documentOf(id, template))))

interface Listed { id: string; excerpt: Excerpt | undefined }

const current = (): string => decodeURIComponent(location.hash.slice(1))

const markCurrent = (): void => {
  for (const link of list.querySelectorAll('a')) {
    if (link.hash.slice(1) === current()) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
}

const excerptOf = ({ text, marks }: Excerpt): HTMLElement => {
  const line = document.createElement('span')
  let at = 0
  for (const [start, end] of marks) {
    line.append(text.slice(at, start), Object.assign(document.createElement('mark'), { textContent: text.slice(start, end) }))
    at = end
  }
  line.append(text.slice(at))
  return line
}

const itemOf = ({ id, excerpt }: Listed): HTMLElement | undefined => {
  const template = templates.get(id)
  if (!template) return undefined
  const link = document.createElement('a')
  link.href = `#${id}`
  const title = document.createElement('strong')
  title.textContent = template.dataset.title ?? ''
  const meta = document.createElement('span')
  meta.textContent = metaOf(template)
  link.append(title, meta)
  if (excerpt && excerpt.text !== '') link.append(excerptOf(excerpt))
  const item = document.createElement('li')
  item.append(link)
  return item
}

let listed: readonly Listed[] = []
const showUpTo = (end: number): void => {
  list.append(...listed.slice(list.children.length, end).flatMap((each) => itemOf(each) ?? []))
  more.hidden = list.children.length >= listed.length
  markCurrent()
}

const showList = (entries: readonly Listed[], text: string): void => {
  listed = entries
  list.replaceChildren()
  count.textContent = text
  showUpTo(step)
}

const find = (text: string): void => {
  if (text.trim() === '') {
    const all = [...templates.keys()].map((id) => ({ id, excerpt: undefined }))
    showList(all, printing ? say(`共 ${templates.size} 节`, `${templates.size} parts`) : say(`共 ${templates.size} 条`, `${templates.size} records`))
    return
  }
  const { total, hits } = indexOf().search({ text, sort: 'relevance', literally: false }, step)
  const none = say('没有找到，请换个说法', 'Nothing found, try other words')
  showList(hits.map(({ id, excerpt }) => ({ id, excerpt })), total === 0 ? none : say(`找到 ${total} ${printing ? '节' : '条'}`, `${total} found`))
}

/** A picture lies beside the page: a page that was opened alone, out of the zip, has none. */
const tellOfPictures = (): void => {
  for (const picture of read.querySelectorAll('img')) {
    picture.addEventListener('error', () => {
      const gone = document.createElement('span')
      gone.className = 'gone'
      gone.textContent = `${say('图片没有显示：请把资料包整个解压，再打开这一页', 'The picture is not shown: unpack the whole package, then open this page')}　${picture.alt}`
      picture.replaceWith(gone)
    })
  }
}

/** A picture of a document, out of the template that holds its bytes. */
const fillPictures = (): void => {
  for (const picture of read.querySelectorAll<HTMLImageElement>('img[data-picture]')) {
    const held = document.getElementById(`picture-${picture.dataset.picture ?? ''}`)
    const source = held instanceof HTMLTemplateElement ? held.content.querySelector('img')?.getAttribute('src') : undefined
    if (source !== undefined && source !== null) picture.src = source
  }
}

const show = (): void => {
  const template = templates.get(current()) ?? byId('about')
  if (!(template instanceof HTMLTemplateElement)) return
  back.hidden = template.id === 'about'
  read.replaceChildren(template.content.cloneNode(true))
  translate(read)
  if (printing) fillPictures()
  else tellOfPictures()
  document.title = read.querySelector('h1')?.textContent ?? document.title
  main.scrollTop = 0
  markCurrent()
}

/** Everything, one after another, once all pictures are there; then what was being read again. */
const printAll = async (): Promise<void> => {
  const all = [byId('about'), ...[...templates.values()].filter(({ dataset }) => dataset.within === undefined)].flatMap((template) => (template instanceof HTMLTemplateElement ? [template.content.cloneNode(true)] : []))
  read.replaceChildren(...all.map((content) => {
    const leaf = document.createElement('div')
    leaf.className = 'leaf'
    leaf.append(content)
    return leaf
  }))
  translate(read)
  fillPictures()
  await Promise.all([...read.querySelectorAll('img')].map((picture) => picture.decode().catch(() => undefined)))
  window.print()
  show()
}

const field = byId('find')
if (!isChinese) {
  document.documentElement.lang = 'en'
  field.setAttribute('aria-label', 'Find')
  field.setAttribute('placeholder', 'Find in titles and texts')
  byId('side').setAttribute('aria-label', printing ? 'Contents' : 'Records')
  translate(document.body)
}
field.addEventListener('input', (event) => { if (event.target instanceof HTMLInputElement) find(event.target.value) })
printing?.addEventListener('click', () => { void printAll() })
more.addEventListener('click', () => { showUpTo(list.children.length + step) })
addEventListener('hashchange', () => {
  show()
  main.focus()
})
find('')
show()
