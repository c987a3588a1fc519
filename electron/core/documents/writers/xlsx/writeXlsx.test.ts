/** Sheets as Excel files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readEntries } from '../../../../../tests/e2e/support/readZip'
import { writeXlsx } from './writeXlsx'

it('writes days as days, and what no calendar has as it was written', async () => {
  const bytes = await writeXlsx([{ name: '日期', head: ['日期'], rows: [[{ kind: 'date', date: '2026-11-29' }], [{ kind: 'date', date: '2026-02-31' }]], widths: [12] }])
  const folder = await mkdtemp(join(tmpdir(), 'liangfang-xlsx-'))
  try {
    const path = join(folder, '日期.xlsx')
    await writeFile(path, bytes)
    const parts = new Map([...await readEntries(path)].map(([name, part]) => [name, part.toString('utf8')]))
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<v>46355</v>')
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<v>46084</v>')
    expect(parts.get('xl/sharedStrings.xml')).toContain('2026-02-31')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
