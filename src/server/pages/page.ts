import type { Header, HttpResponse } from '../../http/message.ts'
import { noStore } from '../reply.ts'
import { type Html, html, textOf } from './html.ts'

/** A page for a person: plain HTML that works without script, with one heading. */
export async function page(
  status: number,
  { title, content }: { readonly title: string; readonly content: Html },
  headers: readonly Header[] = [],
): Promise<HttpResponse> {
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`
  return {
    status,
    headers: [['Content-Type', 'text/html; charset=utf-8'], ...(await pageHeaders()), ...noStore, ...headers],
    body: textOf(document),
  }
}

/**
 * Nothing is loaded and nothing runs; the one style is allowed by its hash; nobody frames the page (RFC 9700 4.16)
 * or learns its address from it (4.2.4). There is no form-action, which browsers apply to the redirect after a form.
 */
async function pageHeaders(): Promise<Header[]> {
  styleHash ??= hashOf(style)
  const hash = await styleHash
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`
  return [
    ['Content-Security-Policy', policy],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
  ]
}

/** The style is always the same, and so is this. */
let styleHash: Promise<string> | undefined

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
}

// None of its characters is one that `html` escapes, so it arrives as it is and its hash is right.
const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0; color: light-dark(#1f2328, #e6e6e3); background: light-dark(#f6f5f1, #17181a) }
main { max-width: 26rem; margin: 8vh auto; padding: 2rem; background: light-dark(#fff, #202225); border: 1px solid light-dark(#dedbd2, #36393d); border-radius: .75rem }
h1 { margin: 0 0 .5rem; font-size: 1.4rem; line-height: 1.25 }
label { display: block; margin-top: 1rem; font-weight: 600 }
input { box-sizing: border-box; width: 100%; padding: .5rem .625rem; font: inherit; border: 1px solid light-dark(#8a8f98, #70757c); border-radius: .375rem }
button { margin: 1.5rem .5rem 0 0; padding: .5rem 1.25rem; font: inherit; font-weight: 600; cursor: pointer; border: 1px solid light-dark(#1f2328, #e6e6e3); border-radius: .375rem; color: light-dark(#fff, #17181a); background: light-dark(#1f2328, #e6e6e3) }
button[value=deny] { color: inherit; background: transparent }
:focus-visible { outline: 3px solid light-dark(#2f6fde, #8ab4ff); outline-offset: 2px }
[role=alert] { padding: .5rem .75rem; border-left: 3px solid light-dark(#b3261e, #f2877f); background: light-dark(#fdeeec, #3a2322) }
li { margin: .375rem 0 }
code { overflow-wrap: anywhere }
`
