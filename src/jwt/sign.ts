import { type CompactJWSHeaderParameters, CompactSign, type CryptoKey } from 'jose'

/** A signed JWT in compact serialization (RFC 7515 3.1), with exactly this header and these claims, in this order. */
export const signJwt = (
  header: CompactJWSHeaderParameters,
  claims: Readonly<Record<string, unknown>>,
  key: CryptoKey,
): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(claims))).setProtectedHeader(header).sign(key)
