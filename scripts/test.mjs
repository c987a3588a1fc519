/**
 * `npm test`: sets up, then runs everything, each step even if one before it failed. The last line is `N passed, N failed`
 * (`, N skipped` if any), where types, lint, boundaries and the build count as one check each.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { requireNode } from './node-version.mjs'

requireNode('20.19', { zh: '良方', en: 'Liangfang' })

const { prepareBrowser } = await import('./prepare-browser.mjs')
const { run } = await import('./run.mjs')
const { reportPath: unitReport } = await import('./unit-report.mjs')
const { build, buildIsCurrent, ensureDependencies, root } = await import('./set-up.mjs')

/** @typedef {import('./unit-report.mjs').Failure} Failure */
/** @typedef {import('./unit-report.mjs').Counts} Counts */

/** @param {string} path */
const at = (path) => join(root, path)

/** @param {string} tool @param {string[]} args @param {import('./run.mjs').RunOptions} [options] */
const runTool = (tool, args, options = {}) => run(process.execPath, [at(tool), ...args], { cwd: root, ...options })

/** @param {boolean} ok @param {Failure} failure @returns {Counts} */
const oneCheck = (ok, failure) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: ok ? [] : [failure] })

/** A tool that counts as one check: what it prints is shown once it ends. @param {string} title @param {string} tool @param {string[]} args */
const checkWith = async (title, tool, args) => {
  const { code, output } = await runTool(tool, args, { output: 'keep' })
  process.stdout.write(output)
  return oneCheck(code === 0, { title, cause: output.trimEnd().split('\n').slice(-12).join('\n') })
}

/** @param {string} path */
const readReport = (path) => /** @type {unknown} */ (existsSync(at(path)) ? JSON.parse(readFileSync(at(path), 'utf8')) : {})

/** A report that is not there, or says nothing failed although the tool did, is a failure of its own. @param {string} title @param {number} code @param {Counts} counts @returns {Counts} */
const withExitCode = (title, code, counts) => (code !== 0 && counts.failed === 0 ?
  { ...counts, failed: 1, failures: [...counts.failures, { title, cause: `ended with ${code} and reported no failure` }] } : counts)

/** @param {string} title @param {() => Promise<Counts>} work @returns {Promise<Counts>} */
const step = async (title, work) => {
  const startedAt = Date.now()
  const counts = await work()
  console.log(`${title}: ${counts.failed > 0 ? 'FAILED' : 'ok'} (${((Date.now() - startedAt) / 1000).toFixed(0)} s)`)
  return counts
}

const types = () => step('types', () => checkWith('types', 'scripts/check-types.mjs', []))

const lint = () => step('lint', () =>
  checkWith('lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/']))

const buildAll = () => step('build', async () => oneCheck(buildIsCurrent() || await build('show'), { title: 'build', cause: 'see above' }))

const boundaries = () => step('boundaries', () => checkWith('boundaries', 'node_modules/vitest/vitest.mjs', ['run', '--project', 'boundaries']))

const unit = () => step('unit and contract', async () => {
  const { code } = await runTool('node_modules/vitest/vitest.mjs', ['run', '--project', 'unit*', '--reporter=default', '--reporter=./scripts/unit-report.mjs'])
  const report = /** @type {Partial<Counts>} */ (readReport(unitReport))
  return withExitCode('unit and contract', code, { passed: 0, failed: 0, skipped: 0, failures: [], ...report })
})

/**
 * @typedef {{ title: string, file: string, tests: { status: string, results: { errors: { message?: string }[] }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {Suite & { stats?: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: { message?: string }[] }} EndToEndReport
 */

/** @param {Suite} suite @returns {Spec[]} */
const specsOf = (suite) => [...suite.specs ?? [], ...(suite.suites ?? []).flatMap(specsOf)]

const endToEnd = () => step('end to end', async () => {
  const browser = await prepareBrowser()
  const path = '.cache/reports/e2e.json'
  const { code } = await runTool('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json', '--retries=1'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: at(path), LIANGFANG_PICTURES: 'none', ...(browser ? { LIANGFANG_BROWSER: browser } : {}) },
  })
  const report = /** @type {EndToEndReport} */ (readReport(path))
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats ?? {}
  // What passed only at the second try is a fault all the same: it is to be found and mended.
  const failures = specsOf(report).flatMap(({ title, file, tests }) => tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').map(({ status, results }) => ({
    title: `${file} › ${title}${status === 'flaky' ? ' (passed at the second try)' : ''}`, cause: results[0]?.errors.map(({ message = '' }) => message).join('\n') ?? '',
  })))
  const outside = (report.errors ?? []).map(({ message = '' }) => ({ title: 'end to end', cause: message }))
  return withExitCode('end to end', code, { passed: expected + flaky, failed: unexpected + outside.length, skipped, failures: [...failures, ...outside] })
})

await ensureDependencies('show')
rmSync(at('.cache/reports'), { recursive: true, force: true })
mkdirSync(at('.cache/reports'), { recursive: true })

/** One after another. @param {(() => Promise<Counts>)[]} steps */
const lane = async (...steps) => {
  const all = []
  for (const each of steps) all.push(await each())
  return all
}

/** Lint keeps one core busy on its own. The browser needs both. */
const results = (await Promise.all([lane(lint), lane(types, buildAll, boundaries, unit)])).flat()
results.push(await endToEnd())

// Once more at the end, where it is looked for: a long run's output is often cut to its last lines.
const failures = results.flatMap((counts) => counts.failures)
if (failures.length > 0) console.log('\nWhat failed:')
for (const { title, cause } of failures.slice(0, 20)) console.log(`- ${title}\n${stripVTControlCharacters(cause).split('\n').slice(0, 12).map((line) => `    ${line.slice(0, 300)}`).join('\n')}`)
if (failures.length > 20) console.log(`- and ${failures.length - 20} more, above`)

/** @param {'passed' | 'failed' | 'skipped'} key */
const total = (key) => results.reduce((sum, counts) => sum + counts[key], 0)

process.exitCode = total('failed') > 0 ? 1 : 0
console.log(`\n${total('passed')} passed, ${total('failed')} failed${total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''}`)
