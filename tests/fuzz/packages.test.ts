/** A short run; the long one is `npm run fuzz -- package`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fuzzPackage } from './packages'

it('no package that was changed at random is taken, or fails in a way that has no words', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'liangfang-fuzz-'))
  try {
    const outcomes = new Set<string>()
    for (let seed = 1; seed <= 300; seed += 1) {
      outcomes.add(await fuzzPackage(join(folder, 'package.lfpkg'), seed).catch((error: unknown) => { throw new Error(`seed ${seed}`, { cause: error }) }))
    }
    expect([...outcomes].sort()).toEqual(expect.arrayContaining(['package_damaged bad_manifest', 'package_damaged bad_structure', 'package_damaged changed', 'package_damaged odd_path']))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
