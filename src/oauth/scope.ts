/** A scope text as its values, in order and without repetition; empty for an empty text (RFC 6749 3.3). */
export const scopeValues = (scope: string): string[] => [...new Set(scope.split(' ').filter(Boolean))]

/** `scope-token *( SP scope-token )` of RFC 6749 3.3: printable ASCII but for `"` and `\`, one space between. */
export const isScope = (text: string): boolean =>
  /^[\x21\x23-\x5B\x5D-\x7E]+( [\x21\x23-\x5B\x5D-\x7E]+)*$/.test(text)

/** Those wanted values that the other scope does not have. */
export const scopeBeyond = (wanted: string, scope: string): string[] => {
  const values = new Set(scopeValues(scope))
  return scopeValues(wanted).filter((value) => !values.has(value))
}
