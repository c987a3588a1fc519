/** The search of offline pages: a page on a stick, opened by itself. */
import { mkdtemp, copyFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const documents = [
  { id: 'a', labels: ['type:case'], date: 20260318, updatedAt: 1, uses: 0, pieces: [{ field: 'title', text: '接地线漏拆的发现与纠正' }, { field: 'body', text: '监护人清点工具柜，發現少了一根。' }] },
  { id: 'b', labels: ['type:tool'], date: 20250318, updatedAt: 1, uses: 0, pieces: [{ field: 'title', text: '验电器' }, { field: 'body', text: '每班一支。' }] },
]

const page = `<!doctype html><meta charset="utf-8"><title>离线</title><input aria-label="查找"><ol></ol>
<script src="search.js"></script>
<script>
  const index = liangfangSearch.open(${JSON.stringify(documents)}, [['验电器', '验电笔']])
  document.querySelector('input').addEventListener('input', (event) => {
    const { hits } = index.search({ text: event.target.value, sort: 'relevance', literally: false }, 10)
    document.querySelector('ol').replaceChildren(...hits.map(({ title }) => Object.assign(document.createElement('li'), { textContent: title })))
  })
</script>`

test('an offline page searches what it brings along', async ({ page: tab }) => {
  const folder = await mkdtemp(join(tmpdir(), 'liangfang-offline-'))
  try {
    await copyFile('out/offline/search.js', join(folder, 'search.js'))
    await writeFile(join(folder, 'index.html'), page)
    await tab.goto(pathToFileURL(join(folder, 'index.html')).href)
    for (const [typed, found] of [['发现', '接地线漏拆的发现与纠正'], ['yandianqi', '验电器'], ['验电笔', '验电器'], ['jdx', '接地线漏拆的发现与纠正'], ['"少了一根"', '接地线漏拆的发现与纠正']] as const) {
      await tab.getByLabel('查找').fill(typed)
      await expect(tab.getByRole('listitem')).toHaveText([found])
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
