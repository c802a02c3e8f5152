/** A place in a published specification that asks for a rule: what every check, parameter and step cites. */
export interface Section {
  /** The document as people name it, e.g. `RFC 6749` or `OIDC Core`. */
  readonly document: string
  /** Section number as printed there, e.g. `4.1.2.1`; a letter for an appendix, e.g. `B`. */
  readonly section: string
  readonly url: string
}

/** A section of an RFC: `rfc(7636, '4.6')`; an appendix by its letter: `rfc(6749, 'B')`. */
export function rfc(number: number, section: string): Section {
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`
  return {
    document: `RFC ${number}`,
    section,
    url: `https://www.rfc-editor.org/rfc/rfc${number}.html#${anchor}`,
  }
}

/** A section of OpenID Connect Core 1.0. */
export const oidcCore = (section: string): Section => openid('OIDC Core', 'openid-connect-core-1_0', section)

/** A section of OpenID Connect Discovery 1.0. */
export const oidcDiscovery = (section: string): Section =>
  openid('OIDC Discovery', 'openid-connect-discovery-1_0', section)

/** A section of OAuth 2.0 Multiple Response Type Encoding Practices. */
export const responseTypes = (section: string): Section =>
  openid('OAuth Response Types', 'oauth-v2-multiple-response-types-1_0', section)

function openid(document: string, file: string, section: string): Section {
  return { document, section, url: `https://openid.net/specs/${file}.html#rfc.section.${section}` }
}

/** How a section is written on the screen: `RFC 7636 §4.6`. */
export const cite = ({ document, section }: Section): string => `${document} §${section}`
