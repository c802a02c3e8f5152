import type { ClientMetadata } from './client.ts'

/**
 * Whether a redirect URI is one that the client registered: the same text, character by character (RFC 9700 2.1,
 * RFC 3986 6.2.1). One exception: a native client's loopback IP address may come with any port (RFC 8252 7.3);
 * `localhost` is a name, not an address, and has no exception (RFC 8252 8.3).
 */
export const isRegisteredRedirectUri = (
  client: Pick<ClientMetadata, 'application_type' | 'redirect_uris'>,
  uri: string,
): boolean =>
  client.redirect_uris.some(
    (registered) =>
      registered === uri || (client.application_type === 'native' && sameButForLoopbackPort(registered, uri)),
  )

function sameButForLoopbackPort(registered: string, uri: string): boolean {
  const expected = loopback(registered)
  const received = loopback(uri)
  return expected !== undefined && expected === received
}

/** A loopback redirect URI without its port; undefined for any other URI. */
function loopback(uri: string): string | undefined {
  const match = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::([1-9]\d{0,4}))?((?:[/?].*)?)$/s.exec(uri)
  if (!match) return undefined
  const [, address, port = '80', rest] = match
  return Number(port) > 65535 ? undefined : `${address}${rest}`
}

/** Schemes whose URIs run or hold content themselves: never a place to send an answer to (RFC 7591 5). */
export const isScriptUri = (uri: string): boolean => /^\s*(javascript|data|vbscript):/i.test(uri)
