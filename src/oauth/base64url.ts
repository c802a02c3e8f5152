const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as base64url without padding (RFC 4648 5, RFC 7515 2). */
export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    text += alphabet.charAt(one >> 2) + alphabet.charAt(((one & 3) << 4) | ((two ?? 0) >> 4))
    if (two !== undefined) text += alphabet.charAt(((two & 15) << 2) | ((three ?? 0) >> 6))
    if (three !== undefined) text += alphabet.charAt(three & 63)
  }
  return text
}
