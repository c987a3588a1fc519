import { describe, expect, it } from 'vitest'
import { readOptions, usage } from './options'

describe('options of the web host', () => {
  it('are read', () => {
    expect(readOptions([])).toEqual({ open: true, help: false })
    expect(readOptions(['--no-open', '--port', '8080', '--config=/a', '--cache', '/b', '--opener', '/c'])).toEqual({ open: false, help: false, port: 8080, config: '/a', cache: '/b', opener: '/c' })
    expect(readOptions(['-h'])).toMatchObject({ help: true })
  })

  it.each([
    ['--nope', '没有这个选项 / There is no such option: --nope'],
    ['folder', '不接受这个参数 / Not an option: folder'],
    ['--port', '这个选项后面要跟一个值 / This option needs a value: --port'],
    ['--no-open=1', '这个选项不带值 / This option takes no value: --no-open'],
    ['--port=0', '端口应为 1 到 65535 的整数 / A port is a whole number from 1 to 65535: 0'],
  ])('say what is wrong with %s', (arg, wrong) => {
    expect(readOptions([arg])).toEqual({ wrong })
  })

  it('are all in the usage', () => {
    for (const name of ['--no-open', '--port', '--config', '--cache', '--opener', '--help']) expect(usage).toContain(name)
  })
})
