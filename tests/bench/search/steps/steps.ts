/** The entry of the processes that the bench of the search starts: a step by its name. Each loads no more than it needs. */
import { runStep, type Step } from '../../ownProcess'

const [, , name = '', ...given] = process.argv

const steps: Record<string, Step> = {
  build: async (...of) => (await import('./buildStep')).buildStep(...of),
  load: async (...of) => (await import('./ourSteps')).ourSteps.load(...of),
  use: async (...of) => (await import('./ourSteps')).ourSteps.use(...of),
  update: async (...of) => (await import('./ourSteps')).ourSteps.update(...of),
  peer: async (...of) => (await import('./peerStep')).peerStep(...of),
}

await runStep(steps[name], given)
