import { describe, expect, it } from 'vitest'
import { peerNames, peers } from './peers'

const documents = [
  { id: 'a', title: '绝缘子夜间巡视', body: '表面结露后泄漏电流上升，夜间巡视比白天更容易发现。' },
  { id: 'b', title: '导线弧垂测量', body: '弧垂隨氣溫變化，110kV 線路的絕緣子也要看。' },
  { id: 'c', title: '停电计划', body: '提前三天公布。' },
]

describe.each(peerNames)('%s', (name) => {
  const peer = peers[name]()
  peer.build(documents)

  it('finds Chinese words in both scripts, in titles first', () => {
    expect(peer.search('绝缘子', 10)).toEqual(['a', 'b'])
    expect(peer.search('氣溫', 10)).toEqual(['b'])
  })

  it('completes letters and a character that stands alone', () => {
    expect(peer.search('110k', 10)).toEqual(['b'])
    expect(peer.search('弧', 10)).toEqual(['b'])
  })

  it('finds what holds all of the terms, else what holds some', () => {
    expect(peer.search('夜间 电流', 10)).toEqual(['a'])
    expect(peer.search('停电 氣溫', 10).toSorted()).toEqual(['b', 'c'])
  })

  it('finds nothing for what has no terms', () => {
    expect(peer.search('"，。', 10)).toEqual([])
  })
})
