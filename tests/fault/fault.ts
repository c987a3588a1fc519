/** `npm run fault -- [--rounds N] [--seed S] [--json]`: kills writers for as long as asked. With --json the last line is one object. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCrashRounds } from './crash/rounds'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, rounds: { type: 'string' }, seed: { type: 'string' } } })

const wholeNumber = (name: string, text: string | undefined, otherwise: number): number => {
  const number = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} ${text ?? ''}: not a whole number above 0`)
  return number
}

const rounds = wholeNumber('rounds', values.rounds, 1000)
const seed = wholeNumber('seed', values.seed, Date.now() % 1_000_000)

const { figures, problems } = await runCrashRounds({
  writer: join(import.meta.dirname, 'writer.js'), rounds, seed, lanes: 2, untilMs: Infinity,
  onRound: ({ rounds: done, kills, acknowledged, lost, torn }) => {
    if (done % 50 === 0) console.error(`${done} of ${rounds}: ${kills} kills, ${acknowledged} acknowledged, ${lost} lost, ${torn} torn`)
  },
})
for (const problem of problems) console.error(problem)
console.log(`seed ${seed}: ${Object.entries(figures).map(([key, value]) => `${key} ${value}`).join(', ')}`)
if (values.json) console.log(JSON.stringify({ seed, ...figures }))
process.exitCode = problems.length > 0 ? 1 : 0
