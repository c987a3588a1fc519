/**
 * Unit and contract tests, in two projects: those of the model, the core and the screens share their processes, which read the app's modules once; those
 * that replace modules, fail on purpose or run processes have a process each. The boundaries' own tests are a project apart, since `npm test` counts them as one check.
 */
import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { alias } from './scripts/aliases.mjs'

const exclude = ['node_modules/**', 'out/**', 'dist/**', '.cache/**', 'tests/e2e/**', 'tests/boundaries/**']

/** They compute more than they wait, and put back what they replace. */
const together = ['shared/**/*.test.{ts,tsx}', 'renderer/**/*.test.{ts,tsx}', 'electron/core/**/*.test.ts']

/** The fault tests take longest: begun last, one of them would keep the others' cores waiting. */
class FaultsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isFault = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/tests/fault/')
    return [...sorted.filter(isFault), ...sorted.filter((file) => !isFault(file))]
  }
}

export default defineConfig({
  plugins: [react()],
  resolve: { alias },
  cacheDir: '.cache/vite',
  test: {
    // Tests wait for the disk as much as they compute: a core left idle would be half of a small machine.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: FaultsFirst },
    // Only what hangs runs out of time: two busy cores and a slow disk must not fail a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // A watcher waits a little, and where the system gives no notice it looks every few seconds.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        // A pasted page's frames are not to be fetched.
        test: { name: 'unit', isolate: false, environmentOptions: { happyDOM: { settings: { navigation: { disableChildFrameNavigation: true }, disableJavaScriptFileLoading: true, disableCSSFileLoading: true } } }, include: together, exclude },
      },
      { extends: true, test: { name: 'unit-apart', include: ['**/*.test.{ts,tsx}'], exclude: [...exclude, ...together] } },
      { extends: true, test: { name: 'boundaries', include: ['tests/boundaries/**/*.test.ts'] } },
    ],
  },
})
