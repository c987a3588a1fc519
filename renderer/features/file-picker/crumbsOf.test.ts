import { describe, expect, it } from 'vitest'
import { crumbsOf } from './crumbsOf'

describe('crumbsOf', () => {
  it('names every folder above a path on Linux', () => {
    expect(crumbsOf('/home/li/资料库')).toEqual([
      { name: 'home', path: '/home' }, { name: 'li', path: '/home/li' }, { name: '资料库', path: '/home/li/资料库' },
    ])
  })

  it('keeps the backslash of a drive, without which Windows means its current folder', () => {
    expect(crumbsOf('D:\\班组\\案例')).toEqual([
      { name: 'D:', path: 'D:\\' }, { name: '班组', path: 'D:\\班组' }, { name: '案例', path: 'D:\\班组\\案例' },
    ])
  })

  it('begins a network path at its share, as a server alone is no folder', () => {
    expect(crumbsOf('\\\\nas\\公用\\案例')).toEqual([
      { name: 'nas\\公用', path: '\\\\nas\\公用' }, { name: '案例', path: '\\\\nas\\公用\\案例' },
    ])
  })

  it('has nothing above the root', () => {
    expect(crumbsOf('/')).toEqual([])
  })
})
