/** A process that opens a library and works on it, with a search index in the cache of its home, until it is killed. */
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { createCore } from '#core/createCore'
import { createRandom } from '../../support/random'
import { testPorts } from '../../support/testCore'

const [home = '', seed = '0'] = process.argv.slice(2)
const random = createRandom(Number(seed))
const core = await createCore(testPorts(home))
const client = createRouterClient(core.router, { context: {} })
await client.library.open({ path: join(home, 'library'), write: true })
for (let at = 0; ; at += 1) {
  await client.search.query({ text: '图纸核对' })
  const { id, revision } = await client.records.create({ type: 'case', content: { title: `接地线漏拆之${seed}之${at}` } })
  if (random.chance(0.3)) await client.records.save({ id, base: revision.id, changes: { title: `母线倒闸之${seed}之${at}` } })
  if (random.chance(0.2)) await client.records.remove({ selection: { ids: [id] } })
  await wait(random.below(50))
}
