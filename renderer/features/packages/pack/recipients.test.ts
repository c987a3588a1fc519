import { describe, expect, it } from 'vitest'
import { packageExchangeFormat, type ExchangeFile } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import type { TrustedKey } from '#shared/model/keys'
import { knownRecipients, namedBy, recipientOf, recipientText, sentTo } from './recipients'

const at = '2026-11-30T08:00:00.000Z'
const by = { name: '张三', unit: '运维班' }

const exchange = (more: Partial<ExchangeFile>): ExchangeFile => ({
  format: packageExchangeFormat, id: newId(), direction: 'sent', form: 'package', at, by, name: 'a.lfpkg', title: '甲', sha256: 'a'.repeat(64), size: 1, packageId: newId(), library: null, records: [], ...more,
})
const trust = (unit: string, library: { id: string; name: string }, revokedAt: string | null = null): TrustedKey => ({
  id: newId(), unit, library, keys: { signing: 'A'.repeat(43), encryption: `age1${'q'.repeat(58)}` }, fingerprint: '', addedAt: at, by, note: '', revokedAt, revokedReason: '',
})

const [own, east, west] = [newId(), newId(), newId()]

describe('whom a package can be for', () => {
  it('are trusted units and libraries that packages came from, then other units, each once', () => {
    const known = knownRecipients({
      own, units: ['东区', '南区', ''], trusted: [trust('东区', { id: east, name: '东区资料库' }), trust('北区', { id: newId(), name: '北区' }, at)],
      exchanges: [
        exchange({ direction: 'received', library: { id: east, name: '东区资料库', unit: '东区' } }), exchange({ direction: 'received', library: { id: west, name: '西区资料库', unit: '' } }),
        exchange({ direction: 'received', library: { id: own, name: '本库', unit: '本单位' } }), exchange({ recipient: { unit: '南区', libraryId: null } }),
      ],
    })
    expect(known.map(({ unit, library }) => [unit, library?.id])).toEqual([['东区', east], ['西区资料库', west], ['南区', undefined]])
  })

  it('are told apart by their library where two are of one unit', () => {
    const known = knownRecipients({ own, units: [], exchanges: [], trusted: [trust('东区', { id: east, name: '甲库' }), trust('东区', { id: west, name: '乙库' }), trust('南区', { id: own, name: '本库' })] })
    expect(known.map((each) => recipientText(each, known))).toEqual(['东区　甲库', '东区　乙库'])
    expect(recipientOf('东区　乙库', known)).toEqual({ unit: '东区', library: { id: west, name: '乙库' } })
    expect(recipientOf('东区', known)).toEqual({ unit: '东区', library: null })
  })

  it('are taken by the name of their unit where that says it', () => {
    const known = knownRecipients({ own, units: ['南区'], exchanges: [], trusted: [trust('东区', { id: east, name: '甲库' })] })
    expect(recipientOf('东区 ', known).library?.id).toBe(east)
    expect(recipientOf('别的单位', known)).toEqual({ unit: '别的单位', library: null })
  })
})

describe('the field for the recipient', () => {
  const known = knownRecipients({ own, units: [], exchanges: [], trusted: [trust('East', { id: east, name: 'East' }), trust('东区', { id: west, name: '甲库' }), trust('东区', { id: newId(), name: '乙库' })] })

  it('keeps what is typed, so that a longer name can follow that of a unit which is known', () => {
    expect(['East', 'East ', 'East T'].map((text) => namedBy(text, known))).toEqual([{ unit: 'East', libraryId: east }, { unit: 'East ', libraryId: east }, { unit: 'East T', libraryId: null }])
  })

  it('holds the unit alone where the library was named besides it', () => {
    expect(namedBy('东区　甲库', known)).toEqual({ unit: '东区', libraryId: west })
  })
})

it('what went to a unit are the packages that were sent to it', () => {
  const sent = exchange({ recipient: { unit: '南区', libraryId: null } })
  const all = [sent, exchange({}), exchange({ form: 'word', recipient: { unit: '南区', libraryId: null } })]
  expect(sentTo(all, { unit: '南区 ', libraryId: null })).toEqual([sent])
  expect(sentTo(all, { unit: ' ', libraryId: null })).toEqual([])
})

it('what went to another library of the same unit is not among them, and what names no library is', () => {
  const [toEast, toWest, toUnit] = [east, west, null].map((libraryId) => exchange({ recipient: { unit: '东区', libraryId } }))
  expect(sentTo([toEast, toWest, toUnit].flatMap((each) => each ?? []), { unit: '东区', libraryId: east })).toEqual([toEast, toUnit])
})
