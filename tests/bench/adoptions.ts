/**
 * `adoptions`: what the figures and a plan cost in a library of many adoptions of fifty products. `coverage_ratio`: the first coverage after an
 * opening over reading and parsing every file that it comes from, sixteen at a time; `coverage_again_ms`: the next one, of which nothing
 * changed; `figures_ms`: all figures one after another then. `plan_ms`: two hundred units planned at once, `plan_ratio` over writing as many
 * files with one fsync each. `longest_block_ms`: how long the core kept others waiting at most meanwhile. Smaller is better.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { formatJson } from '#core/store/canonicalJson'
import { writeNew } from '#core/store/durableFile'
import { sealOf } from '#core/store/editionStore'
import { libraryPaths } from '#core/store/folders'
import { makeLibraryFolder } from '#core/store/libraryFolder'
import { firstRevision, settleContent } from '#core/store/revisions'
import type { CoreClient } from '#shared/contract/contract'
import { emptyBody } from '#shared/model/body/body'
import type { Edition } from '#shared/model/edition'
import { newBlockId, newId } from '#shared/model/ids'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { openBenchCore, round, timed, withFolder, type BenchResult } from './benchCore'
import { benchContent } from './store/makeLibrary'

const products = 50
const planned = 200
const readsAtOnce = 16
const pollMs = 20
const by = { name: '张工', unit: '省公司' }
const stages = ['done', 'underWay', 'planned', 'notApplicable'] as const

interface Made { files: string[]; adoption: string; productId: string }

const unitName = (index: number): string => `第${index}供电所`

const editionOf = ({ id, revision, content }: RecordFile, libraryId: string, number: number): Edition => {
  const edition: Edition = {
    format: 1, seal: '', recordId: id, number, previous: null, releasedAt: new Date(Date.now() - (3 - number) * 86_400_000).toISOString(), by,
    library: { id: libraryId, name: '省公司', unit: '省公司' }, changeLog: '', revision, content, sources: [], attachments: [],
  }
  return { ...edition, seal: sealOf(edition) }
}

const adoptionOf = (index: number, libraryId: string, product: RecordFile, { seal, number, revision }: Edition): RecordContent => settleContent({
  ...benchContent(index, libraryId), type: 'adoption', number: `SGS-AD-2026-${String(index + 1).padStart(5, '0')}`, title: `推广 ${index}`, unit: unitName(Math.floor(index / products)), team: '',
  stage: stages[index % stages.length] ?? 'planned', links: [{ to: product.id, relation: 'adopts', revisionId: revision.id }], attachments: [], body: emptyBody(),
  fields: {
    edition: number, seal, pilot: false, verdict: 'act', plannedDate: '2026-10-31', actualDate: '2026-10-20', feedback: '照做，效果明显。',
    benefits: [{ id: newBlockId(), what: '少停电', amount: index % 97, unit: '万元', year: 2026, verifiedBy: index % 2 === 0 ? '财务部' : '' }],
  },
})

/** Fifty products of two editions each, and the adoptions of them by as many units as it takes. */
const makeLibrary = async (root: string, count: number): Promise<Made> => {
  const [libraryId, device] = [newId(), newId()]
  const units = Array.from({ length: Math.ceil(count / products) }, (_, index) => ({ name: unitName(index) }))
  await makeLibraryFolder(root, {
    format: 1, id: libraryId, name: '省公司', language: 'zh-CN', unit: { name: '省公司', code: 'SGS' }, createdAt: new Date().toISOString(),
    vocabularies: { units: [{ name: '省公司', children: units }], fields: [], tags: [], people: [] }, numbering: { 'SGS-AD-2026-': count },
  })
  const paths = libraryPaths(root)
  const made: Made = { files: [], adoption: '', productId: '' }
  const write = async (path: string, value: object): Promise<void> => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, formatJson(value))
    made.files.push(path)
  }
  const put = async (content: RecordContent): Promise<RecordFile> => {
    const id = newId()
    const revision = firstRevision(id, content, { by, device, now: Date.now() })
    const record: RecordFile = { format: 1, id, revision, content, local: { createdAt: revision.at, sealed: true } }
    await write(paths.record(id), record)
    return record
  }
  const released: { product: RecordFile; editions: Edition[] }[] = []
  for (let index = 0; index < products; index += 1) {
    const content = settleContent({ ...benchContent(index, libraryId), type: 'product', number: `SGS-PD-2026-${String(index + 1).padStart(4, '0')}`, title: `作业包 ${index}`, stage: 'replicating', attachments: [], fields: { edition: 2, targets: ['省公司'] } })
    const product = await put(content)
    const editions = [1, 2].map((number) => editionOf(product, libraryId, number))
    for (const edition of editions) await write(paths.edition(product.id, edition.seal), edition)
    released.push({ product, editions })
  }
  for (let index = 0; index < count; index += 1) {
    const { product, editions } = released[index % products] ?? {}
    const edition = editions?.[index % 3 === 0 ? 0 : 1]
    if (!product || !edition) throw new Error('no product')
    const adoption = await put(adoptionOf(index, libraryId, product, edition))
    made.adoption = formatJson(adoption)
    made.productId = product.id
  }
  return made
}

const readBare = async (files: readonly string[]): Promise<void> => {
  const queue = files.values()
  await Promise.all(Array.from({ length: readsAtOnce }, async () => { for (const path of queue) JSON.parse(await readFile(path, 'utf8')) }))
}

const writeBare = async (folder: string, text: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (let index = 0; index < planned; index += 1) await writeNew(join(folder, `${index}.json`), text)
}

const indexed = async (client: CoreClient): Promise<void> => { while (!(await client.search.query({ text: '推广' })).complete) await wait(pollMs) }

export const benchAdoptions = async (count: number): Promise<BenchResult> => withFolder(async (home) => {
  const root = join(home, 'library')
  const made = await makeLibrary(root, count)
  const bareRead = await timed(async () => readBare(made.files))
  const bareWrite = await timed(async () => writeBare(join(home, 'bare'), made.adoption))
  const { client, close } = await openBenchCore(home)
  try {
    await client.library.open({ path: root })
    while ((await client.library.current())?.checking) await wait(pollMs)
    await indexed(client)
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const first = await timed(async () => client.statistics.coverage())
    const again = await timed(async () => client.statistics.coverage())
    const figures = await timed(async () => {
      for (const figure of [client.statistics.replication, client.statistics.benefits, client.statistics.conversion]) await figure()
      await client.statistics.overdue({})
      await client.statistics.citations({})
    })
    const block = delay.max / 1e6
    delay.disable()
    const plan = await timed(async () => client.adoptions.plan({ productId: made.productId, units: Array.from({ length: planned }, (_, index) => `新单位${index}`) }))
    await indexed(client)
    return {
      name: 'adoptions', sizes: { adoptions: count, products, planned },
      figures: {
        coverage_ratio: round(first / bareRead), coverage_ms: round(first), coverage_again_ms: round(again), figures_ms: round(figures), bare_read_ms: round(bareRead),
        plan_ms: round(plan), plan_ratio: round(plan / bareWrite), bare_write_ms: round(bareWrite), longest_block_ms: round(block),
      },
    }
  } finally {
    await close()
  }
})
