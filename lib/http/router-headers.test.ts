import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'
import { describe, expect, it } from 'vitest'
import { oddRouterHeaders } from './router-headers.ts'

describe('what Next’s router says before somebody clicks', () => {
  it.each(['1', undefined])('passes when it is %s', (value) => {
    expect(oddRouterHeaders({ 'next-router-prefetch': value })).toEqual([])
  })

  it.each(['2', '3', '', '0', '1, 1', 'yes'])('goes no further when it is “%s”', (value) => {
    expect(oddRouterHeaders({ 'next-router-prefetch': value })).toEqual(['next-router-prefetch'])
  })
})

const leaf = (segment: unknown) => ['', { children: [segment, {}] }]
const deep = (levels: number) => `${'["",{"a":'.repeat(levels - 1)}["",{}]${'}]'.repeat(levels - 1)}`

describe('what Next’s router has on its page', () => {
  it.each([
    ['nothing yet', ['', {}]],
    ['a page', ['', { children: ['shows', { children: ['__PAGE__', {}, null, 'refetch'] }] }, null, null, 16]],
    ['a page of one show', leaf(['showId', 'a', 'd', null])],
    ['another way to the same place', leaf(['path', 'a/b', 'ci(..)(..)', ['x', 'y']])],
    ['many parameters, or none', leaf(['path', '', 'oc', []])],
    ['all there may be', ['', {}, ['/shows', '?q=a'], 'inside-shared-layout', 0, 'x']],
  ])('passes when it is %s', (_, state) => {
    const header = encodeURIComponent(JSON.stringify(state))
    expect(parseAndValidateFlightRouterState(header), 'Next reads it').toEqual(state)
    expect(oddRouterHeaders({ 'next-router-state-tree': header })).toEqual([])
  })

  it('passes twenty levels deep, and no deeper', () => {
    expect(parseAndValidateFlightRouterState(deep(20)), 'Next reads it').toBeDefined()
    expect(oddRouterHeaders({ 'next-router-state-tree': deep(20) })).toEqual([])
    for (const levels of [21, 1_000, 1_400])
      expect(oddRouterHeaders({ 'next-router-state-tree': deep(levels) })).toEqual(['next-router-state-tree'])
  })

  it.each([
    ['no JSON', 'x'],
    ['nothing', ''],
    ['no encoding', '%E0%A4%A'],
    ['no tree', '{}'],
    ['half a tree', '[""]'],
    ['a tree of nothing', '["",null]'],
    ['too much of a tree', '["",{},null,null,0,"x",1]'],
    ['a slot that is none', '["",{"children":1}]'],
    ['a slot with an odd name that is none', '["",{"__proto__":1}]'],
    ['a segment that is none', '[1,{}]'],
    ['a parameter of no kind', '[["a","b","x",null],{}]'],
    ['half a parameter', '[["a","b","d"],{}]'],
    ['an odd marker', '["",{},null,"x"]'],
    ['odd hints', '["",{},null,null,"x"]'],
    ['an odd address', '["",{},["/"]]'],
    ['an odd ending', '["",{},null,null,0,null]'],
    ['two trees', '["",{}], ["",{}]'],
  ])('goes no further when it is %s: Next would fail', (_, header) => {
    expect(() => parseAndValidateFlightRouterState(header)).toThrow()
    expect(oddRouterHeaders({ 'next-router-state-tree': header })).toEqual(['next-router-state-tree'])
  })
})
