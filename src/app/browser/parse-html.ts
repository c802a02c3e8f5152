import type { ParseHtml } from '../../network/page.ts'

/**
 * Reads HTML in a template, whose content is in no document: there, unlike in DOMParser's document, not even a style
 * element is looked at, so the page's own Content-Security-Policy has nothing to complain about.
 */
export const parseHtml: ParseHtml = (html) => {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html })
  return { title: content.querySelector('title')?.textContent ?? '', body: content }
}
