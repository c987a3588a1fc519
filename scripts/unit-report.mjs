/** Vitest's reporter for `npm test`: the counts, and what failed with its cause, as JSON for the summary at its end. */
import { writeFileSync } from 'node:fs'

/** @typedef {import('vitest/node').Reporter} Reporter */
/** @typedef {{ title: string, cause: string }} Failure */
/** @typedef {{ passed: number, failed: number, skipped: number, failures: Failure[] }} Counts */

export const reportPath = '.cache/reports/unit.json'

/** @param {readonly { message: string }[]} errors */
const causeOf = (errors) => errors.map(({ message }) => message).join('\n')

/** @implements {Reporter} */
export default class UnitReporter {
  /** @type {NonNullable<Reporter['onTestRunEnd']>} */
  onTestRunEnd(modules, unhandled) {
    const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => ({ file: module.relativeModuleId, test, ...test.result() })))
    const failed = tests.filter(({ state }) => state === 'failed')
    // What stands outside of tests: a file that could not be read, a hook that failed.
    const outside = modules.flatMap((module) => [module, ...module.children.allSuites()].map((part) => ({
      title: 'relativeModuleId' in part ? part.relativeModuleId : `${module.relativeModuleId} › ${part.fullName}`, cause: causeOf(part.errors()),
    }))).filter(({ cause }) => cause !== '')
    /** @type {Counts} */
    const report = {
      passed: tests.filter(({ state }) => state === 'passed').length,
      failed: failed.length + outside.length + unhandled.length,
      skipped: tests.filter(({ state }) => state === 'skipped').length,
      failures: [
        ...failed.map(({ file, test, errors }) => ({ title: `${file} › ${test.fullName}`, cause: causeOf(errors ?? []) })),
        ...outside,
        ...unhandled.map((error) => ({ title: 'handled by nobody', cause: error.stack ?? error.message })),
      ],
    }
    writeFileSync(reportPath, JSON.stringify(report))
  }
}
