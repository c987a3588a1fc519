import { beforeEach, describe, expect, it } from 'vitest'
import { decideAll, noChoice } from './choice/maskChoice'
import { beginMaking, changeDraft, draftOf, forgetMade, useMaskDrafts } from './maskDraft'

const decided = decideAll(noChoice, [{ kind: 'person', text: '张三' }], { action: 'keep' })
const draft = (library: string) => draftOf(useMaskDrafts.getState(), library)

beforeEach(() => { useMaskDrafts.setState({}, true) })

describe('what is decided of masking', () => {
  it('is kept for its library, and no other', () => {
    changeDraft('甲', { on: true })
    changeDraft('甲', { choice: decided })
    expect(draft('甲')).toMatchObject({ on: true, choice: decided })
    expect(draft('乙')).toMatchObject({ on: false, choice: noChoice })
  })

  it('is kept until the package that it was decided for was made', () => {
    changeDraft('甲', { on: true, choice: decided })
    beginMaking('甲', 'job')
    forgetMade('another')
    expect(draft('甲')).toMatchObject({ on: true, choice: decided })
    forgetMade('job')
    expect(draft('甲')).toMatchObject({ on: false, choice: noChoice })
  })

  it('is kept where it was changed while that package was made', () => {
    changeDraft('甲', { on: true })
    beginMaking('甲', 'job')
    changeDraft('甲', { choice: decided })
    forgetMade('job')
    expect(draft('甲')).toMatchObject({ on: true, choice: decided })
  })
})
