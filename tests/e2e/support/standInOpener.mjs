#!/usr/bin/env node
// Stands where this machine's programs are (`--opener`): notes what it was asked to open.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'

appendFileSync(join(process.env.LIANGFANG_HOME ?? '', 'opened.txt'), `${process.argv[2]}\n`)
