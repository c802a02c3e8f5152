import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

/** Which rooms' values and types a room may import, besides its own. */
const mayImport: Record<string, readonly string[]> = {
  oauth: [],
  http: ['oauth'],
  jwt: ['oauth'],
  server: ['oauth', 'http', 'jwt'],
  resource: ['oauth', 'http', 'jwt'],
  flows: ['oauth', 'http', 'jwt'],
  network: ['oauth', 'http'],
  node: ['oauth', 'http', 'jwt', 'server', 'resource', 'flows', 'network'],
  app: ['oauth', 'http', 'jwt', 'flows', 'network'],
}

/** Of these rooms only types may be imported: they are gone at run time. */
const mayImportTypes: Record<string, readonly string[]> = {
  network: ['flows'],
  app: ['server', 'resource'],
}

/** The one file of the page that knows which server is in it. */
const compositionRoot = 'src/app/composition/'

/** The one file through which a connection leaves. */
const connection = 'src/network/fetch.ts'

const corePackages = ['jose', 'set-cookie-parser']
const connectors = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon']

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })

test('every file is in the right room', () => {
  const violations = Object.entries(sources).flatMap(([path, source]) =>
    judge(path.replace('.', 'src'), source),
  )
  expect(violations).toEqual([])
})

describe('the house refuses', () => {
  test.each([
    [
      'src/oauth/a.ts',
      `import { b } from '../http/b.ts'`,
      'src/oauth/a.ts imports http, which oauth may not know.',
    ],
    [
      'src/oauth/a.ts',
      `import type { B } from '../jwt/b.ts'`,
      'src/oauth/a.ts imports jwt, which oauth may not know.',
    ],
    [
      'src/flows/a/b.ts',
      `export * from '../../server/c.ts'`,
      'src/flows/a/b.ts imports server, which flows may not know.',
    ],
    [
      'src/jwt/a.ts',
      `export { b } from '../http/b.ts'`,
      'src/jwt/a.ts imports http, which jwt may not know.',
    ],
    [
      'src/server/a.ts',
      `type B = import('../flows/b.ts').B`,
      'src/server/a.ts imports flows, which server may not know.',
    ],
    [
      'src/server/a.ts',
      `await import('../app/b.ts')`,
      'src/server/a.ts imports app, which server may not know.',
    ],
    [
      'src/network/a.ts',
      `import { b } from '../flows/b.ts'`,
      'src/network/a.ts imports flows, of which network may know types only.',
    ],
    [
      'src/network/a.ts',
      `import { type B } from '../flows/b.ts'`,
      'src/network/a.ts imports flows, of which network may know types only.',
    ],
    [
      'src/app/a.tsx',
      `import '../resource/b.ts'`,
      'src/app/a.tsx imports resource, of which app may know types only.',
    ],
    [
      'src/app/a.tsx',
      `import { b } from '../node/b.ts'`,
      'src/app/a.tsx imports node, which app may not know.',
    ],
    [
      'src/app/a.tsx',
      `import { b } from '../../vite.config.ts'`,
      'src/app/a.tsx imports ../../vite.config.ts, which is in no room.',
    ],
    ['src/stray.ts', ``, 'src/stray.ts is in no room.'],
    ['src/http/a.ts', `import { b } from './b'`, 'src/http/a.ts imports ./b without its extension.'],
    [
      'src/http/a.ts',
      `import { once } from 'node:events'`,
      'src/http/a.ts imports node:events, which only node may know.',
    ],
    [
      'src/http/a.test.ts',
      `import 'node:fs'`,
      'src/http/a.test.ts imports node:fs, which only node may know.',
    ],
    [
      'src/http/a.ts',
      `import { parse } from 'some-package'`,
      'src/http/a.ts imports the package some-package, which is not on the list.',
    ],
    ['src/http/a.ts', `await import(name)`, 'src/http/a.ts imports what is only known at run time.'],
    [
      'src/app/a.ts',
      `await fetch('/')`,
      'src/app/a.ts uses fetch: connections go through src/network/fetch.ts.',
    ],
    [
      'src/app/a.ts',
      `const send = globalThis.fetch`,
      'src/app/a.ts uses fetch: connections go through src/network/fetch.ts.',
    ],
    [
      'src/app/a.ts',
      `const { fetch: send } = self`,
      'src/app/a.ts uses fetch: connections go through src/network/fetch.ts.',
    ],
    [
      'src/node/a.ts',
      `navigator.sendBeacon('/')`,
      'src/node/a.ts uses sendBeacon: connections go through src/network/fetch.ts.',
    ],
    ['src/http/a.ts', `const a = {`, 'src/http/a.ts cannot be read.'],
  ])('%s with %s', (path, source, sentence) => {
    expect(judge(path, source)).toEqual([sentence])
  })
})

describe('the house allows', () => {
  test.each([
    ['src/http/a.ts', `import { b } from '../oauth/b.ts'; import { c } from './c.ts'`],
    ['src/http/a.ts', `import { parse } from 'set-cookie-parser'; import { errors } from 'jose/errors'`],
    ['src/network/a.ts', `import type { B } from '../flows/b.ts'; export type { C } from '../flows/c.ts'`],
    ['src/app/a.tsx', `import type { B } from '../server/b.ts'; import { useState } from 'react'`],
    ['src/app/a.tsx', `import './a.css'; import icon from './icon.svg?raw'`],
    ['src/app/composition/world.ts', `import { handle } from '../server/server.ts'`],
    ['src/node/a.ts', `import { once } from 'node:events'; import { handle } from '../server/server.ts'`],
    ['src/flows/a.test.ts', `import { handle } from '../server/server.ts'; await fetch('/')`],
    ['src/network/fetch.ts', `await fetch('/')`],
    ['src/app/a.ts', `const text = 'fetch() and import("node:fs")' // fetch()`],
    ['src/app/a.ts', `loader.fetch(); class Loader { fetch() {} }`],
  ])('%s with %s', (path, source) => {
    expect(judge(path, source)).toEqual([])
  })
})

/** What is wrong with a file, one sentence each. */
function judge(path: string, source: string): string[] {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) return [`${path} cannot be read.`]
  const found = [...walk(program as unknown as Node)]
  const imports = found.flatMap(({ node }) => importIn(node) ?? [])
  const room = roomOf(path)

  if (/\.(test|fixture)\.tsx?$/.test(path))
    return imports.flatMap((each) => judgeNodeImport(path, room, each))
  if (!room) return [`${path} is in no room.`]
  return [
    ...imports.flatMap((each) => [...judgeNodeImport(path, room, each), ...judgeImport(path, room, each)]),
    ...connectors
      .filter((name) => path !== connection && found.some((each) => isUse(each, name)))
      .map((name) => `${path} uses ${name}: connections go through ${connection}.`),
  ]
}

function judgeNodeImport(path: string, room: string | undefined, { specifier }: Import): string[] {
  if (room === 'node' || !specifier?.startsWith('node:')) return []
  return [`${path} imports ${specifier}, which only node may know.`]
}

function judgeImport(path: string, room: string, { specifier, typeOnly }: Import): string[] {
  if (specifier === undefined) return [`${path} imports what is only known at run time.`]
  if (specifier.startsWith('node:')) return []
  if (!specifier.startsWith('.')) {
    const listed = room === 'node' || room === 'app' || corePackages.includes(specifier.split('/')[0] ?? '')
    return listed ? [] : [`${path} imports the package ${specifier}, which is not on the list.`]
  }
  if (!/\.\w+(\?\w+)?$/.test(specifier)) return [`${path} imports ${specifier} without its extension.`]

  const target = roomOf(new URL(specifier, `file:///${path}`).pathname.slice(1))
  if (!target) return [`${path} imports ${specifier}, which is in no room.`]
  if (target === room || mayImport[room]?.includes(target)) return []
  if (!mayImportTypes[room]?.includes(target))
    return [`${path} imports ${target}, which ${room} may not know.`]
  if (typeOnly || path.startsWith(compositionRoot)) return []
  return [`${path} imports ${target}, of which ${room} may know types only.`]
}

function roomOf(path: string): string | undefined {
  return Object.keys(mayImport).find((room) => path.startsWith(`src/${room}/`))
}

type Node = { readonly type: string; readonly [key: string]: unknown }
type Found = { readonly node: Node; readonly parent: Node | undefined; readonly key: string }
type Import = { readonly specifier: string | undefined; readonly typeOnly: boolean }

function* walk(node: Node, parent?: Node, key = ''): Generator<Found> {
  yield { node, parent, key }
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string') yield* walk(child, node, name)
    }
  }
}

/** What a node of the syntax tree imports, if it does. A type-only import leaves nothing at run time. */
function importIn(node: Node): Import | undefined {
  const kinds: Record<string, unknown> = {
    ImportDeclaration: node.importKind,
    ExportAllDeclaration: node.exportKind,
    ExportNamedDeclaration: node.exportKind,
    ImportExpression: 'value',
    TSImportType: 'type',
  }
  const source = node.source as Node | null | undefined
  if (!source || !(node.type in kinds)) return undefined
  return { specifier: source.value as string | undefined, typeOnly: kinds[node.type] === 'type' }
}

/** Whether a name is used for what the platform means by it; any object may have a method named fetch. */
function isUse({ node, parent, key }: Found, name: string): boolean {
  if (node.type !== 'Identifier' || node.name !== name) return false
  if (name !== 'fetch' || parent?.type === 'Property') return true
  if (parent?.type !== 'MemberExpression' || key !== 'property') return key !== 'key'
  return ['globalThis', 'self', 'window'].includes((parent.object as { name: string }).name)
}
